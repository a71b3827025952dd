"""Where something stands in an article: a Span of its text, or a Spot, which is a sentence of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

Span = tuple[int, int]
"""Start and end in code points, end not included; in `Article.text` where nothing else is said."""
Spot = tuple[str, int]
"""A sentence of a comparison, or a claim: the key of its article, its number in it from 0."""


def shared_letters(some: Iterable[Span], others: Collection[Span]) -> int:
    """How many letters lie in spans of both lists; the spans of a list do not overlap."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
