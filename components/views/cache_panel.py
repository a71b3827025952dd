"""The quiet line at the foot of Articles: how much the vectors on disk take up, and the button that clears them."""

from __future__ import annotations

import streamlit as st

from ..embeddings import cache_size, clear_cache
from .html import render_note


def cache_controls() -> None:
    """Draw size and button. The cache holds vectors under digests of the text, and no article."""
    with st.container(horizontal=True, vertical_alignment="center", key="vector-cache"):
        byte_count = cache_size()
        render_note(
            f"Vectors kept on this machine, so that a text is encoded only once: {readable_size(byte_count)}.",
            small=True,
            width="content",
        )
        if st.button("Clear them", type="tertiary", disabled=not byte_count, key="clear-cache"):
            clear_cache()
            st.rerun()


def readable_size(number: float) -> str:
    """Return a number of bytes for people: `0 B`, `1.4 MB`."""
    for unit in ("B", "kB", "MB"):
        if number < 1000:
            return f"{number:.0f} {unit}" if unit == "B" else f"{number:.1f} {unit}"
        number /= 1000
    return f"{number:.1f} GB"
