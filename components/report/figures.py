"""Plotly charts, each with the table behind it, a line that says what it shows, and one that says what it cannot tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..story import Comparison
from . import palette, words
from .chart import Chart, after_pandas, dressed, plain
from .lines import where_in_story

if TYPE_CHECKING:
    from .palette import Palette, Theme

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
    pair = len(comparison.articles) <= words.PAIR
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
    if len(rows) > words.APART:
        ordered = sorted(rows, key=lambda row: -sum(row[1:]))
        shown = (ordered[0], ordered[-1])
    said = "; ".join(f"{row[0]} states {words.of(sum(row[1:]), total)}, {row[3]} of them only there" for row in shown)
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
    alt = f"{longest[0]} is the longest with {words.plural(longest[1], 'word')}" if longest else "No article"
    return Chart(
        "Length beside facts",
        dressed(figure, colours),
        ("article", "words", "facts stated", "facts per 100 words"),
        rows,
        f"{alt}; {most[0]} states the most facts, {words.of(most[2], len(comparison.facts))}." if most else f"{alt}.",
        "It cannot tell whether words are well spent: context and explanation make an article longer without a new fact.",
    )
