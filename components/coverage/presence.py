"""Whether an article states a fact, decided from probabilities; "not found" only when sure, "no clear match" between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..settings import FULL, Settings
from ..story import Article, Fact, Nearest, Presence, Spot, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..evidence import Found, PairEvidence

    Row = NDArray[np.float32]
    Pairs = Mapping[tuple[str, str], PairEvidence]
    Chances = Mapping[tuple[str, str], Row]

LONGER = 1.3
"""A label this many times as long as a passage says more than that passage can."""


def presence(
    fact: Fact, label: Spot, articles: Sequence[Article], pairs: Pairs, chances: Chances, settings: Settings
) -> dict[str, Presence]:
    """The presence of a fact, whose label is the sentence `label`, in each article.

    `pairs` has the evidence for every two articles; `chances[X, Y]`, for each sentence of X, the probability that Y states it.
    """
    return {article.key: _in_one(fact, label, article, pairs, chances, settings) for article in articles}


def _in_one(fact: Fact, label: Spot, article: Article, pairs: Pairs, chances: Chances, settings: Settings) -> Presence:
    if article.key == label[0]:
        return Presence("stated", 1.0, Nearest(label[1], 1.0), "its own sentence")
    if not article.sentences:
        return Presence("not_found", 0.0, None, "the article has no sentences")
    linked, full, similarity = _rows(pairs, label, article.key)
    mentions = sorted(mention.sentence for mention in fact.mentions_in(article.key))
    best = _best(linked, similarity, mentions)
    nearest = Nearest(best, round(float(similarity[best]), 4))
    if mentions:
        whole = any(full[at] >= FULL and _covers(fact.label, article.sentences[at].text) for at in mentions)
        probability = max(float(linked[best]), float(chances[label[0], article.key][label[1]]))
        why = "a linked passage states nearly all of it" if whole else "a linked passage states a part of it"
        return Presence("stated" if whole else "partly", round(probability, 4), nearest, why)
    probability = max(float(chances[m.article, article.key][m.sentence]) for m in fact.mentions)
    return _unlinked(round(probability, 4), nearest, settings)


def _rows(pairs: Pairs, label: Spot, key: str) -> tuple[Row, Row, Row]:
    """Probability, fullness and similarity of the label's sentence beside each sentence of article `key`."""
    if (label[0], key) in pairs:
        evidence = pairs[label[0], key]
        return evidence.probability[label[1]], evidence.full[label[1]], evidence.similarity[label[1]]
    evidence = pairs[key, label[0]]
    return evidence.probability[:, label[1]], evidence.full[:, label[1]], evidence.similarity[:, label[1]]


def _best(linked: Row, similarity: Row, among: Sequence[int]) -> int:
    """The most probable one, of equals the most similar, of those the first: among these in order, or all if none is named."""
    import numpy as np

    at = np.array(among) if among else np.arange(len(linked))
    most = at[linked[at] == linked[at].max()]
    return int(most[similarity[most].argmax()])


def _covers(label: str, passage: str) -> bool:
    return len(label.split()) <= LONGER * len(passage.split())


def _unlinked(probability: float, nearest: Nearest, settings: Settings) -> Presence:
    if probability <= settings.not_found_at:
        return Presence("not_found", probability, nearest, "no passage comes near it")
    return Presence("unclear", probability, nearest, "a passage comes near it, not near enough to be sure")


def statement_presence(found: Found, settings: Settings) -> Presence:
    """Of a typed statement. Stated in part when the passage is there and a number of the statement is nowhere in the article."""
    nearest = Nearest(found.sentence, found.similarity)
    missing = (*found.missing_numbers, *found.missing_words)
    nowhere = f"; nowhere in the article: {', '.join(missing)}" if missing else ""
    if found.probability < settings.link_probability:
        unsure = _unlinked(found.probability, nearest, settings)
        return Presence(unsure.status, unsure.probability, nearest, unsure.why + nowhere)
    status: Status = "partly" if found.missing_numbers else "stated"
    return Presence(status, found.probability, nearest, "the nearest passage states it" + nowhere)
