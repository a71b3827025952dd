"""A comparison as plain text for a terminal: what was compared, counts, the table of facts by articles, notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import wrap

from ..story import LABELS, SYMBOLS, Article, Comparison, Fact, Presence
from . import wording
from .differences import describe_notes
from .selection import sections
from .verdicts import KINDS, numbered

NARROWEST, WIDEST = 60, 120
ROOMY, LABEL = 5, 24
"""Up to ROOMY articles have wide cells; with less than LABEL columns for the fact, cells get as small as they can."""
WIDE_CELL, CELL, SMALL_CELL = 13, 5, 3
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that move the cursor, start an escape sequence or turn the direction of the text around."""


def safe(text: str) -> str:
    """A text that can only be read on a terminal: one line, nothing that the terminal obeys."""
    return _UNSEEN.sub("", _SPACE.sub(" ", text)).strip()


def width(text: str) -> int:
    """How many columns a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fit(text: str, columns: int) -> str:
    """A text cut or filled to exactly so many columns."""
    if width(text) > columns:
        while text and width(text) > columns - 1:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + " " * (columns - width(text))


def summary(comparison: Comparison, *, columns: int = 100) -> str:
    """The whole summary. `columns`: the width of the terminal, kept between 60 and 120."""
    columns = max(NARROWEST, min(WIDEST, columns))
    lines = [safe(comparison.title) or wording.UNTITLED, ""]
    lines += [f"  {safe(article.title)} ({safe(wording.masthead(article))})" for article in comparison.articles]
    lines += ["", *_filled(wording.summary(comparison), columns)]
    for note in comparison.notes:
        lines += ["", *_filled(f"Note: {safe(note)}", columns)]
    if comparison.errors:
        lines += ["", f"Set aside, {wording.plural(len(comparison.errors), 'file')}:"]
        lines += [f"  {safe(setback.file)}: {safe(setback.cause)}" for setback in comparison.errors]
    lines += ["", *_table(comparison, columns), *_differences(comparison, columns)]
    legend = " · ".join(f"{SYMBOLS[status]} {label}" for status, label in LABELS.items())
    lines += ["", *_filled(f"{legend}. Numbers are sentence numbers, the headline is 1.", columns)]
    return "\n".join([*lines, *_filled(wording.MACHINE_MADE, columns)]) + "\n"


def trace_summary(statement: str, articles: Sequence[Article], found: Mapping[str, Presence], *, columns: int = 100) -> str:
    """Which articles state one statement: its state in each, with the probability in words and the nearest passage."""
    columns = max(NARROWEST, min(WIDEST, columns))
    lines = _filled(f"“{safe(statement)}”", columns)
    for article, (key, state) in zip(articles, found.items(), strict=True):
        lines += ["", f"{SYMBOLS[state.status]} {safe(replace(article, key=key).title)}: {wording.stated(state)}"]
        if state.nearest:
            near = article.sentences[state.nearest.sentence]
            lines += wrap(
                f"{wording.number(near.index)}  {safe(near.text)}", columns, initial_indent="    ", subsequent_indent="       "
            )
    return "\n".join(lines) + "\n"


def _differences(comparison: Comparison, columns: int) -> list[str]:
    """The details that differ: number and kind, the words of both sides with their sentences, how it was found; notes counted."""
    told = describe_notes(comparison)
    if not comparison.differences:
        return []
    lines = ["", "Differences" if numbered(comparison) else "Differences: no two details were found to differ"]
    for number, found in numbered(comparison):
        sides = " / ".join(f"{d.article} {wording.number(d.sentence)} {_quoted(d.text)}" for d in (found.left, found.right))
        lines += wrap(f"  ≠{number} {KINDS[found.kind]}: {sides}", columns, subsequent_indent="     ")
        lines += wrap(safe(found.why), columns, initial_indent="     ", subsequent_indent="     ")
    if told:
        lines += wrap(f"  and {told} (in the report, the tables and the JSON)", columns, subsequent_indent="  ")
    return lines


def _quoted(text: str) -> str:
    """The words of a detail in quotation marks, unless they bring their own."""
    shown = safe(text)
    return shown if shown[:1] in '"“”‘«„' else f"“{shown}”"


def _filled(text: str, columns: int) -> list[str]:
    return wrap(text, columns, break_on_hyphens=False)


def _table(comparison: Comparison, columns: int) -> list[str]:
    cell = min(WIDE_CELL, _widest(comparison)) if len(comparison.articles) <= ROOMY else CELL
    label = columns - (cell + 1) * len(comparison.articles)
    if label < LABEL:
        cell = SMALL_CELL
        label = columns - (cell + 1) * len(comparison.articles)
    lines = [fit("fact", label) + "".join(f" {fit(key, cell)}" for key in comparison.keys), "-" * columns]
    for heading, facts in sections(comparison, comparison.facts, "group"):
        lines += ["", fit(safe(heading), columns)]
        lines += [_line(comparison, fact, label, cell) for fact in facts]
    return [line.rstrip() for line in lines]


def _widest(comparison: Comparison) -> int:
    mentioned = (
        wording.numbers(m.sentence for m in fact.mentions_in(key)) for fact in comparison.facts for key in comparison.keys
    )
    return max((len(places) + 2 for places in mentioned), default=CELL)


def _line(comparison: Comparison, fact: Fact, label: int, cell: int) -> str:
    cells = []
    for key in comparison.keys:
        places = {mention.sentence for mention in fact.mentions_in(key)}
        sign = SYMBOLS[fact.presence[key].status]
        cells.append(fit(f"{sign} {wording.numbers(places)}" if places else sign, cell))
    return f"{fit('  ' + safe(fact.label), label)} {' '.join(cells)}"
