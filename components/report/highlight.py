"""A text cut into pieces by the marks that lie on it, so that a template can escape each piece and wrap it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Kind = Literal["differs", "only", "words", "mention"]
PRIORITY: tuple[Kind, ...] = ("differs", "only", "words", "mention")
"""Where marks lie on each other the earlier kind shows, and of two of a kind the shorter, which says more exactly where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show on the span (start, end) of a text. `tag` stands after it, small: "≠1"."""

    start: int
    end: int
    kind: Kind
    tag: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A stretch of a text under one mark, or under none (`kind` is ""). `tag` stands where a mark is last seen."""

    text: str
    kind: Kind | Literal[""] = ""
    tag: str = ""


def split_by_marks(text: str, marks: Iterable[Mark] = (), *, offset: int = 0) -> tuple[MarkedText, ...]:
    """The pieces of `text` in order; joined they are `text`. Marks count from `offset` and are clipped to the text."""
    placed = [(max(0, m.start - offset), min(len(text), m.end - offset), m) for m in marks]
    placed = sorted((p for p in placed if p[0] < p[1]), key=lambda p: (PRIORITY.index(p[2].kind), p[1] - p[0]))
    edges = sorted({0, len(text), *(p[0] for p in placed), *(p[1] for p in placed)})
    pieces: list[tuple[Mark | None, int, int]] = []
    for start, end in pairwise(edges):
        top = next((mark for s, e, mark in placed if s <= start and end <= e), None)
        joined = pieces.pop()[1] if pieces and pieces[-1][0] is top else start
        pieces.append((top, joined, end))
    last = {id(mark): end for mark, _, end in pieces}
    return tuple(
        MarkedText(text[s:e], m.kind, m.tag if e == last[id(m)] else "") if m else MarkedText(text[s:e]) for m, s, e in pieces
    )


def common(spans: Sequence[Sequence[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    """What lies inside a span of every list: the words that differ from each of several partners."""
    if not spans:
        return ()
    found = list(spans[0])
    for others in spans[1:]:
        found = [(max(a, c), min(b, d)) for a, b in found for c, d in others if max(a, c) < min(b, d)]
    return tuple(found)
