"""Blocks of text -> the raw text of a page, with the offsets of each block: for formats whose raw text is ours to lay out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...story import Removed
from ..build import Page
from ..lines import visible
from ..masthead import Hints


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or cell. `rule` is the furniture rule that takes it, None for the story."""

    text: str
    rule: str | None = None


def lay_out(blocks: Iterable[Block], hints: Hints) -> Page:
    """A page whose raw text has each block as a paragraph; neighbours taken by one rule are one removed stretch."""
    pieces: list[str] = []
    removed: list[Removed] = []
    offset = 0
    before: str | None = None
    for block in blocks:
        text = "\n".join(line for line in map(visible, block.text.split("\n")) if line)
        if not text:
            continue
        if pieces:
            pieces.append("\n\n")
            offset += 2
        start, end = offset, offset + len(text)
        pieces.append(text)
        offset = end
        if block.rule is not None:
            if block.rule == before:
                start = removed.pop().start
            removed.append(Removed(start, end, "", block.rule))
        before = block.rule
    raw = "".join(pieces)
    return Page(raw, tuple(Removed(r.start, r.end, raw[r.start : r.end], r.rule) for r in removed), hints)
