"""The report as one self-contained HTML file, with styles for paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..story import LABELS, Comparison
from . import fact_cards, overview, wording
from .coverage_table import smaller_facts_html, table_of_sections
from .differences import describe_notes, differences_html
from .model import ReportModel
from .position_drawing import draw_positions
from .provenance import METHOD
from .render import render_template, stylesheet
from .selection import WHOLE, Selection
from .side_by_side import side_by_side_html
from .text_reuse import text_reuse_html

COLUMNS: Final = 3
"""Articles that still read well beside each other on paper; of more, each stands once, two to a row, beside all the others."""
LABEL_LETTERS: Final = 150
"""Characters of a fact's label in the table; its card has all of it."""
PREFIX: Final = "s"
"""Begins the id of each sentence in its column."""


def report_html(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> str:
    """Return the facts of a selection, and all articles, as one HTML document.

    It runs no script and asks for nothing beyond itself. The same comparison, date and selection give the same bytes.

    Args:
        comparison: The comparison.
        made: The date to print, as given.
        selection: Which facts are shown, in which order.
    """
    model = ReportModel(comparison, selection, made)
    parts = _parts(model)
    return render_template(
        "html_report.html",
        comparison=comparison,
        style=stylesheet(),
        contents=_contents(parts),
        method=METHOD,
        provenance=model.provenance,
        labels=LABELS,
        bands=wording.BANDS,
        **parts,
    )


def _parts(model: ReportModel) -> dict[str, object]:
    """What stands on the page, escaped, by the name that the template has for it."""
    differing = [pair for pair in model.differences if pair.verdict == "differs"]
    notes = [pair for pair in model.differences if pair.verdict != "differs"]
    return {
        "header": overview.summary_header(model),
        "selection": model.description,
        "notes": overview.notes(model),
        "legend": overview.legend(model),
        "differences": differences_html(model, chosen=differing, level=3, prefix=PREFIX),
        "details": differences_html(model, chosen=notes, level=4, prefix=PREFIX),
        "details_summary": describe_notes(model, notes),
        "coverage": table_of_sections(model, model.main_sections, limit=LABEL_LETTERS, prefix=PREFIX),
        "smaller": smaller_facts_html(model, model.small_facts, limit=LABEL_LETTERS, prefix=PREFIX),
        "shared_texts": text_reuse_html(model, prefix=PREFIX),
        "speakers": overview.who_speaks(model, caption="Words quoted and reported in each article"),
        "positions": draw_positions(model, facts=model.facts),
        "sides": [
            side_by_side_html(model, keys, prefix=PREFIX, others=model.comparison.keys) for keys in _rows(model.comparison.keys)
        ],
        "facts": [
            (heading, [fact_cards.fact_row(model, fact, back="#coverage") for fact in facts])
            for heading, facts in model.all_sections
            if facts
        ],
        "log": render_template("corrections.html", rows=model.log_rows) if model.log_rows else "",
        "removed": fact_cards.removed(model),
    }


def _contents(parts: dict[str, object]) -> list[tuple[str, str]]:
    """The sections that are there: (id, title)."""
    titles = {
        "differences": ("differences", "Differences"),
        "details": ("notes", "Details that do not differ"),
        "coverage": ("coverage", "Who states what"),
        "shared_texts": ("copied", "Words in common"),
        "speakers": ("voices", "Who speaks"),
        "positions": ("places", "Where in the story"),
        "sides": ("side", "Side by side"),
        "facts": ("facts", "Facts and their passages"),
        "log": ("hand", "Made by hand"),
        "removed": ("removed", "Removed"),
    }
    return [*(entry for part, entry in titles.items() if parts[part]), ("method", "Method")]


def _rows(keys: Sequence[str]) -> list[Sequence[str]]:
    """The articles that stand beside each other."""
    return [keys] if len(keys) <= COLUMNS else [keys[n : n + 2] for n in range(0, len(keys), 2)]
