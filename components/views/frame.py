"""The top of every result page: the story's title, its outlets, the counts, what a reader must know first, and the strictness."""

from __future__ import annotations

from typing import Final, cast, get_args

import streamlit as st

from ..report import notes, summary_header
from ..report.words import of, plural
from ..settings import Strictness
from ..story import Comparison
from . import corrections, keeping, state
from .session import once
from .style import apply, put, say

CONTROL: Final = "strictness-control"
HEADER: Final = "frame-header"
MEANING: Final[dict[Strictness, str]] = {
    "fewer, surer": "Joins only what is very likely the same fact; more facts stand by themselves.",
    "balanced": "The best balance of links found and links that hold.",
    "more, less sure": "Joins whatever may be the same fact; look at each before you rely on it.",
}


def begin() -> Comparison | None:
    """Draw the top of a result page. Returns the comparison to show, or None when there is none yet (that is then said)."""
    apply()
    keeping.messages()
    keeping.told()
    comparison = state.current_comparison()
    if comparison is None:
        _nothing_yet()
        return None
    put(once(HEADER, comparison, lambda: summary_header(comparison)))  # articles are laid over each other for it
    told = notes(comparison, folded=True)
    if told:
        put(told)
    if state.changed_since():
        _changed()
    with st.container(horizontal=True, vertical_alignment="bottom", key="frame-controls"):
        _strictness()
        say(moved(comparison), small=True, role="status", width="content")
        corrections.steps()
    return comparison


def moved(comparison: Comparison) -> str:
    """What the strictness means; after a change, how many facts stand in another group than before."""
    before = state.session().previous
    earlier = state.comparison_at(before) if before else None
    if earlier is None:
        return MEANING[state.strictness()]
    groups = {fact.id: fact.group for fact in earlier.facts}
    changed = sum(groups.get(fact.id) != fact.group for fact in comparison.facts)
    total = plural(len(earlier.facts), "fact")
    return f"{of(changed, len(comparison.facts))} stand elsewhere than at “{before}”, which has {total}."


def _nothing_yet() -> None:
    read = len(state.articles())
    put('<h1 class="ss-title">Nothing compared yet</h1>')
    if read:
        say(f"{plural(read, 'article')} read. Compare on the page Articles, and this page fills.")
    else:
        say("Add two articles or more about one event, or open a sample story, on the page Articles.")
        say("What was compared before is on the page Stories.", small=True)
    if st.button("Go to Articles", type="primary", key="go-to-articles"):
        state.go_to("Articles")


def _changed() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="frame-changed"):
        say("The articles have changed since this comparison was made.", role="status", width="content")
        if st.button("Go to Articles to compare again", type="tertiary", key="go-to-compare"):
            state.go_to("Articles")


def _strictness() -> None:
    st.session_state[CONTROL] = state.strictness()
    st.segmented_control(
        "Strictness",
        options=list(get_args(Strictness)),
        key=CONTROL,
        required=True,
        on_change=_decide_again,
        help=" ".join(f"“{word}”: {meaning}" for word, meaning in MEANING.items()),
    )


def _decide_again() -> None:
    state.set_strictness(cast(Strictness, st.session_state[CONTROL]))
