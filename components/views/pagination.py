"""Long lists: their first entries, until a reader asks for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import streamlit as st

T = TypeVar("T")


def first_rows(entries: Sequence[T], most: int, key: str) -> Sequence[T]:
    """The first `most` entries, or all of them once a reader asked for all."""
    return entries if _whole(key) else entries[:most]


def show_all_button(many: int, most: int, key: str, *, noun: str = "", fewer: str = "") -> None:
    """Below a list of more than `most` entries: the button that asks for all, and then, if `fewer` names it, the way back."""
    whole = _whole(key)
    name = fewer if whole else f"Show all {many} {noun}".rstrip()
    if many > most and name:
        st.button(name, key=f"{key}-more", on_click=_set, args=(key, not whole))


def _whole(key: str) -> bool:
    return bool(st.session_state.get(f"{key}-whole"))


def _set(key: str, whole: bool) -> None:
    st.session_state[f"{key}-whole"] = whole
