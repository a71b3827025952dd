"""The address of what is on the screen, `?story=...&fact=...`: written with each run, opened when somebody comes with it.

It is written before the page is drawn, so that whoever presses something there does so from the new address, and once more
after it, for what was chosen while it was drawn.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

from . import actions, persistence, sample_stories
from .pages.articles.run_comparison import compare_here
from .pages.articles.samples import take_sample
from .session import session

CLOSED: Final = "address-closed"
STORY: Final = "story"
SAMPLE: Final = "sample"
FACT: Final = "fact"
SEEN: Final = "address-seen"
"""The address that this session wrote or opened last: another one was typed, or came by the browser's own buttons."""


def open_from_url() -> None:
    """Open what the address names, if that is not what is here already."""
    asked = {name: str(st.query_params[name]) for name in (STORY, SAMPLE, FACT) if name in st.query_params}
    if asked != st.session_state.get(SEEN, {}) and (STORY in asked or SAMPLE in asked):
        st.session_state[SEEN] = asked
        _open(asked)
    if session().to_compare:
        compare_here()
        _choose(asked)


def _open(asked: dict[str, str]) -> None:
    if STORY in asked and asked[STORY] != session().saved.id:
        if not persistence.open_story(asked[STORY]):
            st.session_state[CLOSED] = asked  # it stays in the address, so that loading the page again tries it again
    elif SAMPLE in asked and STORY not in asked and not _is_here(asked[SAMPLE]):
        _sample(asked[SAMPLE])
    else:
        _choose(asked)


def _is_here(sample: str) -> bool:
    """Whether this is the sample that stands here, or that it was before somebody changed it.

    A press that the browser sends before it has heard of the story's new address comes with the sample's: it must not put the
    changed story away.
    """
    return sample in (session().saved.sample, session().saved.grown_from)


def _choose(asked: dict[str, str]) -> None:
    actions.choose_fact(asked.get(FACT))
    if FACT in asked and actions.current_comparison() and actions.chosen_fact() is None:
        session().messages.append("The fact in the address is not found in this story; pick one on the page Facts.")


def _sample(slug: str) -> None:
    found = next((sample for sample in sample_stories.samples() if sample.slug == slug), None)
    if found is None:
        session().messages.append("No sample story has this address; open one from the list.")
        return
    take_sample(found)
    session().to_compare = True


def write_to_url() -> None:
    """Have the address name what is here, so that it opens the same place again."""
    mine = session()
    now: dict[str, str] = {}
    if mine.saved.id:
        now[STORY] = mine.saved.id
    elif mine.saved.sample and mine.entries:
        now[SAMPLE] = mine.saved.sample
    if now and mine.chosen_fact:
        now[FACT] = mine.chosen_fact
    if not now and st.session_state.get(CLOSED) == st.query_params.to_dict():
        return
    st.session_state[SEEN] = now
    if st.query_params.to_dict() != now:
        st.query_params.from_dict(now)
