"""Fitted judgement: named features -> calibrated probability, by logistic regression or by a reader; either can be taken apart.

The weights lie beside this file, one set an encoder (by digest) and one from words alone for encoders without a fit of their own.
They are made by tests/quality/fit.py on human-annotated news and hold no text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from math import log
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..story import InputError
from .reader import Reader

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[Any]

WEIGHTS: Final = Path(__file__).with_name("weights.json")
LEXICAL: Final = "lexical"
"""The name of the fit that uses no vectors."""
NAMED: Final = ("full", "sentence", "statement", "part", "part_beside", "part_present")
"""The logistic regressions of a fit that are read alike."""
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


@dataclass(frozen=True, slots=True)
class Fit:
    """Everything fitted for one encoder.

    `first` and `second` judge pairs of sentences: the second sees what the first made of the pairs around, and where there are
    vectors it is a reader of both sentences. `full` tells a full link from a part; `sentence` whether any sentence of an article
    states what a given one does; `statement` whether an article states a typed statement, after
    `passages`, a reader, has gone over the nearest passages where there are vectors. Inside two linked sentences `part` judges
    whether one states a part of the other, `part_beside` after what became of the other parts; `part_present` whether an article
    states a part of a sentence of another.
    """

    calibrated: bool
    first: Logistic
    second: Logistic | Reader
    full: Logistic
    sentence: Logistic
    statement: Logistic
    part: Logistic
    part_beside: Logistic
    part_present: Logistic
    passages: Reader | None


@lru_cache(maxsize=8)
def fit_for(digest: str) -> Fit:
    """The fit for the encoder with this digest, or the lexical one if there is none."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    known = digest != LEXICAL and digest in stored
    return read_fit(stored[digest if known else LEXICAL], calibrated=known)


def read_fit(stored: Mapping[str, Any], *, calibrated: bool) -> Fit:
    """A fit from its stored form."""
    second = stored["second"]
    return Fit(
        calibrated=calibrated,
        passages=_reader(stored["passages"]) if "passages" in stored else None,
        first=Logistic.read(stored["first"]),
        second=_reader(second) if "reader" in second else Logistic.read(second),
        **{name: Logistic.read(stored[name]) for name in NAMED},
    )


def _reader(stored: Mapping[str, Any]) -> Reader:
    """The reader in a file beside this one; raises InputError if it is not the file that the fit was stored with."""
    import numpy as np

    path = WEIGHTS.with_name(stored["reader"])
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != stored["sha256"]:
        raise InputError(f"The file {path.name} is missing or not the one that belongs to this version; install Samestory again.")
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return Reader.load(arrays)


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
