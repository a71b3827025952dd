"""What a search found: a statement traced in every article, the sentences and facts with some words, or both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import streamlit as st

from ....compare import trace_in
from ....language import tokenize
from ....report.search_results import describe_found, describe_trace, found_html, style, traced_html
from ....search.find import find, reads_as_statement
from ....settings import Settings
from ....story import Comparison, InputError
from ... import actions
from ...html import render_html, render_note

if TYPE_CHECKING:
    from ....embeddings import Encoder

PLACE: Final = "search-answers"
NO_WORD: Final = "There is no word in that to look for; type a statement, a name or some words."
HOW: Final = "As a statement, by its meaning"
WORDS: Final = "As words, or as a name"


def show(comparison: Comparison, asked: str) -> None:
    """Both answers where both make sense; what reads as a statement is traced first."""
    if not tokenize(asked):
        render_note(NO_WORD, role="alert")
        return
    st.html(f"<style>{style()}</style>")
    with st.container(key=PLACE):
        said = reads_as_statement(asked, [article.language for article in comparison.articles])
        if said:
            _statement(asked, comparison)
        _words(asked, comparison, alone=not said)


def _statement(asked: str, comparison: Comparison) -> None:
    understood = actions.session().analysis
    if understood is None:
        return
    try:
        found = trace_in(
            understood.sentence_matches, asked, settings=Settings.of(actions.strictness()), encoder=_unkept(actions.encoder())
        )
    except InputError as error:
        render_note(str(error), role="alert")
        return
    st.header(HOW)
    render_note(describe_trace(found), role="status")
    render_html(traced_html(comparison, found))


def _words(asked: str, comparison: Comparison, *, alone: bool) -> None:
    """Of a whole statement the words are shown only where a sentence has them all."""
    found = find(comparison, asked)
    if not alone and not found.total:
        return
    st.header(WORDS)
    render_note(describe_found(comparison, asked, found), role="status")
    if found.total:
        render_html(found_html(comparison, found))


def _unkept(encoder: Encoder) -> Encoder:
    """The encoder inside the one that keeps vectors: nothing of what a reader types is kept."""
    return cast("Encoder", getattr(encoder, "uncached", encoder))
