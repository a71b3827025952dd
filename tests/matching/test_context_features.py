"""Rivals and neighbours on matrices of any shape, with ties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.matching.arrays import Matrix
from components.matching.sentence_features import _best_rival, _rank, context_features

SCORE = np.array([[0.9, 0.2, 0.2], [0.4, 0.2, 0.7]], np.float32)


def matrices() -> st.SearchStrategy[Matrix]:
    """Return small matrices with many ties."""
    shapes = st.tuples(st.integers(1, 4), st.integers(1, 4))
    values = st.sampled_from([0.0, 0.25, 0.5, 1.0])
    return shapes.flatmap(lambda shape: arrays(np.float32, shape, elements=values))


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1), (3, 5)])
def test_every_shape_keeps_its_shape(shape: tuple[int, int]) -> None:
    scores = np.linspace(0, 1, shape[0] * shape[1], dtype=np.float32).reshape(shape)
    features = context_features(scores, "x")
    assert len(features) == 12
    for name, matrix in features.items():
        assert name.startswith("x_")
        assert matrix.shape == shape
        assert matrix.dtype == np.float32
        assert np.isfinite(matrix).all()


def test_a_single_pair_has_no_rival_and_no_neighbour() -> None:
    features = {name: float(matrix[0, 0]) for name, matrix in context_features(np.array([[0.7]], np.float32), "x").items()}
    assert features.pop("x_margin_less") == features.pop("x_margin_more") == pytest.approx(0.7)
    assert set(features.values()) == {0.0}


def test_a_row_has_rivals_along_it_only() -> None:
    features = context_features(np.array([[0.7, 0.5, 0.1]], np.float32), "x")
    np.testing.assert_allclose(features["x_rival_more"], [[0.5, 0.7, 0.7]])
    np.testing.assert_allclose(features["x_rival_less"], [[0, 0, 0]])
    np.testing.assert_allclose(features["x_margin_less"], [[0.2, -0.2, -0.6]], atol=1e-6)
    np.testing.assert_allclose(features["x_next_more"], [[0.5, 0.7, 0.5]])
    np.testing.assert_allclose(features["x_next_along"], [[0, 0, 0]])


def test_rivals_ranks_and_neighbours() -> None:
    features = context_features(SCORE, "x")
    np.testing.assert_allclose(features["x_rival_more"], [[0.4, 0.9, 0.9], [0.9, 0.7, 0.4]])
    np.testing.assert_allclose(features["x_rival_less"], [[0.2, 0.2, 0.7], [0.7, 0.2, 0.2]])
    np.testing.assert_allclose(features["x_rank_worst"], np.log1p([[0, 1, 1], [1, 2, 0]]), atol=1e-6)
    np.testing.assert_allclose(features["x_next_along"], [[0.2, 0.7, 0], [0, 0.9, 0.2]])
    np.testing.assert_allclose(features["x_next_across"], [[0, 0.4, 0.2], [0.2, 0.2, 0]])
    np.testing.assert_allclose(features["x_next_less"], [[0.2, 0.2, 0.2], [0.2, 0.2, 0.2]])


def test_equal_scores_share_a_rank() -> None:
    assert _rank(np.array([[0.5, 0.9, 0.5, 0.1]], np.float32), 1).tolist() == [[1, 0, 1, 3]]
    assert _rank(np.array([[0.5], [0.5], [0.9]], np.float32), 0).tolist() == [[1], [1], [0]]


def test_the_best_other_of_two_equal_ones_is_the_other() -> None:
    np.testing.assert_allclose(_best_rival(np.array([[0.9, 0.9, 0.1]], np.float32), 1), [[0.9, 0.9, 0.9]])


@given(matrices())
def test_ranks_count_those_above(scores: Matrix) -> None:
    for row, ranks in zip(scores, _rank(scores, 1), strict=True):
        assert ranks.tolist() == [sum(other > value for other in row) for value in row]
    np.testing.assert_array_equal(_rank(scores, 0), _rank(scores.T, 1).T)


@given(matrices())
def test_the_best_other_is_the_best_of_the_others(scores: Matrix) -> None:
    rivals = _best_rival(scores, 1)
    for (i, j), value in np.ndenumerate(rivals):
        others = np.delete(scores[i], j)
        assert value == (others.max() if len(others) else 0)


@given(matrices())
def test_transposing_and_turning_round_change_nothing_else(scores: Matrix) -> None:
    features = context_features(scores, "x")
    for name, matrix in context_features(scores.T, "x").items():
        np.testing.assert_allclose(matrix.T, features[name], atol=1e-6, err_msg=name)
    for name, matrix in context_features(scores[::-1, ::-1], "x").items():
        np.testing.assert_allclose(matrix[::-1, ::-1], features[name], atol=1e-6, err_msg=name)


@given(matrices(), st.randoms(use_true_random=False))
def test_rivals_do_not_hang_on_the_order_of_sentences(scores: Matrix, random: object) -> None:
    rows = np.arange(len(scores))
    random.shuffle(rows)  # type: ignore[attr-defined]
    features, shuffled = context_features(scores, "x"), context_features(scores[rows], "x")
    for name in ("x_margin_less", "x_rival_more", "x_rank_best", "x_standing_more"):
        np.testing.assert_allclose(shuffled[name], features[name][rows], atol=1e-5, err_msg=name)
