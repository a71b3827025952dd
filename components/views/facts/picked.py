"""The fact in view: each passage that states it, in its context; steps to its neighbours; the way to Side by side."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ...report import fact_card
from ...report.words import number
from ...story import Comparison, Fact
from .. import state
from ..style import put, say
from .tracing import show_side_by_side

VERSION: Final = "facts-table-version"
"""Counts the steps taken by button: each makes a new table, whose picked row is the fact in view."""


def place(facts: list[Fact]) -> int:
    """Where the fact in view stands among those shown; the first if it is not among them."""
    wanted = state.chosen_fact()
    return next((n for n, fact in enumerate(facts) if fact.id == wanted), 0)


def table_key(facts: list[Fact]) -> str:
    """Names the table: another for other facts, and after each step by button."""
    return f"facts-table-{st.session_state.get(VERSION, 0)}-{hash(tuple(fact.id for fact in facts))}"


def _step(fact: Fact) -> None:
    state.choose_fact(fact.id)
    st.session_state[VERSION] = st.session_state.get(VERSION, 0) + 1


def card(comparison: Comparison, facts: list[Fact]) -> None:
    """The fact in view, with steps to its neighbours and the way to Side by side."""
    if not facts:
        return
    here, last = place(facts), len(facts) - 1
    fact = facts[here]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("◂ previous", disabled=here == 0, on_click=_step, args=(facts[max(0, here - 1)],), key="fact-previous")
        st.button("next ▸", disabled=here == last, on_click=_step, args=(facts[min(here + 1, last)],), key="fact-next")
        say(f"{here + 1} of {len(facts)} shown", small=True)
    put(fact_card(comparison, fact))
    first = fact.mentions[0]
    if st.button(f"Side by side at {first.article} {number(first.sentence)}", key="fact-side-by-side"):
        beside = tuple(key for key in comparison.keys if key != first.article and fact.presence[key].counts_as_in)
        show_side_by_side(comparison, first.article, first.sentence, beside)
