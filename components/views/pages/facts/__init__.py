"""The page Facts: a table to filter, and one fact with each of its passages in context.

table.py     the facts that the filters let through, as rows
selected.py  the fact in view
edit.py      what can be corrected about it
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, cast

import streamlit as st

from ....report.selection import Selection, part_small, select_facts
from ....report.wording import part_of, smaller_facts
from ....story import Comparison, Fact
from ... import actions, downloads, onboarding, page_header, widgets
from ...html import render_note
from ...markdown_escape import escape_label, shorten
from . import selected, table

GROUP_KEY: Final = "facts-group"
WORDS_KEY: Final = "facts-words"
STATED_KEY: Final = "facts-stated"
SMALL_KEY: Final = "facts-small"
DISAGREE_KEY: Final = "facts-disagree"
ROW_HEIGHT: Final = 62
"""Pixels: Streamlit wraps the text of a row that is higher than four of our 15-pixel letters."""
LETTER_WIDTH: Final = 8
"""Pixels of one letter, nearly: what does not fit three lines of a cell is cut; the fact in view is shown whole."""
VISIBLE_ROWS: Final = 10
"""Rows that the table shows at once."""
SECOND_WIDTH: Final = 120
"""Pixels of the column of a second reader."""
HEADING_HEIGHT: Final = 38
"""Pixels of the table's heading and border."""


def page() -> None:
    """Draw the page."""
    comparison = page_header.draw_header()
    if comparison is None:
        return
    onboarding.page_line("Facts")
    with st.container(key="facts-grid"):
        rows, one = st.columns([1.45, 1], gap="large")
        with rows:
            selection = _filter_controls(comparison)
            main, small = part_small(select_facts(comparison, selection))
            facts = [*main, *(small if _shows_small(small) else ())]
            _fact_table(comparison, facts)
            _small_control(small)
        with one:
            selected.draw_card(comparison, facts)
    downloads.download_buttons(comparison, selection)


def _filter_controls(comparison: Comparison) -> Selection:
    choice = widgets.fact_group(comparison, GROUP_KEY)
    words, keys = st.columns([1.3, 1])
    with words:
        help_text = "Only facts with a passage that has all of these words, or words that begin so."
        st.text_input("With these words", key=WORDS_KEY, placeholder="any words of a passage", help=help_text)
    with keys:
        titles = {article.key: article.title for article in comparison.articles}
        st.multiselect(
            "Told in",
            options=list(titles),
            format_func=lambda key: titles.get(key, key),
            key=STATED_KEY,
            placeholder="any article",
            help="Only facts that each of these articles tells: whole, in part or differently.",
        )
    stated = tuple(key for key in cast(list[str], st.session_state[STATED_KEY]) if key in titles)
    return Selection(choice, search=st.session_state[WORDS_KEY], keys=stated, disagreeing=_disagreeing_control(comparison))


def _disagreeing_control(comparison: Comparison) -> bool:
    """Draw the box that lets only facts through on which the readers disagree, where a second one was asked."""
    if comparison.second_reader is None:
        return False
    count = sum(fact.readers_disagree for fact in comparison.facts)
    return st.checkbox(
        f"Readers disagree: {part_of(count, len(comparison.facts))}",
        key=DISAGREE_KEY,
        help="Only facts of which the second reader says something else than the state in an article.",
    )


def _shows_small(small: Sequence[Fact]) -> bool:
    """Return whether the small facts are asked for: by the box below the table, or by a way that leads to one of them."""
    if actions.chosen_fact() in {fact.id for fact in small}:
        st.session_state[SMALL_KEY] = True
    return bool(st.session_state.get(SMALL_KEY))


def _small_control(small: Sequence[Fact]) -> None:
    """Draw the box that shows the small facts behind the others, if there are any."""
    if small:
        st.checkbox(
            smaller_facts(len(small)),
            key=SMALL_KEY,
            on_change=_leave_small,
            args=({fact.id for fact in small},),
            help="Facts of little weight: they stand behind the others, and are in every file.",
        )


def _leave_small(ids: Collection[str]) -> None:
    """Leave a small fact in view when the small ones are folded away."""
    if not st.session_state[SMALL_KEY] and actions.chosen_fact() in ids:
        actions.choose_fact(None)


def _fact_table(comparison: Comparison, facts: list[Fact]) -> None:
    render_note(f"{part_of(len(facts), len(comparison.facts))} shown. Pick a row, or step with the buttons.", small=True)
    if not facts:
        render_note("No fact fits these filters.")
        return
    widths = _column_widths(comparison)
    event = st.dataframe(
        table.fact_frame(comparison, facts, longest=3 * widths["fact"] // LETTER_WIDTH),
        hide_index=True,
        on_select="rerun",
        selection_mode="single-row",
        selection_default={"selection": {"rows": [selected.row_of_chosen(facts)]}},
        row_height=ROW_HEIGHT,
        height=HEADING_HEIGHT + min(VISIBLE_ROWS, len(facts)) * ROW_HEIGHT,
        column_config={
            name: st.column_config.TextColumn(shorten(name, width // LETTER_WIDTH), width=width, help=escape_label(name))
            for name, width in widths.items()
        },
        key=selected.table_key(facts),
        alt="Facts, and where each is stated",
    )
    chosen = cast("dict[str, dict[str, list[int]]]", event)["selection"]["rows"]
    if chosen and chosen[0] < len(facts):
        actions.choose_fact(facts[chosen[0]].id, by_row=True)


def _column_widths(comparison: Comparison) -> dict[str, int]:
    """Return the pixels of each column: the fact gets what the articles leave, and its text wraps."""
    several = len(comparison.articles)
    second = {table.SECOND: SECOND_WIDTH} if comparison.second_reader else {}
    each = (118 if several < 3 else 100 if several == 3 else 84) - (14 if second else 0)
    fact = max(180 if second else 210, 526 - each * several - sum(second.values()))
    return {"fact": fact, "where": 70, **{article.title: each for article in comparison.articles}, **second}
