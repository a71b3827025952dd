"""Whether an article states a fact, decided from probabilities; "not found" only when sure, "no clear match" between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ..claims import FactDraft, StoryClaims
from ..language import numbers_in, tokenize
from ..matching import ClaimMatches, SentenceMatches, StatementMatch
from ..matching.logistic import logit, probability
from ..settings import Settings
from ..settings.presence import STATEMENT_NOT_FOUND_MAXIMUM, STATEMENT_STATED_MINIMUM
from ..story import Article, ClaimRef, Fact, FactCell, Nearest, Presence, Status

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PresenceInputs:
    """What presence is decided from: the claims of the articles, and how their sentences and their claims match.

    `blended` has probabilities that take the place of ours, by the fact's id and the article's key.
    """

    sentence_matches: SentenceMatches
    claim_matches: ClaimMatches
    claims: StoryClaims
    blended: Mapping[FactCell, float] = field(default_factory=dict)


def with_presence(draft: FactDraft, inputs: PresenceInputs, settings: Settings) -> Fact:
    """Decide for each article, by key, whether it states a fact; what only comes near it in one that does not is no mention."""
    presence = {article.key: _presence_in(draft, article, inputs, settings) for article in inputs.sentence_matches.articles}
    mentions = tuple(
        mention
        for mention, claim in zip(draft.fact.mentions, draft.claims, strict=True)
        if claim in draft.cluster or presence[claim.article].status != "not_found"
    )
    return replace(draft.fact, presence=presence, mentions=mentions)


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
    blended = inputs.blended.get((draft.fact.id, key))
    stated = probability_of_claim(draft.label_claim, key, inputs) if blended is None else blended
    status, why = _decide_status(stated, mentioned=bool(mentions), settings=settings)
    if status == "stated" and (missing := _missing_numbers(draft.fact, article, mentions)):
        status, why = "partly", f"a linked passage states it; not in it: {', '.join(missing)}"
    return Presence(status, stated, nearest, why)


def probability_of_claim(claim: ClaimRef, key: str, inputs: PresenceInputs) -> float:
    """Return the probability that article `key` states a claim of another one, calibrated for the claims of facts."""
    placed = inputs.claims.placed(claim)
    present = inputs.claim_matches.between(claim.article, key).present[placed.sentence][placed.index_in_sentence]
    features = {"claim": logit(np.array([present]))}
    return float(probability(inputs.sentence_matches.models.fact_presence.log_odds(features))[0])


def _decide_status(stated: float, *, mentioned: bool, settings: Settings) -> tuple[Status, str]:
    """Decide from the probability that an article states a fact: whole only where a passage of its own is linked."""
    if stated <= settings.effective_not_found_probability:
        return "not_found", "no passage states it, though one is near" if mentioned else "no passage comes near it"
    if stated >= settings.stated_probability and mentioned:
        return "stated", "a linked passage states nearly all of it"
    if stated >= settings.partly_probability:
        why = "a linked passage states a part of it" if mentioned else "most of it stands there, in no one passage that matches"
        return "partly", why
    return "unclear", "a passage comes near it, not near enough to be sure"


def _missing_numbers(fact: Fact, article: Article, mentions: Sequence[int]) -> list[str]:
    """Return the numbers of a fact's label that stand in none of the sentences of an article that mention it."""
    numbers = numbers_in(word for sentence in mentions for word in tokenize(article.sentences[sentence].text))
    return sorted(numbers_in(tokenize(fact.label)) - numbers)


def _best(linked: Row, similarity: Row, among: Sequence[int]) -> int:
    """Return the most probable sentence, of equals the most similar, of those the first: of `among`, or of all if it is empty."""
    sentences = np.array(among) if among else np.arange(len(linked))
    most_probable = sentences[linked[sentences] == linked[sentences].max()]
    return int(most_probable[similarity[most_probable].argmax()])


def presence_of_statement(match: StatementMatch) -> Presence:
    """Decide whether an article states a typed statement: in part if a number of the statement is nowhere in the article."""
    nearest = Nearest(match.sentence, match.similarity)
    missing = (*match.missing_numbers, *match.missing_words)
    nowhere = f"; nowhere in the article: {', '.join(missing)}" if missing else ""
    status: Status
    if match.probability >= STATEMENT_STATED_MINIMUM:
        status, why = "partly" if match.missing_numbers else "stated", "the nearest passage states it"
    elif match.probability <= STATEMENT_NOT_FOUND_MAXIMUM:
        status, why = "not_found", "no passage comes near it"
    else:
        status, why = "unclear", "a passage comes near it, not near enough to be sure"
    return Presence(status, match.probability, nearest, why + nowhere)
