"""The chart of where each shared fact first stands in each article, as lines from article to article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..coverage import prominence
from ..story import Comparison, Fact
from . import palette, words
from .chart import Chart, after_pandas, dressed, plain
from .places import CANNOT_TELL, Placed, Places, sentence, shared, stressed

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
DASHES = ("solid", "dash", "dot")
"""The lines of the facts that moved most: told apart without colour."""
NAMED = 48
"""Letters of such a fact in the legend."""


def where_in_story(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """Where each shared fact first stands in each article: one line a fact, from the top of an article to its end.

    The facts that moved most are drawn strongly, dashed each in its own way, and numbered as `movers` numbers them.
    """
    after_pandas()
    import plotly.graph_objects as go

    colours = palette.palette(theme)
    facts = shared(comparison)
    figure = go.Figure()
    _lines(figure, comparison, facts, colours)
    _spots(figure, comparison, facts, colours)
    figure.update_xaxes(tickvals=list(range(len(comparison.articles))), ticktext=_names(comparison), side="top")
    figure.update_xaxes(range=[-0.3, len(comparison.articles) - 0.7], showgrid=True, tickfont={"size": 13})
    figure.update_xaxes(ticklabeloverflow="allow", fixedrange=True)
    figure.update_yaxes(
        range=[1.02, -0.04], tickvals=[0, 0.5, 1], ticktext=["top", "middle", "end"], showgrid=False, color=colours.soft
    )
    figure.update_layout(height=460, margin={"l": 56, "r": 20}, showlegend=bool(stressed(facts)))
    return Chart(
        "Where in the story",
        dressed(figure, colours),
        ("fact", *comparison.keys),
        tuple((fact.label, *_percents(comparison, fact)) for fact, _ in facts),
        sentence(comparison) if facts else "No fact is shared, so there is nothing to draw.",
        CANNOT_TELL,
    )


def _names(comparison: Comparison) -> list[str]:
    """The articles' names as far as there is room beside each other; keys alone when there are many."""
    room = ACROSS // len(comparison.articles)
    return [a.key if room < SHORTEST else plain(words.shorten(" ".join(a.title.split()), room)) for a in comparison.articles]


def _lines(figure: go.Figure, comparison: Comparison, facts: Sequence[Placed], colours: Palette) -> None:
    """The facts as lines between articles: the others thin and grey, each of those that moved most by itself.

    Rings mark where they stand, for a line also passes articles that do not state its fact; no two numbers stand on each other.
    """
    most = stressed(facts)
    others = [item[1] for item in facts if item not in most]
    x, y = _through(comparison, others)
    thin = {"color": colours.shared, "width": 1}
    figure.add_scatter(x=x, y=y, mode="lines", name="other shared facts", line=thin, hoverinfo="skip")
    for number, (fact, places) in enumerate(most, start=1):
        x, y = _through(comparison, [places])
        line = {"color": colours.ink, "width": 2.4, "dash": DASHES[number - 1]}
        name = f"{number}: {plain(words.shorten(fact.label, NAMED))}"
        ring = {"symbol": "circle-open", "size": 15, "color": colours.ink, "line": {"width": 1.6}}
        figure.add_scatter(x=x, y=y, mode="lines+markers", name=name, line=line, marker=ring, hoverinfo="skip")
        last, at = places[-1]
        figure.add_annotation(
            x=comparison.keys.index(last),
            y=at,
            xshift=6 + 10 * number,
            showarrow=False,
            text=f"<b>{number}</b>",
            font={"size": 15},
        )


def _through(comparison: Comparison, chosen: Sequence[Places]) -> tuple[list[int | None], list[float | None]]:
    """The points of some facts, one after the other, with a gap between two."""
    x = [x for places in chosen for x in (*(comparison.keys.index(key) for key, _ in places), None)]
    return x, [y for places in chosen for y in (*(at for _, at in places), None)]


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


def _percents(comparison: Comparison, fact: Fact) -> Iterable[str]:
    found = (prominence(comparison, fact, key) for key in comparison.keys)
    return tuple("" if at is None else words.percent(at) for at in found)


def _hover(fact: Fact, key: str, at: float) -> str:
    label = "<br>".join(plain(words.shorten(fact.label, 160)[i : i + 60]) for i in range(0, min(len(fact.label), 160), 60))
    return f"{label}<br>{words.percent(at)} of {key}, {words.spoken(m.sentence for m in fact.mentions_in(key))}"
