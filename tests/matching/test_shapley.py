"""Shapley values: the axioms that define them, and games known by hand."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.matching.shapley import shapley_values

games = st.integers(1, 4).flatmap(lambda k: arrays(float, (2**k, 2), elements=st.floats(-100, 100)))


@given(games)
def test_shares_add_up_to_what_all_reach_beyond_nobody(values: np.ndarray) -> None:
    np.testing.assert_allclose(shapley_values(values).sum(axis=0), values[-1] - values[0], atol=1e-9)


@given(games)
def test_a_share_is_the_mean_over_all_orders_of_joining(values: np.ndarray) -> None:
    players = len(values).bit_length() - 1
    expected = np.zeros((players, values.shape[1]))
    orders = list(permutations(range(players)))
    for order in orders:
        group = 0
        for player in order:
            expected[player] += values[group | 1 << player] - values[group]
            group |= 1 << player
    np.testing.assert_allclose(shapley_values(values), expected / len(orders), atol=1e-9)


def test_in_a_plain_sum_everybody_has_what_it_brings() -> None:
    weights = np.array([3.0, -1.0, 0.0])
    values = np.array([[sum(weights[player] for player in range(3) if group >> player & 1)] for group in range(8)])
    assert shapley_values(values)[:, 0].tolist() == pytest.approx(weights.tolist())


def test_who_is_needed_alike_has_the_same() -> None:
    values = np.array([[0.0], [0.0], [0.0], [5.0]])
    assert shapley_values(values)[:, 0].tolist() == [2.5, 2.5]
