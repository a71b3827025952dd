"""What a search found, as HTML: a statement traced in every article; the sentences and facts with some words or a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..search.find import Hit, SearchResult
from ..settings.report import FIRST_FACTS, FIRST_SENTENCES
from ..story import LABELS, Article, Comparison, Fact, Presence, Sentence
from . import wording
from .highlight import Mark, MarkedText, split_by_marks
from .render import render_template
from .second_reader import describe_presence_opinion

STYLE: Final = Path(__file__).with_name("search_results.css")


@dataclass(frozen=True, slots=True)
class StatementInArticle:
    """One article beside a statement.

    Attributes:
        article: The article.
        presence: Whether it states the statement.
        likelihood: The same in words, with its probability.
        lead: What stands before the number of the nearest passage.
        passage: The nearest passage between its neighbours; empty where there is none.
        second: What a second reader says of it; empty where none was asked.
    """

    article: Article
    presence: Presence
    likelihood: str
    lead: str
    passage: tuple[Sentence, ...]
    second: str


@dataclass(frozen=True, slots=True)
class HitsInArticle:
    """One article that was searched: what is said of it, its first sentences that have it, and the others."""

    article: Article
    summary: str
    first: tuple[tuple[Hit, tuple[MarkedText, ...]], ...]
    others: tuple[tuple[Hit, tuple[MarkedText, ...]], ...]


def style() -> str:
    """Return the styles of what this module makes; those of this room come before them."""
    return STYLE.read_text(encoding="utf-8")


def trace_html(comparison: Comparison, presences: Mapping[str, Presence]) -> str:
    """Return which article states a typed statement, how surely, and the passage; a link "#at-A-3" leads to each."""
    items = [_statement_in_article(comparison, key, presence) for key, presence in presences.items()]
    return render_template("traced_statement.html", items=items)


def hits_html(comparison: Comparison, result: SearchResult) -> str:
    """Return the sentences that have it, article by article, and the facts; links "#at-A-3" and "#fact-..." lead to each."""
    facts = [(fact, _presences(comparison, fact)) for fact in result.facts]
    return render_template(
        "found_in_text.html",
        items=[_hits_in_article(comparison.article(key), hits) for key, hits in result.passages.items()],
        facts=facts[:FIRST_FACTS],
        other_facts=facts[FIRST_FACTS:],
        total=wording.part_of(len(facts), len(comparison.facts)),
        labels=LABELS,
    )


def describe_trace(presences: Mapping[str, Presence]) -> str:
    """Return what tracing found, in one sentence: "Stated, whole or in part, by 2 of 4 articles: A and C; differs in B."."""
    stated, otherwise, unclear = (
        [key for key, presence in presences.items() if presence.status in statuses]
        for statuses in (("stated", "partly"), ("differs",), ("unclear",))
    )
    where = f": {wording.format_list(stated)}" if stated else ""
    differing = f"; differs in {wording.format_list(otherwise)}" if otherwise else ""
    between = f"; no clear match in {wording.format_list(unclear)}" if unclear else ""
    return f"Stated, whole or in part, by {wording.part_of(len(stated), len(presences), 'article')}{where}{differing}{between}."


def describe_hits(comparison: Comparison, query: str, result: SearchResult) -> str:
    """Return what the search found, in one sentence: "“Corrin” stands in 3 of 4 articles, in 7 of 88 sentences."."""
    articles_with_hits = sum(bool(hits) for hits in result.passages.values())
    sentences = sum(len(article.sentences) for article in comparison.articles)
    if not articles_with_hits:
        return f"No sentence of {wording.plural(len(result.passages), 'article')} has “{query}”, in this form or another."
    articles = wording.part_of(articles_with_hits, len(result.passages), "article")
    return f"“{query}” stands in {articles}, in {wording.part_of(result.total, sentences, 'sentence')}."


def _statement_in_article(comparison: Comparison, key: str, presence: Presence) -> StatementInArticle:
    article, nearest = comparison.article(key), presence.nearest
    likelihood = wording.describe_presence(presence, calibrated=comparison.calibrated)
    if nearest is None:
        return StatementInArticle(article, presence, likelihood, "", (), "")
    index = nearest.sentence
    lead = "it stands in" if presence.counts_as_in else "the nearest passage is"
    second = describe_presence_opinion(presence)
    return StatementInArticle(article, presence, likelihood, lead, article.sentences[max(0, index - 1) : index + 2], second)


def _hits_in_article(article: Article, hits: tuple[Hit, ...]) -> HitsInArticle:
    total = wording.plural(len(article.sentences), "sentence")
    rows = []
    for hit in hits:
        marks = [Mark(start, end, "mention") for start, end in hit.spans]
        rows.append((hit, split_by_marks(article.sentences[hit.sentence].text, marks)))
    summary = f"in {len(hits)} of {total}" if hits else f"none of {total} has it"
    return HitsInArticle(article, summary, tuple(rows[:FIRST_SENTENCES]), tuple(rows[FIRST_SENTENCES:]))


def _presences(comparison: Comparison, fact: Fact) -> tuple[tuple[str, Presence], ...]:
    return tuple((key, fact.presence[key]) for key in comparison.keys)
