"""One fact with all its evidence, and what was taken for page furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ..story import Article, Fact, Presence, Sentence
from . import verdicts, wording
from .highlight import Mark, MarkedText, split_by_marks
from .model import ComparisonLike, FactState, ReportModel, as_model
from .render import render_template
from .second_reader import describe_presence_opinion


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence with the passage in it marked, and the sentences before and after it, if they are shown."""

    sentence: Sentence
    pieces: tuple[MarkedText, ...]
    before: Sentence | None
    after: Sentence | None


@dataclass(frozen=True, slots=True)
class FactInArticle:
    """One fact in one article, and the passages that prove its state.

    Attributes:
        article: The article.
        presence: The state of the fact in it.
        likelihood: The state in words, with its probability.
        voice: In whose voice the fact is stated, where the articles differ in that.
        excerpts: The sentences that state it.
        nearest: Where there is none, the nearest passage, if there is one.
        second: What a second reader says of it; empty where none was asked.
    """

    article: Article
    presence: Presence
    likelihood: str
    voice: str
    excerpts: tuple[Excerpt, ...]
    nearest: Excerpt | None
    second: str


def fact_card(comparison: ComparisonLike, fact: Fact) -> str:
    """Return a fact, its state in each article, and each passage between its neighbours. The card has the id `fact-<id>`."""
    model = as_model(comparison)
    return _fact("fact_card.html", model, fact, articles=fact_by_article(model, fact, context=True))


def fact_row(comparison: ComparisonLike, fact: Fact, *, back: str) -> str:
    """Return the same in as few lines as it takes, without the sentences around; `back` is an address to return to."""
    model = as_model(comparison)
    return _fact("fact_row.html", model, fact, articles=fact_by_article(model, fact), back=back)


def _fact(template: str, model: ReportModel, fact: Fact, **values: object) -> str:
    return render_template(
        template,
        comparison=model.comparison,
        fact=fact,
        heading=wording.describe_group(model.comparison, fact),
        weight=wording.describe_weight(fact),
        differences=[(model.difference_signs.get(pair, ""), verdicts.heading(pair), pair) for pair in model.differences_of(fact)],
        by_hand=verdicts.review_note,
        **values,
    )


def fact_by_article(model: ReportModel, fact: Fact, *, context: bool = False) -> list[FactInArticle]:
    """Return one fact in each article, with its passages, and the sentences around them if `context`."""
    voices = model.voices(fact)
    return [
        _fact_in_article(fact, state, wording.describe_voice(voices[key]) if key in voices else "", context=context)
        for key, state in model.fact_states(fact).items()
    ]


def removed(comparison: ComparisonLike) -> str:
    """Return what was taken for page furniture in each article, with the rule that took it; empty if nothing was."""
    articles = [article for article in as_model(comparison).comparison.articles if article.removed]
    return render_template("removed.html", articles=articles) if articles else ""


def _fact_in_article(fact: Fact, state: FactState, voice: str, *, context: bool) -> FactInArticle:
    article, presence = state.article, state.presence
    marks: dict[int, list[Mark]] = {}
    for mention in fact.mentions_in(article.key):
        marks.setdefault(mention.sentence, []).extend(Mark(start, end, "mention") for start, end in mention.spans)
    excerpts = tuple(_excerpts(article, marks, context))
    nearest = None
    if not excerpts and presence.nearest:
        nearest = _excerpt(article, presence.nearest.sentence, [], context=False)
    second = describe_presence_opinion(presence)
    return FactInArticle(article, presence, wording.describe_presence(presence), voice, excerpts, nearest, second)


def _excerpts(article: Article, marks: Mapping[int, list[Mark]], context: bool) -> Iterator[Excerpt]:
    """The sentences that state a fact, in order. No neighbour stands twice, nor a sentence that states it as a neighbour."""
    shown: set[int] = set(marks)
    for index in sorted(marks):
        excerpt = _excerpt(article, index, marks[index], context)
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
