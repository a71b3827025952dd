"""The page Method: how it works, how sure it is, what it cannot tell, and what is in use at this moment."""

from __future__ import annotations

import streamlit as st

from ..report.method import method_html, style
from . import guide, keeping, state
from .style import apply, put, say


def page() -> None:
    """Draw the page; it needs no comparison, and says more of one if there is one."""
    apply()
    keeping.told()
    st.html(f"<style>{style()}</style>")
    put('<h1 class="ss-title">Method</h1><p class="lead">How Samestory comes to what it shows, and how far to trust it.</p>')
    put(method_html(state.current_comparison()))
    with st.container(horizontal=True, vertical_alignment="center", key="method-guide"):
        none = not guide.put_away()
        st.button("Show the first explanations again", key="guide-again", disabled=none, on_click=guide.bring_back)
        say("The sentences on Articles and the line on each page come back.", small=True, width="content")
