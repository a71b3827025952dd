"""The charts of the page Overview, each with what it shows, what it cannot tell, and the table behind it."""

from __future__ import annotations

import streamlit as st

from ...report.figures import Chart, facts_per_outlet, length_beside_facts, where_in_story
from ...report.palette import Theme
from ...story import Comparison
from ..style import say


def theme() -> Theme:
    """The theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def shared_and_own(comparison: Comparison) -> None:
    """How many facts each article states, parted by who else states them."""
    draw(facts_per_outlet(comparison, theme=theme()), "shared")


def length(comparison: Comparison) -> None:
    """How long each article is beside what it states."""
    draw(length_beside_facts(comparison, theme=theme()), "length")


def order(comparison: Comparison) -> None:
    """Where each shared fact stands in each article."""
    draw(where_in_story(comparison, theme=theme()), "order")


def draw(chart: Chart, key: str) -> None:
    """One chart with its words and its table."""
    import pandas as pd

    st.subheader(chart.title)
    chart.figure.update_xaxes(automargin=True, nticks=4)
    chart.figure.update_yaxes(automargin=True)
    st.plotly_chart(chart.figure, theme=None, key=f"chart-{key}", config={"displayModeBar": False}, alt=chart.alt)
    say(f"{chart.alt} {chart.cannot_tell}", small=True)
    with st.expander("The figures behind it", type="compact", key=f"figures-{key}", on_change="rerun") as figures:
        if figures.open:
            st.dataframe(pd.DataFrame(list(chart.rows), columns=list(chart.columns)), hide_index=True, alt=chart.title)
