"""What a search found: a statement traced in every article, the sentences and facts with some words, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from ...compare import trace_in
from ...language import words
from ...report.found import find, reads_as_statement
from ...report.searched import found_html, found_told, style, trace_told, traced_html
from ...settings import Settings
from ...story import Comparison, InputError
from .. import state
from ..style import put, say

if TYPE_CHECKING:
    from ...meaning import Encoder

PLACE: Final = "search-answers"
NO_WORD: Final = "There is no word in that to look for; type a statement, a name or some words."
HOW: Final = "As a statement, by its meaning"
WORDS: Final = "As words, or as a name"


def show(comparison: Comparison, asked: str) -> None:
    """Both answers where both make sense; what reads as a statement is traced first."""
    if not words(asked):
        say(NO_WORD, role="alert")
        return
    st.html(f"<style>{style()}</style>")
    with st.container(key=PLACE):
        said = reads_as_statement(asked, [article.language for article in comparison.articles])
        if said:
            _statement(asked, comparison)
        _words(asked, comparison, alone=not said)


def _statement(asked: str, comparison: Comparison) -> None:
    understood = state.session().understood
    if understood is None:
        return
    try:
        found = trace_in(understood.weighed, asked, settings=Settings.of(state.strictness()), encoder=_unkept(state.encoder()))
    except InputError as error:
        say(str(error), role="alert")
        return
    st.header(HOW)
    say(trace_told(found), role="status")
    put(traced_html(comparison, found))


def _words(asked: str, comparison: Comparison, *, alone: bool) -> None:
    """Of a whole statement the words are shown only where a sentence has them all."""
    found = find(comparison, asked)
    if not alone and not found.total:
        return
    st.header(WORDS)
    say(found_told(comparison, asked, found), role="status")
    if found.total:
        put(found_html(comparison, found))


def _unkept(encoder: Encoder) -> Encoder:
    """The encoder inside the one that keeps vectors: nothing of what a reader types is kept."""
    return cast("Encoder", getattr(encoder, "uncached", encoder))
