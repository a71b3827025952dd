"""What a reader can move: the thresholds of links and of presence, in words and as probabilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

Strictness = Literal["fewer, surer", "balanced", "more, less sure"]

THRESHOLDS: Final[dict[Strictness, tuple[float, float]]] = {
    "fewer, surer": (0.6, 0.1),
    "balanced": (0.33, 0.2),
    "more, less sure": (0.2, 0.2),
}
"""What the words of the strictness control mean: a link at or above the first probability, "not found" at or below the second.

Cross-validated on human-annotated news: balanced is the best F1 of links; `make quality` prints the precision of each, which the
page Method repeats from report/measured.json: after a change, measure again. Claims up to the second probability are also held
apart when facts are clustered.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a comparison is decided by.

    `link_probability`: a link at least this probable is decided (0 to 1; lower gives more links).
    `not_found_probability`: an article does not state a fact at or below it (0 to 1; where it is larger, `link_probability` takes
    its place); between the two lies "no clear match". Sentences linked less probably than .1 are not looked into; details are
    compared from .2.
    `encoder`: None for the bundled model, else the name of one that was fetched (`python -m components model` lists them) or the
    path of a local sentence-transformers folder. Nothing is downloaded for it.
    `second_reader`: None, or the path of a local folder with a cross-encoder, which is asked about open cells.
    """

    link_probability: float = THRESHOLDS["balanced"][0]
    not_found_probability: float = THRESHOLDS["balanced"][1]
    encoder: str | None = None
    second_reader: str | None = None

    def __post_init__(self) -> None:
        for name in ("link_probability", "not_found_probability"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ValueError(f"{name} is {value}; give a probability from 0 to 1")

    @classmethod
    def of(cls, strictness: Strictness, *, encoder: str | None = None, second_reader: str | None = None) -> Settings:
        """Return the settings that a word of the strictness control stands for."""
        link, not_found = THRESHOLDS[strictness]
        return cls(link_probability=link, not_found_probability=not_found, encoder=encoder, second_reader=second_reader)

    def to_dict(self) -> dict[str, Any]:
        """Return the values as they stand in JSON and in every exported file."""
        return {
            "link_probability": self.link_probability,
            "not_found_probability": self.effective_not_found_probability,
            "encoder": self.encoder,
            "second_reader": self.second_reader,
        }

    @property
    def effective_not_found_probability(self) -> float:
        """Return the probability up to which a fact is not found."""
        return min(self.not_found_probability, self.link_probability)
