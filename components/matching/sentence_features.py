"""The named features of a pair of sentences, for every pair of two articles at once: each an (n, m) matrix.

All are symmetric: what is measured both ways enters as the larger and the smaller of the two, so that the order in which articles
are given changes nothing.


What stands around a pair: rivals for either sentence, and the pairs beside it. Works on any (n, m) matrix of scores.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from .indexed_text import IndexedText
from .late_interaction import run_weights, runs, shared, token_weights, weighted_coverage

if TYPE_CHECKING:
    from .indexed_text import Matrix

CLOSE, SAME = (0.62, 18.0), (0.8, 25.0)
"""Centre and slope of what counts as a close and as the same token: cosines of token vectors seldom fall below .3 here."""


Closeness: TypeAlias = "tuple[Matrix, Matrix]"
"""The best matches of the tokens of two articles, as `best_matches` gives them."""


def pair_features(
    left: IndexedText, right: IndexedText, weight: Mapping[str, float], closeness: Closeness | None
) -> dict[str, Matrix]:
    """Name -> (n, m) for what two sentences share, without their neighbours and rivals; of words alone without `closeness`."""
    meaning = meaning_features(left, right, weight, closeness) if closeness else {}
    return {**meaning, **lexical_features(left, right, weight)}


def meaning_features(
    left: IndexedText, right: IndexedText, weight: Mapping[str, float], closeness: Closeness
) -> dict[str, Matrix]:
    """What the vectors say: late interaction both ways at three depths, and the cosine of the sentence vectors."""
    import numpy as np

    ours, theirs = closeness
    mine, yours = token_weights(left, weight), token_weights(right, weight)
    out: dict[str, Matrix] = {}
    for name, depth in (("meaning", None), ("close", CLOSE), ("same", SAME)):
        a = weighted_coverage(sigmoid(ours, depth), mine, left.starts)
        b = weighted_coverage(sigmoid(theirs, depth), yours, right.starts).T
        out[f"{name}_more"], out[f"{name}_less"] = np.maximum(a, b), np.minimum(a, b)
        if name == "close":
            mass = np.minimum(a * np.add.reduceat(mine, left.starts)[:, None], b * np.add.reduceat(yours, right.starts)[None, :])
            out["close_mass"] = np.log1p(mass)
    out["sentence"] = left.vectors @ right.vectors.T
    return out


def sigmoid(cosines: Matrix, depth: tuple[float, float] | None) -> Matrix:
    """Cosines as they count at a depth (centre, slope): near 0 well below the centre, near 1 well above; as they are for None."""
    import numpy as np

    if depth is None:
        return cosines
    centre, slope = depth
    out: Matrix = 1 / (1 + np.exp(-(cosines - centre) * slope))
    return out


def lexical_features(left: IndexedText, right: IndexedText, weight: Mapping[str, float]) -> dict[str, Matrix]:
    """What the words say: containment by rarity, runs, numbers, names, quotations, length and place."""
    import numpy as np

    words, a, b = shared(left, right, lambda lex: lex.stems, weight)
    run, _, _ = shared(left, right, runs, run_weights((left, right), weight))
    number, ours, theirs = shared(left, right, lambda lex: lex.numbers, {})
    name, named, also_named = shared(left, right, lambda lex: lex.names, weight)
    quote, quoted, also_quoted = shared(left, right, lambda lex: lex.quoted, weight)
    either, both = _marks([lex.quoted for lex in left.sentences], [lex.quoted for lex in right.sentences])
    return {
        "words_more": words / np.maximum(np.minimum.outer(a, b), 0.1),
        "words_less": words / np.maximum(np.maximum.outer(a, b), 0.1),
        "words_mass": np.log1p(words),
        "runs": np.log1p(run),
        "numbers_shared": np.minimum(number, 3),
        "numbers_apart": np.minimum(np.minimum(ours[:, None] - number, theirs[None, :] - number), 2),
        "names_shared": np.log1p(name),
        "names_apart": np.log1p(np.maximum(np.minimum(named[:, None] - name, also_named[None, :] - name), 0)),
        "quotes_shared": quote / np.maximum(np.minimum.outer(quoted, also_quoted), 0.1),
        "quotes_both": both,
        "quotes_one": either - both,
        **_length(left, right),
        **_place(len(left), len(right)),
    }


def _marks(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> tuple[Matrix, Matrix]:
    import numpy as np

    a, b = np.array([bool(x) for x in left], bool), np.array([bool(x) for x in right], bool)
    return np.logical_or.outer(a, b).astype(np.float32), np.logical_and.outer(a, b).astype(np.float32)


def _length(left: IndexedText, right: IndexedText) -> dict[str, Matrix]:
    import numpy as np

    a, b = (np.log([max(1, len(lex.words)) for lex in side.sentences]).astype(np.float32) for side in (left, right))
    return {"shorter": np.minimum.outer(a, b), "longer": np.maximum.outer(a, b)}


def _place(n: int, m: int) -> dict[str, Matrix]:
    import numpy as np

    a, b = (np.arange(size, dtype=np.float32) / max(1, size - 1) for size in (n, m))
    return {
        "place_apart": np.abs(np.subtract.outer(a, b)),
        "place_first": np.minimum.outer(a, b),
        "place_last": np.maximum.outer(a, b),
    }


def context_features(score: Matrix, prefix: str) -> dict[str, Matrix]:
    """Name -> (n, m): margins over the best rival, its score, rank, standard scores, and the scores of neighbouring pairs."""
    import numpy as np

    rows, columns = _best_other(score, 1), _best_other(score, 0)
    by_row, by_column = _standard(score, 1), _standard(score, 0)
    rank_row, rank_column = _rank(score, 1), _rank(score, 0)
    above, beside = _either(score, (1, 0)), _either(score, (0, 1))
    found = {
        "margin_less": np.minimum(score - rows, score - columns),
        "margin_more": np.maximum(score - rows, score - columns),
        "rival_more": np.maximum(rows, columns),
        "rival_less": np.minimum(rows, columns),
        "rank_best": np.log1p(np.minimum(rank_row, rank_column)),
        "rank_worst": np.log1p(np.maximum(rank_row, rank_column)),
        "standing_less": np.minimum(by_row, by_column),
        "standing_more": np.maximum(by_row, by_column),
        "next_along": _either(score, (1, 1)),
        "next_across": _either(score, (1, -1)),
        "next_more": np.maximum(above, beside),
        "next_less": np.minimum(above, beside),
    }
    return {f"{prefix}_{name}": matrix.astype(np.float32) for name, matrix in found.items()}


def _best_other(score: Matrix, axis: int) -> Matrix:
    """The best score of the same row (axis 1) or column (axis 0) among the other cells; 0 if there is none."""
    import numpy as np

    if score.shape[axis] < 2:
        return np.zeros_like(score)
    ordered = np.sort(score, axis=axis)
    first, second = np.take(ordered, [-1], axis), np.take(ordered, [-2], axis)
    return np.where(score >= first, second, first)


def _standard(score: Matrix, axis: int) -> Matrix:
    out: Matrix = (score - score.mean(axis, keepdims=True)) / (score.std(axis, keepdims=True) + 0.02)
    return out


def _rank(score: Matrix, axis: int) -> Matrix:
    """How many cells of the same row or column score higher; equal scores share a rank, so that order changes nothing."""
    import numpy as np

    ordered = np.sort(-score, axis=axis)
    lines = zip(np.moveaxis(ordered, axis, 1), np.moveaxis(-score, axis, 1), strict=True)
    ranks = np.stack([np.searchsorted(line, values, side="left") for line, values in lines])
    return np.moveaxis(ranks, 1, axis).astype(np.float32)


def _either(score: Matrix, step: tuple[int, int]) -> Matrix:
    """The larger of the scores one step ahead and one step back; 0 past the edge."""
    import numpy as np

    n, m = score.shape
    padded = np.zeros((n + 2, m + 2), np.float32)
    padded[1:-1, 1:-1] = score
    i, j = step
    ahead = padded[1 + i : n + 1 + i, 1 + j : m + 1 + j]
    back = padded[1 - i : n + 1 - i, 1 - j : m + 1 - j]
    return np.maximum(ahead, back)
