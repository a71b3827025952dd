"""The sigmoid and z-scores: known values, and what holds for any."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from components.matching.arrays import Matrix, sigmoid, zscores

MATRICES = arrays(np.float32, st.tuples(st.integers(1, 4), st.integers(1, 4)), elements=st.floats(-1, 1, width=32))


def test_a_sigmoid_is_one_half_at_its_centre() -> None:
    assert sigmoid(np.array([0.0, 100.0])).tolist() == [0.5, 1.0]
    np.testing.assert_allclose(sigmoid(np.array([0.5, 0.62, 0.75]), 0.62, 18.0), [0.103, 0.5, 0.912], atol=1e-3)


@given(MATRICES)
def test_a_sigmoid_is_symmetric_about_its_centre_and_keeps_dtype_and_shape(values: Matrix) -> None:
    strength = sigmoid(values, 0.0, 5.0)
    assert (strength.shape, strength.dtype) == (values.shape, values.dtype)
    np.testing.assert_allclose(strength + sigmoid(-values, 0.0, 5.0), 1, atol=1e-6)


def test_zscores_along_either_axis() -> None:
    scores = np.array([[1.0, 3.0], [1.0, 1.0]])
    np.testing.assert_allclose(zscores(scores, 1), [[-1 / 1.02, 1 / 1.02], [0.0, 0.0]])
    np.testing.assert_allclose(zscores(scores), [[0.0, 1 / 1.02], [0.0, -1 / 1.02]])


@given(MATRICES, st.sampled_from([0, 1]))
def test_zscores_are_finite_and_keep_the_order(values: Matrix, axis: int) -> None:
    scores = zscores(values, axis)
    assert np.isfinite(scores).all()
    assert scores.mean(axis) == pytest.approx(0, abs=1e-3)
    assert (np.diff(np.take_along_axis(scores, np.argsort(values, axis), axis), axis=axis) >= 0).all()
