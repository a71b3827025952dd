"""Corrections of the fact in view: looked at, its state in an article, its label, what belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, cast

import streamlit as st

from ....corrections import check_fact, label_fact, merge_facts, set_presence, split_fact
from ....report.wording import sentence_number, shorten, symbol
from ....story import LABELS, Comparison, Fact, SentenceRef, Status
from ... import actions
from ...apply_corrections import correct
from ...html import render_note
from ...markdown_escape import escape_label

LABEL_KEY: Final = "fact-label"
SPLIT_KEY: Final = "fact-apart"
MERGE_KEY: Final = "fact-other"
MAX_CHOICE_LENGTH: Final = 70
"""Letters of a passage or another fact in a list to choose from."""


def edit_tools(comparison: Comparison, fact: Fact) -> None:
    """Draw what can be corrected about the fact, behind one line until it is wanted."""
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
            _presence_control(comparison, fact, article.key)
        _label_form(comparison, fact)
        _split_form(comparison, fact)
        _merge_form(comparison, fact)


def _presence_control(comparison: Comparison, fact: Fact, key: str) -> None:
    key_name, status = f"fact-state-{key}", fact.presence[key].status
    st.session_state[key_name] = status
    st.segmented_control(
        f"In {escape_label(comparison.article(key).title, 40)}",
        options=list(LABELS),
        format_func=lambda status: f"{symbol(cast(Status, status))} {LABELS[cast(Status, status)]}",
        key=key_name,
        required=True,
        wrap=True,
        on_change=_set_presence,
        args=(comparison, fact.id, key, key_name),
    )


def _set_presence(comparison: Comparison, fact_id: str, key: str, name: str) -> None:
    correct(set_presence(comparison, fact_id, key, str(st.session_state[name])))


def _label_form(comparison: Comparison, fact: Fact) -> None:
    with st.form("fact-label-form", border=False):
        st.text_input("What the fact is called", value=fact.label, key=f"{LABEL_KEY}-{fact.id}")
        if st.form_submit_button("Keep this label"):
            _attempt(lambda: correct(label_fact(comparison, fact.id, str(st.session_state[f"{LABEL_KEY}-{fact.id}"]))))


def _split_form(comparison: Comparison, fact: Fact) -> None:
    """Draw the form that makes some passages a fact of their own."""
    labels: dict[SentenceRef, str] = {}
    for mention in fact.mentions:
        labels[mention.sentence_ref] = (
            f"{mention.article} {sentence_number(mention.sentence)}: {shorten(mention.text, MAX_CHOICE_LENGTH)}"
        )
    if len(labels) < 2:
        return
    with st.form("fact-split-form", border=False):
        st.multiselect(
            "Passages that state something else",
            list(labels),
            format_func=lambda s: labels.get(s, ""),
            key=f"{SPLIT_KEY}-{fact.id}",
        )
        if st.form_submit_button("Set these apart"):
            chosen = cast("list[SentenceRef]", st.session_state[f"{SPLIT_KEY}-{fact.id}"])
            _attempt(lambda: correct(split_fact(comparison, fact.id, chosen)))


def _merge_form(comparison: Comparison, fact: Fact) -> None:
    """Draw the form that merges another fact into this one."""
    others = {other.id: shorten(other.label, MAX_CHOICE_LENGTH) for other in comparison.facts if other.id != fact.id}
    if not others:
        return
    with st.form("fact-merge-form", border=False):
        st.selectbox(
            "The same as another fact",
            list(others),
            index=None,
            format_func=lambda known: others.get(known, ""),
            key=f"{MERGE_KEY}-{fact.id}",
            placeholder="type to find it",
        )
        chosen = st.session_state[f"{MERGE_KEY}-{fact.id}"]
        if st.form_submit_button("Join the two") and chosen:
            _attempt(lambda: correct(merge_facts(comparison, fact.id, str(chosen))))


def _attempt(correct_fact: Callable[[], None]) -> None:
    """Make a correction, then draw the page anew; a note says why if it cannot be made."""
    try:
        correct_fact()
    except ValueError as error:
        render_note(str(error), role="alert")
        return
    actions.session().table_version += 1
    st.rerun()
