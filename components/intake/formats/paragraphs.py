"""Printed lines -> paragraphs, by the space between lines, their type and length; words broken at line ends are made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from ..furniture.patterns import words
from ..lines import ends_like_sentence, is_prose
from .blocks import Block

RUNNING: Final = "running header"
EDGE: Final = 3
"""Lines at the top and bottom of a page among which running headers and page numbers are looked for."""
NAMED_PAGE: Final = re.compile(r"\W*(?:page|seite|página)\s*\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?\W*", re.IGNORECASE)
PAGE_NUMBER: Final = re.compile(r"\W*(?:page|seite|página|p\.)?\s*\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?\W*", re.IGNORECASE)
CONTINUED: Final = re.compile(r"\W*continue[sd] (?:on|from) (?:page )?\w{1,4}\W*", re.IGNORECASE)
BROKEN: Final = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
COMPOUND: Final = words(
    "well self high low long short half anti non ex cross co vice mid pro post pre two three four five six seven eight "
    "nine ten so first second third "
    "full part all ever year month week day hour most best much many old new large small hard soft fast slow cease far "
    "near north south east west"
)
"""First halves that keep their hyphen when nothing else in the text tells."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a page: `y` is its height on the page and `size` that of its type, both in points."""

    text: str
    y: float
    size: float


def paragraphs(pages: Sequence[Sequence[PrintedLine]]) -> list[Block]:
    """The blocks of all pages. A paragraph that runs over a page break is one block; the running lines between follow it."""
    running = _running(pages)
    words = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(line.text for page in pages for line in page).lower()))
    blocks: list[Block] = []
    waiting: list[Block] = []
    open_lines: list[PrintedLine] = []
    for page in pages:
        body = [line for n, line in enumerate(page) if not _is_running(page, n, running, len(pages))]
        margin = [Block(line.text, RUNNING) for n, line in enumerate(page) if _is_running(page, n, running, len(pages))]
        waiting += margin
        for number, group in enumerate(_groups(body)):
            if number == 0 and open_lines and _continues(open_lines[-1], group[0]):
                open_lines += group
                continue
            if open_lines:
                blocks.append(Block(_joined(open_lines, words)))
            if number == 0:
                blocks += waiting
                waiting = []
            open_lines = list(group)
    if open_lines:
        blocks.append(Block(_joined(open_lines, words)))
    return blocks + waiting


def _running(pages: Sequence[Sequence[PrintedLine]]) -> set[str]:
    """Lines at the edges of at least half the pages (and of two); the outermost with their digits apart. No sentence is one."""
    seen: Counter[str] = Counter()
    for page in pages:
        edge = [line.text for line in [*page[:EDGE], *page[-EDGE:]] if not is_prose(line.text)]
        outer = [_pattern(line.text) for line in [*page[:1], *page[-1:]] if not is_prose(line.text)]
        seen.update({*edge, *outer})
    return {text for text, times in seen.items() if times >= 2 and times * 2 >= len(pages)}


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _is_running(page: Sequence[PrintedLine], number: int, running: set[str], pages: int) -> bool:
    text = page[number].text
    if CONTINUED.fullmatch(text):
        return True
    if (number < EDGE or number >= len(page) - EDGE) and ((pages > 1 and text in running) or NAMED_PAGE.fullmatch(text)):
        return True
    if len(page) == 1 or number not in (0, len(page) - 1):
        return False
    return (pages > 1 and _pattern(text) in running) or PAGE_NUMBER.fullmatch(text) is not None


def _groups(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Lines of one page as paragraphs."""
    if not lines:
        return
    gaps = [a.y - b.y for a, b in pairwise(lines) if 0 < a.y - b.y < 100 and abs(a.size - b.size) < 1]
    usual = min(median(gaps), 1.6 * median(line.size for line in lines)) if gaps else 0.0
    widths = sorted(len(line.text) for line in lines)
    wide = widths[int(len(widths) * 0.8)]
    group = [lines[0]]
    for before, line in pairwise(lines):
        if _breaks(before, line, usual, wide):
            yield group
            group = []
        group.append(line)
    yield group


def _breaks(before: PrintedLine, line: PrintedLine, usual: float, wide: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if abs(before.size - line.size) >= 1:
        return True
    gap = before.y - line.y
    if usual and gap > 1.35 * usual:
        return True
    ended = ends_like_sentence(before.text)
    if line.text[:1].islower() and not ended:
        return False
    return len(before.text) < (0.75 if ended or gap <= 0 else 0.5) * wide


def _continues(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a paragraph runs over a page break."""
    return (
        not ends_like_sentence(before.text)
        and abs(before.size - line.size) < 1
        and (line.text[:1].islower() or len(before.text) > 40)
    )


def _joined(lines: Sequence[PrintedLine], words: Counter[str]) -> str:
    text = ""
    for line in lines:
        broken = BROKEN.search(text)
        if broken and line.text[:1].islower():
            text = _mended(text, broken[1], line.text, words)
        else:
            text = f"{text} {line.text}" if text else line.text
    return text


def _mended(text: str, first: str, following: str, words: Counter[str]) -> str:
    """A word broken at a line end. The hyphen stays if the text has the word with it elsewhere, or it reads like a compound."""
    found = re.match(r"[^\W\d_]+", following)
    second = found.group() if found else ""
    hyphened, whole = f"{first}-{second}".lower(), f"{first}{second}".lower()
    keep = words[hyphened] > 0 or (words[whole] == 0 and first.lower() in COMPOUND)
    return text[:-1] + ("-" if keep else "") + following
