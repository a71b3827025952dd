"""Whether an article states a fact, decided from probabilities; "not found" only when sure, "no clear match" between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..claims import FactDraft, PlacedClaim, StoryClaims
from ..language import numbers_in, tokenize
from ..matching import ClaimMatches, DirectedClaimMatches, SentenceMatches, StatementMatch
from ..settings import PARTLY_STATED_MINIMUM, WHOLE_CLAIM_MINIMUM, Settings
from ..story import Article, ClaimRef, Fact, Nearest, Presence, Status

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PresenceInputs:
    """What presence is decided from: the claims of the articles, and how their sentences and their claims match."""

    sentence_matches: SentenceMatches
    claim_matches: ClaimMatches
    claims: StoryClaims


def presence_of_fact(draft: FactDraft, inputs: PresenceInputs, settings: Settings) -> dict[str, Presence]:
    """Decide for each article, by key, whether it states a fact."""
    return {article.key: _presence_in(draft, article, inputs, settings) for article in inputs.sentence_matches.articles}


def _presence_in(draft: FactDraft, article: Article, inputs: PresenceInputs, settings: Settings) -> Presence:
    label = inputs.claims.placed(draft.label_claim)
    own_key, key = draft.label_claim.article, article.key
    if key == own_key:
        return Presence("stated", 1.0, Nearest(label.sentence, 1.0), "its own sentence")
    if not article.sentences:
        return Presence("not_found", 0.0, None, "the article has no sentences")
    scores = inputs.sentence_matches.between(own_key, key)
    linked, similarity = scores.probability[label.sentence], scores.similarity[label.sentence]
    mentions = sorted({mention.sentence for mention in draft.fact.mentions_in(key)})
    best = _best(linked, similarity, mentions)
    nearest = Nearest(best, round(float(similarity[best]), 4))
    probability = max(_probability(claim, key, inputs) for claim in draft.claims if claim.article != key)
    if not mentions:
        if probability >= PARTLY_STATED_MINIMUM and probability > settings.effective_not_found_probability:
            return Presence("partly", probability, nearest, "most of it stands there, in no one passage that matches")
        return _unlinked(probability, nearest, settings)
    status, why = _mentioned(draft.fact, article, mentions, label, inputs.claim_matches.between(own_key, key))
    return Presence(status, round(max(float(linked[best]), probability), 4), nearest, why)


def _probability(claim: ClaimRef, key: str, inputs: PresenceInputs) -> float:
    """Return the probability that article `key` states a claim of another one."""
    placed = inputs.claims.placed(claim)
    return round(float(inputs.claim_matches.between(claim.article, key).present[placed.sentence][placed.index_in_sentence]), 4)


def _mentioned(
    fact: Fact, article: Article, mentions: Sequence[int], label: PlacedClaim, matches: DirectedClaimMatches
) -> tuple[Status, str]:
    """Decide for an article that mentions a fact: stated if one passage states all of it, or nearly, with its numbers.

    Partly stated otherwise. `mentions` are the sentences that mention it; `matches` those of the label's article beside it.
    """
    pairs = [(label.sentence, sentence) for sentence in mentions]
    entailed = [float(matches.entailed[pair][label.index_in_sentence]) for pair in pairs if pair in matches.entailed]
    numbers = numbers_in(word for sentence in mentions for word in tokenize(article.sentences[sentence].text))
    missing = sorted(numbers_in(tokenize(fact.label)) - numbers)
    if max(entailed, default=0.0) < WHOLE_CLAIM_MINIMUM:
        return "partly", "a linked passage states a part of it"
    if missing:
        return "partly", f"a linked passage states it; not in it: {', '.join(missing)}"
    return "stated", "a linked passage states nearly all of it"


def _best(linked: Row, similarity: Row, among: Sequence[int]) -> int:
    """Return the most probable sentence, of equals the most similar, of those the first: of `among`, or of all if it is empty."""
    sentences = np.array(among) if among else np.arange(len(linked))
    most_probable = sentences[linked[sentences] == linked[sentences].max()]
    return int(most_probable[similarity[most_probable].argmax()])


def _unlinked(probability: float, nearest: Nearest, settings: Settings) -> Presence:
    if probability <= settings.effective_not_found_probability:
        return Presence("not_found", probability, nearest, "no passage comes near it")
    return Presence("unclear", probability, nearest, "a passage comes near it, not near enough to be sure")


def presence_of_statement(match: StatementMatch, settings: Settings) -> Presence:
    """Decide whether an article states a typed statement: in part if a number of the statement is nowhere in the article."""
    nearest = Nearest(match.sentence, match.similarity)
    missing = (*match.missing_numbers, *match.missing_words)
    nowhere = f"; nowhere in the article: {', '.join(missing)}" if missing else ""
    if match.probability < settings.link_probability:
        presence = _unlinked(match.probability, nearest, settings)
        return Presence(presence.status, presence.probability, nearest, presence.why + nowhere)
    status: Status = "partly" if match.missing_numbers else "stated"
    return Presence(status, match.probability, nearest, "the nearest passage states it" + nowhere)
