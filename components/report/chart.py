"""A chart with what belongs to it, and the look that all charts share."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from .palette import Palette

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
