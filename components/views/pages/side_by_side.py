"""The page Side by side: two to four articles in columns; picking a sentence brings its partners beside it."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import streamlit as st

from ...report.corrections import describe
from ...story import Comparison
from .. import actions, apply_corrections, page_header
from ..html import render_note
from ..markdown_escape import escape_label
from ..reading import payload, show
from ..session import cached_in_session, report_model

COLUMNS_KEY: Final = "side-by-side-columns"
PAYLOAD_KEY: Final = "side-by-side-drawn"
ALONE: Final = "One article stands alone here. Add another about the same event on the page Articles, then compare."
MAX_COLUMNS: Final = 4
"""Columns at once: more cannot be read on one screen."""


def page() -> None:
    """Draw the page."""
    comparison = page_header.draw_header()
    if comparison is None:
        return
    if len(comparison.articles) == 1:
        render_note(ALONE)
    keys = _column_keys(comparison)
    view = cached_in_session(PAYLOAD_KEY, comparison, lambda: payload(report_model(comparison), keys), keys)
    show(
        {**view, **_undo_redo_labels(comparison), "pick": _requested_sentence(keys)},
        on_correction=partial(apply_corrections.apply_message, comparison),
    )


def _undo_redo_labels(comparison: Comparison) -> dict[str, str]:
    """Return what undo and redo would change, in words; empty where there is nothing."""
    log = actions.session().log
    return {name: describe(made[-1], comparison) if made else "" for name, made in (("undo", log.done), ("redo", log.undone))}


def open_at(comparison: Comparison, key: str, sentence: int, beside: tuple[str, ...] = ()) -> None:
    """Turn to this page with a sentence picked; its article is shown, and the first two of `beside` if there are any."""
    others = [other for other in (*beside, *actions.chosen_keys(), *comparison.keys) if other != key]
    keys = {key, *list(dict.fromkeys(others))[: max(1, len(beside[:2]))]}
    actions.choose_keys(tuple(k for k in comparison.keys if k in keys))
    actions.choose_sentence(key, sentence)
    actions.go_to("Side by side")


def _column_keys(comparison: Comparison) -> tuple[str, ...]:
    """Return the keys to show, chosen by a control when there is a choice."""
    if len(comparison.articles) < 3:
        return comparison.keys
    st.session_state[COLUMNS_KEY] = list(actions.chosen_keys())
    st.pills(
        f"Articles in columns (two to {MAX_COLUMNS})",
        options=list(comparison.keys),
        selection_mode="multi",
        format_func=lambda key: escape_label(comparison.article(key).title, 40),
        key=COLUMNS_KEY,
        on_change=_choose_columns,
    )
    return actions.chosen_keys()


def _choose_columns() -> None:
    """Use a choice of two to four, in the order of the story; for another a toast says why not."""
    comparison, selected = actions.current_comparison(), st.session_state.get(COLUMNS_KEY, [])
    if comparison is None:
        return
    keys = tuple(key for key in comparison.keys if key in selected)
    if len(keys) < 2:
        st.toast("Two articles at least stand side by side.")
    elif len(keys) > MAX_COLUMNS:
        st.toast(f"At most {MAX_COLUMNS} articles stand side by side; take one away first.")
    else:
        actions.choose_keys(keys)


def _requested_sentence(keys: tuple[str, ...]) -> dict[str, Any] | None:
    """Return the sentence that another page asked for, if its article is shown."""
    chosen = actions.chosen_sentence()
    return {"key": chosen[0], "sentence": chosen[1]} if chosen and chosen[0] in keys else None
