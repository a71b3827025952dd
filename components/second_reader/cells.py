"""Which cells are open, and beside which passages a second reader sees their facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..matching import IndexedText, SentenceMatches
from ..matching.arrays import Matrix
from ..settings.second_reader import OPEN_CELL, SECOND_READER_PASSAGES
from ..story import Article, Comparison, Fact
from .reader import ReadPair


@dataclass(frozen=True, slots=True)
class OpenCell:
    """A statement beside an article of which our own reader is not sure.

    Attributes:
        fact: The id of the fact; empty for a statement that a person typed.
        article: The key of the article.
        statement: The words of the fact, or those typed.
        probability: Of presence, as our own reader gives it.
        passages: The sentences to read it beside, the nearest first, and their texts.
    """

    fact: str
    article: str
    statement: str
    probability: float
    passages: tuple[tuple[int, str], ...]

    @property
    def pairs(self) -> list[ReadPair]:
        """The statement beside each passage."""
        return [ReadPair(text, self.statement) for _, text in self.passages]


def is_open(probability: float) -> bool:
    """Return whether a cell with this probability of presence is open."""
    return OPEN_CELL[0] <= probability <= OPEN_CELL[1]


def open_cells(comparison: Comparison, matches: SentenceMatches) -> list[OpenCell]:
    """Return the open cells of a comparison, but for those that a person decided.

    Args:
        comparison: With the facts and their presence.
        matches: How the sentences of its articles match.
    """
    return [
        _fact_cell(fact, comparison.article(key), matches, presence.probability, presence.nearest.sentence)
        for fact in comparison.facts
        for key, presence in fact.presence.items()
        if is_open(presence.probability) and not presence.by_hand and presence.nearest
    ]


def statement_cell(
    statement: str, vectors: tuple[IndexedText, IndexedText], article: Article, probability: float, nearest: int
) -> OpenCell:
    """Return a typed statement beside an article.

    Args:
        statement: The words of the statement.
        vectors: The statement as a text of one sentence, and the article.
        article: The article.
        probability: That it states the statement.
        nearest: Its sentence that comes closest.
    """
    passages = nearest_first([nearest], (vectors[0].vectors @ vectors[1].vectors.T)[0])
    return OpenCell("", article.key, statement, probability, _with_texts(passages, article))


def nearest_first(known: Iterable[int], likeness: Matrix) -> list[int]:
    """Return the sentences that a second reader sees, `SECOND_READER_PASSAGES` at most.

    Args:
        known: Indices of sentences, the closest first.
        likeness: Of each sentence of the article to the statement, (m,).
    """
    likest = np.argsort(-likeness, kind="stable").tolist()
    return list(dict.fromkeys([*known, *likest]))[:SECOND_READER_PASSAGES]


def _fact_cell(fact: Fact, article: Article, matches: SentenceMatches, probability: float, nearest: int) -> OpenCell:
    mentioned = sorted({mention.sentence for mention in fact.mentions_in(article.key)})
    passages = nearest_first([nearest, *mentioned], _likeness(fact, article, matches))
    return OpenCell(fact.id, article.key, fact.label, probability, _with_texts(passages, article))


def _likeness(fact: Fact, article: Article, matches: SentenceMatches) -> Matrix:
    """Return how like each sentence of an article is to the one elsewhere that gives the label, or first mentions the fact."""
    others = [mention for mention in fact.mentions if mention.article != article.key]
    if not others:
        return np.zeros(len(article.sentences))
    own = next((mention for mention in others if mention.text == fact.verbatim_label), others[0])
    scores = matches.between(own.article, article.key)
    # of sentences that are no link at all the more similar comes first
    return np.asarray(scores.probability[own.sentence] + 1e-3 * scores.similarity[own.sentence])


def _with_texts(passages: Sequence[int], article: Article) -> tuple[tuple[int, str], ...]:
    return tuple((sentence, article.sentences[sentence].text) for sentence in passages)
