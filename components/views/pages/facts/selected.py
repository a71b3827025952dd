"""The fact in view: each passage that states it, in its context; steps to its neighbours; the way to Side by side."""

from __future__ import annotations

import streamlit as st

from ....report import fact_card
from ....report.wording import number
from ....story import Comparison, Fact
from ... import actions
from ...html import render_html, render_note
from ...session import report_model
from ..side_by_side import open_at
from . import edit


def place(facts: list[Fact]) -> int:
    """Where the fact in view stands among those shown; the first if it is not among them."""
    wanted = actions.chosen_fact()
    return next((n for n, fact in enumerate(facts) if fact.id == wanted), 0)


def table_key(facts: list[Fact]) -> str:
    """Names the table: a new one for other facts, and after a fact was chosen elsewhere, so that its row is the picked one."""
    return f"facts-table-{actions.session().fact_moves}-{hash(tuple(fact.id for fact in facts))}"


def card(comparison: Comparison, facts: list[Fact]) -> None:
    """The fact in view, with steps to its neighbours and the way to Side by side."""
    if not facts:
        return
    here, last = place(facts), len(facts) - 1
    fact = facts[here]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "◂ previous",
            disabled=here == 0,
            on_click=actions.choose_fact,
            args=(facts[max(0, here - 1)].id,),
            key="fact-previous",
        )
        st.button(
            "next ▸", disabled=here == last, on_click=actions.choose_fact, args=(facts[min(here + 1, last)].id,), key="fact-next"
        )
        render_note(f"Fact {here + 1} of {len(facts)}", small=True)
    render_html(fact_card(report_model(comparison), fact))
    edit.tools(comparison, fact)
    first = fact.mentions[0]
    if st.button(f"Side by side at {first.article} {number(first.sentence)}", key="fact-side-by-side"):
        beside = tuple(key for key in comparison.keys if key != first.article and fact.presence[key].counts_as_in)
        open_at(comparison, first.article, first.sentence, beside)
