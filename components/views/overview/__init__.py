"""The page Overview: how much is shared, who states what, where each fact stands, how each outlet begins; files to keep.

parts.py      the big numbers, headlines and ledes
rows.py       the table of facts by outlets, and the way from a row to its evidence
charts.py     Plotly charts, each with its table and what it cannot tell
downloads.py  report, tables, JSON
"""

from __future__ import annotations

import streamlit as st

from .. import frame
from . import charts, downloads, parts, rows

NARROW = 3
"""Up to so many articles the table of speakers fits the narrow column."""


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    several = len(comparison.articles)
    with st.container(key="overview-grid"):
        wide, narrow = st.columns([1.75, 1], gap="large")
        with wide:
            rows.table(comparison)
        with narrow:
            parts.numbers(comparison)
            parts.details(comparison)
            if several <= NARROW:
                parts.speakers(comparison)
            if several > 1:
                charts.shared_and_own(comparison)
                charts.length(comparison)
            downloads.offer(comparison)
    if several > NARROW:
        parts.speakers(comparison)
    parts.headlines(comparison)
    if several > 1:
        charts.order(comparison)
