"""One fact with all its evidence, and what was taken for page furniture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..coverage import voice_by_article
from ..story import Article, Comparison, Fact, Presence, Sentence
from . import verdicts, wording
from .highlight import Mark, MarkedText, split_by_marks
from .render import render_template


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence with the passage in it marked, and the sentences before and after it, if they are shown."""

    sentence: Sentence
    pieces: tuple[MarkedText, ...]
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True, slots=True)
class FactInArticle:
    """One fact in one article: its state, in words, and the passages that prove it, or else the nearest one.

    `voice`: in whose voice it is stated, where the articles differ in that.
    """

    article: Article
    state: Presence
    likely: str
    voice: str
    excerpts: tuple[Excerpt, ...]
    nearest: Excerpt | None


def fact_card(comparison: Comparison, fact: Fact) -> str:
    """A fact, its state in each article, and each passage with the sentences around it. The card has the id `fact-<id>`."""
    return _fact("fact_card.html", comparison, fact, articles=fact_by_article(comparison, fact, context=True))


def fact_row(comparison: Comparison, fact: Fact, *, back: str) -> str:
    """The same in as few lines as it takes, without the sentences around; `back` is an address to return to."""
    return _fact("fact_row.html", comparison, fact, articles=fact_by_article(comparison, fact), back=back)


def _fact(template: str, comparison: Comparison, fact: Fact, **more: object) -> str:
    signs = verdicts.difference_signs(comparison)
    return render_template(
        template,
        comparison=comparison,
        fact=fact,
        heading=wording.group(comparison, fact.group, fact.only_in),
        differences=[(signs.get(d, ""), verdicts.heading(d), d) for d in verdicts.of_fact(comparison, fact)],
        by_hand=verdicts.by_hand,
        **more,
    )


def fact_by_article(comparison: Comparison, fact: Fact, *, context: bool = False) -> list[FactInArticle]:
    """One fact in each article, with its passages, and the sentences around them if `context`."""
    told = voice_by_article(comparison, fact)
    return [
        _standing(comparison, fact, key, wording.voice(told[key]) if key in told else "", context=context)
        for key in comparison.keys
        if key in fact.presence
    ]


def removed(comparison: Comparison) -> str:
    """What was taken for page furniture in each article, with the rule that took it; empty if nothing was."""
    articles = [article for article in comparison.articles if article.removed]
    return render_template("removed.html", articles=articles) if articles else ""


def _standing(comparison: Comparison, fact: Fact, key: str, voice: str, *, context: bool) -> FactInArticle:
    article, state = comparison.article(key), fact.presence[key]
    spans: dict[int, list[Mark]] = {}
    for mention in fact.mentions_in(key):
        spans.setdefault(mention.sentence, []).extend(Mark(start, end, "mention") for start, end in mention.spans)
    excerpts = tuple(_excerpts(article, spans, context))
    nearest = None
    if not excerpts and state.nearest:
        nearest = _excerpt(article, state.nearest.sentence, [], context=False)
    return FactInArticle(article, state, wording.stated(state), voice, excerpts, nearest)


def _excerpts(article: Article, spans: dict[int, list[Mark]], context: bool) -> Iterator[Excerpt]:
    """The sentences that state a fact, in order. No neighbour stands twice, nor a sentence that states it as a neighbour."""
    shown: set[int] = set(spans)
    for index in sorted(spans):
        excerpt = _excerpt(article, index, spans[index], context)
        before, after = (None if sent and sent.index in shown else sent for sent in (excerpt.before, excerpt.after))
        shown.update(sent.index for sent in (before, after) if sent)
        yield replace(excerpt, before=before, after=after)


def _excerpt(article: Article, index: int, marks: list[Mark], context: bool) -> Excerpt:
    sentences = article.sentences
    sentence = sentences[index]
    covered = sum(mark.end - mark.start for mark in marks)
    partial = [] if covered >= sentence.end - sentence.start else marks
    return Excerpt(
        sentence,
        split_by_marks(sentence.text, partial, offset=sentence.start),
        sentences[index - 1] if context and index > 0 else None,
        sentences[index + 1] if context and index + 1 < len(sentences) else None,
    )
