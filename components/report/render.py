"""The one way from values to HTML: Jinja templates that escape everything and know no undefined name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from . import palette, wording

if TYPE_CHECKING:
    from jinja2 import Environment

    from .palette import Theme


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=wording)
    environment.filters["number"] = wording.number
    return environment


def render_template(template: str, **context: object) -> str:
    """A template of this room filled with values; every value is escaped."""
    return _environment().get_template(template).render(**context)


def stylesheet() -> str:
    """All CSS that the HTML of this room needs; put it on a page once."""
    return palette.stylesheet()


def wrapped(html: str, *, theme: Theme | None = None) -> str:
    """A piece of this room's HTML as it can stand alone: with its styles, in a theme or in that of the reader's system."""
    return render_template("wrapped.html", html=html, style=stylesheet(), theme=theme or "")
