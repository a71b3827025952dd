"""Controls that ask for one of several things, the same on every page; report/selection.py says what the groups of facts are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import streamlit as st

from ..report.selection import ALL, choices
from ..story import Comparison


def choice(labels: Mapping[str, str], title: str, key: str, *, wrap: bool = True, help: str | None = None) -> str:
    """Draw a control that asks for one of `labels` (value: what people see). Returns the value; at first the first one."""
    if st.session_state.get(key) not in labels:
        st.session_state[key] = next(iter(labels))
    st.segmented_control(
        title,
        options=list(labels),
        format_func=lambda choice: labels.get(choice, choice),
        key=key,
        required=True,
        wrap=wrap,
        help=help,
    )
    return cast(str, st.session_state[key])


def fact_group(comparison: Comparison, key: str) -> str:
    """Draw the control that asks for a group of facts, where there is a choice, and return the group: one of `choices`."""
    labels = choices(comparison)
    return choice(labels, "Show facts", key) if len(labels) > 1 else ALL
