"""Where something stands: a span of an article's text, a sentence of an article, a claim of an article."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end in code points, end not included; in `Article.text` where nothing else is said."""


class SentenceRef(NamedTuple):
    """A sentence of a comparison: the key of its article, and its number there, from 0."""

    article: str
    sentence: int


class ClaimRef(NamedTuple):
    """A claim of a comparison: the key of its article, and its number there, from 0, in reading order."""

    article: str
    claim: int


LinkEndpoints = tuple[SentenceRef, SentenceRef]
"""Two sentences of two articles, the one whose key comes first at first."""


def shared_letters(some: Iterable[Span], others: Collection[Span]) -> int:
    """Count the letters that lie in spans of both lists; the spans of a list do not overlap."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
