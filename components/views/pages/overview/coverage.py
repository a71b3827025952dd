"""The table of facts by outlets on the page Overview: which facts, in which order, how many at first."""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from ....report import coverage_table_html, legend
from ....report.selection import Order, Selection, select_facts
from ....story import Comparison
from ... import pagination, widgets
from ...html import render_html
from ...link_listener import PREFIX
from ...session import report_model

GROUP_KEY: Final = "overview-group"
ORDER_KEY: Final = "overview-order"
TABLE_KEY: Final = "overview-table"
LIST_KEY: Final = "rows"
AT_FIRST: Final = 24
"""Facts shown before a reader asks for all: what comes after the table stays within reach."""
ORDERS: Final = {"weight": "weight", "story": "place", "group": "outlet"}
ORDER_HELP: Final = (
    "Weight: first what matters most to the story; a fact's card says why it stands where it does. "
    "Place: as the story goes, by the mean of where each fact first stands in the articles that mention it. "
    "Outlet: grouped by who states it, each group under a heading that opens and closes."
)


def draw_table(comparison: Comparison) -> Selection:
    """Draw the table, of one group or of all facts, in one of three orders. Returns what it shows."""
    st.header("Who states what")
    with st.container(horizontal=True, gap="large", key="overview-controls"):
        order = _order_control() if len(comparison.articles) > 1 else "weight"
        selection = Selection(widgets.fact_group(comparison, GROUP_KEY), order)
    model = report_model(comparison)
    render_html(legend(model, marks=False))
    facts = select_facts(comparison, selection)
    folded = order == "group"
    with st.container(key=TABLE_KEY):
        rows = facts if folded else pagination.first_rows(facts, AT_FIRST, LIST_KEY)
        render_html(coverage_table_html(model, facts=rows, order=order, prefix=PREFIX, folded=folded))
    if not folded:
        pagination.show_all_button(len(facts), AT_FIRST, LIST_KEY, noun="facts", fewer=f"Show the first {AT_FIRST} only")
    return selection


def _order_control() -> Order:
    return cast(Order, widgets.choice(ORDERS, "Order", ORDER_KEY, wrap=False, help=ORDER_HELP))
