"""Raw text -> logical lines (a hard-wrapped paragraph is one line), and the clean text from what furniture rules leave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..settings.intake import LONG_PROSE_WORDS, PROSE_WORDS, WRAP_MAX_CHARACTERS, WRAP_MIN_CHARACTERS, WRAP_SPREAD
from ..story import Removed
from .sentences import CLOSERS, LINE

INVISIBLE: Final = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x2060, 0xFEFF], None)
"""Control and zero-width characters: they stand in the raw text and never in the clean one."""
FINAL_MARKS: Final = tuple(".!?:;…")
WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """The stretch raw[start:end] that reads as one line; `text` has its white space normalised."""

    start: int
    end: int
    text: str
    after_blank_line: bool

    @property
    def words(self) -> list[str]:
        """The words of the line, as white space separates them."""
        return self.text.split()


def is_visible(char: str) -> bool:
    """Return whether a character of the raw text also stands in the clean one, white space apart."""
    return not char.isspace() and ord(char) not in INVISIBLE


def visible_text(text: str) -> str:
    """Return the text with white space as single spaces, none at the ends, and without invisible characters."""
    return " ".join(text.translate(INVISIBLE).split())


def comparison_key(text: str) -> str:
    """Return the letters and digits of a text, case-folded: two lines with equal keys say the same."""
    return "".join(WORD.findall(text.casefold()))


def ends_like_sentence(text: str) -> bool:
    """Return whether a full stop, question mark or the like closes a line, perhaps inside quotation marks or brackets."""
    return text.rstrip(CLOSERS).endswith(FINAL_MARKS)


def is_prose(text: str) -> bool:
    """Return whether a line reads like a sentence of a story: some words and a final mark, or too long for a label."""
    words = text.count(" ") + 1
    return words >= LONG_PROSE_WORDS or (words >= PROSE_WORDS and ends_like_sentence(text))


def logical_lines(raw: str) -> list[Line]:
    """Return the lines of `raw` that are not empty, those of a hard-wrapped paragraph joined."""
    lines: list[Line] = []
    for block in _blocks(raw):
        for i, group in enumerate(_join_wrapped(block)):
            text = " ".join(line.text for line in group)
            lines.append(Line(group[0].start, group[-1].end, text, after_blank_line=i == 0))
    return lines


def _blocks(raw: str) -> Iterator[list[Line]]:
    """Yield the runs of lines without an empty line between them."""
    block: list[Line] = []
    previous_end = 0
    for match in LINE.finditer(raw):
        line = match.group()
        text = visible_text(line)
        between = (previous_end, match.start())
        breaks = raw.count("\n", *between) or raw.count("\r", *between) or 1
        if block and (breaks > 1 or not text):
            yield block
            block = []
        if text:
            start = match.start() + len(line) - len(line.lstrip())
            block.append(Line(start, match.start() + len(line.rstrip()), text, after_blank_line=False))
        previous_end = match.end()
    if block:
        yield block


def _join_wrapped(block: Sequence[Line]) -> list[list[Line]]:
    """Group the lines of a block: a hard-wrapped paragraph is one group, any other line is one unless the next runs on."""
    run_on = [_runs_on(line.text, following.text) for line, following in pairwise(block)]
    lengths = [len(line.text) for line in block[:-1]]
    wrapped = len(block) > 2 and any(run_on) and min(lengths) >= WRAP_MIN_CHARACTERS and max(lengths) <= WRAP_MAX_CHARACTERS
    if wrapped and max(lengths) - min(lengths) <= WRAP_SPREAD and len(block[-1].text) <= max(lengths):
        return [list(block)]
    groups = [[block[0]]]
    for joined, line in zip(run_on, block[1:], strict=True):
        if joined:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _runs_on(line: str, following: str) -> bool:
    """Return whether the break between two lines falls inside a sentence: a long line without a final mark, a small letter."""
    fits = WRAP_MIN_CHARACTERS <= len(line) <= WRAP_MAX_CHARACTERS
    return fits and following[0].islower() and not ends_like_sentence(line) and following[:4] != "http"


def clean_text(raw: str, removed: Iterable[Removed]) -> str:
    """Return the raw text without the removed stretches: a line for each paragraph, an empty line where the page had one."""
    pieces: list[str] = []
    spans = sorted((stretch.start, stretch.end) for stretch in removed)
    first_span = 0
    paragraph_break = False
    for line in logical_lines(raw):
        while first_span < len(spans) and spans[first_span][1] <= line.start:
            first_span += 1
        text = visible_text("".join(_remaining_parts(raw, line, spans, first_span)))
        paragraph_break = paragraph_break or line.after_blank_line
        if text:
            pieces.append(("\n\n" if paragraph_break else "\n") + text if pieces else text)
            paragraph_break = False
    return "".join(pieces)


def _remaining_parts(raw: str, line: Line, removed: Sequence[tuple[int, int]], first: int) -> Iterator[str]:
    """Yield what removed[first:] leave of a line, with a space for each stretch inside it, so that no two words join."""
    position = line.start
    while first < len(removed) and removed[first][0] < line.end:
        start, end = removed[first]
        if start > position:
            yield raw[position:start]
        yield " "
        position = max(position, end)
        first += 1
    if position < line.end:
        yield raw[position : line.end]
