"""The groups of facts that a reader can ask for, the same on every page: all, in both or all, in some, only in X, unclear."""

from __future__ import annotations

from typing import Final, cast

import streamlit as st

from ..story import Comparison, Fact

ALL: Final = "all"


def choices(comparison: Comparison) -> dict[str, str]:
    """The groups and what people see of each, with how many of how many facts: {choice: "only in A: 9 of 27"}."""
    several = len(comparison.articles)
    names = {}
    if several > 1:
        names["in all"] = "in both" if several == 2 else f"in all {several}"
    if several > 2:
        names["in some"] = "in some"
    if several > 1:
        names |= {f"only in {key}": f"only in {key}" for key in comparison.keys}
        names["unclear"] = "unclear"
    total = len(comparison.facts)
    told = {choice: f"{name}: {sum(belongs(f, choice) for f in comparison.facts)} of {total}" for choice, name in names.items()}
    return {ALL: f"all {total}", **told}


def belongs(fact: Fact, choice: str) -> bool:
    """Whether a fact is in a group that `choices` names."""
    if choice == ALL:
        return True
    if choice.startswith("only in "):
        return fact.only_in == choice.removeprefix("only in ")
    return fact.group == choice.removeprefix("in ")


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
