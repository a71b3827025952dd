"""Log-odds and probabilities: a logistic regression over named features, and the way between the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[Any]

LEAST: Final = 0.001
LEAST_ODDS: Final = log(LEAST / (1 - LEAST))


@dataclass(frozen=True, slots=True)
class Logistic:
    """log-odds = bias + sum of weight * (value - centre) over the named features."""

    bias: float
    terms: Mapping[str, tuple[float, float]]
    """Feature -> (centre, weight)."""

    def log_odds(self, values: Mapping[str, Values]) -> Values:
        """The log-odds of each cell; `values` gives an array of one shape for each feature."""
        import numpy as np

        total: Values | None = None
        for _, part in self.parts(values):
            total = part if total is None else total + part
        if total is None:
            raise ValueError("a fit without features; make it again with `make fit`")
        return np.asarray(total + self.bias)

    def parts(self, values: Mapping[str, Values]) -> Iterator[tuple[str, Values]]:
        """What each feature adds to the log-odds of each cell."""
        for name, (centre, weight) in self.terms.items():
            yield name, (values[name].astype("f8") - centre) * weight

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Logistic:
        """From its form in the weights file."""
        return cls(stored["bias"], {name: (centre, weight) for name, (centre, weight) in stored["terms"].items()})

    def stored(self) -> dict[str, Any]:
        """Its form in the weights file."""
        return {"bias": self.bias, "terms": {name: list(term) for name, term in self.terms.items()}}


def probability(log_odds: Values) -> Values:
    """The logistic function, rounded to four decimals: what follows must not hang on the last bit of a sum."""
    import numpy as np

    wide = np.clip(log_odds, -30, 30).astype("f8")  # four decimals are no longer four as float32
    out: Values = np.round(1 / (1 + np.exp(-wide)), 4)
    return out


def logit(probabilities: Values) -> Values:
    """The log-odds of probabilities, which are kept `LEAST` away from 0 and 1."""
    import numpy as np

    kept = np.clip(probabilities, LEAST, 1 - LEAST)
    out: Values = np.log(kept / (1 - kept))
    return out
