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

CHARTS_KEY: Final = "overview-drawn"
MAX_NAME_LENGTH: Final = 22
"""Letters of an article's name beside a bar in a narrow column."""


def theme() -> Theme:
    """Return the theme that the reader's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def draw_shared(comparison: Comparison) -> None:
    """Draw how many facts each article states, divided by who else states them."""
    draw_chart(cached_charts(comparison)["shared"], "shared")


def draw_length(comparison: Comparison) -> None:
    """Draw how long each article is beside what it states."""
    draw_chart(cached_charts(comparison)["length"], "length")


def draw_order(comparison: Comparison) -> None:
    """Draw where each shared fact stands in each article."""
    draw_chart(cached_charts(comparison)["order"], "order", movers(report_model(comparison)))


def cached_charts(comparison: Comparison) -> dict[str, Chart]:
    """Return the charts of a comparison in the reader's theme, made once for both: Plotly takes its time."""
    colour_theme = theme()
    return cached_in_session(CHARTS_KEY, comparison, lambda: _make_charts(comparison, colour_theme), colour_theme)


def _make_charts(comparison: Comparison, colour_theme: Theme) -> dict[str, Chart]:
    model = report_model(comparison)
    charts = {
        "shared": fit_narrow_column(facts_per_outlet(model, theme=colour_theme), comparison),
        "length": fit_narrow_column(length_beside_facts(model, theme=colour_theme), comparison),
        "order": where_in_story(model, theme=colour_theme),
    }
    for chart in charts.values():
        chart.figure.update_xaxes(automargin=True)
        chart.figure.update_yaxes(automargin=True)
    return charts


def fit_narrow_column(chart: Chart, comparison: Comparison) -> Chart:
    """Return a chart of one bar an article for a narrow column: short names, few ticks. The words below have the full names."""
    names = [escape(shorten(article.title, MAX_NAME_LENGTH)) for article in comparison.articles]
    chart.figure.update_yaxes(tickmode="array", tickvals=list(chart.figure.data[0].y), ticktext=names)
    chart.figure.update_xaxes(nticks=3, tickangle=0)
    chart.figure.update_annotations(font_size=13)
    chart.figure.update_layout(margin={"r": 12})
    return chart


def draw_chart(chart: Chart, key: str, named: str = "") -> None:
    """Draw a chart with its words and its table; `named` is HTML of report/ that names what it shows best."""
    import pandas as pd

    st.header(chart.title)
    st.plotly_chart(chart.figure, theme=None, key=f"chart-{key}", config={"displayModeBar": False}, alt=chart.alt)
    if named:
        render_html(named)
    render_note(f"{chart.alt} {chart.cannot_tell}", small=True)
    with st.expander("The figures behind it", type="compact", key=f"figures-{key}", on_change="rerun") as figures:
        if figures.open:
            st.dataframe(pd.DataFrame(list(chart.rows), columns=list(chart.columns)), hide_index=True, alt=chart.title)
