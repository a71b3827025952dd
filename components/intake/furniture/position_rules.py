"""What a line is by its place: clocks in lists, names of outlets and sections, menus around the story, lists of other stories.

The functions `label_...` write into `labels`, which has for each line the rule that takes it, None for a line of the story. They
never change a label, they only add some, and each builds on those before it: `find_furniture` knows the order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ...language.lexicon import words
from ...settings.intake import (
    BREADCRUMB_CHARACTERS,
    BREADCRUMB_PARTS,
    CUT_HEADLINE_WORDS,
    DECK_LINES,
    LISTED_LINES,
    LISTED_WORDS,
    LOGO_WORDS,
    MENU_ITEM_WORDS,
    MENU_KNOWN_SHARE,
    MENU_LINES,
    OUTLET_WORDS,
    SECTION_WORDS,
)
from ..lines import Line, comparison_key, ends_like_sentence, is_prose
from ..outlets import copyright_holder
from .bylines import byline_names, is_contact_line, is_role, is_signed_with_role, signature_names
from .headings import BREADCRUMB_MARKS, NAVIGATION, TAG_HEAD
from .timestamps import is_clock, is_separator, is_timestamp

Labels = list[str | None]
WORD_EDGES: Final = ",|/:•-"
SECTIONS: Final = words(
    "home news world politics us u.s. uk usa business sport sports opinion culture lifestyle life technology tech science "
    "health entertainment "
    "travel local national international economy environment climate video videos live weather arts style food education "
    "breaking exclusive "
    "analysis africa americas asia europe mideast latin america latest top story headlines menu search money markets "
    "finance crime more "
    "featured updates update front page section sections edition and & the explainer feature features world-news"
)
PAPER: Final = words(
    "news times herald post gazette tribune journal chronicle mail star observer daily telegraph press courier examiner "
    "sentinel bulletin "
    "globe standard mirror guardian independent register argus echo review dispatch monitor today online ledger record "
    "lantern voice"
)


def first_prose(lines: Sequence[Line], labels: Labels) -> int:
    """Return the index of the first line that reads like a sentence of the story, or the number of lines if none does."""
    return next((i for i, line in enumerate(lines) if labels[i] is None and is_prose(line.text)), len(lines))


def last_prose(lines: Sequence[Line], labels: Labels) -> int:
    """Return the index of the last line that reads like a sentence of the story, or -1 if none does."""
    return next((i for i in range(len(lines) - 1, -1, -1) if labels[i] is None and is_prose(lines[i].text)), -1)


def same_line(line: str, other: str) -> bool:
    """Return whether two lines say the same, or one is the other cut short with "..."."""
    key, other_key = comparison_key(line), comparison_key(other)
    if key == other_key:
        return bool(key)
    for short, whole_key in ((line, other_key), (other, key)):
        is_cut = short.endswith(("...", "…")) and len(short.split()) >= CUT_HEADLINE_WORDS
        if is_cut and whole_key.startswith(comparison_key(short)):
            return True
    return False


def is_menu_item(text: str) -> bool:
    """Return whether a line could be an item of a menu: a few words, no final mark."""
    return text.count(" ") < MENU_ITEM_WORDS and not ends_like_sentence(text)


def is_section_name(text: str) -> bool:
    """Return whether a line is only names of sections: "World", "Business & Economy"."""
    words = [word.strip(WORD_EDGES) for word in text.lower().split()]
    return len(words) <= SECTION_WORDS and all(word in SECTIONS or not word for word in words)


def is_outlet_name(text: str) -> bool:
    """Return whether a line could be the name of an outlet: words with capitals, the last one a newspaper's, as "Herald"."""
    words = text.split()
    capitals = all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)
    return 2 <= len(words) <= OUTLET_WORDS and capitals and words[-1].lower() in PAPER and not is_section_name(text)


def label_clocks(lines: Sequence[Line], labels: Labels) -> None:
    """Label lines that are a clock or a date, and separators: as part of a clock list, or by themselves."""
    for i, line in enumerate(lines):
        if labels[i] is None and is_separator(line.text):
            neighbours = [lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines)]
            labels[i] = "clock list" if any(is_clock(text) or is_timestamp(text) for text in neighbours) else "separator"
        elif is_clock(line.text):
            labels[i] = "clock list"
        elif is_timestamp(line.text):
            labels[i] = "timestamp"


def label_lists(lines: Sequence[Line], labels: Labels) -> None:
    """Label the lines that a heading like "Most read" or "Tags" introduces, until a sentence or another rule's line."""
    i = 0
    while i < len(lines):
        rule = labels[i]
        is_list_head = rule == "related stories" or (rule == "tags" and TAG_HEAD.fullmatch(lines[i].text))
        i += 1
        if is_list_head:
            end = min(len(lines), i + LISTED_LINES)
            while i < end and _could_be_listed(lines[i], labels[i]):
                labels[i] = labels[i] or rule
                i += 1


def _could_be_listed(line: Line, label: str | None) -> bool:
    """Return whether a line could be an item of a list of other stories, or the time of one."""
    if label is None:
        return len(line.words) <= LISTED_WORDS and not ends_like_sentence(line.text)
    return label in ("timestamp", "clock list")


def label_breadcrumbs(lines: Sequence[Line], labels: Labels) -> None:
    """Label rows of links outside the story: "Home > News > World", "About us | Contact | Privacy policy"."""
    first, last = first_prose(lines, labels), last_prose(lines, labels)
    for i, line in enumerate(lines):
        if labels[i] is None and not first <= i <= last and _is_breadcrumb(line.text):
            labels[i] = "navigation"


def _is_breadcrumb(text: str) -> bool:
    """Return whether a line is a row of links: short parts, the first with a usual name, or four parts and more."""
    if len(text) > BREADCRUMB_CHARACTERS or ends_like_sentence(text):
        return False
    parts = [part.strip() for part in BREADCRUMB_MARKS.split(text)]
    if len(parts) < 2 or not all(len(part.split()) <= MENU_ITEM_WORDS for part in parts[:-1]):
        return False
    return is_section_name(parts[0]) or NAVIGATION.fullmatch(parts[0]) is not None or len(parts) >= BREADCRUMB_PARTS


def label_logo(lines: Sequence[Line], labels: Labels) -> None:
    """Label the outlet's name as a line of its own: the page's copyright line says what the outlet is called."""
    holders = [copyright_holder(line.text) for line, label in zip(lines, labels, strict=True) if label == "copyright"]
    names = {comparison_key(name) for name in holders if name}
    if not names:
        return
    names |= {f"the{name}" for name in names}
    for i, line in enumerate(lines):
        if labels[i] is None and len(line.words) <= LOGO_WORDS and comparison_key(line.text) in names:
            labels[i] = "section name"


def label_menu_above(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Label menus, section names and names of outlets before the headline, or before the story if there is no headline."""
    end = headline if headline is not None else first_prose(lines, labels)
    _label_menu(lines, labels, 0, end, known_share=0)
    for i in range(end):
        if labels[i] is None and (is_section_name(lines[i].text) or is_outlet_name(lines[i].text)):
            labels[i] = "section name"


def label_menu_below(lines: Sequence[Line], labels: Labels) -> None:
    """Label menus after the last sentence of the story."""
    _label_menu(lines, labels, last_prose(lines, labels) + 1, len(lines), known_share=MENU_KNOWN_SHARE)


def _label_menu(lines: Sequence[Line], labels: Labels, start: int, end: int, *, known_share: float) -> None:
    """Label runs of menu items in lines[start:end], if at least the share `known_share` of a run has the usual names."""
    run: list[int] = []
    for i in range(start, end + 1):
        if i < end and (labels[i] in ("navigation", "section name") or (labels[i] is None and is_menu_item(lines[i].text))):
            run.append(i)
            continue
        known = sum(labels[item] is not None or is_section_name(lines[item].text) for item in run)
        if len(run) >= MENU_LINES and known >= known_share * len(run):
            for item in run:
                labels[item] = labels[item] or "navigation"
        run = []


def label_bylines(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Label bylines above and below the story, and just below its first sentence; never the headline."""
    first, last = first_prose(lines, labels), last_prose(lines, labels)
    for i in range(len(lines)):
        inside = first + DECK_LINES < i <= last
        if i != headline and labels[i] is None and not inside and _is_byline(lines, labels, i, first):
            labels[i] = "byline"


def _is_byline(lines: Sequence[Line], labels: Labels, i: int, story: int) -> bool:
    """Return whether line `i` is a byline: by its form anywhere; names or a role alone only beside a date or another byline.

    Args:
        lines: all lines.
        labels: their labels so far.
        i: the index of the line.
        story: the index of the story's first sentence, below which names alone are no byline.
    """
    text = lines[i].text
    if byline_names(text) or is_contact_line(text) or is_signed_with_role(text):
        return True
    if not 0 < i < story:
        return False
    if labels[i - 1] == "byline" and is_role(text):
        return True
    following = lines[i + 1].text if i + 1 < len(lines) else ""
    confirms = is_timestamp(following) or is_contact_line(following) or is_role(following)
    return signature_names(text) is not None and confirms
