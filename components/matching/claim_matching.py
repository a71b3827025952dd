"""Two articles by the parts of their sentences: which parts the other article states too, and which parts say the same.

Inside two sentences that may be linked, a first judgement looks at each part by itself, a second at what became of the others
of its sentence. Fitted on QA-Align (Weiss and others 2021) and on the facts of outlet_facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from ..settings import WHOLE
from .claim_features import OTHERS, ClaimTokens, SegmentedSentence, article_features, claim_features
from .indexed_text import IndexedText
from .late_interaction import max_similarity, token_similarity
from .logistic import logit, probability
from .models import FittedModels

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .indexed_text import Matrix

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
class DirectedClaimMatches:
    """The parts of one article beside another article.

    For sentences i and j that may be linked, given that they are: `stated[i, j]` (k,), the probability that j states a part of i,
    `same[i, j]` (k, l) that a part of i and one of j say the same, and `only[i, j]` (n,) which words of i tell what j does not
    (none if either has no parse). `present`, for each sentence, (k,): the probability that the other article states each of
    its parts.
    """

    entailed: Mapping[tuple[int, int], Array]
    equivalent: Mapping[tuple[int, int], Array]
    unmatched: Mapping[tuple[int, int], Words]
    present: Sequence[Array]


@dataclass(frozen=True, slots=True, eq=False)
class SentencePairMatch:
    """Two linked sentences of k and m parts, as in `Parted`: `stated` (k,) and (m,), `same` (k, m), `only` from either side."""

    entailed: tuple[Array, Array]
    equivalent: Array
    unmatched: tuple[Words, Words] | None


Known: TypeAlias = "tuple[Mapping[tuple[int, int], Array], Matrix]"
"""What was found inside sentences that may be linked, (k,) a pair, and the probability that an article states each sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class ArticleClaims:
    """An article by the parts of its sentences: its profile, each sentence with its parse, and the words of its parts.

    A sentence without a parse stands as its number of parts: nothing is known of those but what is known of the sentence.
    """

    text: IndexedText
    sentences: Sequence[SegmentedSentence | int]
    tokens: Sequence[ClaimTokens]


def match_claims(
    left: ArticleClaims,
    right: ArticleClaims,
    weighed: tuple[Matrix, Matrix, Matrix],
    weight: Mapping[str, float],
    fit: FittedModels,
    *,
    before: tuple[DirectedClaimMatches, DirectedClaimMatches] | None = None,
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """The parts of two articles beside each other, from either side.

    `weighed`: the link probabilities (n, m), and for either side those that the other states each sentence; `weight`: of the
    stems of the story. `before`: the same two texts in another story; what is inside their sentences is not weighed again.
    """
    linked, *chances = weighed
    inside = before or _inside(left, right, linked, fit)
    matches = max_similarity(left.text, right.text)
    ways = ((left, right, linked), (right, left, linked.T))
    out = []
    for at, (side, across, matrix) in enumerate(ways):
        known = inside[at].entailed, chances[at]
        features = present_features(side, (across.text, matches[at]), matrix, known, weight)
        present = [probability(fit.claim_presence.log_odds(row)) for row in features]
        out.append(replace(inside[at], present=present))
    return out[0], out[1]


def _inside(
    left: ArticleClaims, right: ArticleClaims, linked: Matrix, fit: FittedModels
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """All pairs of sentences that may be linked, from either side; nothing is known yet of the whole articles."""
    found = {(i, j): match_sentence_pair(left.sentences[i], right.sentences[j], fit) for i, j in candidates(linked)}
    mine = DirectedClaimMatches(
        {pair: inside.entailed[0] for pair, inside in found.items()},
        {pair: inside.equivalent for pair, inside in found.items()},
        {pair: inside.unmatched[0] for pair, inside in found.items() if inside.unmatched},
        (),
    )
    theirs = DirectedClaimMatches(
        {(j, i): inside.entailed[1] for (i, j), inside in found.items()},
        {(j, i): inside.equivalent.T for (i, j), inside in found.items()},
        {(j, i): inside.unmatched[1] for (i, j), inside in found.items() if inside.unmatched},
        (),
    )
    return mine, theirs


def match_sentence_pair(one: SegmentedSentence | int, other: SegmentedSentence | int, fit: FittedModels) -> SentencePairMatch:
    """The parts of two sentences beside each other; everything matches where either has no parse."""
    import numpy as np

    if isinstance(one, int) or isinstance(other, int):
        k, m = _parts(one), _parts(other)
        return SentencePairMatch((np.ones(k), np.ones(m)), np.ones((k, m)), None)
    near = token_similarity(one.vectors, other.vectors)
    mine, theirs = entailed_claims(one, other, near, fit), entailed_claims(other, one, near.T, fit)
    there, back = _places(near, one, other), _places(near.T, other, one)
    same = np.round((mine[:, None] * there + (theirs[:, None] * back).T) / 2, 4)
    return SentencePairMatch(
        (mine, theirs), same, (unmatched_words(one, other, near, mine), unmatched_words(other, one, near.T, theirs))
    )


def candidates(linked: Matrix) -> list[tuple[int, int]]:
    """The pairs of sentences to look into: likely links, of many partners of a sentence the most likely."""
    import numpy as np

    likely = linked > LIKELY
    for axis in (0, 1):
        if (likely.sum(axis=axis) > PARTNERS).any():
            rank = np.argsort(np.argsort(-linked, axis=axis, kind="stable"), axis=axis, kind="stable")
            likely &= rank < PARTNERS
    return [(i, j) for i, j in np.argwhere(likely).tolist()]


def _parts(sentence: SegmentedSentence | int) -> int:
    return sentence if isinstance(sentence, int) else len(sentence.heads)


def entailed_claims(one: SegmentedSentence, other: SegmentedSentence, near: NDArray[np.float32], fit: FittedModels) -> Array:
    """The probability that `other` states each part of `one`, (k,), given that the two sentences are linked."""
    first = fit.claim.log_odds({name: values.astype("f8") for name, values in claim_features(one, other, near).items()})
    return probability(fit.claim_in_context.log_odds(beside_features(first)))


def unmatched_words(one: SegmentedSentence, other: SegmentedSentence, near: NDArray[np.float32], stated: Array) -> Words:
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


def _places(near: NDArray[np.float32], one: SegmentedSentence, other: SegmentedSentence) -> Array:
    """For each part of `one` the share of it whose closest words lie in each part of `other`, (k, l)."""
    import numpy as np

    mass = (one.inside * one.weight).astype("f8")
    hit = np.zeros((len(other.heads), len(near)), bool)
    if near.shape[1]:
        hit = other.inside[:, near.argmax(axis=1)] & (near.max(axis=1) > 0)
    share: Array = mass @ hit.T / (mass.sum(axis=1, keepdims=True) + 1e-6)
    return share


def present_features(
    side: ArticleClaims, article: tuple[IndexedText, Matrix], linked: Matrix, known: Known, weight: Mapping[str, float]
) -> Iterator[dict[str, Matrix]]:
    """For each sentence of a side the features of its parts' being stated in another article, (k,) each.

    The article comes with the best matches of the side's tokens in each of its sentences, as `best_matches` gives them.
    """
    import numpy as np

    stated, chances = known
    best = [np.zeros(_parts(sentence)) for sentence in side.sentences]
    for (i, j), found in stated.items():
        best[i] = np.maximum(best[i], linked[i, j] * found)
    for at, features in enumerate(article_features(side.tokens, *article, weight)):
        chance = np.full(len(best[at]), chances[at])
        yield {"sentence": logit(chance), "part": logit(best[at]), **features}
