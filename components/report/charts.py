"""Plotly charts, each with the table behind it, a line that says what it shows, and one that says what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

from ..settings.report import MOST_COUNTED_APART
from ..story import Comparison, Fact, Group
from . import palette, wording
from .model import ComparisonLike, FactPositions, as_model
from .position_drawing import CANNOT_TELL, describe_moves, furthest_moved

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from .palette import Palette, Theme

Value = str | int | float


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what belongs to it.

    Attributes:
        title: Its heading.
        figure: The drawing.
        columns: Headings of the table behind it.
        rows: The values behind it.
        alt: One sentence on what it shows.
        cannot_tell: One sentence on what it does not show.
    """

    title: str
    figure: go.Figure
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    alt: str
    cannot_tell: str


def import_pandas() -> None:
    """Import pandas to its end, before Plotly is used.

    Plotly looks into whatever pandas is loaded, also one that the thread of another page is half through importing.
    """
    import pandas  # noqa: F401


def plotly_text(text: str) -> str:
    """Return a text as Plotly shows it word for word: it reads tags and entities in any label."""
    return escape(" ".join(text.split()), quote=False)


def style(figure: go.Figure, colours: Palette) -> go.Figure:
    """Give a figure our fonts and papers, and nothing around the drawing. Returns the figure."""
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
LEGEND_LETTERS = 48
"""Letters of such a fact in the legend."""


def where_in_story(comparison: ComparisonLike, *, theme: Theme = "light") -> Chart:
    """Return where each shared fact first stands in each article: one line a fact, from the top of an article to its end.

    The facts that moved most are drawn strongly, dashed each in its own way, and numbered as `movers` numbers them.
    """
    import_pandas()
    import plotly.graph_objects as go

    model = as_model(comparison)
    articles, keys = model.comparison.articles, model.comparison.keys
    colours = palette.palette(theme)
    positions = model.fact_positions()
    figure = go.Figure()
    _lines(figure, keys, positions, colours)
    _points(figure, model.comparison, positions, colours)
    figure.update_xaxes(tickvals=list(range(len(articles))), ticktext=_names(model.comparison), side="top")
    figure.update_xaxes(range=[-0.3, len(articles) - 0.7], showgrid=True, tickfont={"size": 13})
    figure.update_xaxes(ticklabeloverflow="allow", fixedrange=True)
    figure.update_yaxes(
        range=[1.02, -0.04], tickvals=[0, 0.5, 1], ticktext=["top", "middle", "end"], showgrid=False, color=colours.soft
    )
    figure.update_layout(height=460, margin={"l": 56, "r": 20}, showlegend=bool(furthest_moved(positions)))
    return Chart(
        "Where in the story",
        style(figure, colours),
        ("fact", *keys),
        tuple((item.fact.label, *_percents(item, keys)) for item in positions),
        describe_moves(positions) if positions else "No fact is shared, so there is nothing to draw.",
        CANNOT_TELL,
    )


def _names(comparison: Comparison) -> list[str]:
    """The articles' names as far as there is room beside each other; keys alone when there are many."""
    room = ACROSS // len(comparison.articles)
    return [
        a.key if room < SHORTEST else plotly_text(wording.shorten(" ".join(a.title.split()), room)) for a in comparison.articles
    ]


def _lines(figure: go.Figure, keys: Sequence[str], positions: Sequence[FactPositions], colours: Palette) -> None:
    """The facts as lines between articles: the others thin and grey, each of those that moved most by itself.

    Rings mark where they stand, for a line also passes articles that do not state its fact; no two numbers stand on each other.
    """
    most = furthest_moved(positions)
    x, y = _through(keys, [item for item in positions if item not in most])
    thin = {"color": colours.shared, "width": 1}
    figure.add_scatter(x=x, y=y, mode="lines", name="other shared facts", line=thin, hoverinfo="skip")
    for number, item in enumerate(most, start=1):
        x, y = _through(keys, [item])
        line = {"color": colours.ink, "width": 2.4, "dash": DASHES[number - 1]}
        name = f"{number}: {plotly_text(wording.shorten(item.fact.label, LEGEND_LETTERS))}"
        ring = {"symbol": "circle-open", "size": 15, "color": colours.ink, "line": {"width": 1.6}}
        figure.add_scatter(x=x, y=y, mode="lines+markers", name=name, line=line, marker=ring, hoverinfo="skip")
        last_key, last_position = item.positions[-1]
        figure.add_annotation(
            x=keys.index(last_key),
            y=last_position,
            xshift=6 + 10 * number,
            showarrow=False,
            text=f"<b>{number}</b>",
            font={"size": 15},
        )


def _through(keys: Sequence[str], positions: Sequence[FactPositions]) -> tuple[list[int | None], list[float | None]]:
    """The points of some facts, one after the other, with a gap between two."""
    x = [x for item in positions for x in (*(keys.index(key) for key, _ in item.positions), None)]
    return x, [y for item in positions for y in (*(position for _, position in item.positions), None)]


def _points(figure: go.Figure, comparison: Comparison, positions: Sequence[FactPositions], colours: Palette) -> None:
    """Where each fact first stands, a shape for each article; a point carries the fact's id."""
    for column, article in enumerate(comparison.articles):
        points = [(item.fact, position) for item in positions for key, position in item.positions if key == article.key]
        figure.add_scatter(
            x=[column] * len(points),
            y=[position for _, position in points],
            mode="markers",
            marker={"color": colours.outlet(article.key), "symbol": SHAPES[column % len(SHAPES)], "size": 9},
            customdata=[fact.id for fact, _ in points],
            text=[_hover(fact, article.key, position) for fact, position in points],
            hovertemplate="%{text}<extra></extra>",
            name=plotly_text(article.title),
            showlegend=False,
        )


def _percents(item: FactPositions, keys: Sequence[str]) -> Iterable[str]:
    by_key = dict(item.positions)
    return tuple(wording.format_percent(by_key[key]) if key in by_key else "" for key in keys)


def _hover(fact: Fact, key: str, position: float) -> str:
    text = wording.shorten(fact.label, 160)
    label = "<br>".join(plotly_text(text[i : i + 60]) for i in range(0, min(len(fact.label), 160), 60))
    sentences = wording.describe_sentences(mention.sentence for mention in fact.mentions_in(key))
    return f"{label}<br>{wording.format_percent(position)} of {key}, {sentences}"


GROUPS: Final[Mapping[Group, tuple[str, str]]] = {
    "all": ("in all", ""),
    "some": ("in some", "/"),
    "only": ("only here", ""),
    "probably_only": ("probably only here", "x"),
    "unclear": ("no clear match elsewhere", "."),
}
"""The parts of an article's bar, and the hatching of each."""
ONLY_COLUMN: Final = 1 + list(GROUPS).index("only")
"""Where a row of the table has the facts that only its article tells."""


def facts_per_outlet(comparison: ComparisonLike, *, theme: Theme = "light") -> Chart:
    """Return how many facts each article tells, parted by who else tells them: one stacked bar an article."""
    import_pandas()
    import plotly.graph_objects as go

    comparison = as_model(comparison).comparison
    colours = palette.palette(theme)
    rows: tuple[tuple[Value, ...], ...] = tuple((a.title, *_group_counts(comparison, a.key)) for a in comparison.articles)
    figure = go.Figure()
    names = [plotly_text(article.title) for article in comparison.articles]
    own = [colours.outlet(key) for key in comparison.keys]
    pair = len(comparison.articles) <= wording.PAIR
    of_pair = {"in all": "in both", "in some": wording.IN_SOME_OF_PAIR}
    fills: Mapping[Group, str | list[str]] = {"some": colours.rule, "only": own, "unclear": colours.card}
    for column, (group, (part, hatch)) in enumerate(GROUPS.items(), start=1):
        name = of_pair.get(part, part) if pair else part
        fill = fills.get(group, colours.shared)
        figure.add_bar(y=names, x=[row[column] for row in rows], name=name, **_bar_look(name, hatch, fill, colours))
    figure.update_layout(barmode="stack", bargap=0.35, height=110 + 44 * len(rows))
    figure.update_yaxes(autorange="reversed", showgrid=False)
    figure.update_xaxes(rangemode="tozero", side="top")
    return Chart(
        "Facts of each article",
        style(figure, colours),
        ("article", *(name for name, _ in GROUPS.values())),
        rows,
        _most_and_fewest(rows, len(comparison.facts)),
        "It cannot tell how much a fact weighs: a passing detail and the main event each count once.",
    )


def _most_and_fewest(rows: Sequence[tuple[Any, ...]], total: int) -> str:
    """What each article tells; beyond a handful of articles only the ends of the range, for the table has them all."""
    shown = rows
    if len(rows) > MOST_COUNTED_APART:
        ordered = sorted(rows, key=lambda row: -sum(row[1:]))
        shown = (ordered[0], ordered[-1])
    sentence = "; ".join(
        f"{row[0]} tells {wording.part_of(sum(row[1:]), total)}, {row[ONLY_COLUMN]} of them only there" for row in shown
    )
    return f"{sentence}." if shown is rows else f"Most and fewest: {sentence}."


def _bar_look(group: str, hatch: str, fill: str | list[str], colours: Palette) -> dict[str, Any]:
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


def _group_counts(comparison: Comparison, key: str) -> tuple[int, ...]:
    """How many of the facts that an article tells are in each of `GROUPS`."""
    groups = [fact.group for fact in comparison.facts if key in fact.presence and fact.presence[key].counts_as_in]
    return tuple(groups.count(group) for group in GROUPS)


def length_beside_facts(comparison: ComparisonLike, *, theme: Theme = "light") -> Chart:
    """Return how long each article is beside how many facts it tells."""
    import_pandas()
    from plotly.subplots import make_subplots

    comparison = as_model(comparison).comparison
    colours = palette.palette(theme)
    told = [sum(_group_counts(comparison, key)) for key in comparison.keys]
    rows = tuple(
        (a.title, a.words, n, round(100 * n / max(1, a.words), 1)) for a, n in zip(comparison.articles, told, strict=True)
    )
    figure = make_subplots(rows=1, cols=2, shared_yaxes=True, horizontal_spacing=0.06, subplot_titles=("words", "facts told"))
    for column in (1, 2):
        figure.add_bar(
            y=[plotly_text(row[0]) for row in rows],
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
        style(figure, colours),
        ("article", "words", "facts told", "facts per 100 words"),
        rows,
        f"{alt}; {most[0]} tells the most facts, {wording.part_of(most[2], len(comparison.facts))}." if most else f"{alt}.",
        "It cannot tell whether words are well spent: context and explanation make an article longer without a new fact.",
    )
