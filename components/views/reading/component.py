"""The reading view as a Streamlit component: our JavaScript and CSS in one shadow root, in the page itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from ...report import stylesheet

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

EVENT: Final = "correction"
SCRIPTS: Final = tuple(
    f"{name}.js" for name in "text selection columns legend facts level moving correcting tools dock reading events".split()
)
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


def show(data: dict[str, Any], key: str = "reading", *, on_correction: Callable[[Mapping[str, Any]], None]) -> None:
    """Draw the view. `data` is that of `payload`; the text in it becomes text nodes, never markup.

    `data` may also hold `pick`, a sentence to open at once, and `undo` and `redo`, what either would do, in words. A correction
    made in the view reaches `on_correction` before the page is drawn again: {do: its kind, ...what it is about, n: a running
    number, nonce: a word that tells this page from any other}. It comes from a browser and is to be read with care.
    """

    def told() -> None:
        message = st.session_state[key].get(EVENT)
        if isinstance(message, dict):
            on_correction(message)

    _component()(key=key, data={"undo": "", "redo": "", **data}, on_correction_change=told)
