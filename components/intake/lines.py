"""Raw text -> logical lines (a hard-wrapped paragraph is one line), and clean text from what is kept of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..story import Removed
from .sentences import CLOSERS, LINE

INVISIBLE: Final = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF], None)
"""Control and zero-width characters: they stand in the raw text and never in the clean one."""
ENDS: Final = tuple(".!?:;…")
WRAP_FROM: Final = 45
WRAP_TO: Final = 110
WRAP_SPREAD: Final = 25
"""Characters: lines that long, and that alike, were broken by a program and not by a writer."""


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the raw text that reads as one line; `text` has its white space normalised."""

    start: int
    end: int
    text: str
    gap: bool
    """Whether an empty line stands before it."""

    @property
    def words(self) -> list[str]:
        """As parted by white space."""
        return self.text.split()


def is_visible(letter: str) -> bool:
    """Whether a letter of the raw text also stands in the clean one, white space apart."""
    return not letter.isspace() and ord(letter) not in INVISIBLE


def visible(text: str) -> str:
    """White space as single spaces, none at the ends, invisible characters dropped."""
    return " ".join(text.translate(INVISIBLE).split())


def ends_like_sentence(text: str) -> bool:
    """Whether a full stop, question mark or the like closes this line, perhaps inside quotation marks or brackets."""
    return text.rstrip(CLOSERS).endswith(ENDS)


def is_prose(text: str) -> bool:
    """Whether a line reads like a sentence of a story: six words and a final mark, or too long for a label."""
    words = text.count(" ") + 1
    return words >= 25 or (words >= 6 and ends_like_sentence(text))


def logical_lines(raw: str) -> list[Line]:
    """The lines of `raw` that are not empty, those of a hard-wrapped paragraph joined."""
    lines: list[Line] = []
    for block in _blocks(raw):
        for number, group in enumerate(_unwrapped(block)):
            text = " ".join(line.text for line in group)
            lines.append(Line(group[0].start, group[-1].end, text, gap=number == 0))
    return lines


def _blocks(raw: str) -> Iterator[list[Line]]:
    """Runs of lines without an empty line between them."""
    block: list[Line] = []
    last = 0
    for found in LINE.finditer(raw):
        text = visible(found.group())
        breaks = raw.count("\n", last, found.start()) or raw.count("\r", last, found.start()) or 1
        if block and (breaks > 1 or not text):
            yield block
            block = []
        if text:
            part = found.group()
            start = found.start() + len(part) - len(part.lstrip())
            block.append(Line(start, found.start() + len(part.rstrip()), text, gap=False))
        last = found.end()
    if block:
        yield block


def _unwrapped(block: Sequence[Line]) -> list[list[Line]]:
    joints = [_runs_on(before.text, after.text) for before, after in pairwise(block)]
    lengths = [len(line.text) for line in block[:-1]]
    wrapped = len(block) > 2 and any(joints) and min(lengths) >= WRAP_FROM and max(lengths) <= WRAP_TO
    if wrapped and max(lengths) - min(lengths) <= WRAP_SPREAD and len(block[-1].text) <= max(lengths):
        return [list(block)]
    groups = [[block[0]]]
    for joint, line in zip(joints, block[1:], strict=True):
        if joint:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(before: str, after: str) -> bool:
    """Whether a line break falls inside a sentence: a long line without a final mark, then a small letter."""
    return WRAP_FROM <= len(before) <= WRAP_TO and after[0].islower() and not ends_like_sentence(before) and after[:4] != "http"


def clean(raw: str, removed: Iterable[Removed]) -> str:
    """The raw text without the removed stretches: a paragraph a line, an empty line where the page had one."""
    pieces: list[str] = []
    gone = sorted((stretch.start, stretch.end) for stretch in removed)
    cursor = 0
    parted = False
    for line in logical_lines(raw):
        while cursor < len(gone) and gone[cursor][1] <= line.start:
            cursor += 1
        text = visible("".join(_kept(raw, line, gone, cursor)))
        parted = parted or line.gap
        if text:
            pieces.append(("\n\n" if parted else "\n") + text if pieces else text)
            parted = False
    return "".join(pieces)


def _kept(raw: str, line: Line, gone: Sequence[tuple[int, int]], cursor: int) -> Iterator[str]:
    """What is left of one line; a space where something inside it went, so that no two words are joined."""
    begin = line.start
    while cursor < len(gone) and gone[cursor][0] < line.end:
        start, end = gone[cursor]
        if start > begin:
            yield raw[begin:start]
        yield " "
        begin = max(begin, end)
        cursor += 1
    if begin < line.end:
        yield raw[begin : line.end]


WORDS: Final = re.compile(r"\w+")


def bare(text: str) -> str:
    """Letters and digits only, folded: for telling whether two lines say the same."""
    return "".join(WORDS.findall(text.casefold()))
