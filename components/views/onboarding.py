"""The few sentences that explain the app to who sees it first; each is put away by a button and comes back from Method."""

from __future__ import annotations

from html import escape
from typing import Final, cast

import streamlit as st

from . import actions
from .html import render_html, render_note

READ: Final = "guide-read"
"""Where the session remembers what was put away."""
WELCOME: Final = (
    "Samestory sets several articles about one event beside each other and shows which outlet states which fact, with the "
    "sentences that prove it.",
    "In every list ● means stated, ◐ partly stated, ○ not found, ? no clear match; a machine made these judgements, so each "
    "leads to its passages and can be corrected.",
    "Open a sample story below, or bring your own articles: they stay where Samestory runs, and nothing is sent on.",
)
ANSWERS: Final = {
    "Overview": "Overview: who states what, at a glance. Pick a fact to see its sentences.",
    "Side by side": "Side by side: read the articles together. Pick a sentence and its partners come up beside it.",
    "Differences": "Differences: where articles give different numbers, dates, names or words for the same fact.",
    "Facts": "Facts: everything that at least one article states. Filter the list, then pick a row to see each passage.",
    "Corrections": "Corrections: what was changed by hand in this story, in order.",
    "Stories": "Stories: what was kept, to open again where it was.",
    "Search": "Search: follow one statement, name or word through all articles.",
}


def welcome() -> None:
    """Three sentences on the first screen, until they are put away."""
    if "welcome" in _read():
        return
    with st.container(key="guide-welcome", gap="xsmall"):
        render_html(
            '<div class="welcome">' + "".join(f'<p class="lead">{escape(sentence)}</p>' for sentence in WELCOME) + "</div>"
        )
        with st.container(horizontal=True):
            st.button("Got it", key="guide-got-welcome", on_click=_put_away, args=("welcome",))
            if st.button("How it works, and how sure it is", type="tertiary", key="guide-method"):
                actions.go_to("Method")


def answers(title: str) -> None:
    """One quiet line that says what a page answers, until it is put away."""
    if title in _read() or title not in ANSWERS:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="guide-line"):
        render_note(ANSWERS[title], small=True, width="content")
        st.button("Got it", type="tertiary", key=f"guide-got-{title}", on_click=_put_away, args=(title,))


def dismiss() -> bool:
    """Whether anything was put away."""
    return bool(_read())


def show_again() -> None:
    """Show all explanations again."""
    st.session_state[READ] = set()


def _read() -> set[str]:
    return cast("set[str]", st.session_state.setdefault(READ, set()))


def _put_away(name: str) -> None:
    st.session_state[READ] = _read() | {name}
