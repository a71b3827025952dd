"""Two articles by the parts of their sentences: which parts the other article states too, and which parts say the same.

Inside two sentences that may be linked, a first judgement looks at each part by itself, a second at what became of the others
of its sentence. Fitted on QA-Align (Weiss and others 2021) and on the facts of outlet_facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from ..settings import WHOLE
from .anywhere import PartWords, anywhere_features
from .model import Fit, logit, probability
from .nearness import nearness
from .overlap import best_matches
from .parts import OTHERS, Divided, part_features
from .profile import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .profile import Matrix

    Array = NDArray[np.float64]
    Words = NDArray[np.bool_]

LIKELY: Final = 0.1
"""Two sentences no more probably linked than this are not looked into: at no strictness in words are they a link."""

PARTNERS: Final = 20
"""Sentences of another article that one is looked into with: more are alike only in lists and live pages."""
ALIKE: Final = 0.55
"""From this cosine on a word has one like it in the other sentence: of the words that annotators of headlines found to be said in
other words 5 in 100 stay below it."""
VERY_ALIKE: Final = 0.65
"""The same in a part that the other sentence does not state."""


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """The parts of one article beside another article.

    For sentences i and j that may be linked, given that they are: `stated[i, j]` (k,), the probability that j states a part of i,
    `same[i, j]` (k, l) that a part of i and one of j say the same, and `only[i, j]` (n,) which words of i tell what j does not
    (none if either has no parse). `present`, for each sentence, (k,): the probability that the other article states each of
    its parts.
    """

    stated: Mapping[tuple[int, int], Array]
    same: Mapping[tuple[int, int], Array]
    only: Mapping[tuple[int, int], Words]
    present: Sequence[Array]


@dataclass(frozen=True, slots=True, eq=False)
class Inside:
    """Two linked sentences of k and m parts, as in `Parted`: `stated` (k,) and (m,), `same` (k, m), `only` from either side."""

    stated: tuple[Array, Array]
    same: Array
    only: tuple[Words, Words] | None


Known: TypeAlias = "tuple[Mapping[tuple[int, int], Array], Matrix]"
"""What was found inside sentences that may be linked, (k,) a pair, and the probability that an article states each sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """An article by the parts of its sentences: its profile, each sentence with its parse, and the words of its parts.

    A sentence without a parse stands as its number of parts: nothing is known of those but what is known of the sentence.
    """

    profile: Profile
    sentences: Sequence[Divided | int]
    words: Sequence[PartWords]


def weigh_parts(
    left: Side,
    right: Side,
    weighed: tuple[Matrix, Matrix, Matrix],
    weight: Mapping[str, float],
    fit: Fit,
    *,
    before: tuple[Parted, Parted] | None = None,
) -> tuple[Parted, Parted]:
    """The parts of two articles beside each other, from either side.

    `weighed`: the link probabilities (n, m), and for either side those that the other states each sentence; `weight`: of the
    stems of the story. `before`: the same two texts in another story; what is inside their sentences is not weighed again.
    """
    linked, *chances = weighed
    inside = before or _inside(left, right, linked, fit)
    matches = best_matches(left.profile, right.profile)
    ways = ((left, right, linked), (right, left, linked.T))
    out = []
    for at, (side, across, matrix) in enumerate(ways):
        known = inside[at].stated, chances[at]
        features = present_features(side, (across.profile, matches[at]), matrix, known, weight)
        present = [probability(fit.part_present.log_odds(row)) for row in features]
        out.append(replace(inside[at], present=present))
    return out[0], out[1]


def _inside(left: Side, right: Side, linked: Matrix, fit: Fit) -> tuple[Parted, Parted]:
    """All pairs of sentences that may be linked, from either side; nothing is known yet of the whole articles."""
    found = {(i, j): weigh_inside(left.sentences[i], right.sentences[j], fit) for i, j in candidates(linked)}
    mine = Parted(
        {pair: inside.stated[0] for pair, inside in found.items()},
        {pair: inside.same for pair, inside in found.items()},
        {pair: inside.only[0] for pair, inside in found.items() if inside.only},
        (),
    )
    theirs = Parted(
        {(j, i): inside.stated[1] for (i, j), inside in found.items()},
        {(j, i): inside.same.T for (i, j), inside in found.items()},
        {(j, i): inside.only[1] for (i, j), inside in found.items() if inside.only},
        (),
    )
    return mine, theirs


def weigh_inside(one: Divided | int, other: Divided | int, fit: Fit) -> Inside:
    """The parts of two sentences beside each other; everything matches where either has no parse."""
    import numpy as np

    if isinstance(one, int) or isinstance(other, int):
        k, m = _parts(one), _parts(other)
        return Inside((np.ones(k), np.ones(m)), np.ones((k, m)), None)
    near = nearness(one.vectors, other.vectors)
    mine, theirs = stated_parts(one, other, near, fit), stated_parts(other, one, near.T, fit)
    there, back = _places(near, one, other), _places(near.T, other, one)
    same = np.round((mine[:, None] * there + (theirs[:, None] * back).T) / 2, 4)
    return Inside((mine, theirs), same, (only_here(one, other, near, mine), only_here(other, one, near.T, theirs)))


def candidates(linked: Matrix) -> list[tuple[int, int]]:
    """The pairs of sentences to look into: likely links, of many partners of a sentence the most likely."""
    import numpy as np

    likely = linked > LIKELY
    for axis in (0, 1):
        if (likely.sum(axis=axis) > PARTNERS).any():
            rank = np.argsort(np.argsort(-linked, axis=axis, kind="stable"), axis=axis, kind="stable")
            likely &= rank < PARTNERS
    return [(i, j) for i, j in np.argwhere(likely).tolist()]


def _parts(sentence: Divided | int) -> int:
    return sentence if isinstance(sentence, int) else len(sentence.heads)


def stated_parts(one: Divided, other: Divided, near: NDArray[np.float32], fit: Fit) -> Array:
    """The probability that `other` states each part of `one`, (k,), given that the two sentences are linked."""
    first = fit.part.log_odds({name: values.astype("f8") for name, values in part_features(one, other, near).items()})
    return probability(fit.part_beside.log_odds(beside_features(first)))


def only_here(one: Divided, other: Divided, near: NDArray[np.float32], stated: Array) -> Words:
    """Which words of `one`, (n,), tell what `other` does not: telling words without one like them in the other sentence.

    In a part that the other sentence does not state a word must be more alike to count as told.
    """
    import numpy as np

    here = one.inside[stated < WHOLE].any(axis=0) & ~one.inside[stated >= WHOLE].any(axis=0)
    unlike = near.max(axis=1, initial=0) < np.where(here, VERY_ALIKE, ALIKE)
    return np.asarray((one.weight > OTHERS) & unlike & ~np.isin(one.lemmas, other.lemmas), bool)


def beside_features(odds: Array) -> dict[str, Array]:
    """What the first judgement makes of each part, (k,) log-odds, and of the other parts of the sentence: mean, most, least."""
    import numpy as np

    k = len(odds)
    others = np.tile(odds, (k, 1))
    rest = others[~np.eye(k, dtype=bool)].reshape(k, k - 1) if k > 1 else np.zeros((k, 1))
    return {"own": odds, "mean": rest.mean(axis=1), "most": rest.max(axis=1), "least": rest.min(axis=1)}


def _places(near: NDArray[np.float32], one: Divided, other: Divided) -> Array:
    """For each part of `one` the share of it whose closest words lie in each part of `other`, (k, l)."""
    import numpy as np

    mass = (one.inside * one.weight).astype("f8")
    hit = np.zeros((len(other.heads), len(near)), bool)
    if near.shape[1]:
        hit = other.inside[:, near.argmax(axis=1)] & (near.max(axis=1) > 0)
    share: Array = mass @ hit.T / (mass.sum(axis=1, keepdims=True) + 1e-6)
    return share


def present_features(
    side: Side, article: tuple[Profile, Matrix], linked: Matrix, known: Known, weight: Mapping[str, float]
) -> Iterator[dict[str, Matrix]]:
    """For each sentence of a side the features of its parts' being stated in another article, (k,) each.

    The article comes with the best matches of the side's tokens in each of its sentences, as `best_matches` gives them.
    """
    import numpy as np

    stated, chances = known
    best = [np.zeros(_parts(sentence)) for sentence in side.sentences]
    for (i, j), found in stated.items():
        best[i] = np.maximum(best[i], linked[i, j] * found)
    for at, features in enumerate(anywhere_features(side.words, *article, weight)):
        chance = np.full(len(best[at]), chances[at])
        yield {"sentence": logit(chance), "part": logit(best[at]), **features}
