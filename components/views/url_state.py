"""The address of what is on the screen, `?story=...&fact=...`: written with each run, opened when somebody comes with it.

It is written before the page is drawn, so that whoever presses something there does so from the new address, and once more
after it, for what was chosen while it was drawn.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from . import actions, persistence, sample_stories
from .pages.articles.run_comparison import try_compare
from .pages.articles.samples import load_sample
from .session import session

UNOPENED_KEY: Final = "address-closed"
STORY: Final = "story"
SAMPLE: Final = "sample"
FACT: Final = "fact"
LAST_SEEN_KEY: Final = "address-seen"
"""The address that this session wrote or opened last: another one was typed, or came by the browser's own buttons."""


def open_from_url() -> None:
    """Open what the address names, unless it is open already."""
    parameters = {name: str(st.query_params[name]) for name in (STORY, SAMPLE, FACT) if name in st.query_params}
    if parameters != st.session_state.get(LAST_SEEN_KEY, {}) and (STORY in parameters or SAMPLE in parameters):
        st.session_state[LAST_SEEN_KEY] = parameters
        _open(parameters)
    if session().comparison_pending:
        try_compare()
        _choose_fact(parameters)


def _open(parameters: dict[str, str]) -> None:
    if STORY in parameters and parameters[STORY] != session().saved.id:
        if not persistence.open_story(parameters[STORY]):
            st.session_state[UNOPENED_KEY] = parameters  # it stays in the address, so that loading the page again tries it again
    elif SAMPLE in parameters and STORY not in parameters and not _is_open(parameters[SAMPLE]):
        _open_sample(parameters[SAMPLE])
    else:
        _choose_fact(parameters)


def _is_open(sample: str) -> bool:
    """Return whether this sample is open, or the current story was derived from it.

    A press that the browser sends before it knows the story's new address comes with the sample's: it must not replace the
    changed story.
    """
    return sample in (session().saved.sample, session().saved.derived_from)


def _choose_fact(parameters: dict[str, str]) -> None:
    actions.choose_fact(parameters.get(FACT))
    if FACT in parameters and actions.current_comparison() and actions.chosen_fact() is None:
        session().messages.append("The fact in the address is not found in this story; pick one on the page Facts.")


def _open_sample(slug: str) -> None:
    sample = next((sample for sample in sample_stories.samples() if sample.slug == slug), None)
    if sample is None:
        session().messages.append("No sample story has this address; open one from the list.")
        return
    load_sample(sample)
    session().comparison_pending = True


def write_to_url() -> None:
    """Write what is open into the address, so that the address opens it again."""
    current = session()
    parameters: dict[str, str] = {}
    if current.saved.id:
        parameters[STORY] = current.saved.id
    elif current.saved.sample and current.entries:
        parameters[SAMPLE] = current.saved.sample
    if parameters and current.chosen_fact:
        parameters[FACT] = current.chosen_fact
    if not parameters and st.session_state.get(UNOPENED_KEY) == st.query_params.to_dict():
        return
    st.session_state[LAST_SEEN_KEY] = parameters
    if st.query_params.to_dict() != parameters:
        st.query_params.from_dict(parameters)
