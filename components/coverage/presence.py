"""Whether an article states a fact, decided from probabilities; "not found" only when sure, "no clear match" between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language import numbers_in, tokenize
from ..settings import MOSTLY, WHOLE, Settings
from ..story import Article, ClaimRef, Fact, Nearest, Presence, SentenceRef, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..matching import DirectedClaimMatches, SentencePairScores, StatementMatch

    Row = NDArray[np.float32]
    Pairs = Mapping[tuple[str, str], SentencePairScores]
    Stated = Mapping[tuple[int, int], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class PresenceInputs:
    """What presence is decided from: the evidence for every two articles, for their sentences and for the parts of them.

    `places` gives for each article the sentence of each of its claims, and which of that sentence's it is.
    """

    articles: Sequence[Article]
    scores: Pairs
    claim_matches: Mapping[tuple[str, str], DirectedClaimMatches]
    positions: Mapping[str, Sequence[tuple[int, int]]]


def presence_of_fact(
    fact: Fact, label: ClaimRef, claims: Sequence[ClaimRef], grounds: PresenceInputs, settings: Settings
) -> dict[str, Presence]:
    """The presence of a fact in each article; `label` is the claim that gives it its label, `claims` all that mention it."""
    return {article.key: _in_one(fact, (label, claims), article, grounds, settings) for article in grounds.articles}


def _in_one(
    fact: Fact, told: tuple[ClaimRef, Sequence[ClaimRef]], article: Article, grounds: PresenceInputs, settings: Settings
) -> Presence:
    label, claims = told
    sentence, number = grounds.positions[label.article][label.claim]
    if article.key == label.article:
        return Presence("stated", 1.0, Nearest(sentence, 1.0), "its own sentence")
    if not article.sentences:
        return Presence("not_found", 0.0, None, "the article has no sentences")
    linked, similarity = _rows(grounds.scores, SentenceRef(label.article, sentence), article.key)
    mentions = sorted({mention.sentence for mention in fact.mentions_in(article.key)})
    best = _best(linked, similarity, mentions)
    nearest = Nearest(best, round(float(similarity[best]), 4))
    probability = max(
        round(
            float(grounds.claim_matches[key, article.key].present[grounds.positions[key][at][0]][grounds.positions[key][at][1]]),
            4,
        )
        for key, at in claims
        if key != article.key
    )
    if not mentions:
        if probability >= MOSTLY and probability > settings.not_found_at:
            return Presence("partly", probability, nearest, "most of it stands there, in no one passage that matches")
        return _unlinked(probability, nearest, settings)
    status, why = _mentioned(
        fact, article, mentions, grounds.claim_matches[label.article, article.key].entailed, (sentence, number)
    )
    return Presence(status, round(max(float(linked[best]), probability), 4), nearest, why)


def _mentioned(
    fact: Fact, article: Article, mentions: Sequence[int], stated: Stated, place: tuple[int, int]
) -> tuple[Status, str]:
    """Stated if one passage states all of it, or nearly, and its numbers are in them; partly otherwise."""
    sentence, number = place
    chances = [float(stated[sentence, at][number]) for at in mentions if (sentence, at) in stated]
    given = numbers_in(word for at in mentions for word in tokenize(article.sentences[at].text))
    missing = sorted(numbers_in(tokenize(fact.label)) - given)
    if max(chances, default=0.0) < WHOLE:
        return "partly", "a linked passage states a part of it"
    if missing:
        return "partly", f"a linked passage states it; not in it: {', '.join(missing)}"
    return "stated", "a linked passage states nearly all of it"


def _rows(pairs: Pairs, sentence: SentenceRef, key: str) -> tuple[Row, Row]:
    """Probability and similarity of one sentence beside each sentence of article `key`."""
    one, i = sentence
    if (one, key) in pairs:
        evidence = pairs[one, key]
        return evidence.probability[i], evidence.similarity[i]
    evidence = pairs[key, one]
    return evidence.probability[:, i], evidence.similarity[:, i]


def _best(linked: Row, similarity: Row, among: Sequence[int]) -> int:
    """The most probable one, of equals the most similar, of those the first: among these in order, or all if none is named."""
    import numpy as np

    at = np.array(among) if among else np.arange(len(linked))
    most = at[linked[at] == linked[at].max()]
    return int(most[similarity[most].argmax()])


def _unlinked(probability: float, nearest: Nearest, settings: Settings) -> Presence:
    if probability <= settings.not_found_at:
        return Presence("not_found", probability, nearest, "no passage comes near it")
    return Presence("unclear", probability, nearest, "a passage comes near it, not near enough to be sure")


def presence_of_statement(found: StatementMatch, settings: Settings) -> Presence:
    """Of a typed statement. Stated in part when the passage is there and a number of the statement is nowhere in the article."""
    nearest = Nearest(found.sentence, found.similarity)
    missing = (*found.missing_numbers, *found.missing_words)
    nowhere = f"; nowhere in the article: {', '.join(missing)}" if missing else ""
    if found.probability < settings.link_probability:
        unsure = _unlinked(found.probability, nearest, settings)
        return Presence(unsure.status, unsure.probability, nearest, unsure.why + nowhere)
    status: Status = "partly" if found.missing_numbers else "stated"
    return Presence(status, found.probability, nearest, "the nearest passage states it" + nowhere)
