"""The page Stories: those kept on this machine (or in this browser's library); open, find, name, copy, delete, send as a file."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from ...report.wording import format_date, format_list, plural
from ...settings import MAX_BYTES
from ...story import InputError
from .. import actions, onboarding, pagination, persistence
from ..downloads import file_stem
from ..html import apply_styles, render_html, render_note
from ..markdown_escape import escape_label
from ..session import session

if TYPE_CHECKING:
    from ...library import StorySummary

SEARCH_KEY: Final = "stories-search"
DELETED_KEY: Final = "stories-deleted"
LIST_KEY: Final = "stories"
AT_FIRST: Final = 30
"""Stories listed before a reader asks for all: each has widgets of its own."""
NONE: Final = "No story is kept yet: one is as soon as you add an article on the page Articles, or change a sample."


def page() -> None:
    """Draw the page."""
    apply_styles()
    render_html('<h1 class="ss-title">Stories</h1>')
    onboarding.page_line("Stories")
    render_note(
        "Every change is kept at once."
        if persistence.is_shared()
        else f"{persistence.storage_notice()} Every change is kept at once.",
        small=True,
    )
    top = st.container(key="stories-top")
    search = st.text_input("Find a story by its title, outlets or words", key=SEARCH_KEY)
    summaries = persistence.attempt(lambda: persistence.library().list_stories(persistence.owner(), str(search)))
    with top:  # drawn now, since the list may have something to say
        persistence.show_messages()
        persistence.show_status()
        _deleted_notice()
    for card in pagination.first_rows(summaries or [], AT_FIRST, LIST_KEY):
        with st.container(key=f"story-{card.id}", gap="xsmall"):
            _summary_row(card)
    pagination.show_all_button(len(summaries or []), AT_FIRST, LIST_KEY, noun="stories")
    if summaries == []:
        render_note("No story has these words." if search else NONE, role="status")
    _upload_story()


def _summary_row(summary: StorySummary) -> None:
    is_open = summary.id == session().saved.id
    about = [format_list(summary.outlets), plural(summary.articles, "article"), plural(summary.corrections, "correction")]
    about += [
        f"changed {format_date(summary.changed.date().isoformat())}, {summary.changed:%H:%M} UTC",
        "open now" if is_open else "",
    ]
    render_html(
        f'<h2 class="outlet">{escape(summary.title)}</h2>'
        f'<p class="soft small">{escape(" · ".join(part for part in about if part))}</p>'
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"story-actions-{summary.id}"):
        if st.button(
            "Open", key=f"open-{summary.id}", type="primary", disabled=is_open, help=f"Open {escape_label(summary.title)}"
        ):
            _open(summary.id)
        with st.popover("Rename", key=f"rename-{summary.id}"), st.form(f"rename-form-{summary.id}", border=False):
            st.text_input("Title; an empty one is the headline again", value=summary.title, key=f"title-{summary.id}")
            st.form_submit_button("Keep this title", on_click=_rename, args=(summary.id,))
        st.button("Duplicate", key=f"copy-{summary.id}", on_click=_duplicate, args=(summary.id,))
        st.download_button(
            "Save as a file",
            lambda: _file_content(summary.id),
            f"{file_stem(summary.title)}.samestory",
            "application/json",
            key=f"file-{summary.id}",
            on_click="ignore",
            help="The articles and all corrections in one file, which opens on any machine with Samestory.",
        )
        st.button("Delete", key=f"delete-{summary.id}", type="tertiary", on_click=_delete, args=(summary,))


def _open(story_id: str) -> None:
    if not persistence.open_story(story_id):
        st.rerun()
    actions.go_to("Overview" if session().comparison_pending else "Articles")


def _rename(story_id: str) -> None:
    """Rename a story; the one that is open goes on from its new version."""
    title, current = str(st.session_state[f"title-{story_id}"]), session()
    if story_id == current.saved.id:
        persistence.rename_story(title)
        return
    story = persistence.attempt(lambda: persistence.library().load(persistence.owner(), story_id))
    if story:
        persistence.attempt(lambda: persistence.library().rename(persistence.owner(), story_id, title, version=story.version))


def _duplicate(story_id: str) -> None:
    persistence.attempt(lambda: persistence.library().duplicate(persistence.owner(), story_id))


def _delete(summary: StorySummary) -> None:
    """Delete a story, which can be undone; if it is open, the screen is cleared."""
    if not persistence.succeeds(lambda: persistence.library().delete(persistence.owner(), summary.id)):
        return
    st.session_state[DELETED_KEY] = (summary.id, summary.title)
    if summary.id == session().saved.id:
        actions.clear_story()
        session().previous_session = None


def _deleted_notice() -> None:
    deleted = st.session_state.get(DELETED_KEY)
    if not deleted:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="stories-undo"):
        render_note(f"Deleted: {deleted[1]}", role="status", width="content")
        st.button("Undo", key="undo-delete", on_click=_undelete, args=(deleted[0],))


def _undelete(story_id: str) -> None:
    if persistence.succeeds(lambda: persistence.library().restore(persistence.owner(), story_id)):
        st.session_state.pop(DELETED_KEY, None)


def _file_content(story_id: str) -> bytes:
    """Return a story as a file; the one that is open carries its comparison, for other programs."""
    from ...library import to_file

    if story_id != session().saved.id:
        return to_file(persistence.library().load(persistence.owner(), story_id).state)
    comparison = actions.current_comparison()
    return to_file(persistence.story_state(), comparison.to_dict() if comparison else None)


def _upload_story() -> None:
    """Draw the upload of a story file."""
    current = session()
    st.header("Open a story file")
    file = st.file_uploader(
        "A .samestory file",
        key=f"story-file-{current.uploads}",
        help=f"Saved by Samestory, up to {MAX_BYTES // 2**20} MB. It becomes a story of this library.",
    )
    if file is None:
        return
    from ...library import from_file

    try:
        state = from_file(file.getvalue(), file.name)
    except InputError as error:
        current.messages.append(f"{file.name} was not opened. {error}")
        current.uploads += 1
        st.rerun()
    persistence.replace_story(state)
    persistence.autosave()
    actions.go_to("Overview" if state.compared else "Articles")
