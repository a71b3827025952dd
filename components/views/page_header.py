"""The top of every result page: the story's title, its outlets, the counts, what a reader must know first, and the strictness."""

from __future__ import annotations

from typing import Final, cast, get_args

import streamlit as st

from ..report import notes, summary_header
from ..report.wording import part_of, plural
from ..settings import Strictness
from ..story import Comparison
from . import actions, apply_corrections, persistence
from .html import apply_styles, render_html, render_note
from .progress import progress_bar
from .session import cached_in_session, report_model

STRICTNESS_KEY: Final = "strictness-control"
HEADER_KEY: Final = "frame-header"
STRICTNESS_HELP: Final[dict[Strictness, str]] = {
    "fewer, surer": "Joins only what is very likely the same fact; more facts stand by themselves.",
    "balanced": "The best balance of links found and links that hold.",
    "more, less sure": "Joins whatever may be the same fact; look at each before you rely on it.",
}


def draw_header() -> Comparison | None:
    """Draw the top of a result page. Returns the comparison to show, or None when there is none yet (that is then said)."""
    apply_styles()
    persistence.show_messages()
    persistence.show_status()
    with progress_bar() as progress:
        comparison = actions.current_comparison(progress)
    if comparison is None:
        _draw_empty()
        return None
    render_html(
        cached_in_session(HEADER_KEY, comparison, lambda: summary_header(report_model(comparison)))
    )  # articles are laid over each other for it
    notes_html = notes(comparison, folded=True)
    if notes_html:
        render_html(notes_html)
    if actions.articles_changed():
        _draw_changed_notice()
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame-controls"):
        _strictness_control()
        render_note(describe_strictness(comparison), small=True, role="status", width="content")
        apply_corrections.undo_redo_buttons()
    return comparison


def describe_strictness(comparison: Comparison) -> str:
    """Return what the strictness means or, after a change, how many facts changed their group."""
    previous = actions.session().previous_strictness
    previous_comparison = actions.comparison_at(previous) if previous else None
    if previous_comparison is None:
        return STRICTNESS_HELP[actions.strictness()]
    groups = {fact.id: fact.group for fact in previous_comparison.facts}
    changed = sum(groups.get(fact.id) != fact.group for fact in comparison.facts)
    total = plural(len(previous_comparison.facts), "fact")
    return f"{part_of(changed, len(comparison.facts))} stand elsewhere than at “{previous}”, which has {total}."


def _draw_empty() -> None:
    read = len(actions.articles())
    render_html('<h1 class="ss-title">Nothing compared yet</h1>')
    if read:
        render_note(f"{plural(read, 'article')} read. Compare on the page Articles, and this page fills.")
    else:
        render_note("Add two articles or more about one event, or open a sample story, on the page Articles.")
        render_note("What was compared before is on the page Stories.", small=True)
    if st.button("Go to Articles", type="primary", key="go-to-articles"):
        actions.go_to("Articles")


def _draw_changed_notice() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="frame-changed"):
        render_note("The articles have changed since this comparison was made.", role="status", width="content")
        if st.button("Go to Articles to compare again", type="tertiary", key="go-to-compare"):
            actions.go_to("Articles")


def _strictness_control() -> None:
    st.session_state[STRICTNESS_KEY] = actions.strictness()
    st.segmented_control(
        "Strictness",
        options=list(get_args(Strictness)),
        key=STRICTNESS_KEY,
        required=True,
        on_change=_set_strictness,
        help=" ".join(f"“{word}”: {meaning}" for word, meaning in STRICTNESS_HELP.items()),
    )


def _set_strictness() -> None:
    actions.set_strictness(cast(Strictness, st.session_state[STRICTNESS_KEY]))
