"""One row a pair of details: both sentences, the verdict, how it was found, and a button that opens them side by side."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....corrections import judge_difference
from ....report import differences_html
from ....report.wording import number
from ....story import Comparison, Difference
from ... import pagination
from ...apply_corrections import correct
from ...html import render_html
from ...session import report_model
from ..side_by_side import open_at

LIST: Final = "differences"
AT_FIRST: Final = 20
"""Rows shown before a reader asks for all: each has a button of its own, and hundreds of them make a page slow."""


def draw(comparison: Comparison, shown: tuple[Difference, ...]) -> None:
    """The rows, the first of them until all are asked for."""
    places = {id(difference): n for n, difference in enumerate(comparison.differences)}
    for difference in pagination.first_rows(shown, AT_FIRST, LIST):
        _row(comparison, difference, places[id(difference)])
    pagination.show_all_button(len(shown), AT_FIRST, LIST, fewer="Show fewer")


def _row(comparison: Comparison, difference: Difference, place: int) -> None:
    first, second = difference.left, difference.right
    with st.container(key=f"difference-row-{place}", gap="xxsmall"):
        render_html(differences_html(report_model(comparison), chosen=[difference], level=2))
        with st.container(horizontal=True, key=f"difference-ways-{place}"):
            told = f"Side by side at {first.article} {number(first.sentence)} and {second.article} {number(second.sentence)}"
            if st.button(told, key=f"difference-{place}", type="tertiary"):
                open_at(comparison, first.article, first.sentence, (second.article,))
            _verdict(comparison, difference, place)


def _verdict(comparison: Comparison, difference: Difference, place: int) -> None:
    """What a reader can say of it: that it holds, or is no difference; of a note only what they said before can be turned."""
    if difference.verdict == "differs" and not difference.checked:
        _say(comparison, difference, f"holds-{place}", "It holds", holds=True)
    if difference.verdict == "differs":
        _say(comparison, difference, f"none-{place}", "No difference", holds=False)
    elif difference.checked == "none":
        _say(comparison, difference, f"holds-{place}", "It differs after all", holds=True)


def _say(comparison: Comparison, difference: Difference, key: str, told: str, *, holds: bool) -> None:
    st.button(told, key=key, type="tertiary", on_click=_judge, args=(comparison, difference, holds))


def _judge(comparison: Comparison, difference: Difference, holds: bool) -> None:
    correct(judge_difference(comparison, difference, holds=holds))
