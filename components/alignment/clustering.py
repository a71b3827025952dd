"""Clusters of claims that state the same, at most one an article, by average linkage (Sokal and Michener 1958).

The most probable pair joins first; two clusters join only if their claims are linked on the average and no two of them are
surely apart. So a chain of weak links never ties unrelated sentences together, and the order of the articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from ..matching import ClaimMatches, SentenceMatches
from ..settings.presence import SAME_FACT_MINIMUM, SAME_FACT_SHARE
from ..story import ClaimRef

ClaimProbabilities = Mapping[tuple[ClaimRef, ClaimRef], float]
"""The probability that two claims say the same, given both ways round; two that are not in it are surely apart."""


def claim_probabilities(
    sentence_matches: SentenceMatches,
    claim_matches: ClaimMatches,
    first_claim: Mapping[str, Sequence[int]],
    *,
    apart: float,
) -> dict[tuple[ClaimRef, ClaimRef], float]:
    """Return the probabilities of all pairs of claims that are not surely apart: that are more probable than `apart`.

    Two linked sentences state a same fact: the two claims of them that match best are as probable as the link, all others as
    the link and their match together.

    Args:
        sentence_matches: How probably every two sentences are linked.
        claim_matches: How the claims of two linked sentences match, given that they are.
        first_claim: The number of the first claim of each sentence, by article.
        apart: Two claims no more probable than this are surely apart.
    """
    probabilities = {}
    for one, other in sentence_matches.pairs:
        linked = sentence_matches.between(one, other).probability
        for (i, j), equivalent in claim_matches.between(one, other).equivalent.items():
            given_link = equivalent.copy()
            given_link[equivalent == equivalent.max()] = 1.0
            for (k, n), probability in _cells(given_link * float(linked[i, j])):
                if probability > apart:
                    left, right = ClaimRef(one, first_claim[one][i] + k), ClaimRef(other, first_claim[other][j] + n)
                    probabilities[left, right] = probabilities[right, left] = probability
    return probabilities


def same_fact_probabilities(
    probabilities: ClaimProbabilities, stated: Callable[[ClaimRef, str], float]
) -> dict[tuple[ClaimRef, ClaimRef], float]:
    """Return the probabilities that two claims are one fact: that either article states all the other claims, as far as known.

    Two claims may match while one of them tells more: that is a fact of its own. And what either article surely states of the
    other is one fact in other words, however few words match.

    Args:
        probabilities: That two claims say the same, as `claim_probabilities` gives them.
        stated: Gives the probability that an article (by key) states a claim of another.
    """
    same = {}
    for (claim, other), probability in probabilities.items():
        mutual = min(stated(claim, other.article), stated(other, claim.article))
        if mutual >= SAME_FACT_MINIMUM:
            same[claim, other] = max(probability, round(SAME_FACT_SHARE * mutual, 4))
    return same


def _cells(values: NDArray[np.float64]) -> Iterator[tuple[tuple[int, int], float]]:
    for k, row in enumerate(values.tolist()):
        for n, value in enumerate(row):
            yield (k, n), round(value, 4)


def cluster_claims(claims: Iterable[ClaimRef], probabilities: ClaimProbabilities, *, join: float) -> list[tuple[ClaimRef, ...]]:
    """Put every claim in exactly one cluster.

    Args:
        claims: All claims, in an order that depends on the articles' text alone: it breaks ties.
        probabilities: That two of them say the same.
        join: The mean probability from which two clusters join.
    """
    order = {claim: i for i, claim in enumerate(claims)}
    cluster: dict[ClaimRef, tuple[ClaimRef, ...]] = {claim: (claim,) for claim in order}
    pairs = sorted(
        (
            (probability, pair)
            for pair, probability in probabilities.items()
            if probability >= join and order[pair[0]] < order[pair[1]]
        ),
        key=lambda item: (-item[0], order[item[1][0]], order[item[1][1]]),
    )
    for _, (one, other) in pairs:
        left, right = cluster[one], cluster[other]
        if left is right or not _fit_together(left, right, probabilities, join):
            continue
        joined = tuple(sorted((*left, *right), key=order.__getitem__))
        for claim in joined:
            cluster[claim] = joined
    return list(dict.fromkeys(cluster[claim] for claim in order))


def _fit_together(left: Sequence[ClaimRef], right: Sequence[ClaimRef], probabilities: ClaimProbabilities, join: float) -> bool:
    """Say whether two clusters have no article in common, no two claims surely apart, and are linked on the average."""
    if {claim.article for claim in left} & {claim.article for claim in right}:
        return False
    between = [probabilities.get(pair, 0.0) for pair in product(left, right)]
    return min(between) > 0 and sum(between) / len(between) >= join
