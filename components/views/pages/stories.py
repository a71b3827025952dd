"""The page Stories: those kept on this machine (or in this browser's library); open, find, name, copy, delete, send as a file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from ...library import from_file, to_file
from ...report.wording import day, listed, plural
from ...settings import MAX_BYTES
from ...story import InputError
from .. import actions, onboarding, pagination, persistence
from ..downloads import file_stem
from ..html import apply_styles, render_html, render_note
from ..markdown_escape import escape_label
from ..session import session

if TYPE_CHECKING:
    from ...library import StorySummary

SEARCH: Final = "stories-search"
DELETED: Final = "stories-deleted"
LIST: Final = "stories"
AT_FIRST: Final = 30
"""Stories listed before a reader asks for all: each has widgets of its own."""
NONE: Final = "No story is kept yet: one is as soon as you add an article on the page Articles, or change a sample."


def page() -> None:
    """Draw the page."""
    apply_styles()
    render_html('<h1 class="ss-title">Stories</h1>')
    onboarding.answers("Stories")
    render_note(
        "Every change is kept at once." if persistence.shared() else f"{persistence.where()} Every change is kept at once.",
        small=True,
    )
    top = st.container(key="stories-top")
    search = st.text_input("Find a story by its title, outlets or words", key=SEARCH)
    found = persistence.attempt(lambda: persistence.library().summaries(persistence.owner(), str(search)))
    with top:  # drawn now, since the list may have something to say
        persistence.messages()
        persistence.describe()
        _deleted()
    for card in pagination.first_rows(found or [], AT_FIRST, LIST):
        with st.container(key=f"story-{card.id}", gap="xsmall"):
            _card(card)
    pagination.show_all_button(len(found or []), AT_FIRST, LIST, noun="stories")
    if found == []:
        render_note("No story has these words." if search else NONE, role="status")
    _bring()


def _card(card: StorySummary) -> None:
    here = card.id == session().saved.id
    about = [listed(card.outlets), plural(card.articles, "article"), plural(card.corrections, "correction")]
    about += [f"changed {day(card.changed.date().isoformat())}, {card.changed:%H:%M} UTC", "open now" if here else ""]
    render_html(
        f'<h2 class="outlet">{escape(card.title)}</h2>'
        f'<p class="soft small">{escape(" · ".join(part for part in about if part))}</p>'
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"story-actions-{card.id}"):
        if st.button("Open", key=f"open-{card.id}", type="primary", disabled=here, help=f"Open {escape_label(card.title)}"):
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
    if not persistence.open_story(story_id):
        st.rerun()
    actions.go_to("Overview" if session().to_compare else "Articles")


def _rename(story_id: str) -> None:
    """The story that is open goes on from the version that it then has."""
    title, mine = str(st.session_state[f"title-{story_id}"]), session()
    if story_id == mine.saved.id:
        persistence.rename(title)
        return
    found = persistence.attempt(lambda: persistence.library().story(persistence.owner(), story_id))
    if found:
        persistence.attempt(lambda: persistence.library().rename(persistence.owner(), story_id, title, version=found.version))


def _duplicate(story_id: str) -> None:
    persistence.attempt(lambda: persistence.library().duplicate(persistence.owner(), story_id))


def _delete(card: StorySummary) -> None:
    """Deleted is what can come back. If it is the story on the screen, the screen is emptied."""
    if not persistence.done(lambda: persistence.library().delete(persistence.owner(), card.id)):
        return
    st.session_state[DELETED] = (card.id, card.title)
    if card.id == session().saved.id:
        actions.start_again()
        session().previous_session = None


def _deleted() -> None:
    deleted = st.session_state.get(DELETED)
    if not deleted:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="stories-undo"):
        render_note(f"Deleted: {deleted[1]}", role="status", width="content")
        st.button("Undo", key="undo-delete", on_click=_undelete, args=(deleted[0],))


def _undelete(story_id: str) -> None:
    if persistence.done(lambda: persistence.library().bring_back(persistence.owner(), story_id)):
        st.session_state.pop(DELETED, None)


def _file(story_id: str) -> bytes:
    """The story on the screen carries its comparison for other programs; of another one only what was kept is there."""
    if story_id != session().saved.id:
        return to_file(persistence.library().story(persistence.owner(), story_id).state)
    comparison = actions.current_comparison()
    return to_file(persistence.story_state(), comparison.to_dict() if comparison else None)


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
    persistence.take(work)
    persistence.autosave()
    actions.go_to("Overview" if work.compared else "Articles")
