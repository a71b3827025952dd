"""One row a pair of details: both sentences, the verdict, how it was found, and a button that opens them side by side."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....corrections import judge_difference
from ....report import differences_html
from ....report.wording import sentence_number
from ....story import Comparison, Difference
from ... import pagination
from ...apply_corrections import correct
from ...html import render_html
from ...session import report_model
from ..side_by_side import open_at

LIST_KEY: Final = "differences"
AT_FIRST: Final = 20
"""Rows shown before a reader asks for all: each has a button of its own, and hundreds of them make a page slow."""


def draw_rows(comparison: Comparison, differences: tuple[Difference, ...]) -> None:
    """Draw the rows: the first ones, until a reader asks for all."""
    indices = {id(difference): n for n, difference in enumerate(comparison.differences)}
    for difference in pagination.first_rows(differences, AT_FIRST, LIST_KEY):
        _row(comparison, difference, indices[id(difference)])
    pagination.show_all_button(len(differences), AT_FIRST, LIST_KEY, fewer="Show fewer")


def _row(comparison: Comparison, difference: Difference, index: int) -> None:
    first, second = difference.left, difference.right
    with st.container(key=f"difference-row-{index}", gap="xxsmall"):
        render_html(differences_html(report_model(comparison), chosen=[difference], level=2))
        with st.container(horizontal=True, key=f"difference-ways-{index}"):
            places = [f"{detail.article} {sentence_number(detail.sentence)}" for detail in (first, second)]
            if st.button(f"Side by side at {' and '.join(places)}", key=f"difference-{index}", type="tertiary"):
                open_at(comparison, first.article, first.sentence, (second.article,))
            _verdict_buttons(comparison, difference, index)


def _verdict_buttons(comparison: Comparison, difference: Difference, index: int) -> None:
    """Draw the buttons by which a reader says that a difference holds, or is none; for a note only what reverses their word."""
    if difference.verdict == "differs" and not difference.checked:
        _verdict_button(comparison, difference, f"holds-{index}", "It holds", holds=True)
    if difference.verdict == "differs":
        _verdict_button(comparison, difference, f"none-{index}", "No difference", holds=False)
    elif difference.checked == "none":
        _verdict_button(comparison, difference, f"holds-{index}", "It differs after all", holds=True)


def _verdict_button(comparison: Comparison, difference: Difference, key: str, label: str, *, holds: bool) -> None:
    st.button(label, key=key, type="tertiary", on_click=_judge, args=(comparison, difference, holds))


def _judge(comparison: Comparison, difference: Difference, holds: bool) -> None:
    correct(judge_difference(comparison, difference, holds=holds))
