"""The reading view as a Streamlit component: our JavaScript and CSS in one shadow root, in the page itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from ...report import stylesheet

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

SCRIPTS: Final = ("text.js", "columns.js", "level.js", "dock.js", "reading.js", "events.js")
"""In this order they make one module; the last holds its entry. Kept apart so that each can be read alone."""


def read(name: str) -> str:
    """The text of one of the files beside this one."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "samestory_reading",
        html='<div class="reading ss" tabindex="-1"></div>',
        css=f"{stylesheet()}\n{read('reading.css')}",
        js="\n".join(read(name) for name in SCRIPTS),
    )


def show(data: dict[str, Any], *, key: str = "reading") -> None:
    """Draw the view. `data` is that of `payload`; the text in it becomes text nodes, never markup."""
    _component()(key=key, data=data)
