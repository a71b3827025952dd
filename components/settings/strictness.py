"""What a reader can move: the thresholds of links and of presence, in words and as probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

Strictness = Literal["fewer, surer", "balanced", "more, less sure"]


class Thresholds(NamedTuple):
    """Probabilities (0 to 1) from which a link is one, up to which a fact is not found, from which it is stated, or partly."""

    link: float
    not_found: float
    stated: float
    partly: float


THRESHOLDS: Final[dict[Strictness, Thresholds]] = {
    "fewer, surer": Thresholds(0.6, 0.15, 0.9, 0.7),
    "balanced": Thresholds(0.33, 0.25, 0.8, 0.55),
    "more, less sure": Thresholds(0.2, 0.3, 0.7, 0.5),
}
"""What the words of the strictness control mean.

Cross-validated on human-annotated news: balanced is the best F1 of links; `make quality` prints the precision of each, which the
page Method repeats from report/measured.json: after a change, measure again. Claims no more probable than "not found" are also
held apart when facts are clustered.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a comparison is decided by.

    `link_probability`: a link at least this probable is decided (0 to 1; lower gives more links).
    `not_found_probability`: an article does not state a fact at or below it (0 to 1; never more than `partly_probability`).
    `stated_probability`, `partly_probability`: from there on it states a fact, whole or in part (0 to 1); what lies between is
    "no clear match". Sentences linked less probably than .1 are not looked into; details are compared from .2.
    `encoder`: None for the bundled model, else the name of one that was fetched (`python -m components model` lists them) or the
    path of a local sentence-transformers folder. Nothing is downloaded for it.
    `second_reader`: None, or the path of a local folder with a cross-encoder, which is asked about open cells.
    """

    link_probability: float = THRESHOLDS["balanced"].link
    not_found_probability: float = THRESHOLDS["balanced"].not_found
    stated_probability: float = THRESHOLDS["balanced"].stated
    partly_probability: float = THRESHOLDS["balanced"].partly
    encoder: str | None = None
    second_reader: str | None = None

    def __post_init__(self) -> None:
        for name in ("link_probability", "not_found_probability", "stated_probability", "partly_probability"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ValueError(f"{name} is {value}; give a probability from 0 to 1")

    @classmethod
    def of(cls, strictness: Strictness, *, encoder: str | None = None, second_reader: str | None = None) -> Settings:
        """Return the settings that a word of the strictness control stands for."""
        thresholds = {f"{name}_probability": value for name, value in THRESHOLDS[strictness]._asdict().items()}
        return cls(**thresholds, encoder=encoder, second_reader=second_reader)

    def to_dict(self) -> dict[str, Any]:
        """Return the values as they stand in JSON and in every exported file."""
        return {
            "link_probability": self.link_probability,
            "not_found_probability": self.effective_not_found_probability,
            "stated_probability": self.stated_probability,
            "partly_probability": self.partly_probability,
            "encoder": self.encoder,
            "second_reader": self.second_reader,
        }

    @property
    def effective_not_found_probability(self) -> float:
        """Return the probability up to which a fact is not found."""
        return min(self.not_found_probability, self.partly_probability)
