"""The fact in view: each passage that states it, in its context; steps to its neighbours; the way to Side by side."""

from __future__ import annotations

import streamlit as st

from ...report import fact_card
from ...report.words import number
from ...story import Comparison, Fact
from .. import state
from ..style import put, say
from .tracing import show_side_by_side

ROW = "facts-row"


def pick_row(fact_id: str) -> None:
    """A row was picked in the table: it comes into view, unless it is the row that was picked before (the buttons moved on)."""
    if st.session_state.get(ROW) != fact_id:
        st.session_state[ROW] = fact_id
        state.choose_fact(fact_id)


def card(comparison: Comparison, facts: list[Fact]) -> None:
    """The chosen fact, or the first of those shown."""
    if not facts:
        return
    ids = [fact.id for fact in facts]
    wanted = state.chosen_fact()
    place = ids.index(wanted) if wanted in ids else 0
    fact = facts[place]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button("◂ previous", disabled=place == 0, on_click=state.choose_fact, args=(ids[max(0, place - 1)],), key="fact-previous")
        st.button("next ▸", disabled=place == len(ids) - 1, on_click=state.choose_fact, args=(ids[min(place + 1, len(ids) - 1)],), key="fact-next")
        say(f"{place + 1} of {len(ids)} shown", small=True)
    put(fact_card(comparison, fact))
    first = fact.mentions[0]
    if st.button(f"Side by side at {first.article} {number(first.sentence)}", key="fact-side-by-side"):
        beside = tuple(key for key in comparison.keys if key != first.article and fact.presence[key].counts_as_in)
        show_side_by_side(comparison, first.article, first.sentence, beside)
