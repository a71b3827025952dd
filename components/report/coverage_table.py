"""Who states what: the table of facts by articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..coverage import voice_by_article
from ..story import LABELS, Comparison, Detail, Difference, Fact, Presence, Status
from . import wording
from .render import render_template
from .selection import Order, sections
from .verdicts import VERDICTS, difference_signs, heading, of_fact

INLINE = 3
"""Beyond so many articles, and where none differ, the details stand under the fact: a column of their own would leave it too
narrow, or stand empty."""
NAMED = 5
"""Beyond so many articles a column has room for a sign and numbers only: no name at its head, no words in its cells."""
NEAREST = 4
"""Nearest passages, differences and notes of each kind that a row names; the fact's card has them all."""
DETAIL = 150
"""Letters of a detail that a row shows; of two versions of a quotation, which run long, it says only that there are two."""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One fact in one article: the sign, the small text beside it, and the same in words for a screen reader.

    `places` are the sentences that state it, from 0, or the nearest one where there is no clear match.
    """

    key: str
    status: Status
    places: tuple[int, ...]
    small: str
    spoken: str
    hint: str


@dataclass(frozen=True, slots=True)
class Row:
    """One fact with its cells, the details that differ (a sign, then the words of both), and notes."""

    fact: Fact
    label: str
    cells: tuple[CoverageCell, ...]
    differing: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]


def coverage_table_html(
    comparison: Comparison,
    *,
    facts: Sequence[Fact] | None = None,
    order: Order = "story",
    limit: int | None = None,
    prefix: str | None = None,
    folded: bool = False,
) -> str:
    """The table of facts by articles: a sign and its meaning in each cell, sentence numbers from 1.

    Each row leads to `#fact-<id>` (see `fact_card`). `facts`: these instead of all. `limit`: labels cut to so many characters.
    `prefix`: a sentence number leads to its place in `side_by_side` with this prefix. `folded`: each group is a table of its own
    that opens and closes, the first one open. Every row carries `data-fact`, every cell `data-key` and `data-status`.
    """
    grouped = sections(comparison, comparison.facts if facts is None else facts, order)
    known = difference_signs(comparison)
    parts = [(heading, [_row(comparison, fact, known, limit) for fact in members]) for heading, members in grouped]
    rows = [row for _, members in parts for row in members]
    return render_template(
        "coverage_table.html",
        comparison=comparison,
        tables=[(heading, [("", members)]) for heading, members in parts] if folded and order == "group" else [("", parts)],
        details=any(row.differing or row.notes for row in rows),
        inline=len(comparison.articles) > INLINE or not any(row.differing for row in rows),
        named=len(comparison.articles) <= NAMED,
        labels=LABELS,
        prefix=prefix,
        empty=not rows,
    )


def _row(comparison: Comparison, fact: Fact, known: Mapping[Difference, str], limit: int | None) -> Row:
    pairs = of_fact(comparison, fact)
    differing = [d for d in pairs if d.verdict == "differs"]
    specific = [_specific(comparison, d) for d in pairs if d.verdict == "more_specific"]
    told = wording.voices_of(voice_by_article(comparison, fact))
    remarks = [*_more(differing, "that differ"), *specific[:NEAREST], *_more(specific, f"that are {VERDICTS['more_specific']}")]
    return Row(
        fact,
        wording.shorten(fact.label, limit),
        tuple(_cell(comparison, fact, key, fact.presence[key]) for key in comparison.keys if key in fact.presence),
        tuple((known[d], _words(comparison, d)) for d in differing[:NEAREST]),
        (*remarks, *([told] if told else []), *_nearest(comparison, fact)),
    )


def _nearest(comparison: Comparison, fact: Fact) -> tuple[str, ...]:
    """The nearest passages in one line, where there are too many articles to name them in the cells."""
    found = [
        f"{key} {wording.number(state.nearest.sentence)}"
        for key, state in fact.presence.items()
        if state.status == "unclear" and state.nearest
    ]
    if not found or len(comparison.articles) <= NAMED:
        return ()
    more = f" and {len(found) - NEAREST} more" if len(found) > NEAREST else ""
    return (f"nearest: {', '.join(found[:NEAREST])}{more}",)


def _words(comparison: Comparison, difference: Difference) -> tuple[str, ...]:
    if difference.kind == "quote":
        return (f"{heading(difference)}{_keys(comparison, difference)}",)
    return _named(comparison, difference.left), _named(comparison, difference.right)


def _named(comparison: Comparison, detail: Detail) -> str:
    """The words of a detail, with the key of its article where there are more than two."""
    shown = wording.shorten(detail.text, DETAIL)
    return shown if len(comparison.articles) <= wording.PAIR else f"{detail.article} {shown}"


def _specific(comparison: Comparison, difference: Difference) -> str:
    return f"{VERDICTS['more_specific']}{_keys(comparison, difference)}: {difference.why}"


def _keys(comparison: Comparison, difference: Difference) -> str:
    """The keys of both articles in brackets, where there are more than two."""
    return f" ({difference.left.article}, {difference.right.article})" if len(comparison.articles) > wording.PAIR else ""


def _more(items: Sequence[object], said: str) -> list[str]:
    return [f"and {len(items) - NEAREST} more {said}"] if len(items) > NEAREST else []


def _cell(comparison: Comparison, fact: Fact, key: str, state: Presence) -> CoverageCell:
    """`small` is empty where numbers stand alone: the sign has said the rest."""
    places = sorted({mention.sentence for mention in fact.mentions_in(key)})
    nearest = [state.nearest.sentence] if state.nearest else []
    label = LABELS[state.status]
    if state.counts_as_in:
        shown, small = places or nearest, ""
    elif state.status == "unclear":
        shown, small = nearest, "nearest" if nearest else label
    else:
        shown, small = [], label
    told = f", {small} {wording.spoken(shown)}".replace("  ", " ") if shown else ""
    return CoverageCell(key, state.status, tuple(shown), small, f"{label}{told}", wording.stated(state))
