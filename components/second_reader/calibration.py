"""What a second reader's opinions are worth: a regression fitted on the gold (`make fit SECOND=folder`), if there is one.

It lies beside the other fitted weights, by the digests of the second reader and of the encoder whose probability it corrects.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

import numpy as np

from ..matching.arrays import Doubles
from ..matching.logistic import Logistic, logit, probability
from ..matching.models import WEIGHTS
from .opinions import CellReading

SECOND_READERS: Final = WEIGHTS.with_name("second_readers.json")
"""Digest of a second reader -> its name, and a regression for each encoder, by digest."""


def calibration_for(reader: str, encoder: str) -> Logistic | None:
    """Return the regression for a second reader beside an encoder (by digest), or None: then its opinions do not count.

    Args:
        reader: The digest of the second reader.
        encoder: The digest of the encoder.
    """
    stored = json.loads(SECOND_READERS.read_text(encoding="utf-8")).get(reader, {}).get("encoders", {})
    return Logistic.from_dict(stored[encoder]) if encoder in stored else None


def blend(own: float, reading: CellReading, calibration: Logistic) -> float:
    """Return the probability of presence, to four decimals, once the second reader is heard.

    Args:
        own: The probability as our own reader gives it.
        reading: What the second reader says.
        calibration: What that is worth.
    """
    features = calibration_features([own], [reading])
    return float(probability(calibration.log_odds(features))[0])


def calibration_features(own: Sequence[float], readings: Sequence[CellReading]) -> dict[str, Doubles]:
    """Return the features of some cells by name, (c,) each: the log-odds of our own presence, of entailment, of contradiction."""
    return {
        "own": logit(np.array(own)),
        "entailment": logit(np.array([reading.entailment for reading in readings])),
        "contradiction": logit(np.array([reading.contradiction for reading in readings])),
    }
