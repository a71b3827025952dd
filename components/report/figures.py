"""Plotly charts, each with the table behind it, a line that says what it shows, and one that says what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from ..coverage import prominence
from ..story import Comparison, Fact
from . import palette, words
from .places import Placed, sentence, shared, spread, stressed, where

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from .palette import Palette, Theme

Value = str | int | float
SHAPES = (
    "circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon",
    "hexagon", "star", "cross", "x", "bowtie", "hourglass",
)  # fmt: skip
"""One marker shape an article, so that colour never stands alone."""
GROUPS = (("in all", ""), ("in some", "/"), ("only here", ""), ("no clear match elsewhere", "."))
"""The parts of an article's bar, and the hatching of each."""
PAIR = 2
"""Articles of which none is "some": a fact is in both or in one."""
LABEL_GAP = 0.045
"""Least distance between two labels, as a share of an article's height in the drawing."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and what belongs to it: `rows`, the values behind it, under `columns`; `alt`, one sentence on what it shows."""

    title: str
    figure: go.Figure
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    alt: str
    cannot_tell: str


def facts_per_outlet(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """How many facts each article states, parted by who else states them: one stacked bar an article."""
    import plotly.graph_objects as go

    colours = palette.palette(theme)
    rows = tuple((article.title, *_parts(comparison, article.key)) for article in comparison.articles)
    figure = go.Figure()
    names = [_text(row[0]) for row in rows]
    own = [colours.outlet(key) for key in comparison.keys]
    for n, (group, hatch) in enumerate(GROUPS, start=1):
        if group == "in some" and len(comparison.articles) <= PAIR:
            continue
        fill = own if group == "only here" else colours.card if hatch == "." else colours.shared
        figure.add_bar(y=names, x=[row[n] for row in rows], name=group, **_part(group, hatch, fill, colours))
    figure.update_layout(barmode="stack", bargap=0.35, height=110 + 44 * len(rows))
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(rangemode="tozero", side="top")
    total = len(comparison.facts)
    said = "; ".join(f"{row[0]} states {words.of(sum(row[1:]), total)}, {row[3]} of them only there" for row in rows)
    return Chart(
        "Facts of each article",
        _dressed(figure, colours),
        ("article", *(group for group, _ in GROUPS)),
        rows,
        f"{said}.",
        "It cannot tell how much a fact weighs: a passing detail and the main event each count once.",
    )


def _part(group: str, hatch: str, fill: str | list[str], colours: Palette) -> dict[str, Any]:
    """How one part of the bars is drawn: colour and hatching, with its number inside."""
    return {
        "orientation": "h",
        "texttemplate": "%{x}",
        "textposition": "inside",
        "insidetextanchor": "middle",
        "marker": {
            "color": fill,
            "line": {"color": colours.ink, "width": 0.6},
            "pattern": {"shape": hatch, "fgcolor": colours.soft, "size": 6},
        },
        "hovertemplate": "%{y}: %{x} facts " + group + "<extra></extra>",
    }


def _parts(comparison: Comparison, key: str) -> tuple[int, int, int, int]:
    mine = [fact.group for fact in comparison.facts if key in fact.presence and fact.presence[key].counts_as_in]
    return (mine.count("all"), mine.count("some"), mine.count("only"), mine.count("unclear"))


def where_in_story(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """Where each shared fact first stands in each article: one line a fact, from the top of an article to its end."""
    import plotly.graph_objects as go

    colours = palette.palette(theme)
    facts = shared(comparison)
    figure = go.Figure()
    _lines(figure, comparison, facts, colours)
    _spots(figure, comparison, facts, colours)
    _label(figure, [item for item in facts if item[1][0][0] == comparison.keys[0]], colours)
    figure.update_xaxes(
        tickvals=list(range(len(comparison.articles))), ticktext=[_text(a.title) for a in comparison.articles], side="top"
    )
    figure.update_xaxes(range=[-0.15, max(1, len(comparison.articles)) - 0.85], showgrid=True, tickfont={"size": 13})
    figure.update_yaxes(range=[1.02, -0.04], tickformat=".0%", side="right")
    figure.update_layout(height=460, margin={"l": 290, "r": 60})
    return Chart(
        "Where in the story",
        _dressed(figure, colours),
        ("fact", *comparison.keys),
        tuple((fact.label, *_percents(comparison, fact)) for fact, _ in facts),
        _told(comparison) if facts else "No fact is shared, so there is nothing to draw.",
        "It cannot tell why a fact stands where it stands, nor how many words it gets: it shows order, not weight.",
    )


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
            name=_text(article.title),
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
    label = "<br>".join(_text(words.shorten(fact.label, 160)[i : i + 60]) for i in range(0, min(len(fact.label), 160), 60))
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
            text=_text(words.shorten(fact.label, 38)),
            font={"size": 12, "color": colours.soft},
        )


def length_beside_facts(comparison: Comparison, *, theme: Theme = "light") -> Chart:
    """How long each article is beside how many facts it states."""
    from plotly.subplots import make_subplots

    colours = palette.palette(theme)
    stated = [sum(_parts(comparison, key)) for key in comparison.keys]
    rows = tuple(
        (a.title, a.words, n, round(100 * n / max(1, a.words), 1)) for a, n in zip(comparison.articles, stated, strict=True)
    )
    figure = make_subplots(rows=1, cols=2, shared_yaxes=True, horizontal_spacing=0.06, subplot_titles=("words", "facts stated"))
    for column in (1, 2):
        figure.add_bar(
            y=[_text(row[0]) for row in rows],
            x=[row[column] for row in rows],
            text=[row[column] for row in rows],
            orientation="h",
            marker={"color": [colours.outlet(key) for key in comparison.keys]},
            hovertemplate="%{y}: %{x}<extra></extra>",
            showlegend=False,
            row=1,
            col=column,
        )
    figure.update_layout(bargap=0.4, height=100 + 44 * len(rows))
    figure.update_yaxes(autorange="reversed")
    longest = max(rows, key=lambda row: row[1], default=None)
    most = max(rows, key=lambda row: row[2], default=None)
    alt = f"{longest[0]} is the longest with {words.plural(longest[1], 'word')}" if longest else "No article"
    return Chart(
        "Length beside facts",
        _dressed(figure, colours),
        ("article", "words", "facts stated", "facts per 100 words"),
        rows,
        f"{alt}; {most[0]} states the most facts, {words.of(most[2], len(comparison.facts))}." if most else f"{alt}.",
        "It cannot tell whether words are well spent: context and explanation make an article longer without a new fact.",
    )


def _text(text: str) -> str:
    """A text as Plotly shows it word for word: it reads tags and entities in any label."""
    return escape(" ".join(text.split()), quote=False)


def _dressed(figure: go.Figure, colours: Palette) -> go.Figure:
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
