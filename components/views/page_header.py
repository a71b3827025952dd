"""The top of every result page: the story's title, its outlets, the counts, what a reader must know first, and the strictness."""

from __future__ import annotations

from typing import Final, cast, get_args

import streamlit as st

from ..report import notes, summary_header
from ..report.wording import of, plural
from ..settings import Strictness
from ..story import Comparison
from . import actions, apply_corrections, persistence
from .html import apply_styles, render_html, render_note
from .session import cached_in_session, report_model

CONTROL: Final = "strictness-control"
HEADER: Final = "frame-header"
MEANING: Final[dict[Strictness, str]] = {
    "fewer, surer": "Joins only what is very likely the same fact; more facts stand by themselves.",
    "balanced": "The best balance of links found and links that hold.",
    "more, less sure": "Joins whatever may be the same fact; look at each before you rely on it.",
}


def begin() -> Comparison | None:
    """Draw the top of a result page. Returns the comparison to show, or None when there is none yet (that is then said)."""
    apply_styles()
    persistence.messages()
    persistence.describe()
    comparison = actions.current_comparison()
    if comparison is None:
        _nothing_yet()
        return None
    render_html(
        cached_in_session(HEADER, comparison, lambda: summary_header(report_model(comparison)))
    )  # articles are laid over each other for it
    told = notes(comparison, folded=True)
    if told:
        render_html(told)
    if actions.changed_since():
        _changed()
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame-controls"):
        _strictness()
        render_note(moved(comparison), small=True, role="status", width="content")
        apply_corrections.steps()
    return comparison


def moved(comparison: Comparison) -> str:
    """What the strictness means; after a change, how many facts stand in another group than before."""
    before = actions.session().previous
    earlier = actions.comparison_at(before) if before else None
    if earlier is None:
        return MEANING[actions.strictness()]
    groups = {fact.id: fact.group for fact in earlier.facts}
    changed = sum(groups.get(fact.id) != fact.group for fact in comparison.facts)
    total = plural(len(earlier.facts), "fact")
    return f"{of(changed, len(comparison.facts))} stand elsewhere than at “{before}”, which has {total}."


def _nothing_yet() -> None:
    read = len(actions.articles())
    render_html('<h1 class="ss-title">Nothing compared yet</h1>')
    if read:
        render_note(f"{plural(read, 'article')} read. Compare on the page Articles, and this page fills.")
    else:
        render_note("Add two articles or more about one event, or open a sample story, on the page Articles.")
        render_note("What was compared before is on the page Stories.", small=True)
    if st.button("Go to Articles", type="primary", key="go-to-articles"):
        actions.go_to("Articles")


def _changed() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="frame-changed"):
        render_note("The articles have changed since this comparison was made.", role="status", width="content")
        if st.button("Go to Articles to compare again", type="tertiary", key="go-to-compare"):
            actions.go_to("Articles")


def _strictness() -> None:
    st.session_state[CONTROL] = actions.strictness()
    st.segmented_control(
        "Strictness",
        options=list(get_args(Strictness)),
        key=CONTROL,
        required=True,
        on_change=_decide_again,
        help=" ".join(f"“{word}”: {meaning}" for word, meaning in MEANING.items()),
    )


def _decide_again() -> None:
    actions.set_strictness(cast(Strictness, st.session_state[CONTROL]))
