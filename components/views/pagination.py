"""Long lists: their first entries, until a reader asks for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def first_rows(entries: Sequence[T], limit: int, key: str) -> Sequence[T]:
    """Return the first `limit` entries, or all of them once a reader asked for all."""
    return entries if _shows_all(key) else entries[:limit]


def show_all_button(count: int, limit: int, key: str, *, noun: str = "", fewer: str = "") -> None:
    """Draw, below a list of more than `limit` entries, the button that shows all and then, if `fewer` names it, the way back."""
    shows_all = _shows_all(key)
    label = fewer if shows_all else f"Show all {count} {noun}".rstrip()
    if count > limit and label:
        st.button(label, key=f"{key}-more", on_click=_set_shows_all, args=(key, not shows_all))


def _shows_all(key: str) -> bool:
    return bool(st.session_state.get(f"{key}-whole"))


def _set_shows_all(key: str, whole: bool) -> None:
    st.session_state[f"{key}-whole"] = whole
