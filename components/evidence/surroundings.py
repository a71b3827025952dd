"""What stands around a pair: rivals for either sentence, and the pairs beside it. Works on any (n, m) matrix of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .profile import Matrix


def surroundings(score: Matrix, prefix: str) -> dict[str, Matrix]:
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
