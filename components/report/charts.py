"""A chart with what belongs to it, and the look that all charts share.

The chart of where each shared fact first stands in each article, as lines from article to article.

Plotly charts, each with the table behind it, a line that says what it shows, and one that says what it cannot tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from ..coverage import prominence
from ..story import Comparison, Fact
from . import palette, wording
from .position_drawing import CANNOT_TELL, Placed, Places, sentence, shared, stressed

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from .palette import Palette, Theme

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what belongs to it: `rows`, the values behind it, under `columns`; `alt`, one sentence on what it shows."""

    title: str
    figure: go.Figure
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    alt: str
    cannot_tell: str


def after_pandas() -> None:
    """Wait until pandas is whole, before Plotly is used.

    Plotly looks into whatever pandas is loaded, also one that the thread of another page is half through importing.
    """
    import pandas  # noqa: F401


def plain(text: str) -> str:
    """A text as Plotly shows it word for word: it reads tags and entities in any label."""
    return escape(" ".join(text.split()), quote=False)


def dressed(figure: go.Figure, colours: Palette) -> go.Figure:
    """The look: our fonts and papers, nothing around the drawing."""
    figure.update_layout(
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": 'system-ui, "Noto Sans", sans-serif', "size": 13, "color": colours.ink},
        legend={"orientation": "h", "yanchor": "top", "y": -0.06, "x": 0, "traceorder": "normal"},
        hoverlabel={"bgcolor": colours.card, "font": {"color": colours.ink}, "bordercolor": colours.rule},
    )
    figure.update_layout(margin={"t": 40, "b": 40})
    figure.update_xaxes(gridcolor=colours.rule, zeroline=False, linecolor=colours.rule)
    figure.update_yaxes(gridcolor=colours.rule, zeroline=False, linecolor=colours.rule)
    return figure


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
    return [a.key if room < SHORTEST else plain(wording.shorten(" ".join(a.title.split()), room)) for a in comparison.articles]


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
        name = f"{number}: {plain(wording.shorten(fact.label, NAMED))}"
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
    return tuple("" if at is None else wording.percent(at) for at in found)


def _hover(fact: Fact, key: str, at: float) -> str:
    label = "<br>".join(plain(wording.shorten(fact.label, 160)[i : i + 60]) for i in range(0, min(len(fact.label), 160), 60))
    return f"{label}<br>{wording.percent(at)} of {key}, {wording.spoken(m.sentence for m in fact.mentions_in(key))}"


__all__ = ["Chart", "facts_per_outlet", "length_beside_facts", "where_in_story"]

GROUPS = (("in all", ""), ("in some", "/"), ("only here", ""), ("no clear match elsewhere", "."))
"""The parts of an article's bar, and the hatching of each."""


def facts_per_outlet(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """How many facts each article states, parted by who else states them: one stacked bar an article."""
    after_pandas()
    import plotly.graph_objects as go

    colours = palette.palette(theme)
    rows = tuple((article.title, *_parts(comparison, article.key)) for article in comparison.articles)
    figure = go.Figure()
    names = [plain(row[0]) for row in rows]
    own = [colours.outlet(key) for key in comparison.keys]
    pair = len(comparison.articles) <= wording.PAIR
    for n, (group, hatch) in enumerate(GROUPS, start=1):
        if group == "in some" and pair:
            continue
        said = "in both" if group == "in all" and pair else group
        fill = own if group == "only here" else {"/": colours.rule, ".": colours.card}.get(hatch, colours.shared)
        figure.add_bar(y=names, x=[row[n] for row in rows], name=said, **_part(said, hatch, fill, colours))
    figure.update_layout(barmode="stack", bargap=0.35, height=110 + 44 * len(rows))
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(rangemode="tozero", side="top")
    return Chart(
        "Facts of each article",
        dressed(figure, colours),
        ("article", *(group for group, _ in GROUPS)),
        rows,
        _most_and_fewest(rows, len(comparison.facts)),
        "It cannot tell how much a fact weighs: a passing detail and the main event each count once.",
    )


def _most_and_fewest(rows: Sequence[tuple[str, int, int, int, int]], total: int) -> str:
    """What each article states; beyond a handful of articles only the ends of the range, for the table has them all."""
    shown = rows
    if len(rows) > wording.APART:
        ordered = sorted(rows, key=lambda row: -sum(row[1:]))
        shown = (ordered[0], ordered[-1])
    said = "; ".join(f"{row[0]} states {wording.of(sum(row[1:]), total)}, {row[3]} of them only there" for row in shown)
    return f"{said}." if shown is rows else f"Most and fewest: {said}."


def _part(group: str, hatch: str, fill: str | list[str], colours: Palette) -> dict[str, Any]:
    """How one part of the bars is drawn: colour and hatching, with its number inside."""
    return {
        "orientation": "h",
        "texttemplate": "%{x}",
        "textposition": "inside",
        "textangle": 0,
        "insidetextanchor": "middle",
        "marker": {
            "color": fill,
            "line": {"color": colours.ink, "width": 0.6},
            "pattern": {"shape": hatch, "fgcolor": colours.shared, "size": 7, "solidity": 0.2},
        },
        "hovertemplate": "%{y}: %{x} facts " + group + "<extra></extra>",
    }


def _parts(comparison: Comparison, key: str) -> tuple[int, int, int, int]:
    mine = [fact.group for fact in comparison.facts if key in fact.presence and fact.presence[key].counts_as_in]
    return (mine.count("all"), mine.count("some"), mine.count("only"), mine.count("unclear"))


def length_beside_facts(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """How long each article is beside how many facts it states."""
    after_pandas()
    from plotly.subplots import make_subplots

    colours = palette.palette(theme)
    stated = [sum(_parts(comparison, key)) for key in comparison.keys]
    rows = tuple(
        (a.title, a.words, n, round(100 * n / max(1, a.words), 1)) for a, n in zip(comparison.articles, stated, strict=True)
    )
    figure = make_subplots(rows=1, cols=2, shared_yaxes=True, horizontal_spacing=0.06, subplot_titles=("words", "facts stated"))
    for column in (1, 2):
        figure.add_bar(
            y=[plain(row[0]) for row in rows],
            x=[row[column] for row in rows],
            text=[row[column] for row in rows],
            orientation="h",
            marker={"color": [colours.outlet(key) for key in comparison.keys]},
            hovertemplate="%{y}: %{x}<extra></extra>",
            showlegend=False,
            row=1,
            col=column,
        )
    figure.update_layout(bargap=0.4, height=84 + 44 * len(rows))
    figure.update_xaxes(showticklabels=False)
    figure.update_yaxes(autorange="reversed", showgrid=False)
    longest = max(rows, key=lambda row: row[1], default=None)
    most = max(rows, key=lambda row: row[2], default=None)
    alt = f"{longest[0]} is the longest with {wording.plural(longest[1], 'word')}" if longest else "No article"
    return Chart(
        "Length beside facts",
        dressed(figure, colours),
        ("article", "words", "facts stated", "facts per 100 words"),
        rows,
        f"{alt}; {most[0]} states the most facts, {wording.of(most[2], len(comparison.facts))}." if most else f"{alt}.",
        "It cannot tell whether words are well spent: context and explanation make an article longer without a new fact.",
    )
