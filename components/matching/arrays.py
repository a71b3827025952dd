"""The types of arrays in this room, and small functions on arrays that several of its modules use."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[Any]
"""An array whose shape and, where it matters, dtype stand in the docstring."""
Floats: TypeAlias = NDArray[np.float32]
Doubles: TypeAlias = NDArray[np.float64]
Booleans: TypeAlias = NDArray[np.bool_]
Indices: TypeAlias = NDArray[np.intp]

_DEVIATION_FLOOR = 0.02
"""Added to every standard deviation, so that scores that are all alike give z-scores near 0."""


def sigmoid(values: Matrix, centre: float | Matrix = 0.0, slope: float | Matrix = 1.0) -> Matrix:
    """Return the logistic function 1 / (1 + exp(-slope * (value - centre))) of each value, 0 to 1."""
    out: Matrix = 1 / (1 + np.exp(-(values - centre) * slope))
    return out


def product(left: Matrix, right: Matrix) -> Matrix:
    """Return the matrix product of two finite arrays.

    Now and then BLAS sets the flag of an invalid value though all is finite, which would warn.
    """
    with np.errstate(invalid="ignore"):
        out: Matrix = left @ right
    return out


def zscores(values: Matrix, axis: int = 0) -> Matrix:
    """Return how many standard deviations each value lies above the mean along an axis, in the shape of `values`."""
    out: Matrix = (values - values.mean(axis, keepdims=True)) / (values.std(axis, keepdims=True) + _DEVIATION_FLOOR)
    return out
