"""What follows for claims once a person decided which sentences are linked, and which claims do not state each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ..matching import ClaimMatches, DirectedClaimMatches, FittedModels, LinkDecision, SentenceMatches, match_sentence_pair
from ..settings.corrections import SURE, TOLD_BY_HAND, UNDER_SELECTION
from ..story import ClaimRef, SentenceRef, Span, shared_letters
from .extract import StoryClaims

ClaimPairs = Collection[tuple[ClaimRef, ClaimRef]]
"""Pairs of claims of two articles, each given both ways round."""
DirectedMatches = dict[tuple[str, str], DirectedClaimMatches]


def override_claim_matches(
    claims: StoryClaims,
    matches: ClaimMatches,
    sentence_matches: SentenceMatches,
    *,
    links: Collection[LinkDecision],
    apart: ClaimPairs,
) -> ClaimMatches:
    """Return how claims match once a person decided: in links confirmed they may state each other, those `apart` do not.

    Args:
        claims: The claims of the story.
        matches: How they match by the machine's judgement.
        sentence_matches: With the probabilities of the links that a person decided.
        links: These links.
        apart: The claims that do not state each other, a person says.
    """
    directed = dict(matches.directed)
    confirmed = [link for link in links if link.linked]
    for link in confirmed:
        _match_linked_claims(directed, claims, link, sentence_matches.models)
    _clear_entailed(directed, claims, apart)
    separated: dict[tuple[str, str], set[ClaimRef]] = {}
    for claim, other in apart:
        separated.setdefault((claim.article, other.article), set()).add(claim)
    changed = {(claims.sentence_of(claim), other.article) for claim, other in apart}
    changed |= {(sentence, other.article) for link in confirmed for sentence, other in (link.sentences, link.sentences[::-1])}
    for sentence, key in sorted(changed):
        apart_here = separated.get((sentence.article, key), set())
        directed[sentence.article, key] = _present_again(
            directed[sentence.article, key],
            sentence.sentence,
            sentence_matches.between(sentence.article, key).probability[sentence.sentence],
            [claim in apart_here for claim in claims.claims_in(sentence)],
        )
    return ClaimMatches(directed)


def _match_linked_claims(directed: DirectedMatches, claims: StoryClaims, link: LinkDecision, models: FittedModels) -> None:
    """Match the claims of two sentences that a person linked.

    Of stretches smaller than the sentences: the claims under them state each other.
    """
    (one, i), (other, j) = link.sentences
    match = match_sentence_pair(claims.article_claims[one].sentences[i], claims.article_claims[other].sentences[j], models)
    under = [_under(claims, sentence, span) for sentence, span in zip(link.sentences, link.spans, strict=True)]
    entailed, equivalent = (match.entailed[0].copy(), match.entailed[1].copy()), match.equivalent.copy()
    if not all(mask.all() for mask in under):
        selected = under[0][:, None] & under[1][None, :]
        equivalent[~selected] = 0.0
        equivalent[selected & (equivalent == equivalent[selected].max(initial=0.0))] = SURE
        entailed[0][under[0]] = entailed[1][under[1]] = SURE
    unmatched = match.unmatched or (None, None)
    for keys, cell, own, across, words in (
        ((one, other), (i, j), entailed[0], equivalent, unmatched[0]),
        ((other, one), (j, i), entailed[1], equivalent.T, unmatched[1]),
    ):
        matches = directed[keys]
        directed[keys] = replace(
            matches,
            entailed={**matches.entailed, cell: own},
            equivalent={**matches.equivalent, cell: across},
            unmatched=matches.unmatched if words is None else {**matches.unmatched, cell: words},
        )


def _under(claims: StoryClaims, sentence: SentenceRef, span: Span) -> NDArray[np.bool_]:
    """Say which claims of a sentence lie under a stretch, (k,): those mostly covered by it, else the one it covers most."""
    placed = [claims.placed(claim) for claim in claims.claims_in(sentence)]
    covered = np.array([shared_letters([span], claim.spans) for claim in placed], float)
    letters = np.array([sum(end - start for start, end in claim.spans) for claim in placed], float)
    under: NDArray[np.bool_] = covered >= UNDER_SELECTION * letters
    return under if under.any() else covered == covered.max()


def _clear_entailed(directed: DirectedMatches, claims: StoryClaims, apart: ClaimPairs) -> None:
    """A sentence does not state a claim that was set apart from all of its claims."""
    cleared: dict[tuple[str, str], dict[tuple[int, int], NDArray[np.float64]]] = {}
    for claim, other in apart:
        keys, sentence = (claim.article, other.article), claims.sentence_of(other)
        entailed = cleared.setdefault(keys, dict(directed[keys].entailed))
        placed = claims.placed(claim)
        cell = (placed.sentence, sentence.sentence)
        if cell in entailed and all((claim, across) in apart for across in claims.claims_in(sentence)):
            entailed[cell] = entailed[cell].copy()
            entailed[cell][placed.index_in_sentence] = 0.0
    for keys, entailed in cleared.items():
        directed[keys] = replace(directed[keys], entailed=entailed)


def _present_again(
    matches: DirectedClaimMatches, sentence: int, linked: NDArray[np.float32], apart: Sequence[bool]
) -> DirectedClaimMatches:
    """Judge again how probably an article states the claims of a sentence.

    Those set apart are no more probable than what remains once a passage was rejected, and none is less probable than a sure
    link. What matches best in a sentence that a person linked is told there, in part at least.

    Args:
        matches: Of the article with the sentence beside the other.
        sentence: Its number.
        linked: How probably it is linked with each sentence of the other article, (m,).
        apart: Which of its k claims a person set apart from a claim of the other article.
    """
    present = matches.present[sentence]
    stated = [linked[j] * entailed for (i, j), entailed in matches.entailed.items() if i == sentence]
    best = np.max(stated, axis=0) if stated else np.zeros(len(present))
    judged = np.where(apart, np.minimum(present, best), present)
    if linked.max() >= SURE:
        judged = np.maximum(judged, best)
        told = _closest(matches, sentence, linked) & ~np.array(apart)
        judged = np.where(told, np.maximum(judged, TOLD_BY_HAND), judged)
    return replace(matches, present=[*matches.present[:sentence], judged, *matches.present[sentence + 1 :]])


def _closest(matches: DirectedClaimMatches, sentence: int, linked: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return which claims of a sentence, (k,), match best with a claim of a sentence that it is surely linked with, (m,)."""
    closest = np.zeros(len(matches.present[sentence]), bool)
    for (i, j), equivalent in matches.equivalent.items():
        if i == sentence and linked[j] >= SURE and equivalent.size:
            closest |= (equivalent == equivalent.max()).any(axis=1)
    return closest
