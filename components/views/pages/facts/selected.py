"""The fact in view: each passage that states it, in its context; steps to its neighbours; the way to Side by side."""

from __future__ import annotations

import streamlit as st

from ....report import fact_card
from ....report.wording import sentence_number
from ....story import Comparison, Fact
from ... import actions
from ...html import render_html, render_note
from ...session import report_model
from ..side_by_side import open_at
from . import edit


def row_of_chosen(facts: list[Fact]) -> int:
    """Return the index of the fact in view among those shown; 0 if it is not among them."""
    fact_id = actions.chosen_fact()
    return next((n for n, fact in enumerate(facts) if fact.id == fact_id), 0)


def table_key(facts: list[Fact]) -> str:
    """Return the table's key: a new one for other facts, and after a fact was chosen elsewhere, so that its row is picked."""
    return f"facts-table-{actions.session().table_version}-{hash(tuple(fact.id for fact in facts))}"


def draw_card(comparison: Comparison, facts: list[Fact]) -> None:
    """Draw the fact in view, with steps to its neighbours and the button that leads to Side by side."""
    if not facts:
        return
    row, last = row_of_chosen(facts), len(facts) - 1
    fact = facts[row]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            "◂ previous",
            disabled=row == 0,
            on_click=actions.choose_fact,
            args=(facts[max(0, row - 1)].id,),
            key="fact-previous",
        )
        st.button(
            "next ▸", disabled=row == last, on_click=actions.choose_fact, args=(facts[min(row + 1, last)].id,), key="fact-next"
        )
        render_note(f"Fact {row + 1} of {len(facts)}", small=True)
    render_html(fact_card(report_model(comparison), fact))
    edit.edit_tools(comparison, fact)
    first = fact.mentions[0]
    if st.button(f"Side by side at {first.article} {sentence_number(first.sentence)}", key="fact-side-by-side"):
        beside = tuple(key for key in comparison.keys if key != first.article and fact.presence[key].counts_as_in)
        open_at(comparison, first.article, first.sentence, beside)
