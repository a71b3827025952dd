"""The step from articles to a comparison: what is still missing, the button, and a progress bar that names the stage."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ....report.wording import plural
from ....story import InputError
from ... import actions
from ...apply_corrections import steps
from ...html import render_html, render_note
from ...markdown_escape import escape_label


def bar() -> None:
    """How many articles there are, whether they are those of the last comparison, and the buttons."""
    compared = actions.current_comparison() is not None
    fresh = not compared or actions.changed_since()
    several = len(actions.articles()) > 1
    render_html(f'<h1 class="ss-title">{plural(len(actions.articles()), "article")} of one story</h1>')
    render_note(standing(), role="status")
    with st.container(horizontal=True, vertical_alignment="center", key="compare-bar"):
        pressed = st.button(
            "Compare again" if compared else "Compare", type="primary" if fresh and several else "secondary", key="compare"
        )
        if compared and st.button("See the Overview", type="secondary" if fresh else "primary", key="see-overview"):
            actions.go_to("Overview")
        st.button("Put everything away", type="tertiary", key="start-again", on_click=actions.start_again)
        way_back()
        steps()
    if pressed:
        compare_and_show()


def way_back() -> None:
    """A quiet button that brings back what was here before a sample was opened or everything was put away."""
    count = actions.has_previous()
    if count:
        told = f"Bring back the previous {'article' if count == 1 else f'{count} articles'}"
        st.button(told, type="tertiary", key="bring-back", on_click=actions.bring_back)


def standing() -> str:
    """One sentence on where things stand between the articles and a comparison."""
    comparison = actions.current_comparison()
    if len(actions.articles()) == 1 and (comparison is None or actions.changed_since()):
        return "One article can be read, but there is nothing to compare it with: add another about the same event."
    if comparison is None:
        return "Not compared yet. Look at what was removed and at the names, then compare."
    if actions.changed_since():
        return "The articles have changed since the last comparison, which is kept until you compare again."
    return f"Compared: {plural(len(comparison.facts), 'fact')} found in these articles."


def compare_and_show() -> None:
    """Compare what is there, then turn to the Overview; if that cannot be done, the reason is said and everything is kept."""
    if not compare_here():
        st.rerun()
    actions.go_to("Overview")


def compare_here() -> bool:
    """Compare what is there. False, with a message, if that cannot be done."""
    try:
        with shown_progress() as told:
            actions.compare_now(told)
    except InputError as error:
        actions.session().messages.append(str(error))
        return False
    return True


@contextmanager
def shown_progress() -> Iterator[actions.Progress]:
    """A progress bar that names the stage, there while the work is done."""
    place = st.empty()

    def told(stage: str, fraction: float) -> None:
        place.progress(min(1.0, max(0.0, fraction)), text=escape_label(stage))

    try:
        yield told
    finally:
        place.empty()
