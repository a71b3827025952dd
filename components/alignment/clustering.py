"""Groups across n articles: claims that state the same, at most one an article, by average linkage (Sokal and Michener 1958).

The most probable link joins first; two groups join only if their claims are linked on the average and no two of them are
surely apart. So a chain of weak links never ties unrelated sentences together, and the order of the articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING

from ..story import ClaimRef

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..matching import DirectedClaimMatches, SentencePairScores

Chances = Mapping[tuple[ClaimRef, ClaimRef], float]
"""The probability that two claims say the same, given both ways round; two that are not in it are surely apart."""


def claim_probabilities(
    pairs: Mapping[tuple[str, str], SentencePairScores],
    parted: Mapping[tuple[str, str], DirectedClaimMatches],
    first: Mapping[str, Sequence[int]],
    *,
    apart: float,
) -> dict[tuple[ClaimRef, ClaimRef], float]:
    """The chances of all pairs of claims, (article, number), that are not surely apart: more probable than `apart`.

    `first` gives the number of the first claim of each sentence. Two linked sentences state a same fact: the two claims of them
    that match best are as probable as the link, all others as the link and their match together.
    """
    out = {}
    for (one, other), evidence in pairs.items():
        for (i, j), match in parted[one, other].equivalent.items():
            given = match.copy()
            given[match == match.max()] = 1.0
            for (k, n), same in _cells(given * float(evidence.probability[i, j])):
                if same > apart:
                    left, right = ClaimRef(one, first[one][i] + k), ClaimRef(other, first[other][j] + n)
                    out[left, right] = out[right, left] = same
    return out


def _cells(values: NDArray[np.float64]) -> Iterator[tuple[tuple[int, int], float]]:
    for k, row in enumerate(values.tolist()):
        for n, value in enumerate(row):
            yield (k, n), round(value, 4)


def cluster_claims(claims: Iterable[ClaimRef], chances: Chances, *, join: float) -> list[tuple[ClaimRef, ...]]:
    """Return every claim in exactly one group; `join` is the mean probability from which two groups join.

    `claims` must come in an order that depends on the articles' text alone: it breaks ties.
    """
    order = {claim: at for at, claim in enumerate(claims)}
    group: dict[ClaimRef, tuple[ClaimRef, ...]] = {claim: (claim,) for claim in order}
    links = sorted(
        ((chance, pair) for pair, chance in chances.items() if chance >= join and order[pair[0]] < order[pair[1]]),
        key=lambda item: (-item[0], order[item[1][0]], order[item[1][1]]),
    )
    for _, (one, other) in links:
        left, right = group[one], group[other]
        if left is right or not _fit_together(left, right, chances, join):
            continue
        joined = tuple(sorted((*left, *right), key=order.__getitem__))
        for claim in joined:
            group[claim] = joined
    return list(dict.fromkeys(group[claim] for claim in order))


def _fit_together(left: tuple[ClaimRef, ...], right: tuple[ClaimRef, ...], chances: Chances, join: float) -> bool:
    if {key for key, _ in left} & {key for key, _ in right}:
        return False
    between = [chances.get(pair, 0.0) for pair in product(left, right)]
    return min(between) > 0 and sum(between) / len(between) >= join
