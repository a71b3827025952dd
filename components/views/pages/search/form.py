"""The box on the page Search, and examples drawn from the story: each one click."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....search.find import LONGEST, clean
from ....search.suggestions import suggestions
from ....story import Comparison
from ...html import render_note
from ...markdown_escape import escape_label
from ...session import cached_in_session

BOX: Final = "search-box"
EXAMPLES: Final = "search-offered"


def box() -> str:
    """The box. Returns what was asked, or nothing."""
    st.text_input(
        "A statement, a name or some words",
        key=BOX,
        type="search",
        max_chars=LONGEST,
        autocomplete="off",
        placeholder="for example: The bridge will open in March",
        help="A statement is looked for by its meaning, a name or words as they stand, in every article. Press Enter. "
        "What you type is not kept.",
    )
    return clean(str(st.session_state.get(BOX) or ""))


def offers(comparison: Comparison) -> None:
    """Names and statements of this story, as buttons that ask for them."""
    found = cached_in_session(EXAMPLES, comparison, lambda: suggestions(comparison))
    if not found:
        return
    render_note("Or try one of these, taken from the articles:", small=True)
    with st.container(horizontal=True, key="search-examples"):
        for number, example in enumerate(found):
            st.button(escape_label(example), key=f"search-example-{number}", on_click=_ask, args=(example,))


def _ask(example: str) -> None:
    st.session_state[BOX] = clean(example)
