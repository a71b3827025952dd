"""One self-contained HTML file: what was compared, who states what, the passages that prove it, and how it was made."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ..story import LABELS, Comparison, Fact
from . import cards, differing, overview, reading, verdicts, words
from .places import places
from .render import markup, stylesheet
from .voices import who_speaks

COLUMNS = 3
"""Articles that still read well beside each other on paper."""
LABEL = 150
"""Characters of a fact's label in the table; its card has all of it."""
PAIRED = 6
"""Up to so many articles every pair gets a section; beyond, each article stands once, beside all the others."""


def report_html(comparison: Comparison, *, made: str) -> str:
    """The whole report as one HTML document. It runs no script and asks for nothing beyond itself.

    `made` is the date to print, as given: the same comparison and date give the same bytes.
    """
    parts = overview.sections(comparison, comparison.facts, "group")
    prefix = "s0" if len(comparison.keys) <= COLUMNS else "s" if len(comparison.keys) > PAIRED else None
    facts = [(heading, [_card(comparison, fact) for fact in members]) for heading, members in parts]
    return markup(
        "page.html",
        comparison=comparison,
        style=stylesheet(),
        made=made,
        header=overview.summary_header(comparison),
        notes=overview.notes(comparison),
        legend=overview.legend(comparison),
        coverage=overview.coverage_table(comparison, order="group", limit=LABEL),
        differences=differing.differences(comparison, prefix=prefix),
        details=differing.differences(comparison, chosen=verdicts.notes(comparison), level=4, prefix=prefix),
        told=differing.notes_told(comparison),
        voices=who_speaks(comparison, caption="Words quoted and reported in each article"),
        places=places(comparison),
        sides=[(_heading(comparison, keys), _side(comparison, keys, n)) for n, keys in enumerate(_sides(comparison))],
        facts=facts,
        removed=cards.removed(comparison),
        settings=settings(comparison),
        labels=LABELS,
        bands=words.BANDS,
    )


def settings(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """The settings and the model as a reader sees them: (name, value)."""
    named = [(name.replace("_", " "), _value(value)) for name, value in comparison.settings.items() if name != "encoder"]
    return (
        *named,
        ("model", comparison.encoder_name or "not named"),
        ("model digest", comparison.encoder_digest or "none"),
        ("probabilities", "calibrated for this model" if comparison.calibrated else words.NOT_CALIBRATED),
    )


def _value(value: object) -> str:
    return "not set" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _sides(comparison: Comparison) -> list[tuple[str, ...]]:
    keys = comparison.keys
    if len(keys) <= COLUMNS:
        return [keys]
    return list(combinations(keys, 2)) if len(keys) <= PAIRED else [(key,) for key in keys]


def _heading(comparison: Comparison, keys: Sequence[str]) -> str:
    return words.listed(comparison.article(key).title for key in keys) if len(comparison.keys) > COLUMNS else ""


def _side(comparison: Comparison, keys: Sequence[str], n: int) -> str:
    if len(comparison.keys) > PAIRED:
        return reading.side_by_side(comparison, keys, others=comparison.keys)
    return reading.side_by_side(comparison, keys, prefix=f"s{n}")


def _card(comparison: Comparison, fact: Fact) -> str:
    return cards.fact_card(comparison, fact, context=False, level=4, back="#coverage")
