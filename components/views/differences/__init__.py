"""The page Differences: details of one fact that do not agree, each with both sentences, the verdict and how it was found.

chosen.py    which pairs of details the controls let through
rows.py      one row a pair, and the way from it to Side by side
"""

from __future__ import annotations

import streamlit as st

from ...report.verdicts import notes, numbered
from ...story import Comparison
from .. import downloads, frame, guide
from ..style import say
from . import chosen, rows

NONE = "No two details were found to differ."
ALONE = "One article stands alone here. Details are compared between two articles or more."


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    if len(comparison.articles) == 1:
        say(ALONE)
        return
    guide.answers("Differences")
    with st.container(key="differences"):
        _page(comparison)
    downloads.offer(comparison)


def _page(comparison: Comparison) -> None:
    many, quiet = len(numbered(comparison)), len(notes(comparison))
    if not many:
        say(f"{NONE} Notes tell what else was compared." if quiet else NONE)
    if not many + quiet:
        return
    shown = chosen.controls(comparison)
    rows.draw(comparison, shown)
