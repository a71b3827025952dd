"""What the reader of a file format returns: a `Page`, and how formats without a raw text of their own lay one out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..story import Removed
from .lines import visible_text


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file's own form says about the article, as in the title and metadata of HTML or the title style of a .docx.

    `date` is ISO 8601.
    """

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The visible text of a file, the furniture that its form gives away, and its hints for the masthead.

    `removed` are stretches of `raw`, in order, each with the furniture rule that takes it.
    """

    raw: str
    removed: tuple[Removed, ...] = ()
    hints: Hints = field(default_factory=Hints)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table cell. `rule` is the furniture rule that takes it, None for the story."""

    text: str
    rule: str | None = None


def page_from_blocks(blocks: Iterable[Block], hints: Hints) -> Page:
    """Return a page whose raw text has each block as a paragraph of its own, an empty line between two.

    Neighbours that one rule takes become one removed stretch; blocks without visible text are left out.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int, str]] = []
    offset = 0
    previous_rule: str | None = None
    for block in blocks:
        text = "\n".join(line for line in map(visible_text, block.text.split("\n")) if line)
        if not text:
            continue
        if pieces:
            pieces.append("\n\n")
            offset += 2
        start, end = offset, offset + len(text)
        pieces.append(text)
        offset = end
        if block.rule is not None:
            if block.rule == previous_rule:
                start = spans.pop()[0]
            spans.append((start, end, block.rule))
        previous_rule = block.rule
    raw = "".join(pieces)
    return Page(raw, tuple(Removed(start, end, raw[start:end], rule) for start, end, rule in spans), hints)
