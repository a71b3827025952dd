"""The page Facts: a table to filter, one fact with each of its passages in context, and a statement to trace.

table.py     what the filters let through, as rows
picked.py    the fact in view
tracing.py   a statement that the reader types
"""

from __future__ import annotations

from typing import cast

import streamlit as st

from ...report.words import of
from ...story import Comparison, Fact
from .. import frame, groups
from ..plain import label
from ..style import say
from . import picked, table, tracing

GROUP, WORDS, STATED = "facts-group", "facts-words", "facts-stated"


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    with st.container(key="facts-grid"):
        rows, one = st.columns([1.45, 1], gap="large")
        with rows:
            facts = _filters(comparison)
            _rows(comparison, facts)
        with one:
            picked.card(comparison, facts)
    tracing.box(comparison)


def _filters(comparison: Comparison) -> list[Fact]:
    choice = groups.control(comparison, "Show facts", GROUP)
    words, keys = st.columns([1.3, 1])
    with words:
        st.text_input("With these words", key=WORDS, placeholder="any words of a passage")
    with keys:
        titles = {article.key: label(article.title) for article in comparison.articles}
        st.multiselect("Stated in", options=list(titles), format_func=lambda k: titles.get(k, k), key=STATED)
    stated = tuple(key for key in cast(list[str], st.session_state[STATED]) if key in titles)
    return table.filtered(comparison, choice, st.session_state[WORDS], stated)


def _rows(comparison: Comparison, facts: list[Fact]) -> None:
    say(f"{of(len(facts), len(comparison.facts))} shown. Pick a row, or step with the buttons.", small=True)
    if not facts:
        say("No fact fits these filters.")
        return
    shown = table.frame_of(comparison, facts)
    event = st.dataframe(
        shown,
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        height=min(640, 38 + 36 * len(facts)),
        column_config={"fact": st.column_config.TextColumn(width="large"), "stated": st.column_config.TextColumn(width="small")},
        key=f"facts-table-{hash(tuple(fact.id for fact in facts))}",
        alt="Facts, and where each is stated",
    )
    chosen = cast("dict[str, dict[str, list[int]]]", event)["selection"]["rows"]
    if chosen and chosen[0] < len(facts):
        picked.pick_row(facts[chosen[0]].id)
