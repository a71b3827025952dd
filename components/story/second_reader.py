"""What a second reader says of a fact in an article, and which model it is: SecondOpinion, SecondReader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactCell = tuple[str, str]
"""The id of a fact and the key of an article."""
SecondVerdict = Literal["states", "does not state", "contradicts"]


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What a second reader says of one fact in one article.

    `probability` is what it gives to `says` in sentence `sentence`: the one that states or contradicts the fact most probably, or
    comes closest. `unblended`: the probability of presence before the opinion was counted in; None where it only stands beside.
    """

    says: SecondVerdict
    probability: float
    sentence: int
    unblended: float | None = None


@dataclass(frozen=True, slots=True)
class SecondReader:
    """A cross-encoder that was asked about open cells. `calibrated`: its opinions count, for they were fitted on the gold."""

    name: str
    digest: str
    calibrated: bool
