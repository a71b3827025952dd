"""The table of facts by outlets on the page Overview, and the way from a row to its evidence on the page Facts."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from ...report import coverage_table, legend
from ...report.overview import in_story_order
from ...story import Comparison
from .. import groups, state
from ..style import put

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

CHOICE: Final = "overview-group"
ROWS: Final = "overview-table"
WHOLE: Final = "overview-whole"
AT_FIRST: Final = 24
"""Facts shown before a reader asks for all: what comes after the table stays within reach."""


def table(comparison: Comparison) -> None:
    """The table, filtered by group; a row's fact leads to its passages."""
    choice = groups.control(comparison, "Show facts", CHOICE)
    facts = [fact for fact in comparison.facts if groups.belongs(fact, choice)]
    whole = len(facts) <= AT_FIRST or st.session_state.get(WHOLE, False)
    with st.container(key=ROWS):
        put(
            coverage_table(
                comparison, facts=facts if whole else in_story_order(comparison, facts)[:AT_FIRST], caption="Who states what"
            )
        )
    if len(facts) > AT_FIRST:
        st.button("Show fewer" if whole else f"Show all {len(facts)} facts", key="rows-more", on_click=_toggle, args=(not whole,))
    put(legend(comparison, marks=False))
    picked = _listener()(key="overview-rows", data={"inside": f".st-key-{ROWS}"}, on_fact_change=lambda: None).fact
    if picked:
        state.choose_fact(str(picked))
        state.go_to("Facts")


def _toggle(whole: bool) -> None:
    st.session_state[WHOLE] = whole


@cache
def _listener() -> ComponentRenderer:
    """Shows nothing: it hears a click (or Enter) on a row's link and tells which fact it was."""
    script = Path(__file__).with_name("rows.js").read_text(encoding="utf-8")
    return st.components.v2.component("samestory_rows", js=script)
