"""One text and its parts: Article, Sentence, Removed, Masthead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["headline", "lede", "body"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span of the clean text. The headline, if there is one, is sentence 0; the sentence after it is the lede."""

    index: int
    start: int
    end: int
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of `Article.raw` taken for furniture, with the name of the rule that took it."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """What stands around a story: where it was filed, by whom, when. `date` is ISO 8601, perhaps without the year (--01-09)."""

    dateline: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One text about a story. `key` is its short label inside a comparison (A, B, ...), empty before that."""

    text: str
    sentences: tuple[Sentence, ...]
    raw: str
    removed: tuple[Removed, ...] = ()
    outlet: str | None = None
    agency: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    masthead: Masthead = Masthead()
    name: str | None = None
    key: str = ""

    @property
    def title(self) -> str:
        """How people see this article named: "A · Herald"."""
        shown = self.outlet or self.name or "outlet not given"
        return f"{self.key} · {shown}" if self.key else shown

    @property
    def words(self) -> int:
        """Length in words, as parted by white space."""
        return len(self.text.split())
