"""What a search found: a statement traced in every article, the sentences and facts with some words, or both."""

from __future__ import annotations

from typing import Final, TypeVar, cast

import streamlit as st

from ....compare import trace_in
from ....language import tokenize
from ....report.search_results import describe_hits, describe_trace, hits_html, style, trace_html
from ....search.find import find, reads_as_statement
from ....settings import Settings
from ....story import Comparison, InputError
from ... import actions
from ...html import render_html, render_note

Model = TypeVar("Model")
RESULTS_KEY: Final = "search-answers"
NO_WORD: Final = "There is no word in that to look for; type a statement, a name or some words."
HOW: Final = "As a statement, by its meaning"
WORDS: Final = "As words, or as a name"


def draw_results(comparison: Comparison, query: str) -> None:
    """Draw both answers where both make sense; what reads as a statement is traced first."""
    if not tokenize(query):
        render_note(NO_WORD, role="alert")
        return
    st.html(f"<style>{style()}</style>")
    with st.container(key=RESULTS_KEY):
        is_statement = reads_as_statement(query, [article.language for article in comparison.articles])
        if is_statement:
            _draw_trace(query, comparison)
        _draw_hits(query, comparison, alone=not is_statement)


def _draw_trace(statement: str, comparison: Comparison) -> None:
    analysis = actions.session().analysis
    if analysis is None:
        return
    try:
        presence = trace_in(
            analysis.sentence_matches,
            statement,
            settings=Settings.of(actions.strictness()),
            encoder=_without_cache(actions.encoder()),
            reader=_without_cache(actions.second_reader()),
        )
    except InputError as error:
        render_note(str(error), role="alert")
        return
    st.header(HOW)
    render_note(describe_trace(presence), role="status")
    render_html(trace_html(comparison, presence))


def _draw_hits(query: str, comparison: Comparison, *, alone: bool) -> None:
    """Draw the passages with these words; for a statement only where a sentence has all of them."""
    result = find(comparison, query)
    if not alone and not result.total:
        return
    st.header(WORDS)
    render_note(describe_hits(comparison, query, result), role="status")
    if result.total:
        render_html(hits_html(comparison, result))


def _without_cache(model: Model) -> Model:
    """Return the encoder, or the second reader, behind the cache: nothing that a person types is stored."""
    return cast("Model", getattr(model, "uncached", model))
