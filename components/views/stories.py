"""The page Stories: those kept on this machine (or in this browser's library); open, find, name, copy, delete, send as a file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from ..library import from_file, to_file
from ..report.words import day, listed, plural
from ..settings import MAX_BYTES
from ..story import InputError
from . import guide, keeping, more, state
from .downloads import file_stem
from .plain import label
from .session import session
from .style import apply, put, say

if TYPE_CHECKING:
    from ..library import Card

SEARCH: Final = "stories-search"
DELETED: Final = "stories-deleted"
LIST: Final = "stories"
AT_FIRST: Final = 30
"""Stories listed before a reader asks for all: each has widgets of its own."""
NONE: Final = "No story is kept yet: one is as soon as you add an article on the page Articles, or change a sample."


def page() -> None:
    """Draw the page."""
    apply()
    put('<h1 class="ss-title">Stories</h1>')
    guide.answers("Stories")
    say("Every change is kept at once." if keeping.shared() else f"{keeping.where()} Every change is kept at once.", small=True)
    top = st.container(key="stories-top")
    search = st.text_input("Find a story by its title, outlets or words", key=SEARCH)
    found = keeping.tried(lambda: keeping.library().cards(keeping.owner(), str(search)))
    with top:  # drawn now, since the list may have something to say
        keeping.messages()
        keeping.told()
        _deleted()
    for card in more.first(found or [], AT_FIRST, LIST):
        with st.container(key=f"story-{card.id}", gap="xsmall"):
            _card(card)
    more.button(len(found or []), AT_FIRST, LIST, noun="stories")
    if found == []:
        say("No story has these words." if search else NONE, role="status")
    _bring()


def _card(card: Card) -> None:
    here = card.id == session().kept.id
    about = [listed(card.outlets), plural(card.articles, "article"), plural(card.corrections, "correction")]
    about += [f"changed {day(card.changed.date().isoformat())}, {card.changed:%H:%M} UTC", "open now" if here else ""]
    put(
        f'<h2 class="outlet">{escape(card.title)}</h2>'
        f'<p class="soft small">{escape(" · ".join(part for part in about if part))}</p>'
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"story-actions-{card.id}"):
        if st.button("Open", key=f"open-{card.id}", type="primary", disabled=here, help=f"Open {label(card.title)}"):
            _open(card.id)
        with st.popover("Rename", key=f"rename-{card.id}"), st.form(f"rename-form-{card.id}", border=False):
            st.text_input("Title; an empty one is the headline again", value=card.title, key=f"title-{card.id}")
            st.form_submit_button("Keep this title", on_click=_rename, args=(card.id,))
        st.button("Duplicate", key=f"copy-{card.id}", on_click=_duplicate, args=(card.id,))
        st.download_button(
            "Save as a file",
            lambda: _file(card.id),
            f"{file_stem(card.title)}.samestory",
            "application/json",
            key=f"file-{card.id}",
            on_click="ignore",
            help="The articles and all corrections in one file, which opens on any machine with Samestory.",
        )
        st.button("Delete", key=f"delete-{card.id}", type="tertiary", on_click=_delete, args=(card,))


def _open(story_id: str) -> None:
    if not keeping.open_story(story_id):
        st.rerun()
    state.go_to("Overview" if session().to_compare else "Articles")


def _rename(story_id: str) -> None:
    """The story that is open goes on from the version that it then has."""
    title, mine = str(st.session_state[f"title-{story_id}"]), session()
    if story_id == mine.kept.id:
        keeping.rename(title)
        return
    found = keeping.tried(lambda: keeping.library().story(keeping.owner(), story_id))
    if found:
        keeping.tried(lambda: keeping.library().rename(keeping.owner(), story_id, title, version=found.version))


def _duplicate(story_id: str) -> None:
    keeping.tried(lambda: keeping.library().duplicate(keeping.owner(), story_id))


def _delete(card: Card) -> None:
    """Deleted is what can come back. If it is the story on the screen, the screen is emptied."""
    if not keeping.done(lambda: keeping.library().delete(keeping.owner(), card.id)):
        return
    st.session_state[DELETED] = (card.id, card.title)
    if card.id == session().kept.id:
        state.start_again()
        session().put_away = None


def _deleted() -> None:
    deleted = st.session_state.get(DELETED)
    if not deleted:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="stories-undo"):
        say(f"Deleted: {deleted[1]}", role="status", width="content")
        st.button("Undo", key="undo-delete", on_click=_undelete, args=(deleted[0],))


def _undelete(story_id: str) -> None:
    if keeping.done(lambda: keeping.library().bring_back(keeping.owner(), story_id)):
        st.session_state.pop(DELETED, None)


def _file(story_id: str) -> bytes:
    """The story on the screen carries its comparison for other programs; of another one only what was kept is there."""
    if story_id != session().kept.id:
        return to_file(keeping.library().story(keeping.owner(), story_id).work)
    comparison = state.current_comparison()
    return to_file(keeping.work(), comparison.to_dict() if comparison else None)


def _bring() -> None:
    """A story that came as a file."""
    mine = session()
    st.header("Open a story file")
    file = st.file_uploader(
        "A .samestory file",
        key=f"story-file-{mine.uploads}",
        help=f"Saved by Samestory, up to {MAX_BYTES // 2**20} MB. It becomes a story of this library.",
    )
    if file is None:
        return
    try:
        work = from_file(file.getvalue(), file.name)
    except InputError as error:
        mine.messages.append(f"{file.name} was not opened. {error}")
        mine.uploads += 1
        st.rerun()
    keeping.take(work)
    keeping.autosave()
    state.go_to("Overview" if work.compared else "Articles")
