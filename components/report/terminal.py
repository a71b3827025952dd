"""A comparison as plain text for a terminal: what was compared, counts, the table of facts by articles, notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import wrap

from ..settings.report import MOST_DISAGREEMENTS
from ..story import LABELS, SYMBOLS, Article, Comparison, Fact, Presence
from . import wording
from .differences import describe_notes
from .model import ReportModel
from .second_reader import describe_extent_of_reading, describe_presence_opinion, describe_reader
from .verdicts import KINDS

NARROWEST, WIDEST = 60, 120
WIDE_COLUMNS, LABEL = 5, 24
"""Up to WIDE_COLUMNS articles have wide cells; with less than LABEL columns for the fact, cells get as small as they can."""
WIDE_CELL, CELL, SMALL_CELL = 13, 5, 3
_WHITESPACE = re.compile(r"\s+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Characters that move the cursor, start an escape sequence or turn the direction of the text around."""


def printable(text: str) -> str:
    """Return a text that can only be read on a terminal: one line, nothing that the terminal obeys."""
    return _CONTROL.sub("", _WHITESPACE.sub(" ", text)).strip()


def display_width(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def fit(text: str, columns: int) -> str:
    """Return a text cut or filled to exactly so many columns."""
    if display_width(text) > columns:
        while text and display_width(text) > columns - 1:
            text = text[:-1]
        text = f"{text.rstrip()}…"
    return text + " " * (columns - display_width(text))


def summary(comparison: Comparison, *, columns: int = 100) -> str:
    """Return the whole summary. `columns`: the width of the terminal, kept between 60 and 120."""
    model = ReportModel(comparison)
    columns = max(NARROWEST, min(WIDEST, columns))
    lines = [printable(comparison.title) or wording.UNTITLED, ""]
    lines += [f"  {printable(article.title)} ({printable(wording.masthead_line(article))})" for article in comparison.articles]
    lines += ["", *_wrapped(model.summary, columns)]
    if comparison.second_reader:
        reader = f"{describe_reader(comparison.second_reader)}; {describe_extent_of_reading(comparison)}"
        lines += _wrapped(printable(reader), columns)
    for note in comparison.notes:
        lines += ["", *_wrapped(f"Note: {printable(note)}", columns)]
    if comparison.errors:
        lines += ["", f"Set aside, {wording.plural(len(comparison.errors), 'file')}:"]
        lines += [f"  {printable(skipped.file)}: {printable(skipped.cause)}" for skipped in comparison.errors]
    lines += ["", *_table(model, columns), *_differences(model, columns), *_disagreements(model, columns)]
    legend = " · ".join(f"{SYMBOLS[status]} {label}" for status, label in LABELS.items())
    lines += ["", *_wrapped(f"{legend}. Numbers are sentence numbers, the headline is 1.", columns)]
    read_by = f"Read by the model {printable(comparison.encoder_name)} ({printable(comparison.encoder_digest)[:12]})."
    return "\n".join([*lines, *_wrapped(wording.MACHINE_MADE, columns), *_wrapped(read_by, columns)]) + "\n"


def trace_summary(statement: str, articles: Sequence[Article], presences: Mapping[str, Presence], *, columns: int = 100) -> str:
    """Return which articles state one statement: its state in each, with the probability in words and the nearest passage.

    Args:
        statement: The statement.
        articles: The articles, in the order of `presences`.
        presences: Its presence in each, by key.
        columns: The width of the terminal, kept between 60 and 120.
    """
    columns = max(NARROWEST, min(WIDEST, columns))
    lines = _wrapped(f"“{printable(statement)}”", columns)
    for article, (key, presence) in zip(articles, presences.items(), strict=True):
        lines += [
            "",
            f"{SYMBOLS[presence.status]} {printable(replace(article, key=key).title)}: {wording.describe_presence(presence)}",
        ]
        if presence.second:
            lines += wrap(describe_presence_opinion(presence), columns, initial_indent="    ", subsequent_indent="    ")
        if presence.nearest:
            sentence = article.sentences[presence.nearest.sentence]
            text = f"{wording.sentence_number(sentence.index)}  {printable(sentence.text)}"
            lines += wrap(text, columns, initial_indent="    ", subsequent_indent="       ")
    return "\n".join(lines) + "\n"


def _differences(model: ReportModel, columns: int) -> list[str]:
    """The details that differ: number and kind, the words of both sides with their sentences, how it was found; notes counted."""
    if not model.comparison.differences:
        return []
    lines = ["", "Differences" if model.numbered_differences else "Differences: no two details were found to differ"]
    for number, pair in model.numbered_differences:
        sides = " / ".join(
            f"{d.article} {wording.sentence_number(d.sentence)} {_quoted(d.text)}" for d in (pair.left, pair.right)
        )
        lines += wrap(f"  ≠{number} {KINDS[pair.kind]}: {sides}", columns, subsequent_indent="     ")
        lines += wrap(printable(pair.why), columns, initial_indent="     ", subsequent_indent="     ")
    notes = describe_notes(model)
    if notes:
        lines += wrap(f"  and {notes} (in the report, the tables and the JSON)", columns, subsequent_indent="  ")
    return lines


def _disagreements(model: ReportModel, columns: int) -> list[str]:
    """The facts of which a second reader says something else than ours, the first of them."""
    facts = [fact for fact in model.comparison.facts if fact.readers_disagree]
    if not facts:
        return []
    lines = ["", f"The readers disagree on {wording.part_of(len(facts), len(model.comparison.facts))}"]
    for fact in facts[:MOST_DISAGREEMENTS]:
        lines += wrap(f"  {printable(fact.label)}", columns, subsequent_indent="    ")
        for key, state in fact.presence.items():
            if state.readers_disagree:
                ours = f"{key} {SYMBOLS[state.status]} {LABELS[state.status]}"
                lines += wrap(f"    {ours}; {describe_presence_opinion(state)}", columns, subsequent_indent="      ")
    if len(facts) > MOST_DISAGREEMENTS:
        lines.append(f"  and {len(facts) - MOST_DISAGREEMENTS} more (in the report, the tables and the JSON)")
    return lines


def _quoted(text: str) -> str:
    """The words of a detail in quotation marks, unless they bring their own."""
    words = printable(text)
    return words if words[:1] in '"“”‘«„' else f"“{words}”"


def _wrapped(text: str, columns: int) -> list[str]:
    return wrap(text, columns, break_on_hyphens=False)


def _table(model: ReportModel, columns: int) -> list[str]:
    keys = model.comparison.keys
    cell = min(WIDE_CELL, _widest(model)) if len(keys) <= WIDE_COLUMNS else CELL
    label = columns - (cell + 1) * len(keys)
    if label < LABEL:
        cell = SMALL_CELL
        label = columns - (cell + 1) * len(keys)
    lines = [fit("fact", label) + "".join(f" {fit(key, cell)}" for key in keys), "-" * columns]
    for heading, facts in model.main_sections:
        lines += ["", fit(printable(heading), columns)]
        lines += [_line(model, fact, label, cell) for fact in facts]
    if model.small_facts:
        smaller = wording.smaller_facts(len(model.small_facts))
        lines += ["", *_wrapped(f"{smaller} (in the report, the tables and the JSON)", columns)]
    return [line.rstrip() for line in lines]


def _widest(model: ReportModel) -> int:
    """The columns that the longest cell takes: a sign, a space, sentence numbers."""
    states = (state for fact in model.comparison.facts for state in model.fact_states(fact).values())
    return max((len(wording.sentence_numbers(state.sentences)) + 2 for state in states), default=CELL)


def _line(model: ReportModel, fact: Fact, label: int, cell: int) -> str:
    cells = []
    for state in model.fact_states(fact).values():
        sign = SYMBOLS[state.presence.status]
        cells.append(fit(f"{sign} {wording.sentence_numbers(state.sentences)}" if state.sentences else sign, cell))
    return f"{fit('  ' + printable(fact.label), label)} {' '.join(cells)}"
