"""The tables of the Word document: who states what, who speaks, what was made by hand, what was removed, how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...story import LABELS, SYMBOLS, Comparison, Fact
from .. import wording
from ..corrections import log_rows
from ..provenance import METHOD, provenance
from ..speakers import speakers
from .elements import row, say, table
from .styles import TABLE

if TYPE_CHECKING:
    from docx.document import Document

ACROSS: Final = 17.0
"""Centimetres between the margins of the page."""
NAME: Final = 4.5
"""Centimetres of a first column that names something."""
LABEL: Final = 200
"""Letters of a fact's label in the table; its own heading has all of it."""


def coverage(document: Document, comparison: Comparison, facts: Sequence[Fact]) -> None:
    """The facts by articles: in each cell the sign, its meaning, and the sentences that state it."""
    say(document, "Who states what", "Heading 1")
    signs = ", ".join(f"{SYMBOLS[status]} {label}" for status, label in LABELS.items())
    say(document, f"{signs}. Numbers are sentence numbers, the headline is 1.", "Caption")
    narrow = max(1.1, min(2.6, 9 / max(1, len(comparison.keys))))
    widths = [ACROSS - narrow * len(comparison.keys), *[narrow] * len(comparison.keys)]
    made = table(document, TABLE, widths, ["fact, in the words of an article", *(a.title for a in comparison.articles)])
    for fact in facts:
        states = [_cell(fact, key) for key in comparison.keys]
        row(made, widths, [wording.shorten(fact.label, LABEL), *states])


def _cell(fact: Fact, key: str) -> str:
    """A state in a cell: "● stated 2·3", "○ not found"."""
    state = fact.presence.get(key)
    if state is None:
        return ""
    found = wording.numbers(mention.sentence for mention in fact.mentions_in(key))
    hand = " by hand" if state.by_hand else ""
    return " ".join(part for part in (SYMBOLS[state.status], LABELS[state.status], found) if part) + hand


def voices(document: Document, comparison: Comparison) -> None:
    """Who speaks in each article, and how many words each gets."""
    found = speakers(comparison)
    if not found:
        return
    say(document, "Who speaks", "Heading 1")
    say(document, "Words given to speakers whom the text names: quoted, and reported in the outlet's own words.", "Caption")
    each = (ACROSS - NAME) / len(comparison.keys)
    widths = [NAME, *[each] * len(comparison.keys)]
    made = table(document, TABLE, widths, ["speaker", *(article.title for article in comparison.articles)])
    for speaker in found:
        heard = [speaker.heard.get(key) for key in comparison.keys]
        said = [
            f"{v.quoted_words} quoted, {v.reported_words} reported, {wording.spoken(v.sentences)}" if v else "no words found"
            for v in heard
        ]
        row(made, widths, [speaker.name, *said])


def by_hand(document: Document, comparison: Comparison) -> None:
    """The log of corrections, if there are any."""
    rows = log_rows(comparison)
    if not rows:
        return
    say(document, "Made by hand", "Heading 1")
    widths = [1.0, 10.5, 3.0, 2.5]
    made = table(document, TABLE, widths, ["", "what was changed", "when", "standing"])
    for one in rows:
        row(made, widths, [str(one.number), one.what, one.made, one.standing])


def removed(document: Document, comparison: Comparison) -> None:
    """What was taken for page furniture, with the rule that took it."""
    articles = [article for article in comparison.articles if article.removed]
    if not articles:
        return
    say(document, "Removed before the comparison", "Heading 1")
    for article in articles:
        say(document, article.title, "Heading 2")
        made = table(document, TABLE, [NAME, ACROSS - NAME], ["rule", "the words removed"])
        for stretch in article.removed:
            row(made, [NAME, ACROSS - NAME], [stretch.rule, stretch.text])


def method(document: Document, comparison: Comparison, made: str) -> None:
    """How it was made, with what, and what it cannot tell."""
    say(document, "Method", "Heading 1")
    say(document, METHOD)
    widths = [NAME, ACROSS - NAME]
    rows = table(document, TABLE, widths, ["what", "how"])
    for name, value in provenance(comparison, made=made):
        row(rows, widths, [name, value])
    for status, meaning in wording.TRUTH.items():
        row(rows, widths, [f"{SYMBOLS[status]} {LABELS[status]}", meaning])
    row(rows, widths, ["limits", wording.MACHINE_MADE])
