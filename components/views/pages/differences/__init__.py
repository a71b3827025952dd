"""The page Differences: details of one fact that do not agree, each with both sentences, the verdict and how it was found.

filters.py          which pairs of details the controls let through
difference_list.py  one row a pair, and the way from it to Side by side
"""

from __future__ import annotations

import streamlit as st

from ....story import Comparison
from ... import downloads, onboarding, page_header
from ...html import render_note
from ...session import report_model
from . import difference_list, filters

NONE = "No two details were found to differ."
ALONE = "One article stands alone here. Details are compared between two articles or more."


def page() -> None:
    """Draw the page."""
    comparison = page_header.begin()
    if comparison is None:
        return
    if len(comparison.articles) == 1:
        render_note(ALONE)
        return
    onboarding.answers("Differences")
    with st.container(key="differences"):
        _page(comparison)
    downloads.offer(comparison)


def _page(comparison: Comparison) -> None:
    model = report_model(comparison)
    many, quiet = len(model.numbered), len(model.notes)
    if not many:
        render_note(f"{NONE} Notes tell what else was compared." if quiet else NONE)
    if not many + quiet:
        return
    shown = filters.controls(comparison)
    difference_list.draw(comparison, shown)
