"""Every threshold a reader can move, with its unit, its range and the reason for its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

Strictness = Literal["fewer, surer", "balanced", "more, less sure"]

MAX_ARTICLES: Final = 12
"""Articles in one comparison: more columns cannot be read, and pairs grow with the square."""
MAX_WORDS: Final = 10_000
"""Words in one article: the longest magazine pieces fit, a book does not."""
MAX_BYTES: Final = 20 * 1024 * 1024
"""Bytes in one file, packed or not."""
CACHE_BYTES: Final = 2 * 1024**3
"""Bytes of vectors kept on disk, least recently used dropped first: about 80,000 sentences."""

LINK_PROBABILITY: Final[dict[Strictness, float]] = {"fewer, surer": 0.65, "balanced": 0.4, "more, less sure": 0.2}
"""The three words of the strictness control, as link probabilities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a comparison is decided by.

    `link_probability`: a link at least this probable is decided (0 to 1; lower gives more links). The default gives the best F1
    on human-annotated news, cross-validated by story.
    `stated_probability`, `not_found_probability`: an article states a fact at or above the first and does not at or below the
    second (0 to 1); between them lies "no clear match". They follow `link_probability` unless given.
    `encoder`: None for the bundled model, or the path of a local sentence-transformers folder. Nothing is ever downloaded.
    """

    link_probability: float = LINK_PROBABILITY["balanced"]
    stated_probability: float | None = None
    not_found_probability: float | None = None
    encoder: str | None = None

    def __post_init__(self) -> None:
        for name in ("link_probability", "stated_probability", "not_found_probability"):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= 1:
                raise ValueError(f"{name} is {value}; give a probability from 0 to 1")

    @classmethod
    def of(cls, strictness: Strictness, *, encoder: str | None = None) -> Settings:
        """The settings that a word of the strictness control stands for."""
        return cls(link_probability=LINK_PROBABILITY[strictness], encoder=encoder)

    def to_dict(self) -> dict[str, Any]:
        """The values as they stand in JSON and in every exported file."""
        return {
            "link_probability": self.link_probability,
            "stated_probability": self.stated_at,
            "not_found_probability": self.not_found_at,
            "encoder": self.encoder,
        }

    @property
    def stated_at(self) -> float:
        """The probability from which an article states a fact."""
        return self.link_probability if self.stated_probability is None else self.stated_probability

    @property
    def not_found_at(self) -> float:
        """The probability up to which a fact is not found."""
        return self.link_probability / 2 if self.not_found_probability is None else self.not_found_probability
