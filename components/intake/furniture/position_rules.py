"""What a line is by its place: clocks in lists, names of outlets and sections, menus around the story, lists of other stories."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..lines import Line, bare, ends_like_sentence, is_prose
from ..outlets import holder_of
from .bylines import byline_of, is_address, is_role, is_signed_with_role, signature_of
from .headings import CHROME, COMMENTS, CRUMB_MARKS, HASHTAGS, LIST_HEAD, READ_MORE, SHOUTED, TAG_HEAD, TAGS
from .patterns import words
from .text_rules import SAID
from .timestamps import is_clock, is_ruler, is_timestamp

Labels = list[str | None]
CRUMBS_LONGEST: Final = 300
"""Characters."""
AFTER_DECK: Final = 2
"""Lines: a byline may stand below the lines that sum a story up."""
LOGO_WORDS: Final = 6
KNOWN: Final = 1 / 3
"""Share of a menu below the story that must have the usual names: a list of winners or of the dead has none."""
MENU: Final = 3
"""Lines: a run of so many labels is a menu; fewer could be a short story's subheads."""
LISTED: Final = 12
"""Lines: no list of other stories is longer than that without a new heading."""
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


def position_rule(text: str) -> str | None:
    """Rules of this room that need the line alone."""
    if len(text) > 320:
        return None
    for rule, pattern in (("navigation", CHROME), ("comments", COMMENTS), ("tags", TAGS), ("tags", TAG_HEAD), ("tags", HASHTAGS)):
        if pattern.fullmatch(text):
            return rule
    if (READ_MORE.fullmatch(text) and not SAID.search(text)) or SHOUTED.fullmatch(text):
        return "read more"
    return "related stories" if LIST_HEAD.fullmatch(text) else None


def is_label(text: str) -> bool:
    """Whether a line could be an item of a menu: up to four words, no final mark."""
    return text.count(" ") < 4 and not ends_like_sentence(text)


def label_clocks(lines: Sequence[Line], labels: Labels) -> None:
    """Clock and date lines with the rulers between them; rulers that stand alone."""
    for number, line in enumerate(lines):
        if labels[number] is None and is_ruler(line.text):
            near = [lines[n].text for n in (number - 1, number + 1) if 0 <= n < len(lines)]
            labels[number] = "clock list" if any(is_clock(text) or is_timestamp(text) for text in near) else "separator"
        elif is_clock(line.text):
            labels[number] = "clock list"
        elif is_timestamp(line.text):
            labels[number] = "timestamp"


def label_lists(lines: Sequence[Line], labels: Labels) -> None:
    """Lines that a heading like "Most read" or "Tags" introduces: unpunctuated, until a sentence or another rule's line."""
    number = 0
    while number < len(lines):
        rule = labels[number]
        number += 1
        if rule == "related stories" or (rule == "tags" and TAG_HEAD.fullmatch(lines[number - 1].text)):
            stop = min(len(lines), number + LISTED)
            while number < stop and _could_be_listed(lines[number], labels[number]):
                labels[number] = labels[number] or rule
                number += 1


def _could_be_listed(line: Line, label: str | None) -> bool:
    return label in ("timestamp", "clock list") or (label is None and len(line.words) <= 18 and not ends_like_sentence(line.text))


def label_logo(lines: Sequence[Line], labels: Labels) -> None:
    """The outlet's name as a line of its own above or below the story: the page's copyright line says what it is called."""
    holders = {holder_of(line.text) for line, label in zip(lines, labels, strict=True) if label == "copyright"} - {None}
    names = {bare(name) for name in holders if name}
    for number, line in enumerate(lines):
        if (
            names
            and labels[number] is None
            and len(line.words) <= LOGO_WORDS
            and bare(line.text) in names | {f"the{name}" for name in names}
        ):
            labels[number] = "section name"


def label_head(lines: Sequence[Line], labels: Labels, headline: int | None) -> None:
    """Menus and section names before the headline; bylines after it."""
    story = story_starts(lines, labels)
    head = headline if headline is not None else story
    _label_menu(lines, labels, 0, head, known=0)
    for number in range(head):
        if labels[number] is None and (is_section(lines[number].text) or is_paper(lines[number].text)):
            labels[number] = "section name"
    last = last_prose(lines, labels)
    for number in range(len(lines)):
        if number == headline or labels[number] is not None or story + AFTER_DECK < number <= last:
            continue
        if _is_byline(lines, labels, number, story):
            labels[number] = "byline"


def _is_byline(lines: Sequence[Line], labels: Labels, number: int, story: int) -> bool:
    """By its form anywhere; names or a role alone only above the story, beside a date, a role or another byline."""
    text = lines[number].text
    if byline_of(text) or is_address(text) or is_signed_with_role(text):
        return True
    if not 0 < number < story:
        return False
    if labels[number - 1] == "byline" and is_role(text):
        return True
    after = lines[number + 1].text if number + 1 < len(lines) else ""
    stamped = is_timestamp(after) or is_address(after)
    return signature_of(text) is not None and (stamped or is_role(after))


def is_section(text: str) -> bool:
    """Whether a line is only names of sections: "World", "Business & Economy"."""
    words = text.lower().split()
    return len(words) <= 5 and all(word.strip(",|/:•-") in SECTIONS or not word.strip(",|/:•-") for word in words)


def is_paper(text: str) -> bool:
    """Whether a line could be the name of an outlet: capitals, a newspaper's last word."""
    words = text.split()
    capitals = all(word[0].isupper() or word in ("of", "the", "and", "&") for word in words)
    return 2 <= len(words) <= 5 and capitals and words[-1].lower() in PAPER and not is_section(text)


def _label_menu(lines: Sequence[Line], labels: Labels, start: int, stop: int, *, known: float) -> None:
    """Runs of labels between two lines are a menu, if at least the share `known` of them have the usual names."""
    run: list[int] = []
    for number in range(start, stop + 1):
        if number < stop and (
            labels[number] in ("navigation", "section name") or (labels[number] is None and is_label(lines[number].text))
        ):
            run.append(number)
            continue
        named = sum(labels[item] is not None or is_section(lines[item].text) for item in run)
        if len(run) >= MENU and named >= known * len(run):
            for item in run:
                labels[item] = labels[item] or "navigation"
        run = []


def label_tail(lines: Sequence[Line], labels: Labels) -> None:
    """Menus after the last sentence of the story."""
    _label_menu(lines, labels, last_prose(lines, labels) + 1, len(lines), known=KNOWN)


def label_crumbs(lines: Sequence[Line], labels: Labels) -> None:
    """Breadcrumbs and rows of links outside the story: "Home > News > World", "About us | Contact | Privacy policy"."""
    story, last = story_starts(lines, labels), last_prose(lines, labels)
    for number, line in enumerate(lines):
        if labels[number] is None and not story <= number <= last and len(line.text) <= CRUMBS_LONGEST and _is_crumbs(line.text):
            labels[number] = "navigation"


def _is_crumbs(text: str) -> bool:
    parts = [part.strip() for part in CRUMB_MARKS.split(text)]
    if len(parts) < 2 or ends_like_sentence(text) or not all(len(part.split()) <= 4 for part in parts[:-1]):
        return False
    return is_section(parts[0]) or CHROME.fullmatch(parts[0]) is not None or len(parts) > 3


def story_starts(lines: Sequence[Line], labels: Labels) -> int:
    """The first line that reads like a sentence of the story (the number of lines if there is none)."""
    return next((n for n, line in enumerate(lines) if labels[n] is None and is_prose(line.text)), len(lines))


def last_prose(lines: Sequence[Line], labels: Labels) -> int:
    """The last such line, or -1."""
    return next((n for n in range(len(lines) - 1, -1, -1) if labels[n] is None and is_prose(lines[n].text)), -1)


def same_line(one: str, other: str) -> bool:
    """Whether two lines say the same, or one is the other cut short with "..."."""
    first, second = bare(one), bare(other)
    if first == second:
        return bool(first)
    for cut, whole in ((one, second), (other, first)):
        if cut.endswith(("...", "…")) and len(cut.split()) >= 4 and whole.startswith(bare(cut)):
            return True
    return False
