"""Printed lines -> paragraphs, by the space between lines, their type and length; words broken at line ends are made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from ...language.lexicon import words
from ...settings.intake import (
    EDGE_LINES,
    LAST_LINE_SHARE,
    MAX_LINE_STEP,
    PAGE_BREAK_CHARACTERS,
    PARAGRAPH_STEP,
    RUNNING_PAGES,
    SHORT_LINE_SHARE,
    TYPE_POINTS,
    USUAL_STEP_SIZES,
    WIDE_LINE_QUANTILE,
)
from ..lines import ends_like_sentence, is_prose
from ..page import Block

RUNNING: Final = "running header"
NAMED_PAGE: Final = re.compile(r"\W*(?:page|seite|página)\s*\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?\W*", re.IGNORECASE)
PAGE_NUMBER: Final = re.compile(r"\W*(?:page|seite|página|p\.)?\s*\d{1,3}(?:\s*(?:/|of|von|de)\s*\d{1,3})?\W*", re.IGNORECASE)
CONTINUED: Final = re.compile(r"\W*continue[sd] (?:on|from) (?:page )?\w{1,4}\W*", re.IGNORECASE)
BROKEN_WORD: Final = re.compile(r"([^\W\d_]{2,})[-\u2010\u00ad]$")
COMPOUND_STARTS: Final = words(
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
    """Return the blocks of all pages.

    A paragraph that runs over a page break is one block; the running lines that stand between its halves follow it.
    """
    running = _running_lines(pages)
    text = " ".join(line.text for page in pages for line in page).lower()
    word_counts = Counter(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))
    blocks: list[Block] = []
    margin: list[Block] = []
    paragraph: list[PrintedLine] = []
    for page in pages:
        in_margin = [_is_running(page, i, running, len(pages)) for i in range(len(page))]
        body = [line for line, is_margin in zip(page, in_margin, strict=True) if not is_margin]
        margin += [Block(line.text, RUNNING) for line, is_margin in zip(page, in_margin, strict=True) if is_margin]
        for i, group in enumerate(_group_lines(body)):
            if i == 0 and paragraph and _continues(paragraph[-1], group[0]):
                paragraph += group
                continue
            if paragraph:
                blocks.append(Block(_join_lines(paragraph, word_counts)))
            if i == 0:
                blocks += margin
                margin = []
            paragraph = list(group)
    if paragraph:
        blocks.append(Block(_join_lines(paragraph, word_counts)))
    return blocks + margin


def _running_lines(pages: Sequence[Sequence[PrintedLine]]) -> set[str]:
    """Return the lines at the edges of at least half the pages (and of two), which are no sentences.

    The outermost lines of a page also count with their digits set to 0, so that page numbers are alike.
    """
    counts: Counter[str] = Counter()
    for page in pages:
        edge = [line.text for line in [*page[:EDGE_LINES], *page[-EDGE_LINES:]] if not is_prose(line.text)]
        outermost = [_without_digits(line.text) for line in [*page[:1], *page[-1:]] if not is_prose(line.text)]
        counts.update({*edge, *outermost})
    return {text for text, count in counts.items() if count >= RUNNING_PAGES and count * 2 >= len(pages)}


def _without_digits(text: str) -> str:
    """Return the text with each number as 0."""
    return re.sub(r"\d+", "0", text)


def _is_running(page: Sequence[PrintedLine], i: int, running: set[str], pages: int) -> bool:
    """Return whether line `i` of a page is a running header, a page number or a "continued on" line.

    Args:
        page: the lines of the page.
        i: the index of the line.
        running: what `_running_lines` returns.
        pages: how many pages there are.
    """
    text = page[i].text
    if CONTINUED.fullmatch(text):
        return True
    at_edge = i < EDGE_LINES or i >= len(page) - EDGE_LINES
    if at_edge and ((pages > 1 and text in running) or NAMED_PAGE.fullmatch(text)):
        return True
    if len(page) == 1 or i not in (0, len(page) - 1):
        return False
    return (pages > 1 and _without_digits(text) in running) or PAGE_NUMBER.fullmatch(text) is not None


def _group_lines(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    """Yield the paragraphs of one page as groups of its lines."""
    if not lines:
        return
    steps = [
        line.y - following.y
        for line, following in pairwise(lines)
        if 0 < line.y - following.y < MAX_LINE_STEP and abs(line.size - following.size) < TYPE_POINTS
    ]
    usual_step = min(median(steps), USUAL_STEP_SIZES * median(line.size for line in lines)) if steps else 0.0
    widths = sorted(len(line.text) for line in lines)
    full_width = widths[int(len(widths) * WIDE_LINE_QUANTILE)]
    group = [lines[0]]
    for line, following in pairwise(lines):
        if _paragraph_ends(line, following, usual_step, full_width):
            yield group
            group = []
        group.append(following)
    yield group


def _paragraph_ends(line: PrintedLine, following: PrintedLine, usual_step: float, full_width: int) -> bool:
    """Return whether a paragraph ends between two lines.

    Args:
        line: the first of the two.
        following: the second.
        usual_step: points between two lines of a paragraph; 0 if the page does not tell.
        full_width: characters in a full line of the page.
    """
    if abs(line.size - following.size) >= TYPE_POINTS:
        return True
    step = line.y - following.y
    if usual_step and step > PARAGRAPH_STEP * usual_step:
        return True
    sentence_ends = ends_like_sentence(line.text)
    if following.text[:1].islower() and not sentence_ends:
        return False
    return len(line.text) < (LAST_LINE_SHARE if sentence_ends or step <= 0 else SHORT_LINE_SHARE) * full_width


def _continues(line: PrintedLine, following: PrintedLine) -> bool:
    """Return whether a paragraph runs over the page break between two lines."""
    return (
        not ends_like_sentence(line.text)
        and abs(line.size - following.size) < TYPE_POINTS
        and (following.text[:1].islower() or len(line.text) > PAGE_BREAK_CHARACTERS)
    )


def _join_lines(lines: Sequence[PrintedLine], word_counts: Counter[str]) -> str:
    """Return the text of a paragraph, with words that a line end broke made whole."""
    text = ""
    for line in lines:
        broken = BROKEN_WORD.search(text)
        if broken and line.text[:1].islower():
            text = _join_broken_word(text, broken[1], line.text, word_counts)
        else:
            text = f"{text} {line.text}" if text else line.text
    return text


def _join_broken_word(text: str, first_half: str, following: str, word_counts: Counter[str]) -> str:
    """Return the text with the following line, and the word between the two made whole.

    The hyphen stays if the word has one elsewhere in the text, or stands nowhere else and reads like a compound.

    Args:
        text: the paragraph up to the hyphen.
        first_half: the letters before the hyphen.
        following: the next line.
        word_counts: how often each word stands in the whole text, in small letters.
    """
    match = re.match(r"[^\W\d_]+", following)
    second_half = match.group() if match else ""
    hyphenated, solid = f"{first_half}-{second_half}".lower(), f"{first_half}{second_half}".lower()
    has_hyphen = word_counts[hyphenated] > 0 or (word_counts[solid] == 0 and first_half.lower() in COMPOUND_STARTS)
    return text[:-1] + ("-" if has_hyphen else "") + following
