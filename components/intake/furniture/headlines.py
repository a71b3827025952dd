"""Which line is the headline, and which lines only repeat it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ...language.quotation_marks import CLOSING_MARKS
from ...settings.intake import DOUBLED_HEADLINE_CHARACTERS, HEADLINE_LETTERS, HEADLINE_WORDS, MENU_LINES
from ..lines import Line, comparison_key, ends_like_sentence, is_prose
from ..sentences import split_sentences
from .bylines import byline_names, signature_names
from .position_rules import Labels, first_prose, is_menu_item, is_outlet_name, is_section_name, same_line

ACRONYM_END: Final = re.compile(r"\b(?:[A-Z]\.){2,}\W*\Z")
TITLE_WITH_OUTLET: Final = re.compile(r"(?P<headline>.{10,250}?)\s+[|–—·•»-]\s+(?P<outlet>[A-Z][\w.&'’ ]{1,40})")


def could_be_headline(text: str) -> bool:
    """Return whether a line could be a headline: short, without a final full stop; a question or an exclamation may be one."""
    if text.count(" ") + 1 > HEADLINE_WORDS:
        return False
    if ACRONYM_END.search(text):
        return True
    return not text.rstrip(CLOSING_MARKS + "'’)").endswith((".", ":", ";", "…")) and any(char.isalpha() for char in text)


def pick_headline(lines: Sequence[Line], labels: Labels) -> int | None:
    """Return the index of the headline, or None.

    It is the first line before the story that could be one and is no menu, no outlet's name and no byline. If none could, a
    question or exclamation with which the story begins is the headline.
    """
    story = first_prose(lines, labels)
    candidates = [i for i in range(story) if labels[i] is None and could_be_headline(lines[i].text)]
    if not candidates:
        return _opening_question(lines, labels)
    likely = [i for i in candidates if not _belongs_to_page_head(lines, i)]
    for i in likely:
        if not (is_outlet_name(lines[i].text) and i != likely[-1]):
            return _without_outlet(lines, i, likely)
    first = candidates[0]
    is_short_head = len(candidates) < MENU_LINES and story < len(lines)
    return first if is_short_head and not byline_names(lines[first].text) else None


def _opening_question(lines: Sequence[Line], labels: Labels) -> int | None:
    """Return the index of the first line of the story if it is one question or exclamation and more follows, else None."""
    first = next((i for i, label in enumerate(labels) if label is None), None)
    if first is None or first + 1 >= len(lines):
        return None
    text = lines[first].text
    is_question = text.endswith(("?", "!")) and could_be_headline(text) and len(split_sentences(text)) == 1
    return first if is_question else None


def _belongs_to_page_head(lines: Sequence[Line], i: int) -> bool:
    """Return whether a line above the story is a section, a byline, or a label of a word or two."""
    text = lines[i].text
    spaces = text.count(" ")
    return (
        is_section_name(text)
        or byline_names(text) is not None
        or (is_menu_item(text) and spaces < 2)
        or (i > 0 and signature_names(text) is not None and spaces < 3)
    )


def _without_outlet(lines: Sequence[Line], i: int, candidates: Sequence[int]) -> int:
    """Return the index of the headline proper: of "Headline | Outlet" (line `i`) and "Headline" that is the second."""
    title = comparison_key(lines[i].text)
    for other in candidates:
        key = comparison_key(lines[other].text)
        if other != i and len(key) > HEADLINE_LETTERS and title.startswith(key) and title != key:
            return other
    return i


def label_doubled_headlines(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Label every other line that says only what the headline says, or that and the outlet's name."""
    if headline is None:
        return
    text = lines[headline].text
    for i, line in enumerate(lines):
        if i == headline or labels[i] is not None or len(line.text) > DOUBLED_HEADLINE_CHARACTERS:
            continue
        title = TITLE_WITH_OUTLET.fullmatch(line.text)
        if same_line(line.text, text) or (title and same_line(title["headline"], text)):
            labels[i] = "doubled headline"


def outlet_in_title(title: str) -> str | None:
    """Return the outlet's name in "Headline | Outlet", or None."""
    match = TITLE_WITH_OUTLET.fullmatch(title[:DOUBLED_HEADLINE_CHARACTERS])
    return match["outlet"].strip() if match and not ends_like_sentence(title) and not is_prose(match["outlet"]) else None


def read_headline(lines: Sequence[str], hint: str | None) -> str | None:
    """Return the headline of a clean text: its first line if that reads like one, else what the file's form says.

    Args:
        lines: the lines of the clean text, empty ones included.
        hint: the headline by the file's form; a first line that says the same is the headline in any case.
    """
    first = lines[0]
    if hint and same_line(first, hint):
        return first
    has_story = any(lines[1:])
    one_sentence = not ends_like_sentence(first) or len(split_sentences(first)) == 1
    if has_story and could_be_headline(first) and one_sentence and byline_names(first) is None:
        return first
    return hint
