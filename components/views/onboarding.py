"""The few sentences that explain the app to who sees it first; each is dismissed by a button and comes back from Method."""

from __future__ import annotations

from html import escape
from typing import Final, cast

import streamlit as st

from . import actions
from .html import render_html, render_note

DISMISSED_KEY: Final = "guide-read"
"""Where the session remembers what was dismissed."""
WELCOME: Final = (
    "Samestory sets several articles about one event beside each other and shows which outlet states which fact, with the "
    "sentences that prove it.",
    "In every list ● means stated, ◐ partly stated, ○ not found, ? no clear match, ≠ differs; a machine made these judgements, "
    "so each leads to its passages and can be corrected.",
    "Open a sample story below, or bring your own articles: they stay where Samestory runs, and nothing is sent on.",
)
PAGE_LINES: Final = {
    "Overview": "Overview: who states what, at a glance. Pick a fact to see its sentences.",
    "Side by side": "Side by side: read the articles together. Pick a sentence and its partners come up beside it.",
    "Differences": "Differences: where articles give different numbers, dates, names or words for the same fact.",
    "Facts": "Facts: everything that at least one article states. Filter the list, then pick a row to see each passage.",
    "Corrections": "Corrections: what was changed by hand in this story, in order.",
    "Stories": "Stories: what was kept, to open again where it was.",
    "Search": "Search: follow one statement, name or word through all articles.",
}


def welcome() -> None:
    """Draw three sentences on the first screen, until they are dismissed."""
    if "welcome" in _dismissed():
        return
    with st.container(key="guide-welcome", gap="xsmall"):
        render_html(
            '<div class="welcome">' + "".join(f'<p class="lead">{escape(sentence)}</p>' for sentence in WELCOME) + "</div>"
        )
        with st.container(horizontal=True):
            st.button("Got it", key="guide-got-welcome", on_click=_dismiss, args=("welcome",))
            if st.button("How it works, and how sure it is", type="tertiary", key="guide-method"):
                actions.go_to("Method")


def page_line(title: str) -> None:
    """Draw the line that says what a page answers, until it is dismissed."""
    if title in _dismissed() or title not in PAGE_LINES:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="guide-line"):
        render_note(PAGE_LINES[title], small=True, width="content")
        st.button("Got it", type="tertiary", key=f"guide-got-{title}", on_click=_dismiss, args=(title,))


def any_dismissed() -> bool:
    """Return whether anything was dismissed."""
    return bool(_dismissed())


def show_again() -> None:
    """Show all explanations again."""
    st.session_state[DISMISSED_KEY] = set()


def _dismissed() -> set[str]:
    return cast("set[str]", st.session_state.setdefault(DISMISSED_KEY, set()))


def _dismiss(name: str) -> None:
    st.session_state[DISMISSED_KEY] = _dismissed() | {name}
