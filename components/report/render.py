"""The one way from values to HTML: Jinja templates that escape everything and know no undefined name; the styles."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..settings import KEYS
from . import wording
from .highlight import label_pieces
from .palette import DARK, LIGHT, Theme, variables

if TYPE_CHECKING:
    from jinja2 import Environment

SHEETS: Final = ("styles.css", "overview.css")
"""The rules, later ones before earlier ones."""


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
    environment.globals.update(words=wording, label_pieces=label_pieces)
    environment.filters["number"] = wording.sentence_number
    return environment


def render_template(template: str, **context: object) -> str:
    """Return a template of this room filled with values; every value is escaped."""
    return _environment().get_template(template).render(**context)


@lru_cache(maxsize=1)
def stylesheet() -> str:
    """Return all CSS that the HTML of this room needs, to be put on a page once.

    Everything hangs under the class `ss`, so it can live inside another page. `ss` alone follows the reader's system;
    `ss ss-light` and `ss ss-dark` do not; paper is always light.
    """
    light, dark = variables(LIGHT, 0.13, "light"), variables(DARK, 0.16, "dark")
    keys = "".join(f".ss .ss-{k}{{--ss-o:var(--ss-{k.lower()});--ss-o-t:var(--ss-{k.lower()}-t)}}" for k in KEYS)
    rules = "\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in SHEETS)
    return (
        f".ss{{{light}--ss-o:var(--ss-soft);--ss-o-t:transparent}}"
        f"@media (prefers-color-scheme:dark){{.ss{{{dark}}}}}"
        f".ss.ss-light{{{light}}}.ss.ss-dark{{{dark}}}"
        f"@media print{{.ss,.ss.ss-dark{{{light}}}}}{keys}\n{rules}"
    )


def wrapped(html: str, *, theme: Theme | None = None) -> str:
    """Return a piece of this room's HTML as it can stand alone: with its styles, in a theme or in that of the reader's system."""
    return render_template("wrapped.html", html=html, style=stylesheet(), theme=theme or "")
