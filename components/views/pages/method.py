"""The page Method: how it works, how sure it is, what it cannot tell, and what is in use at this moment."""

from __future__ import annotations

import streamlit as st

from ...report.method import method_html, style
from .. import actions, onboarding, persistence
from ..html import apply_styles, render_html, render_note


def page() -> None:
    """Draw the page; it needs no comparison, and says more of one if there is one."""
    apply_styles()
    persistence.show_status()
    st.html(f"<style>{style()}</style>")
    render_html(
        '<h1 class="ss-title">Method</h1><p class="lead">How Samestory comes to what it shows, and how far to trust it.</p>'
    )
    render_html(method_html(actions.current_comparison()))
    with st.container(horizontal=True, vertical_alignment="center", key="method-guide"):
        none = not onboarding.any_dismissed()
        st.button("Show the first explanations again", key="guide-again", disabled=none, on_click=onboarding.show_again)
        render_note("The sentences on Articles and the line on each page come back.", small=True, width="content")
