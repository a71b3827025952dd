"""The box on the page Search, and examples drawn from the story: each one click."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....search.find import normalize_query
from ....search.suggestions import suggestions
from ....settings import MAX_QUESTION
from ....story import Comparison
from ...html import render_note
from ...markdown_escape import escape_label
from ...session import cached_in_session

BOX_KEY: Final = "search-box"
EXAMPLES_KEY: Final = "search-offered"


def search_box() -> str:
    """Draw the box. Returns the query, or an empty string."""
    st.text_input(
        "A statement, a name or some words",
        key=BOX_KEY,
        type="search",
        max_chars=MAX_QUESTION,
        autocomplete="off",
        placeholder="for example: The bridge will open in March",
        help="A statement is looked for by its meaning, a name or words as they stand, in every article. Press Enter. "
        "What you type is not kept.",
    )
    return normalize_query(str(st.session_state.get(BOX_KEY) or ""))


def draw_suggestions(comparison: Comparison) -> None:
    """Draw names and statements of this story, as buttons that search for them."""
    examples = cached_in_session(EXAMPLES_KEY, comparison, lambda: suggestions(comparison))
    if not examples:
        return
    render_note("Or try one of these, taken from the articles:", small=True)
    with st.container(horizontal=True, key="search-examples"):
        for number, example in enumerate(examples):
            st.button(escape_label(example), key=f"search-example-{number}", on_click=_search_for, args=(example,))


def _search_for(example: str) -> None:
    st.session_state[BOX_KEY] = normalize_query(example)
