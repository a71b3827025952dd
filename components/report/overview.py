"""What a reader sees first: the summary line, the notes, the legend, and the table of facts by articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ..coverage import attributed, counts, prominence
from ..story import LABELS, Comparison, Detail, Difference, Fact, Group, Presence, Status
from . import words
from .render import markup
from .verdicts import VERDICTS, heading, of_fact, signs

Order = Literal["story", "group"]
GROUPS: tuple[Group, ...] = ("all", "some", "only", "unclear")
INLINE = 3
"""Beyond so many articles, and where none differ, the details stand under the fact: a column of their own would leave it too
narrow, or stand empty."""
NEAREST = 4
"""Nearest passages, differences and notes of each kind that a row names; the fact's card has them all."""
DETAIL = 150
"""Letters of a detail that a row shows; of two versions of a quotation, which run long, it says only that there are two."""
LEGEND: tuple[Status, ...] = ("stated", "partly", "not_found", "unclear")


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact in one article: the sign, the small text under it, and the same in words for a screen reader."""

    key: str
    status: Status
    small: str
    spoken: str
    hint: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact with its cells, the details that differ (a sign, then the words of both), and notes."""

    fact: Fact
    label: str
    cells: tuple[Cell, ...]
    differing: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]


def summary_header(comparison: Comparison, *, level: int = 1, title: bool = True) -> str:
    """The story's title (a heading of `level`, unless `title` is off), a chip an article, and the counts with denominators."""
    return markup(
        "header.html",
        comparison=comparison,
        level=level,
        title=title,
        pieces=words.pieces(comparison),
        checked=words.checked(counts(comparison)),
        uncalibrated=not comparison.calibrated,
    )


def notes(comparison: Comparison, *, folded: bool = False) -> str:
    """What a reader must know first, and the files that were set aside; empty if there is neither.

    `folded`: the files are counted, and named when the reader opens the line.
    """
    if not comparison.notes and not comparison.errors:
        return ""
    return markup("notes.html", notes=comparison.notes, errors=comparison.errors, folded=folded)


def legend(comparison: Comparison, *, marks: bool = True) -> str:
    """What the signs mean, and the marks in a text, unless no text is shown (`marks`)."""
    keys = comparison.keys if len(comparison.keys) <= INLINE else comparison.keys[:1]
    return markup(
        "legend.html", states=LEGEND, labels=LABELS, keys=keys if marks else (), differ=words.differing_details(comparison) > 0
    )


def in_story_order(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts by their place in the story: the mean of where they first stand in the articles that state them."""

    def place(fact: Fact) -> float:
        found = [p for key in comparison.keys if (p := prominence(comparison, fact, key)) is not None]
        return sum(found) / len(found) if found else 1.0

    return tuple(sorted(facts, key=place))


def sections(comparison: Comparison, facts: Sequence[Fact], order: Order = "group") -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Facts under headings: one section in story order without a heading, or one for each group that has any."""
    facts = in_story_order(comparison, facts)
    if order == "story":
        return (("", facts),)
    found = []
    for name in GROUPS:
        keys: tuple[str | None, ...] = comparison.keys if name == "only" else (None,)
        for key in keys:
            members = tuple(f for f in facts if f.group == name and f.only_in == key)
            if members:
                found.append((f"{words.group(comparison, name, key)}: {words.of(len(members), len(comparison.facts))}", members))
    return tuple(found)


def coverage_table(
    comparison: Comparison,
    *,
    facts: Sequence[Fact] | None = None,
    order: Order = "story",
    links: bool = True,
    limit: int | None = None,
    caption: str = "Who states what",
) -> str:
    """The table of facts by articles: a sign and its meaning in each cell, sentence numbers from 1.

    `facts`: these instead of all. `links`: each row leads to `#fact-<id>` (see `fact_card`). `limit`: labels cut to so many
    characters. Every row carries `data-fact`, every cell `data-key` and `data-status`.
    """
    shown = comparison.facts if facts is None else facts
    grouped = sections(comparison, shown, order)
    known = signs(comparison)
    parts = [(heading, [_row(comparison, fact, known, limit) for fact in members]) for heading, members in grouped]
    rows = [row for _, members in parts for row in members]
    return markup(
        "coverage.html",
        comparison=comparison,
        parts=parts,
        details=any(row.differing or row.notes for row in rows),
        inline=len(comparison.articles) > INLINE or not any(row.differing for row in rows),
        links=links,
        caption=caption,
        empty=not rows,
    )


def _row(comparison: Comparison, fact: Fact, known: Mapping[Difference, str], limit: int | None) -> Row:
    pairs = of_fact(comparison, fact)
    differing = [d for d in pairs if d.verdict == "differs"]
    specific = [_specific(comparison, d) for d in pairs if d.verdict == "more_specific"]
    nearest = [
        f"{key} {words.number(state.nearest.sentence)}"
        for key, state in fact.presence.items()
        if state.status == "unclear" and state.nearest
    ]
    told = words.voices_of(attributed(comparison, fact))
    remarks = [*_more(differing, "that differ"), *specific[:NEAREST], *_more(specific, f"that are {VERDICTS['more_specific']}")]
    return Row(
        fact,
        words.shorten(fact.label, limit),
        tuple(_cell(comparison, fact, key, fact.presence[key]) for key in comparison.keys if key in fact.presence),
        tuple((known[d], _words(comparison, d)) for d in differing[:NEAREST]),
        (*remarks, *([told] if told else []), *([f"nearest: {_first(nearest)}"] if nearest else [])),
    )


def _words(comparison: Comparison, difference: Difference) -> tuple[str, ...]:
    if difference.kind == "quote":
        return (f"{heading(difference)}{_keys(comparison, difference)}",)
    return _named(comparison, difference.left), _named(comparison, difference.right)


def _named(comparison: Comparison, detail: Detail) -> str:
    """The words of a detail, with the key of its article where there are more than two."""
    shown = words.shorten(detail.text, DETAIL)
    return shown if len(comparison.articles) <= words.PAIR else f"{detail.article} {shown}"


def _specific(comparison: Comparison, difference: Difference) -> str:
    return f"{VERDICTS['more_specific']}{_keys(comparison, difference)}: {difference.why}"


def _keys(comparison: Comparison, difference: Difference) -> str:
    """The keys of both articles in brackets, where there are more than two."""
    return f" ({difference.left.article}, {difference.right.article})" if len(comparison.articles) > words.PAIR else ""


def _more(items: Sequence[object], said: str) -> list[str]:
    return [f"and {len(items) - NEAREST} more {said}"] if len(items) > NEAREST else []


def _first(nearest: Sequence[str]) -> str:
    more = f" and {len(nearest) - NEAREST} more" if len(nearest) > NEAREST else ""
    return ", ".join(nearest[:NEAREST]) + more


def _cell(comparison: Comparison, fact: Fact, key: str, state: Presence) -> Cell:
    places = sorted({mention.sentence for mention in fact.mentions_in(key)})
    if not places and state.nearest and state.counts_as_in:
        places = [state.nearest.sentence]
    label = LABELS[state.status]
    if not state.counts_as_in or not places:
        small, spoken = label, label
    else:
        small, spoken = words.numbers(places), f"{label}, {words.spoken(places)}"
    return Cell(key, state.status, small, spoken, words.stated(state))
