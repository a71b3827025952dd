"""One row a pair of details: both sentences, the verdict, how it was found, and a button that opens them side by side."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ...report import differences
from ...report.words import number
from ...story import Comparison, Difference
from ..side_by_side import open_at
from ..style import put

WHOLE: Final = "differences-whole"
AT_FIRST: Final = 20
"""Rows shown before a reader asks for all: each has a button of its own, and hundreds of them make a page slow."""


def draw(comparison: Comparison, shown: tuple[Difference, ...]) -> None:
    """The rows, the first of them until all are asked for."""
    whole = len(shown) <= AT_FIRST or st.session_state.get(WHOLE, False)
    places = {id(difference): n for n, difference in enumerate(comparison.differences)}
    for difference in shown if whole else shown[:AT_FIRST]:
        _row(comparison, difference, places[id(difference)])
    if len(shown) > AT_FIRST:
        told = "Show fewer" if whole else f"Show all {len(shown)}"
        st.button(told, key="differences-more", on_click=_toggle, args=(not whole,))


def _row(comparison: Comparison, difference: Difference, place: int) -> None:
    first, second = difference.left, difference.right
    with st.container(key=f"difference-row-{place}", gap="xxsmall"):
        put(differences(comparison, chosen=[difference], level=2))
        told = f"Side by side at {first.article} {number(first.sentence)} and {second.article} {number(second.sentence)}"
        if st.button(told, key=f"difference-{place}", type="tertiary"):
            open_at(comparison, first.article, first.sentence, (second.article,))


def _toggle(whole: bool) -> None:
    st.session_state[WHOLE] = whole
