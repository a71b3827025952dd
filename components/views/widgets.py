"""Controls that ask for one of several things, the same on every page; what the groups of facts are says report/selection.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import streamlit as st

from ..report.selection import ALL, choices
from ..story import Comparison


def one_of(told: Mapping[str, str], title: str, key: str, *, wrap: bool = True, help: str | None = None) -> str:
    """The control that asks for one of `told` (choice: what people see). The first is chosen until one of them is."""
    if st.session_state.get(key) not in told:
        st.session_state[key] = next(iter(told))
    st.segmented_control(
        title,
        options=list(told),
        format_func=lambda choice: told.get(choice, choice),
        key=key,
        required=True,
        wrap=wrap,
        help=help,
    )
    return cast(str, st.session_state[key])


def group(comparison: Comparison, key: str) -> str:
    """The control that asks for a group of facts, where there is a choice. Returns one of `choices`."""
    told = choices(comparison)
    return one_of(told, "Show facts", key) if len(told) > 1 else ALL
