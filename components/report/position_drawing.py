"""Where each shared fact first stands in each article, as a drawing that needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..settings.report import MOST_MOVERS, MOVED_SHARE
from ..story import Comparison, Fact
from . import wording
from .model import ComparisonLike, FactPositions, as_model
from .render import render_template

CANNOT_TELL = "It cannot tell why a fact stands where it stands, nor how many words it gets: it shows order, not weight."
HEIGHT, TOP, GAP, MARGIN = 260, 26, 150, 40


@dataclass(frozen=True, slots=True)
class DrawnPoint:
    """A fact in one article: `x`, `y` in the drawing."""

    key: str
    x: int
    y: float


@dataclass(frozen=True, slots=True)
class FactPath:
    """A fact through the articles that state it; `rank` numbers those that moved most from 1, and is 0 for the others."""

    fact: Fact
    points: tuple[DrawnPoint, ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Mover:
    """A fact that moved: the key of the article that tells it earliest and of that which tells it latest, each with its place."""

    fact: Fact
    earliest: tuple[str, str]
    latest: tuple[str, str]


def furthest_moved(positions: Sequence[FactPositions]) -> list[FactPositions]:
    """Return those of the shared facts that moved most, at most `MOST_MOVERS`, furthest first."""
    return sorted((item for item in positions if item.spread >= MOVED_SHARE), key=lambda item: -item.spread)[:MOST_MOVERS]


def describe_moves(positions: Sequence[FactPositions]) -> str:
    """Return how many of the shared facts moved, in a sentence."""
    moved = [item for item in positions if item.spread >= MOVED_SHARE]
    share = wording.format_percent(MOVED_SHARE)
    if not moved:
        return f"None of {wording.plural(len(positions), 'shared fact')} stands more than {share} of an article apart."
    verb = "stands" if len(moved) == 1 else "stand"
    return f"{wording.part_of(len(moved), len(positions), 'shared fact')} {verb} {share} of an article or more apart."


def movers(comparison: ComparisonLike, *, facts: Sequence[Fact] | None = None) -> str:
    """Return the facts that moved most, as a list: "A puts “…” 2nd of 23 sentences, B 19th of 25"; empty if none did.

    Each leads to `#fact-<id>`.

    Args:
        comparison: The comparison, or its model.
        facts: Only these facts; all by default.
    """
    model = as_model(comparison)
    rows = [_mover(model.comparison, item) for item in furthest_moved(model.fact_positions(facts))]
    return render_template("position_movers.html", movers=rows) if rows else ""


def _mover(comparison: Comparison, item: FactPositions) -> Mover:
    keys = [key for key, _ in sorted(item.positions, key=lambda place: place[1])]
    first, total = _sentence_place(comparison, item.fact, keys[0])
    last, other_total = _sentence_place(comparison, item.fact, keys[-1])
    return Mover(item.fact, (keys[0], f"{first} of {wording.plural(total, 'sentence')}"), (keys[-1], f"{last} of {other_total}"))


def _sentence_place(comparison: Comparison, fact: Fact, key: str) -> tuple[str, int]:
    """The sentence in which an article first states a fact, as people count, and how many sentences it has."""
    number = wording.sentence_number(min(mention.sentence for mention in fact.mentions_in(key)))
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}", len(comparison.article(key).sentences)


def draw_positions(comparison: ComparisonLike, *, facts: Sequence[Fact] | None = None) -> str:
    """Return the drawing, with the sentence that says what it shows; empty without facts that two articles share.

    Args:
        comparison: The comparison, or its model.
        facts: Only these facts; all by default.
    """
    model = as_model(comparison)
    positions = model.fact_positions(facts)
    if not positions:
        return ""
    ranks = {item.fact.id: rank for rank, item in enumerate(furthest_moved(positions), start=1)}
    x = {key: MARGIN + GAP * column for column, key in enumerate(model.comparison.keys)}
    return render_template(
        "position_drawing.html",
        comparison=model.comparison,
        paths=[FactPath(item.fact, _points(item, x), ranks.get(item.fact.id, 0)) for item in positions],
        x=x,
        width=2 * MARGIN + GAP * (len(x) - 1),
        height=HEIGHT + TOP + 14,
        top=TOP,
        bottom=TOP + HEIGHT,
        description=describe_moves(positions),
        movers=movers(model, facts=facts),
        cannot_tell=CANNOT_TELL,
    )


def _points(item: FactPositions, x: dict[str, int]) -> tuple[DrawnPoint, ...]:
    return tuple(DrawnPoint(key, x[key], TOP + HEIGHT * position) for key, position in item.positions)
