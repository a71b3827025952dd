"""The chart of where each shared fact first stands in each article, as lines from article to article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..coverage import prominence
from ..story import Comparison, Fact
from . import palette, words
from .chart import Chart, dressed, plain
from .places import Placed, sentence, shared, spread, stressed, where

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from .palette import Palette, Theme

SHAPES = (
    "circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon",
    "hexagon", "star", "cross", "x", "bowtie", "hourglass",
)  # fmt: skip
"""One marker shape an article, so that colour never stands alone."""
ACROSS, SHORTEST = 100, 10
"""Letters that fit beside each other above the drawing, and the fewest that still say a name."""
LABEL_GAP = 0.045
"""Least distance between two labels, as a share of an article's height in the drawing."""


def where_in_story(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """Where each shared fact first stands in each article: one line a fact, from the top of an article to its end."""
    import plotly.graph_objects as go

    colours = palette.palette(theme)
    facts = shared(comparison)
    figure = go.Figure()
    _lines(figure, comparison, facts, colours)
    _spots(figure, comparison, facts, colours)
    _label(figure, [item for item in facts if item[1][0][0] == comparison.keys[0]], colours)
    figure.update_xaxes(tickvals=list(range(len(comparison.articles))), ticktext=_names(comparison), side="top")
    figure.update_xaxes(range=[-0.15, max(1, len(comparison.articles)) - 0.85], showgrid=True, tickfont={"size": 13})
    figure.update_yaxes(range=[1.02, -0.04], tickformat=".0%", side="right")
    figure.update_layout(height=460, margin={"l": 290, "r": 60})
    return Chart(
        "Where in the story",
        dressed(figure, colours),
        ("fact", *comparison.keys),
        tuple((fact.label, *_percents(comparison, fact)) for fact, _ in facts),
        _told(comparison) if facts else "No fact is shared, so there is nothing to draw.",
        "It cannot tell why a fact stands where it stands, nor how many words it gets: it shows order, not weight.",
    )


def _names(comparison: Comparison) -> list[str]:
    """The articles' names as far as there is room beside each other; keys alone when there are many."""
    room = ACROSS // len(comparison.articles)
    return [a.key if room < SHORTEST else plain(words.shorten(" ".join(a.title.split()), room)) for a in comparison.articles]


def _lines(figure: go.Figure, comparison: Comparison, facts: Sequence[Placed], colours: Palette) -> None:
    """The facts as lines between articles, those that moved most drawn strongly."""
    most = stressed(facts)
    for moved in (False, True):
        chosen = [item[1] for item in facts if (item in most) is moved]
        figure.add_scatter(
            x=[x for places in chosen for x in (*(comparison.keys.index(key) for key, _ in places), None)],
            y=[y for places in chosen for y in (*(at for _, at in places), None)],
            mode="lines",
            name="furthest apart" if moved else "other shared facts",
            line={"color": colours.ink if moved else colours.shared, "width": 2.2 if moved else 1.1},
            hoverinfo="skip",
        )


def _spots(figure: go.Figure, comparison: Comparison, facts: Sequence[Placed], colours: Palette) -> None:
    """Where each fact first stands, a shape for each article; a spot carries the fact's id."""
    for n, article in enumerate(comparison.articles):
        here = [(fact, at) for fact, places in facts for key, at in places if key == article.key]
        figure.add_scatter(
            x=[n] * len(here),
            y=[at for _, at in here],
            mode="markers",
            marker={"color": colours.outlet(article.key), "symbol": SHAPES[n % len(SHAPES)], "size": 9},
            customdata=[fact.id for fact, _ in here],
            text=[_hover(fact, article.key, at) for fact, at in here],
            hovertemplate="%{text}<extra></extra>",
            name=plain(article.title),
            showlegend=False,
        )


def _told(comparison: Comparison) -> str:
    most = stressed(shared(comparison))
    furthest = "; ".join(f"“{words.shorten(fact.label, 90)}” {where(places)}" for fact, places in most)
    return f"{sentence(comparison)} Furthest apart: {furthest}." if most else sentence(comparison)


def _percents(comparison: Comparison, fact: Fact) -> Iterable[str]:
    found = (prominence(comparison, fact, key) for key in comparison.keys)
    return tuple("" if at is None else words.percent(at) for at in found)


def _hover(fact: Fact, key: str, at: float) -> str:
    label = "<br>".join(plain(words.shorten(fact.label, 160)[i : i + 60]) for i in range(0, min(len(fact.label), 160), 60))
    return f"{label}<br>{words.percent(at)} of {key}, {words.spoken(m.sentence for m in fact.mentions_in(key))}"


def _label(figure: go.Figure, facts: Iterable[Placed], colours: Palette) -> None:
    """Name the lines at the first article, those that moved before the others, as far as there is room."""
    taken: list[float] = []
    for fact, places in sorted(facts, key=lambda item: -spread(item[1])):
        (_, at), *_ = places
        if any(abs(at - other) < LABEL_GAP for other in taken):
            continue
        taken.append(at)
        figure.add_annotation(
            xref="paper",
            x=0,
            xshift=-6,
            y=at,
            xanchor="right",
            showarrow=False,
            align="right",
            text=plain(words.shorten(fact.label, 38)),
            font={"size": 12, "color": colours.soft},
        )
