"""The control that asks for a group of facts, the same on every page; what the groups are says report/selection.py."""

from __future__ import annotations

from typing import cast

import streamlit as st

from ..report.selection import ALL, belongs, choices
from ..story import Comparison

__all__ = ["ALL", "belongs", "choices", "control"]


def control(comparison: Comparison, title: str, key: str) -> str:
    """The control that asks for a group, where there is a choice. Returns one of `choices`."""
    told = choices(comparison)
    if len(told) == 1:
        return ALL
    if st.session_state.get(key) not in told:
        st.session_state[key] = ALL
    st.segmented_control(
        title, options=list(told), format_func=lambda choice: told.get(choice, choice), key=key, required=True, wrap=True
    )
    return cast(str, st.session_state[key])
