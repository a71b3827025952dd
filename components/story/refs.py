"""Where something stands: a span of an article's text, a sentence of an article, a claim of an article."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
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


def join_spans(spans: Iterable[Span], text: str = "", is_gap: Callable[[str], object] = bool) -> tuple[Span, ...]:
    """Return spans in order, those joined that overlap or touch, or between which their text, if it is given, has no gap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or (text and not is_gap(text[joined[-1][1] : start]))):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def shared_letters(some: Iterable[Span], others: Collection[Span]) -> int:
    """Count the letters that lie in spans of both lists; the spans of a list do not overlap."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in some for c, d in others)
