"""Logistic regression over named features, and the way between log-odds and probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Any, Final

import numpy as np

from .arrays import Matrix, sigmoid

PROBABILITY_FLOOR: Final = 0.001
"""How far `logit` keeps probabilities away from 0 and 1."""
LOG_ODDS_FLOOR: Final = log(PROBABILITY_FLOOR / (1 - PROBABILITY_FLOOR))
"""The log-odds of `PROBABILITY_FLOOR`, about -6.9."""
_LOG_ODDS_RANGE = 30
"""Log-odds beyond this, either way, overflow nothing and are 0 or 1 to four decimals anyway."""


@dataclass(frozen=True, slots=True)
class Logistic:
    """A fitted logistic regression: log-odds = bias + sum of weight * (value - centre) over the named features.

    Attributes:
        bias: The log-odds where every feature lies at its centre.
        terms: Feature -> (centre, weight).
    """

    bias: float
    terms: Mapping[str, tuple[float, float]]

    def log_odds(self, features: Mapping[str, Matrix]) -> Matrix:
        """Return the log-odds of each cell.

        Args:
            features: At least those of `terms`, all of one shape. Others are not used.

        Raises:
            ValueError: If the regression has no feature.
            KeyError: If one of its features is missing.
        """
        total: Matrix | None = None
        for _, contribution in self.contributions(features):
            total = contribution if total is None else total + contribution
        if total is None:
            raise ValueError("a fit without features; make it again with `make fit`")
        return np.asarray(total + self.bias)

    def contributions(self, features: Mapping[str, Matrix]) -> Iterator[tuple[str, Matrix]]:
        """Yield each feature's name and what it adds to the log-odds of each cell, float64."""
        for name, (centre, weight) in self.terms.items():
            yield name, (features[name].astype("f8") - centre) * weight

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> Logistic:
        """Return the regression that `to_dict` gave, as it stands in the weights file."""
        return cls(stored["bias"], {name: (centre, weight) for name, (centre, weight) in stored["terms"].items()})

    def to_dict(self) -> dict[str, Any]:
        """Return the regression as plain values for the weights file."""
        return {"bias": self.bias, "terms": {name: list(term) for name, term in self.terms.items()}}


def probability(log_odds: Matrix) -> Matrix:
    """Return the probabilities of log-odds, float64, rounded to four decimals: nothing may hang on the last bit of a sum."""
    clipped = np.clip(log_odds, -_LOG_ODDS_RANGE, _LOG_ODDS_RANGE)
    return np.round(sigmoid(clipped.astype("f8")), 4)  # four decimals would no longer be four as float32


def logit(probabilities: Matrix) -> Matrix:
    """Return the log-odds of probabilities, which are kept `PROBABILITY_FLOOR` away from 0 and 1."""
    clipped = np.clip(probabilities, PROBABILITY_FLOOR, 1 - PROBABILITY_FLOOR)
    out: Matrix = np.log(clipped / (1 - clipped))
    return out
