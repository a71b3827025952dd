"""Which line is the headline, and which lines only repeat it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..lines import Line, bare, ends_like_sentence, is_prose
from ..sentences import split_sentences
from .bylines import byline_of, signature_of
from .position_rules import MENU, Labels, is_label, is_paper, is_section, same_line, story_starts

LONGEST: Final = 30
"""Words: headlines are shorter."""
ACRONYM_END: Final = re.compile(r"\b(?:[A-Z]\.){2,}\W*\Z")
BRANDED: Final = re.compile(r"(?P<headline>.{10,250}?)\s+[|–—·•»-]\s+(?P<outlet>[A-Z][\w.&'’ ]{1,40})")


def could_be_headline(text: str) -> bool:
    """A short line without a final full stop; a question or an exclamation may be one."""
    words = text.count(" ") + 1
    if ACRONYM_END.search(text) and words <= LONGEST:
        return True
    return words <= LONGEST and not text.rstrip("\"'”’»)").endswith((".", ":", ";", "…")) and any(c.isalpha() for c in text)


def pick_headline(lines: Sequence[Line], labels: Labels) -> int | None:
    """The line number of the headline: of the lines before the story the first that is no menu, no outlet's name, no byline."""
    story = story_starts(lines, labels)
    open_lines = [n for n in range(story) if labels[n] is None and could_be_headline(lines[n].text)]
    if not open_lines:
        first = next((n for n, label in enumerate(labels) if label is None), None)
        question = (
            first is not None
            and lines[first].text.endswith(("?", "!"))
            and could_be_headline(lines[first].text)
            and len(split_sentences(lines[first].text)) == 1
        )
        return first if question and first is not None and first + 1 < len(lines) else None
    long_enough = [n for n in open_lines if not _menu_item(lines, n)]
    for number in long_enough:
        if not (is_paper(lines[number].text) and number != long_enough[-1]):
            return _unbranded(lines, number, long_enough)
    return open_lines[0] if len(open_lines) < MENU and story < len(lines) and not byline_of(lines[open_lines[0]].text) else None


def _menu_item(lines: Sequence[Line], number: int) -> bool:
    text = lines[number].text
    return (
        is_section(text)
        or byline_of(text) is not None
        or (is_label(text) and text.count(" ") < 2)
        or (number > 0 and signature_of(text) is not None and text.count(" ") < 3)
    )


def _unbranded(lines: Sequence[Line], number: int, candidates: Sequence[int]) -> int:
    """Of "Headline | Outlet" and "Headline" the second is the headline."""
    whole = bare(lines[number].text)
    for other in candidates:
        text = bare(lines[other].text)
        if other != number and len(text) > 12 and whole.startswith(text) and whole != text:
            return other
    return number


def label_doubles(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Every other line that says only what the headline says, or that and the outlet's name."""
    if headline is None:
        return
    text = lines[headline].text
    for number, line in enumerate(lines):
        if number == headline or labels[number] is not None or len(line.text) > 400:
            continue
        branded = BRANDED.fullmatch(line.text)
        if same_line(line.text, text) or (branded and same_line(branded["headline"], text)):
            labels[number] = "doubled headline"


def outlet_beside(title: str) -> str | None:
    """The outlet's name in "Headline | Outlet"."""
    found = BRANDED.fullmatch(title[:400])
    return found["outlet"].strip() if found and not ends_like_sentence(title) and not is_prose(found["outlet"]) else None


def headline_of(lines: Sequence[str], hint: str | None) -> str | None:
    """The headline of a clean text: its first line if that reads like one, else what the file's form gave."""
    first = lines[0]
    rest = any(line for line in lines[1:])
    if hint and same_line(first, hint):
        return first
    if (
        rest
        and could_be_headline(first)
        and (not ends_like_sentence(first) or len(split_sentences(first)) == 1)
        and byline_of(first) is None
    ):
        return first
    return hint
