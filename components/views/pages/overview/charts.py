"""The charts of the page Overview, each with what it shows, what it cannot tell, and the table behind it."""

from __future__ import annotations

from html import escape
from typing import Final

import streamlit as st

from ....report.charts import Chart, facts_per_outlet, length_beside_facts, where_in_story
from ....report.palette import Theme
from ....report.position_drawing import movers
from ....story import Comparison
from ...html import render_html, render_note
from ...markdown_escape import shorten
from ...session import cached_in_session, report_model

KEPT: Final = "overview-drawn"
LONGEST: Final = 22
"""Letters of an article's name beside a bar in a narrow column."""


def theme() -> Theme:
    """The theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def shared_and_own(comparison: Comparison) -> None:
    """How many facts each article states, parted by who else states them."""
    draw(drawn(comparison)["shared"], "shared")


def length(comparison: Comparison) -> None:
    """How long each article is beside what it states."""
    draw(drawn(comparison)["length"], "length")


def order(comparison: Comparison) -> None:
    """Where each shared fact stands in each article."""
    draw(drawn(comparison)["order"], "order", movers(report_model(comparison)))


def drawn(comparison: Comparison) -> dict[str, Chart]:
    """The charts of a comparison in the reader's theme, made anew only when one of the two is another: Plotly takes its time."""
    shown = theme()
    return cached_in_session(KEPT, comparison, lambda: _made(comparison, shown), shown)


def _made(comparison: Comparison, shown: Theme) -> dict[str, Chart]:
    model = report_model(comparison)
    charts = {
        "shared": narrowed(facts_per_outlet(model, theme=shown), comparison),
        "length": narrowed(length_beside_facts(model, theme=shown), comparison),
        "order": where_in_story(model, theme=shown),
    }
    for chart in charts.values():
        chart.figure.update_xaxes(automargin=True)
        chart.figure.update_yaxes(automargin=True)
    return charts


def narrowed(chart: Chart, comparison: Comparison) -> Chart:
    """A chart of one bar an article for a narrow column: short names, few ticks. The words below it have the names whole."""
    names = [escape(shorten(article.title, LONGEST)) for article in comparison.articles]
    chart.figure.update_yaxes(tickmode="array", tickvals=list(chart.figure.data[0].y), ticktext=names)
    chart.figure.update_xaxes(nticks=3, tickangle=0)
    chart.figure.update_annotations(font_size=13)
    chart.figure.update_layout(margin={"r": 12})
    return chart


def draw(chart: Chart, key: str, named: str = "") -> None:
    """One chart with its words and its table; `named`: what it shows best, as HTML of report/, below it."""
    import pandas as pd

    st.header(chart.title)
    st.plotly_chart(chart.figure, theme=None, key=f"chart-{key}", config={"displayModeBar": False}, alt=chart.alt)
    if named:
        render_html(named)
    render_note(f"{chart.alt} {chart.cannot_tell}", small=True)
    with st.expander("The figures behind it", type="compact", key=f"figures-{key}", on_change="rerun") as figures:
        if figures.open:
            st.dataframe(pd.DataFrame(list(chart.rows), columns=list(chart.columns)), hide_index=True, alt=chart.title)
