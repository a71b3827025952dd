"""The table of facts by outlets on the page Overview: which facts, in which order, how many at first."""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from ...report import coverage_table, legend
from ...report.orders import Order, ordered
from ...report.selection import Selection
from ...story import Comparison
from .. import groups
from ..heard import PREFIX
from ..style import put

CHOICE: Final = "overview-group"
ORDER: Final = "overview-order"
ROWS: Final = "overview-table"
WHOLE: Final = "overview-whole"
AT_FIRST: Final = 24
"""Facts shown before a reader asks for all: what comes after the table stays within reach."""
ORDERS: Final[dict[Order, str]] = {"story": "place", "weight": "weight", "group": "outlet"}
MEANING: Final = (
    "Place: as the story goes, by the mean of where each fact first stands in the articles that state it. "
    "Weight: first the facts that most articles state (in part counts), of those the ones told earliest. "
    "Outlet: grouped by who states it, each group under a heading that opens and closes."
)


def table(comparison: Comparison) -> Selection:
    """The table, of one group or of all facts, in one of three orders; a fact and a sentence number lead to their evidence.

    Returns what it shows.
    """
    st.header("Who states what")
    with st.container(horizontal=True, gap="large", key="overview-controls"):
        order = _order() if len(comparison.articles) > 1 else "story"
        choice = groups.control(comparison, "Show facts", CHOICE)
    put(legend(comparison, marks=False))
    facts = ordered(comparison, [fact for fact in comparison.facts if groups.belongs(fact, choice)], order)
    folded = order == "group"
    whole = folded or len(facts) <= AT_FIRST or st.session_state.get(WHOLE, False)
    with st.container(key=ROWS):
        shown = facts if whole else facts[:AT_FIRST]
        put(coverage_table(comparison, facts=shown, order=order, prefix=PREFIX, folded=folded))
    if len(facts) > AT_FIRST and not folded:
        name = f"Show the first {AT_FIRST} only" if whole else f"Show all {len(facts)} facts"
        st.button(name, key="rows-more", on_click=_toggle, args=(not whole,))
    return Selection(choice, order)


def _order() -> Order:
    if st.session_state.get(ORDER) not in ORDERS:
        st.session_state[ORDER] = "story"
    st.segmented_control(
        "Order", options=list(ORDERS), format_func=lambda order: ORDERS[order], key=ORDER, required=True, help=MEANING
    )
    return cast(Order, st.session_state[ORDER])


def _toggle(whole: bool) -> None:
    st.session_state[WHOLE] = whole
