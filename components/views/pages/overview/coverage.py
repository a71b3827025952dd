"""The table of facts by outlets on the page Overview: which facts, in which order, how many at first."""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from ....report import coverage_table_html, legend
from ....report.coverage_table import smaller_facts_html, table_of_sections
from ....report.selection import Order, Selection, part_small, sections, select_facts, set_apart
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
    """Draw the table, of one group or of all facts, in one of three orders; small facts fold away. Returns what it shows."""
    st.header("Who states what")
    with st.container(horizontal=True, gap="large", key="overview-controls"):
        order = _order_control() if len(comparison.articles) > 1 else "weight"
        selection = Selection(widgets.fact_group(comparison, GROUP_KEY), order)
    model = report_model(comparison)
    render_html(legend(model, marks=False))
    facts = select_facts(comparison, selection)
    main, small = part_small(facts)
    with st.container(key=TABLE_KEY):
        if order == "group":
            grouped = set_apart(sections(comparison, facts, order), small)
            render_html(table_of_sections(model, grouped, prefix=PREFIX, folded=True))
        else:
            rows = pagination.first_rows(main, AT_FIRST, LIST_KEY)
            render_html(coverage_table_html(model, facts=rows, order=order, prefix=PREFIX))
            noun = "larger facts" if small else "facts"
            pagination.show_all_button(len(main), AT_FIRST, LIST_KEY, noun=noun, fewer=f"Show the first {AT_FIRST} only")
        if small:
            render_html(smaller_facts_html(model, small, prefix=PREFIX))
    return selection


def _order_control() -> Order:
    return cast(Order, widgets.choice(ORDERS, "Order", ORDER_KEY, wrap=False, help=ORDER_HELP))
