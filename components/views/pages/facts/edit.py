"""Corrections of the fact in view: looked at, its state in an article, its label, what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

import streamlit as st

from ....corrections import check_fact, label_fact, merge_facts, set_presence, split_fact
from ....report.wording import number, shorten, symbol
from ....story import LABELS, Comparison, Fact, SentenceRef, Status
from ... import actions
from ...apply_corrections import correct
from ...html import render_note
from ...markdown_escape import escape_label

LABEL: Final = "fact-label"
APART: Final = "fact-apart"
OTHER: Final = "fact-other"
SHORT: Final = 70
"""Letters of a passage or another fact in a list to choose from."""


def tools(comparison: Comparison, fact: Fact) -> None:
    """What can be corrected about the fact, behind one line until it is wanted."""
    if not fact.checked:
        st.button(
            "Mark as checked",
            key="fact-check",
            on_click=correct,
            args=(check_fact(comparison, fact.id),),
            help="You looked at this fact and it stands as it should.",
        )
    with st.expander("Correct this fact", type="compact", key="fact-correct"):
        for article in comparison.articles:
            _state(comparison, fact, article.key)
        _label(comparison, fact)
        _split(comparison, fact)
        _merge(comparison, fact)


def _state(comparison: Comparison, fact: Fact, key: str) -> None:
    name, now = f"fact-state-{key}", fact.presence[key].status
    st.session_state[name] = now
    st.segmented_control(
        f"In {escape_label(comparison.article(key).title, 40)}",
        options=list(LABELS),
        format_func=lambda status: f"{symbol(cast(Status, status))} {LABELS[cast(Status, status)]}",
        key=name,
        required=True,
        wrap=True,
        on_change=_set,
        args=(comparison, fact.id, key, name),
    )


def _set(comparison: Comparison, fact_id: str, key: str, name: str) -> None:
    correct(set_presence(comparison, fact_id, key, str(st.session_state[name])))


def _label(comparison: Comparison, fact: Fact) -> None:
    with st.form("fact-label-form", border=False):
        st.text_input("What the fact is called", value=fact.label, key=f"{LABEL}-{fact.id}")
        if st.form_submit_button("Keep this label"):
            _try(lambda: correct(label_fact(comparison, fact.id, str(st.session_state[f"{LABEL}-{fact.id}"]))))


def _split(comparison: Comparison, fact: Fact) -> None:
    """Passages that say something else become a fact of their own."""
    told: dict[SentenceRef, str] = {}
    for mention in fact.mentions:
        told[mention.sentence_ref] = f"{mention.article} {number(mention.sentence)}: {shorten(mention.text, SHORT)}"
    if len(told) < 2:
        return
    with st.form("fact-split-form", border=False):
        st.multiselect(
            "Passages that state something else", list(told), format_func=lambda s: told.get(s, ""), key=f"{APART}-{fact.id}"
        )
        if st.form_submit_button("Set these apart"):
            chosen = cast("list[SentenceRef]", st.session_state[f"{APART}-{fact.id}"])
            _try(lambda: correct(split_fact(comparison, fact.id, chosen)))


def _merge(comparison: Comparison, fact: Fact) -> None:
    """Another fact that is the same."""
    others = {other.id: shorten(other.label, SHORT) for other in comparison.facts if other.id != fact.id}
    if not others:
        return
    with st.form("fact-merge-form", border=False):
        st.selectbox(
            "The same as another fact",
            list(others),
            index=None,
            format_func=lambda known: others.get(known, ""),
            key=f"{OTHER}-{fact.id}",
            placeholder="type to find it",
        )
        chosen = st.session_state[f"{OTHER}-{fact.id}"]
        if st.form_submit_button("Join the two") and chosen:
            _try(lambda: correct(merge_facts(comparison, fact.id, str(chosen))))


def _try(act: Callable[[], None]) -> None:
    """Make a correction, then draw the page anew; what cannot be is said."""
    try:
        act()
    except ValueError as error:
        render_note(str(error), role="alert")
        return
    actions.session().fact_moves += 1
    st.rerun()
