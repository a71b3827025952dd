"""The page Overview, in the order in which a reader needs it: what differs, who states what, whose words, where, who speaks.

sections.py  the big numbers, the details that differ, shared copy, headlines and ledes, speakers
coverage.py  the table of facts by outlets in three orders
charts.py    Plotly charts, each with its table and what it cannot tell
"""

from __future__ import annotations

import streamlit as st

from ... import downloads, link_listener, onboarding, page_header
from . import charts, coverage, sections

PAGE = "overview"


def page() -> None:
    """Draw the page."""
    comparison = page_header.draw_header()
    if comparison is None:
        return
    onboarding.page_line("Overview")
    link_listener.follow(comparison, inside=PAGE)  # it listens before there are links
    several = len(comparison.articles) > 1
    with st.container(key=PAGE):
        sections.draw_counts(comparison)
        sections.draw_differences(comparison)
        selection = coverage.draw_table(comparison)
        sections.draw_shared_text(comparison)
        sections.draw_headlines(comparison)
        if several:
            charts.draw_order(comparison)
        sections.draw_speakers(comparison)
        if several:
            with st.container(key="overview-charts"):
                first, second = st.columns(2, gap="large")
                with first:
                    charts.draw_length(comparison)
                with second:
                    charts.draw_shared(comparison)
        downloads.download_buttons(comparison, selection)
