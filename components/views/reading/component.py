"""The reading view as a Streamlit component: our JavaScript and CSS in one shadow root, in the page itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from ...report import stylesheet
from .linker import link

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

EVENT: Final = "correction"
ENTRY: Final = "reading.js"
FOLDER: Final = Path(__file__).parent


def modules() -> dict[str, str]:
    """Return the texts of the scripts beside this file, by file name."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.js"))}


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "samestory_reading",
        html='<div class="reading ss" tabindex="-1"></div>',
        css=f"{stylesheet()}\n{(FOLDER / 'reading.css').read_text(encoding='utf-8')}",
        js=link(modules(), ENTRY),
    )


def show(data: dict[str, Any], key: str = "reading", *, on_correction: Callable[[Mapping[str, Any]], None]) -> None:
    """Draw the view.

    Args:
        data: What `payload` returns; the text in it becomes text nodes, never markup. It may also hold `pick`, a sentence to open
            at once, and `undo` and `redo`, what either would do, in words.
        key: The name of the component in the session.
        on_correction: Called with each correction made in the view, before the page is drawn again: {do: its kind, ...what it is
            about, n: a running number, nonce: a word that tells this page from any other}. It comes from a browser and is to be
            read with care.
    """

    def take_message() -> None:
        message = st.session_state[key].get(EVENT)
        if isinstance(message, dict):
            on_correction(message)

    _component()(key=key, data={"undo": "", "redo": "", **data}, on_correction_change=take_message)
