"""The report as one self-contained HTML file, with styles for paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..story import LABELS, Comparison, Difference
from . import fact_cards, overview, wording
from .corrections import log_rows
from .coverage_table import coverage_table_html
from .differences import describe_notes, differences_html
from .position_drawing import draw_positions
from .provenance import METHOD, provenance
from .render import render_template, stylesheet
from .selection import WHOLE, Selection, describe, differences_of, sections, selected, shown
from .side_by_side import side_by_side_html
from .speakers import who_speaks
from .text_reuse import shared_copy

COLUMNS: Final = 3
"""Articles that still read well beside each other on paper; of more, each stands once, two to a row, beside all the others."""
LABEL: Final = 150
"""Characters of a fact's label in the table; its card has all of it."""
PREFIX: Final = "s"
"""Begins the id of each sentence in its column."""


def report_html(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> str:
    """The facts of a selection, and all articles, as one HTML document. It runs no script and asks for nothing beyond itself.

    `made` is the date to print, as given: the same comparison, date and selection give the same bytes.
    """
    parts = _parts(comparison, selection)
    return render_template(
        "html_report.html",
        comparison=comparison,
        style=stylesheet(),
        contents=_contents(parts),
        method=METHOD,
        settings=provenance(comparison, made=made),
        labels=LABELS,
        bands=wording.BANDS,
        **parts,
    )


def _parts(comparison: Comparison, wanted: Selection) -> dict[str, object]:
    """What stands on the page, escaped, by the name that the template has for it."""
    facts = shown(comparison, wanted)
    pairs = differences_of(comparison, facts)
    noted = [pair for pair in pairs if pair.verdict != "differs"]
    return {
        "header": overview.summary_header(comparison),
        "shown": describe(comparison, wanted),
        "notes": overview.notes(comparison),
        "legend": overview.legend(comparison),
        "differences": _pairs(comparison, [pair for pair in pairs if pair.verdict == "differs"], 3),
        "details": _pairs(comparison, noted, 4),
        "told": describe_notes(comparison, noted),
        "coverage": coverage_table_html(comparison, facts=facts, order=wanted.order, limit=LABEL, prefix=PREFIX),
        "copied": shared_copy(comparison, prefix=PREFIX),
        "voices": who_speaks(comparison, caption="Words quoted and reported in each article"),
        "places": draw_positions(selected(comparison, wanted)),
        "sides": [_side(comparison, keys) for keys in _rows(comparison.keys)],
        "facts": [
            (heading, [fact_cards.fact_row(comparison, fact, back="#coverage") for fact in members])
            for heading, members in sections(comparison, facts, wanted.order)
            if members
        ],
        "log": _log(comparison),
        "removed": fact_cards.removed(comparison),
    }


def _contents(parts: dict[str, object]) -> list[tuple[str, str]]:
    """The sections that are there: (id, title)."""
    titles = {
        "differences": ("differences", "Differences"),
        "details": ("notes", "Details that do not differ"),
        "coverage": ("coverage", "Who states what"),
        "copied": ("copied", "Words in common"),
        "voices": ("voices", "Who speaks"),
        "places": ("places", "Where in the story"),
        "sides": ("side", "Side by side"),
        "facts": ("facts", "Facts and their passages"),
        "log": ("hand", "Made by hand"),
        "removed": ("removed", "Removed"),
    }
    return [*(named for part, named in titles.items() if parts[part]), ("method", "Method")]


def _pairs(comparison: Comparison, pairs: Sequence[Difference], level: int) -> str:
    return differences_html(comparison, chosen=pairs, level=level, prefix=PREFIX)


def _rows(keys: Sequence[str]) -> list[Sequence[str]]:
    """The articles that stand beside each other."""
    return [keys] if len(keys) <= COLUMNS else [keys[n : n + 2] for n in range(0, len(keys), 2)]


def _side(comparison: Comparison, keys: Sequence[str]) -> str:
    return side_by_side_html(comparison, keys, prefix=PREFIX, others=comparison.keys)


def _log(comparison: Comparison) -> str:
    rows = log_rows(comparison)
    return render_template("corrections.html", rows=rows) if rows else ""
