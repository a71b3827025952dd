"""Groups across n articles: sentences that state the same, at most one an article, by average linkage (Sokal and Michener 1958).

The most probable link joins first; two groups join only if their sentences are linked on the average and no two of them are
surely apart. So a chain of weak links never ties unrelated sentences together, and the order of the articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import TYPE_CHECKING

from ..story import Spot

if TYPE_CHECKING:
    from ..evidence import PairEvidence

Chances = Mapping[tuple[Spot, Spot], float]
"""The probability of a link, given both ways round; two sentences that are not in it are surely apart."""


def likely(pairs: Mapping[tuple[str, str], PairEvidence], apart: float) -> dict[tuple[Spot, Spot], float]:
    """The chances of all pairs of sentences that are not surely apart: more probable than `apart`."""
    import numpy as np

    out = {}
    for (first, second), evidence in pairs.items():
        for i, j in np.argwhere(evidence.probability > apart).tolist():
            out[(first, i), (second, j)] = out[(second, j), (first, i)] = float(evidence.probability[i, j])
    return out


def groups(spots: Iterable[Spot], chances: Chances, *, join: float) -> list[tuple[Spot, ...]]:
    """Every spot in exactly one group; `join` is the mean probability from which two groups join.

    `spots` must come in an order that depends on the articles' text alone: it breaks ties.
    """
    order = {spot: at for at, spot in enumerate(spots)}
    group: dict[Spot, tuple[Spot, ...]] = {spot: (spot,) for spot in order}
    links = sorted(
        ((chance, pair) for pair, chance in chances.items() if chance >= join and order[pair[0]] < order[pair[1]]),
        key=lambda item: (-item[0], order[item[1][0]], order[item[1][1]]),
    )
    for _, (one, other) in links:
        left, right = group[one], group[other]
        if left is right or not _fit_together(left, right, chances, join):
            continue
        joined = tuple(sorted((*left, *right), key=order.__getitem__))
        for spot in joined:
            group[spot] = joined
    return list(dict.fromkeys(group[spot] for spot in order))


def _fit_together(left: tuple[Spot, ...], right: tuple[Spot, ...], chances: Chances, join: float) -> bool:
    if {key for key, _ in left} & {key for key, _ in right}:
        return False
    between = [chances.get(pair, 0.0) for pair in product(left, right)]
    return min(between) > 0 and sum(between) / len(between) >= join
