"""The page Overview, in the order in which a reader needs it: what differs, who states what, whose words, where, who speaks.

parts.py   the big numbers, the details that differ, shared copy, headlines and ledes, speakers
rows.py    the table of facts by outlets in three orders
charts.py  Plotly charts, each with its table and what it cannot tell
"""

from __future__ import annotations

import streamlit as st

from .. import downloads, frame, guide, heard
from . import charts, parts, rows

PAGE = "overview"


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    guide.answers("Overview")
    heard.follow(comparison, inside=PAGE)  # it listens before there are links
    several = len(comparison.articles) > 1
    with st.container(key=PAGE):
        parts.numbers(comparison)
        parts.details(comparison)
        selection = rows.table(comparison)
        parts.copied(comparison)
        parts.headlines(comparison)
        if several:
            charts.order(comparison)
        parts.speakers(comparison)
        if several:
            with st.container(key="overview-charts"):
                first, second = st.columns(2, gap="large")
                with first:
                    charts.length(comparison)
                with second:
                    charts.shared_and_own(comparison)
        downloads.offer(comparison, selection)
