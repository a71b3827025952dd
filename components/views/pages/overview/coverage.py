"""The table of facts by outlets on the page Overview: which facts, in which order, how many at first."""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from ....report import coverage_table_html, legend
from ....report.selection import Order, Selection, shown
from ....story import Comparison
from ... import pagination, widgets
from ...html import render_html
from ...link_listener import PREFIX
from ...session import report_model

CHOICE: Final = "overview-group"
ORDER: Final = "overview-order"
ROWS: Final = "overview-table"
LIST: Final = "rows"
AT_FIRST: Final = 24
"""Facts shown before a reader asks for all: what comes after the table stays within reach."""
ORDERS: Final = {"story": "place", "weight": "weight", "group": "outlet"}
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
        selection = Selection(widgets.group(comparison, CHOICE), order)
    model = report_model(comparison)
    render_html(legend(model, marks=False))
    facts = shown(comparison, selection)
    folded = order == "group"
    with st.container(key=ROWS):
        drawn = facts if folded else pagination.first_rows(facts, AT_FIRST, LIST)
        render_html(coverage_table_html(model, facts=drawn, order=order, prefix=PREFIX, folded=folded))
    if not folded:
        pagination.show_all_button(len(facts), AT_FIRST, LIST, noun="facts", fewer=f"Show the first {AT_FIRST} only")
    return selection


def _order() -> Order:
    return cast(Order, widgets.one_of(ORDERS, "Order", ORDER, wrap=False, help=MEANING))
