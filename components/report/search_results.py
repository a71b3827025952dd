"""What a search found, as HTML: a statement traced in every article; the sentences and facts with some words or a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..search.find import Hit, SearchResult
from ..story import LABELS, Article, Comparison, Fact, Presence, Sentence
from . import wording
from .highlight import Mark, MarkedText, split_by_marks
from .render import render_template

STYLE: Final = Path(__file__).with_name("search_results.css")
FIRST: Final = 5
"""Sentences of an article that are shown before a reader asks for the others."""
FACTS: Final = 12
"""Facts that are shown before a reader asks for the others."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One article beside a statement: what is said of it, and the passage between its neighbours."""

    article: Article
    state: Presence
    told: str
    leads: str
    around: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class FoundInArticle:
    """One article that was searched: what is said of it, its first sentences that have it, and the others."""

    article: Article
    told: str
    first: tuple[tuple[Hit, tuple[MarkedText, ...]], ...]
    more: tuple[tuple[Hit, tuple[MarkedText, ...]], ...]


def style() -> str:
    """The styles of what this module makes; those of this room come before them."""
    return STYLE.read_text(encoding="utf-8")


def traced_html(comparison: Comparison, found: Mapping[str, Presence]) -> str:
    """Which article states a typed statement, how surely, and the passage; a link "#at-A-3" leads to each."""
    return render_template("traced_statement.html", items=[_traced(comparison, key, presence) for key, presence in found.items()])


def found_html(comparison: Comparison, found: SearchResult) -> str:
    """The sentences that have it, article by article, and the facts; links "#at-A-3" and "#fact-..." lead to each."""
    items = [_held(comparison.article(key), passages) for key, passages in found.passages.items()]
    facts = [(fact, _states(comparison, fact)) for fact in found.facts]
    total = wording.of(len(facts), len(comparison.facts))
    return render_template(
        "found_in_text.html", items=items, facts=facts[:FACTS], others=facts[FACTS:], total=total, labels=LABELS
    )


def describe_trace(found: Mapping[str, Presence]) -> str:
    """What tracing found, in one sentence: "Stated by 2 of 4 articles: A and C."."""
    having = [key for key, presence in found.items() if presence.counts_as_in]
    unclear = [key for key, presence in found.items() if presence.status == "unclear"]
    where = f": {wording.listed(having)}" if having else ""
    between = f"; no clear match in {wording.listed(unclear)}" if unclear else ""
    return f"Stated, whole or in part, by {wording.of(len(having), len(found), 'article')}{where}{between}."


def describe_found(comparison: Comparison, asked: str, found: SearchResult) -> str:
    """What the search found, in one sentence: "“Corrin” stands in 3 of 4 articles, in 7 of 88 sentences."."""
    having = sum(bool(passages) for passages in found.passages.values())
    sentences = sum(len(article.sentences) for article in comparison.articles)
    if not having:
        return f"No sentence of {wording.plural(len(found.passages), 'article')} has “{asked}”, in this form or another."
    articles = wording.of(having, len(found.passages), "article")
    return f"“{asked}” stands in {articles}, in {wording.of(found.total, sentences, 'sentence')}."


def _traced(comparison: Comparison, key: str, presence: Presence) -> Traced:
    article, nearest = comparison.article(key), presence.nearest
    told = wording.stated(presence, calibrated=comparison.calibrated)
    if nearest is None:
        return Traced(article, presence, told, "", ())
    at = nearest.sentence
    leads = "it stands in" if presence.counts_as_in else "the nearest passage is"
    return Traced(article, presence, told, leads, article.sentences[max(0, at - 1) : at + 2])


def _held(article: Article, passages: tuple[Hit, ...]) -> FoundInArticle:
    total = wording.plural(len(article.sentences), "sentence")
    shown = []
    for passage in passages:
        text = article.sentences[passage.sentence].text
        shown.append((passage, split_by_marks(text, [Mark(start, end, "mention") for start, end in passage.spans])))
    told = f"in {len(passages)} of {total}" if passages else f"none of {total} has it"
    return FoundInArticle(article, told, tuple(shown[:FIRST]), tuple(shown[FIRST:]))


def _states(comparison: Comparison, fact: Fact) -> tuple[tuple[str, Presence], ...]:
    return tuple((key, fact.presence[key]) for key in comparison.keys)
