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
    comparison = page_header.draw_header()
    if comparison is None:
        return
    if len(comparison.articles) == 1:
        render_note(ALONE)
        return
    onboarding.page_line("Differences")
    with st.container(key="differences"):
        _draw_differences(comparison)
    downloads.download_buttons(comparison)


def _draw_differences(comparison: Comparison) -> None:
    model = report_model(comparison)
    differing_count, note_count = len(model.numbered_differences), len(model.notes)
    if not differing_count:
        render_note(f"{NONE} Notes tell what else was compared." if note_count else NONE)
    if not differing_count + note_count:
        return
    differences = filters.filter_controls(comparison)
    difference_list.draw_rows(comparison, differences)
