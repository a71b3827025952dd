"""The named features of a pair of sentences, for every pair of two articles at once: each an (n, m) matrix.

`pair_features` say what two sentences share; `context_features` how a pair stands beside its rivals (other pairs of either
sentence) and its neighbours, on any (n, m) matrix of scores. All are symmetric: what is measured both ways enters as the larger
and the smaller of the two, so that the order in which articles are given changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np

from ..settings.matching import CLOSE_MATCH, SAME_MATCH
from .arrays import Matrix, sigmoid, zscores
from .indexed_text import IndexedText
from .late_interaction import bigram_idf, bigrams, shared_weight, token_weights, weighted_coverage

MATCH_DEPTHS = (("meaning", None), ("close", CLOSE_MATCH), ("same", SAME_MATCH))
"""How strictly tokens are matched, by the beginning of a feature's name: the plain cosine, close in meaning, the same word."""
_MASS_FLOOR = 0.1
"""The least weight that shared weight is divided by: a sentence may have no word at all."""

MaxSimilarities: TypeAlias = "tuple[Matrix, Matrix]"
"""The best matches of the tokens of two articles, as `max_similarity` gives them."""


def pair_features(
    left: IndexedText,
    right: IndexedText,
    idf: Mapping[str, float],
    max_similarities: MaxSimilarities | None,
    *,
    statements: bool = False,
) -> dict[str, Matrix]:
    """Return what every two sentences share, without their neighbours and rivals.

    Args:
        left: An article of n sentences.
        right: An article of m sentences.
        idf: The weight of each stem of both.
        max_similarities: As `max_similarity` gives them; None for features of words alone.
        statements: Whether the left text is no article, but statements, each by itself: the first and only sentence of its text.

    Returns:
        Feature -> (n, m).
    """
    semantic = semantic_features(left, right, idf, max_similarities) if max_similarities else {}
    places = np.zeros(len(left), np.float32) if statements else _places(left)
    return {**semantic, **lexical_features(left, right, idf), **_place_features(places, _places(right))}


def semantic_features(
    left: IndexedText, right: IndexedText, idf: Mapping[str, float], max_similarities: MaxSimilarities
) -> dict[str, Matrix]:
    """Return what the vectors say: late interaction both ways at three depths, and the cosine of the sentence vectors."""
    left_similarity, right_similarity = max_similarities
    left_weights, right_weights = token_weights(left, idf), token_weights(right, idf)
    out: dict[str, Matrix] = {}
    for name, depth in MATCH_DEPTHS:
        of_left = weighted_coverage(match_strength(left_similarity, depth), left_weights, left.starts)
        of_right = weighted_coverage(match_strength(right_similarity, depth), right_weights, right.starts).T
        out[f"{name}_more"], out[f"{name}_less"] = np.maximum(of_left, of_right), np.minimum(of_left, of_right)
        if name == "close":
            left_mass = of_left * np.add.reduceat(left_weights, left.starts)[:, None]
            right_mass = of_right * np.add.reduceat(right_weights, right.starts)[None, :]
            out["close_mass"] = np.log1p(np.minimum(left_mass, right_mass))
    out["sentence"] = left.vectors @ right.vectors.T
    return out


def match_strength(cosines: Matrix, depth: tuple[float, float] | None) -> Matrix:
    """Return how well tokens match at a depth, in the shape of `cosines`.

    Args:
        cosines: Any array, -1 to 1.
        depth: Centre and slope of a sigmoid: near 0 well below the centre, near 1 well above it. None for the cosine itself.
    """
    return cosines if depth is None else sigmoid(cosines, *depth)


def lexical_features(left: IndexedText, right: IndexedText, idf: Mapping[str, float]) -> dict[str, Matrix]:
    """Return what the words say: shared weight, bigrams, numbers, names, quotations and length, feature -> (n, m)."""
    words, left_words, right_words = shared_weight(left, right, lambda sentence: sentence.stems, idf)
    runs, _, _ = shared_weight(left, right, bigrams, bigram_idf((left, right), idf))
    numbers, left_numbers, right_numbers = shared_weight(left, right, lambda sentence: sentence.numbers, {})
    names, left_names, right_names = shared_weight(left, right, lambda sentence: sentence.names, idf)
    quotes, left_quotes, right_quotes = shared_weight(left, right, lambda sentence: sentence.quoted, idf)
    either, both = _quotation_flags(left, right)
    unshared_names = np.minimum(left_names[:, None] - names, right_names[None, :] - names)
    return {
        "words_more": words / np.maximum(np.minimum.outer(left_words, right_words), _MASS_FLOOR),
        "words_less": words / np.maximum(np.maximum.outer(left_words, right_words), _MASS_FLOOR),
        "words_mass": np.log1p(words),
        "runs": np.log1p(runs),
        "numbers_shared": np.minimum(numbers, 3),
        "numbers_apart": np.minimum(np.minimum(left_numbers[:, None] - numbers, right_numbers[None, :] - numbers), 2),
        "names_shared": np.log1p(names),
        "names_apart": np.log1p(np.maximum(unshared_names, 0)),
        "quotes_shared": quotes / np.maximum(np.minimum.outer(left_quotes, right_quotes), _MASS_FLOOR),
        "quotes_both": both,
        "quotes_one": either - both,
        **_length_features(left, right),
    }


def _quotation_flags(left: IndexedText, right: IndexedText) -> tuple[Matrix, Matrix]:
    """Return whether either, and whether both of two sentences quote, (n, m) each."""
    of_left, of_right = (np.array([bool(sentence.quoted) for sentence in text.sentences], bool) for text in (left, right))
    either, both = np.logical_or.outer(of_left, of_right), np.logical_and.outer(of_left, of_right)
    return either.astype(np.float32), both.astype(np.float32)


def _length_features(left: IndexedText, right: IndexedText) -> dict[str, Matrix]:
    """Return the logarithm of the number of words of the shorter and the longer of two sentences."""
    of_left, of_right = (
        np.log([max(1, len(sentence.words)) for sentence in text.sentences]).astype(np.float32) for text in (left, right)
    )
    return {"shorter": np.minimum.outer(of_left, of_right), "longer": np.maximum.outer(of_left, of_right)}


def _places(article: IndexedText) -> Matrix:
    """Return where each sentence stands in its article, from 0, the first, to 1, the last, (n,)."""
    return np.arange(len(article), dtype=np.float32) / max(1, len(article) - 1)


def _place_features(of_left: Matrix, of_right: Matrix) -> dict[str, Matrix]:
    """Return how far apart two sentences stand in their articles, and the earlier and the later place, (n, m) each."""
    return {
        "place_apart": np.abs(np.subtract.outer(of_left, of_right)),
        "place_first": np.minimum.outer(of_left, of_right),
        "place_last": np.maximum.outer(of_left, of_right),
    }


def context_features(scores: Matrix, prefix: str) -> dict[str, Matrix]:
    """Return how each pair stands beside its rivals and neighbours.

    Args:
        scores: Any score of pairs of sentences, (n, m).
        prefix: What the names of the features begin with.

    Returns:
        Feature -> (n, m) float32: margins over the best rival, its score, ranks, z-scores, and scores of neighbouring pairs.
    """
    row_rival, column_rival = _best_rival(scores, 1), _best_rival(scores, 0)
    row_zscore, column_zscore = zscores(scores, 1), zscores(scores, 0)
    row_rank, column_rank = _rank(scores, 1), _rank(scores, 0)
    row_neighbour, column_neighbour = _best_neighbour(scores, (1, 0)), _best_neighbour(scores, (0, 1))
    features = {
        "margin_less": np.minimum(scores - row_rival, scores - column_rival),
        "margin_more": np.maximum(scores - row_rival, scores - column_rival),
        "rival_more": np.maximum(row_rival, column_rival),
        "rival_less": np.minimum(row_rival, column_rival),
        "rank_best": np.log1p(np.minimum(row_rank, column_rank)),
        "rank_worst": np.log1p(np.maximum(row_rank, column_rank)),
        "standing_less": np.minimum(row_zscore, column_zscore),
        "standing_more": np.maximum(row_zscore, column_zscore),
        "next_along": _best_neighbour(scores, (1, 1)),
        "next_across": _best_neighbour(scores, (1, -1)),
        "next_more": np.maximum(row_neighbour, column_neighbour),
        "next_less": np.minimum(row_neighbour, column_neighbour),
    }
    return {f"{prefix}_{name}": matrix.astype(np.float32) for name, matrix in features.items()}


def _best_rival(scores: Matrix, axis: int) -> Matrix:
    """Return the best score of the same row (axis 1) or column (axis 0) among the other cells; 0 if there is none."""
    if scores.shape[axis] < 2:
        return np.zeros_like(scores)
    ordered = np.sort(scores, axis=axis)
    best, second = np.take(ordered, [-1], axis), np.take(ordered, [-2], axis)
    return np.where(scores >= best, second, best)


def _rank(scores: Matrix, axis: int) -> Matrix:
    """Return how many cells of the same row or column score higher; equal scores share a rank, so that order changes nothing."""
    ordered = np.sort(-scores, axis=axis)
    lines = zip(np.moveaxis(ordered, axis, 1), np.moveaxis(-scores, axis, 1), strict=True)
    ranks = np.stack([np.searchsorted(line, values, side="left") for line, values in lines])
    return np.moveaxis(ranks, 1, axis).astype(np.float32)


def _best_neighbour(scores: Matrix, step: tuple[int, int]) -> Matrix:
    """Return the larger of the scores one step (rows, columns) ahead and one step back; 0 past the edge."""
    n, m = scores.shape
    padded = np.zeros((n + 2, m + 2), np.float32)
    padded[1:-1, 1:-1] = scores
    i, j = step
    ahead = padded[1 + i : n + 1 + i, 1 + j : m + 1 + j]
    back = padded[1 - i : n + 1 - i, 1 - j : m + 1 - j]
    return np.maximum(ahead, back)
