"""Every threshold a reader can move, with its unit, its range and the reason for its default."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

Strictness = Literal["fewer, surer", "balanced", "more, less sure"]

KEYS: Final = "ABCDEFGHIJKL"
"""The short labels of articles, in the order in which they are given."""
MAX_ARTICLES: Final = len(KEYS)
"""Articles in one comparison: more columns cannot be read, and pairs grow with the square."""
MAX_WORDS: Final = 10_000
"""Words in one article: the longest magazine pieces fit, a book does not."""
MAX_SENTENCES: Final = 2_500
"""Sentences in an article that is compared: 10,000 words, four in each. A table of one-word lines would fill the memory."""
MAX_PAIRS: Final = 50_000_000
"""Pairs of sentences in one comparison, at 60 bytes each: 12 news articles of 10,000 words make 17 million."""
MAX_BYTES: Final = 20 * 1024 * 1024
"""Bytes in one file, packed or not."""
CACHE_BYTES: Final = 2 * 1024**3
"""Bytes of vectors kept on disk, least recently used dropped first: about 80,000 sentences."""

THRESHOLDS: Final[dict[Strictness, tuple[float, float]]] = {
    "fewer, surer": (0.6, 0.1),
    "balanced": (0.33, 0.2),
    "more, less sure": (0.2, 0.2),
}
"""What the words of the strictness control mean: a link at or above the first probability, "not found" at or below the second.

Cross-validated on human-annotated news: balanced is the best F1 of links; `make quality` prints the precision of each.
"""
FULL: Final = 0.5
"""From this probability a link is called full: the likelier of the two, full or part."""


WHOLE: Final = 0.5
"""From this probability a linked passage states all of a claim, or nearly; below it states a part."""
MOSTLY: Final = 0.8
"""From this probability an article states a claim in part even where no claim of its own matches."""
LOOKED_INTO: Final = min(link for link, _ in THRESHOLDS.values())
"""Two sentences at least so probably linked are searched for details that differ: as many as any strictness in words shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a comparison is decided by.

    `link_probability`: a link at least this probable is decided (0 to 1; lower gives more links).
    `not_found_probability`: an article does not state a fact at or below it (0 to 1; never above `link_probability`); between the
    two lies "no clear match". Sentences linked less probably than .1 are not looked into; details are compared from .2.
    `encoder`: None for the bundled model, or the path of a local sentence-transformers folder. Nothing is ever downloaded.
    """

    link_probability: float = THRESHOLDS["balanced"][0]
    not_found_probability: float = THRESHOLDS["balanced"][1]
    encoder: str | None = None

    def __post_init__(self) -> None:
        for name in ("link_probability", "not_found_probability"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise ValueError(f"{name} is {value}; give a probability from 0 to 1")

    @classmethod
    def of(cls, strictness: Strictness, *, encoder: str | None = None) -> Settings:
        """The settings that a word of the strictness control stands for."""
        link, not_found = THRESHOLDS[strictness]
        return cls(link_probability=link, not_found_probability=not_found, encoder=encoder)

    def to_dict(self) -> dict[str, Any]:
        """The values as they stand in JSON and in every exported file."""
        return {
            "link_probability": self.link_probability,
            "not_found_probability": self.not_found_at,
            "encoder": self.encoder,
        }

    @property
    def not_found_at(self) -> float:
        """The probability up to which a fact is not found."""
        return min(self.not_found_probability, self.link_probability)
