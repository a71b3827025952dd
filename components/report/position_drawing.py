"""Where each shared fact first stands in each article, as a drawing that needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..coverage import prominence
from ..story import Comparison, Fact
from . import wording
from .render import render_template

Places = tuple[tuple[str, float], ...]
Placed = tuple[Fact, Places]
MOVED = 0.15
"""Share of an article by which a fact has to stand earlier or later to be named: about two sentences of a wire story."""
STRESSED = 3
"""Facts that are drawn strongly and named: those that moved most."""
CANNOT_TELL = "It cannot tell why a fact stands where it stands, nor how many words it gets: it shows order, not weight."
HEIGHT, TOP, GAP, MARGIN = 260, 26, 150, 40


@dataclass(frozen=True, slots=True)
class DrawnSpot:
    """A fact in one article: `x`, `y` in the drawing, and how far down the article it stands (0 to 1)."""

    key: str
    x: int
    y: float
    at: float


@dataclass(frozen=True, slots=True)
class Path:
    """A fact through the articles that state it; `rank` numbers those that moved most from 1, and is 0 for the others."""

    fact: Fact
    spots: tuple[DrawnSpot, ...]
    rank: int


def shared(comparison: Comparison) -> tuple[Placed, ...]:
    """Each fact that two articles or more state in so many words, with (key, prominence), earliest in the first article first."""
    found = []
    for fact in comparison.facts:
        places_ = tuple((key, at) for key in comparison.keys if (at := prominence(comparison, fact, key)) is not None)
        if len(places_) > 1:
            found.append((fact, places_))
    return tuple(sorted(found, key=lambda item: item[1][0]))


def spread(places_: Places) -> float:
    """How far apart the earliest and the latest place of one fact are, as a share of an article."""
    return max(at for _, at in places_) - min(at for _, at in places_)


def stressed(facts: Sequence[Placed]) -> list[Placed]:
    """Those of the shared facts that moved most, at most `STRESSED`, furthest first."""
    return sorted((item for item in facts if spread(item[1]) >= MOVED), key=lambda item: -spread(item[1]))[:STRESSED]


def rank(most: Sequence[Placed], item: Placed) -> int:
    """The number of a fact among those that moved most, from 1; 0 for the others."""
    return most.index(item) + 1 if item in most else 0


def sentence(comparison: Comparison) -> str:
    """How many shared facts moved."""
    facts = shared(comparison)
    moved = [item for item in facts if spread(item[1]) >= MOVED]
    if not moved:
        return (
            f"None of {wording.plural(len(facts), 'shared fact')} stands more than {wording.percent(MOVED)} of an article apart."
        )
    verb = "stands" if len(moved) == 1 else "stand"
    return f"{wording.of(len(moved), len(facts), 'shared fact')} {verb} {wording.percent(MOVED)} of an article or more apart."


@dataclass(frozen=True, slots=True)
class Mover:
    """A fact that moved: the article that tells it earliest and the one that tells it latest, each with its place in words."""

    fact: Fact
    earliest: tuple[str, str]
    latest: tuple[str, str]


def movers(comparison: Comparison) -> str:
    """The facts that moved most, as a list: "A puts “…” 2nd of 23 sentences, B 19th of 25"; empty if none did.

    Each leads to `#fact-<id>`.
    """
    found = [_mover(comparison, *item) for item in stressed(shared(comparison))]
    return render_template("position_movers.html", found=found) if found else ""


def _mover(comparison: Comparison, fact: Fact, places_: Places) -> Mover:
    keys = [key for key, _ in sorted(places_, key=lambda place: place[1])]
    first, total = _counted(comparison, fact, keys[0])
    last, other = _counted(comparison, fact, keys[-1])
    return Mover(fact, (keys[0], f"{first} of {wording.plural(total, 'sentence')}"), (keys[-1], f"{last} of {other}"))


def _counted(comparison: Comparison, fact: Fact, key: str) -> tuple[str, int]:
    """The sentence in which an article first states a fact, as people count, and how many sentences it has."""
    number = wording.number(min(mention.sentence for mention in fact.mentions_in(key)))
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}", len(comparison.article(key).sentences)


def draw_positions(comparison: Comparison) -> str:
    """The drawing, with the sentence that says what it shows; empty without facts that two articles share."""
    facts = shared(comparison)
    if not facts:
        return ""
    most = stressed(facts)
    x = {key: MARGIN + GAP * n for n, key in enumerate(comparison.keys)}
    paths = [
        Path(fact, tuple(DrawnSpot(key, x[key], TOP + HEIGHT * at, at) for key, at in spots), rank(most, (fact, spots)))
        for fact, spots in facts
    ]
    return render_template(
        "position_drawing.html",
        comparison=comparison,
        paths=paths,
        x=x,
        width=2 * MARGIN + GAP * (len(x) - 1),
        height=HEIGHT + TOP + 14,
        top=TOP,
        bottom=TOP + HEIGHT,
        told=sentence(comparison),
        movers=movers(comparison),
        cannot_tell=CANNOT_TELL,
    )
