"""A bar that names the stage of what takes a while, in the place where it is first moved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from .markdown_escape import escape_label


@contextmanager
def progress_bar() -> Iterator[Callable[[str, float], None]]:
    """Show a progress bar that names the stage while the work is done; gives the function that moves it."""
    places: list[DeltaGenerator] = []

    def show_progress(stage: str, fraction: float) -> None:
        if not places:
            places.append(st.empty())
        places[0].progress(min(1.0, max(0.0, fraction)), text=escape_label(stage))

    try:
        yield show_progress
    finally:
        for place in places:
            place.empty()
