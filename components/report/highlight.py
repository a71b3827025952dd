"""A text cut into pieces by the marks that lie on it, or a label by the words that are ours in it.

So a template can escape each piece and wrap it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ..story import Fact
from .wording import shorten

MarkKind = Literal["differs", "only", "words", "mention"]
PRIORITY: tuple[MarkKind, ...] = ("differs", "only", "words", "mention")
"""Where marks lie on each other the earlier kind shows, and of two of a kind the shorter, which says more exactly where."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to show on a span of a text.

    Attributes:
        start: Of the span, in characters.
        end: Of the span, in characters.
        kind: What it shows.
        tag: What stands after it, small: "≠1".
    """

    start: int
    end: int
    kind: MarkKind
    tag: str = ""


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A stretch of a text under one mark, or under none (`kind` is ""). `tag` stands where a mark is last seen."""

    text: str
    kind: MarkKind | Literal[""] = ""
    tag: str = ""


def split_by_marks(text: str, marks: Iterable[Mark] = (), *, offset: int = 0) -> tuple[MarkedText, ...]:
    """Return the pieces of a text in order; joined they are the text.

    Args:
        text: The text.
        marks: What lies on it, clipped to the text.
        offset: Where the text begins in what the marks count from, in characters.
    """
    clipped = [(max(0, mark.start - offset), min(len(text), mark.end - offset), mark) for mark in marks]
    spans = sorted((c for c in clipped if c[0] < c[1]), key=lambda c: (PRIORITY.index(c[2].kind), c[1] - c[0]))
    edges = sorted({0, len(text), *(start for start, _, _ in spans), *(end for _, end, _ in spans)})
    pieces: list[tuple[Mark | None, int, int]] = []
    for start, end in pairwise(edges):
        top = next((mark for mark_start, mark_end, mark in spans if mark_start <= start and end <= mark_end), None)
        piece_start = pieces.pop()[1] if pieces and pieces[-1][0] is top else start
        pieces.append((top, piece_start, end))
    last_end = {id(mark): end for mark, _, end in pieces}
    return tuple(
        MarkedText(text[start:end], mark.kind, mark.tag if end == last_end[id(mark)] else "")
        if mark
        else MarkedText(text[start:end])
        for mark, start, end in pieces
    )


def label_pieces(fact: Fact, limit: int | None = None) -> tuple[tuple[str, bool], ...]:
    """Return the label of a fact, cut to `limit` characters, in pieces: each with whether it is ours and not an article's."""
    shown = shorten(fact.label, limit)
    if shown == fact.label:
        return fact.label_pieces
    left, pieces = len(shown) - 1, []
    for text, is_ours in fact.label_pieces:
        pieces.append((text[:left], is_ours))
        left -= len(pieces[-1][0])
    return (*(piece for piece in pieces if piece[0]), ("…", False))


def intersect_spans(spans: Sequence[Sequence[tuple[int, int]]]) -> tuple[tuple[int, int], ...]:
    """Return what lies inside a span of every list: the words that differ from each of several partners."""
    if not spans:
        return ()
    common = list(spans[0])
    for others in spans[1:]:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in others if max(a, c) < min(b, d)]
    return tuple(common)
