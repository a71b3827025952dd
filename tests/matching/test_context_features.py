"""Rivals and neighbours on matrices of any shape, with ties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.matching.sentence_features import _best_other, _rank, context_features
from tests.matching.factories import Matrix

SCORE = np.array([[0.9, 0.2, 0.2], [0.4, 0.2, 0.7]], np.float32)


def matrices() -> st.SearchStrategy[Matrix]:
    """Small matrices with many ties."""
    shapes = st.tuples(st.integers(1, 4), st.integers(1, 4))
    values = st.sampled_from([0.0, 0.25, 0.5, 1.0])
    return shapes.flatmap(lambda shape: arrays(np.float32, shape, elements=values))


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1), (3, 5)])
def test_every_shape_keeps_its_shape(shape: tuple[int, int]) -> None:
    score = np.linspace(0, 1, shape[0] * shape[1], dtype=np.float32).reshape(shape)
    found = context_features(score, "x")
    assert len(found) == 12
    for name, matrix in found.items():
        assert name.startswith("x_")
        assert matrix.shape == shape
        assert matrix.dtype == np.float32
        assert np.isfinite(matrix).all()


def test_a_single_pair_has_no_rival_and_no_neighbour() -> None:
    found = {name: float(matrix[0, 0]) for name, matrix in context_features(np.array([[0.7]], np.float32), "x").items()}
    assert found.pop("x_margin_less") == found.pop("x_margin_more") == pytest.approx(0.7)
    assert set(found.values()) == {0.0}


def test_a_row_has_rivals_along_it_only() -> None:
    found = context_features(np.array([[0.7, 0.5, 0.1]], np.float32), "x")
    np.testing.assert_allclose(found["x_rival_more"], [[0.5, 0.7, 0.7]])
    np.testing.assert_allclose(found["x_rival_less"], [[0, 0, 0]])
    np.testing.assert_allclose(found["x_margin_less"], [[0.2, -0.2, -0.6]], atol=1e-6)
    np.testing.assert_allclose(found["x_next_more"], [[0.5, 0.7, 0.5]])
    np.testing.assert_allclose(found["x_next_along"], [[0, 0, 0]])


def test_rivals_ranks_and_neighbours() -> None:
    found = context_features(SCORE, "x")
    np.testing.assert_allclose(found["x_rival_more"], [[0.4, 0.9, 0.9], [0.9, 0.7, 0.4]])
    np.testing.assert_allclose(found["x_rival_less"], [[0.2, 0.2, 0.7], [0.7, 0.2, 0.2]])
    np.testing.assert_allclose(found["x_rank_worst"], np.log1p([[0, 1, 1], [1, 2, 0]]), atol=1e-6)
    np.testing.assert_allclose(found["x_next_along"], [[0.2, 0.7, 0], [0, 0.9, 0.2]])
    np.testing.assert_allclose(found["x_next_across"], [[0, 0.4, 0.2], [0.2, 0.2, 0]])
    np.testing.assert_allclose(found["x_next_less"], [[0.2, 0.2, 0.2], [0.2, 0.2, 0.2]])


def test_equal_scores_share_a_rank() -> None:
    assert _rank(np.array([[0.5, 0.9, 0.5, 0.1]], np.float32), 1).tolist() == [[1, 0, 1, 3]]
    assert _rank(np.array([[0.5], [0.5], [0.9]], np.float32), 0).tolist() == [[1], [1], [0]]


def test_the_best_other_of_two_equal_ones_is_the_other() -> None:
    np.testing.assert_allclose(_best_other(np.array([[0.9, 0.9, 0.1]], np.float32), 1), [[0.9, 0.9, 0.9]])


@given(matrices())
def test_ranks_count_those_above(score: Matrix) -> None:
    for row, ranks in zip(score, _rank(score, 1), strict=True):
        assert ranks.tolist() == [sum(other > value for other in row) for value in row]
    np.testing.assert_array_equal(_rank(score, 0), _rank(score.T, 1).T)


@given(matrices())
def test_the_best_other_is_the_best_of_the_others(score: Matrix) -> None:
    found = _best_other(score, 1)
    for (i, j), value in np.ndenumerate(found):
        others = np.delete(score[i], j)
        assert value == (others.max() if len(others) else 0)


@given(matrices())
def test_transposing_and_turning_round_change_nothing_else(score: Matrix) -> None:
    here = context_features(score, "x")
    for name, matrix in context_features(score.T, "x").items():
        np.testing.assert_allclose(matrix.T, here[name], atol=1e-6, err_msg=name)
    for name, matrix in context_features(score[::-1, ::-1], "x").items():
        np.testing.assert_allclose(matrix[::-1, ::-1], here[name], atol=1e-6, err_msg=name)


@given(matrices(), st.randoms(use_true_random=False))
def test_rivals_do_not_hang_on_the_order_of_sentences(score: Matrix, random: object) -> None:
    rows = np.arange(len(score))
    random.shuffle(rows)  # type: ignore[attr-defined]
    here, there = context_features(score, "x"), context_features(score[rows], "x")
    for name in ("x_margin_less", "x_rival_more", "x_rank_best", "x_standing_more"):
        np.testing.assert_allclose(there[name], here[name][rows], atol=1e-5, err_msg=name)
