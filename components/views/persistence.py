"""Keeping work: each change goes into the library at once; whose library it is; a story opened, at its address or from a list."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeVar

import streamlit as st

from ..corrections import Log
from ..library import ChangedElsewhereError, LibraryError, NoStoryError, StoryState, open_library
from ..library.location import VARIABLE
from .browser_token import hand_over
from .html import render_note
from .session import SESSION, Entry, SavedAs, Session, session

if TYPE_CHECKING:
    from ..library import Library

TOKEN: Final = "samestory_library"  # noqa: S105 - its name, not what it holds
"""The cookie, and the place in the session, of the token that opens one browser's library."""
SHORTEST: Final = 32
"""Letters of a token that nobody guesses; a shorter one is not ours."""
HERE: Final = ("localhost", "127.0.0.1", "::1")
"""Addresses that only this machine reaches."""
GONE_AFTER: Final = timedelta(days=30)
"""How long a deleted story can come back."""
NO_COOKIE: Final = (
    "This browser keeps no cookie, so it will not find these stories again; allow cookies for this address, or save a file."
)
T = TypeVar("T")


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """The library that the environment names, or the machine's own; one a server. Stories deleted long ago go for good."""
    found = open_library()
    with suppress(LibraryError):  # who asks for a story next is told
        found.purge(GONE_AFTER)
    return found


def shared() -> bool:
    """Whether the library is one that was set for all, at the address of a server."""
    return "://" in os.environ.get(VARIABLE, "")


def local() -> bool:
    """Whether only this machine reaches the app."""
    return str(st.get_option("server.address") or "") in HERE


def owner() -> str:
    """Whose library it is: the machine's, everybody's, or, served to others, that of the browser with this token."""
    if local() or shared():
        return ""
    token = str(st.session_state.get(TOKEN) or st.context.cookies.get(TOKEN) or "")
    if len(token) < SHORTEST:
        token = secrets.token_urlsafe(SHORTEST)
    st.session_state[TOKEN] = token
    return sha256(token.encode()).hexdigest()


def save_if_changed() -> None:
    """Give the browser its token, where it needs one and has none."""
    if not local() and not shared():
        owner()
        token = str(st.session_state[TOKEN])
        if st.context.cookies.get(TOKEN) == token:
            return
        held = hand_over(TOKEN, token)
        if held == "":
            session().messages.append(NO_COOKIE)
        elif held and len(held) >= SHORTEST:  # another tab was first: from now on both have one library
            st.session_state[TOKEN] = held
            autosave()


def story_state() -> StoryState:
    """What is to be kept of the session."""
    mine = session()
    return StoryState(
        articles=mine.read,
        corrections=mine.log.done,
        undone=mine.log.undone,
        strictness=mine.strictness,
        title=mine.title,
        setbacks=tuple(mine.skipped_files),
        compared=mine.analysis is not None,
    )


def autosave() -> None:
    """Keep the story as it is now. A sample that nobody changed is not kept, and nothing is while another tab is ahead."""
    mine = session()
    kept = mine.saved
    if kept.sample and mine.log != Log():
        kept.changed()
    if (not mine.entries and not kept.id) or kept.sample or kept.conflict:
        return
    try:
        now = library().save(owner(), story_state(), id=kept.id, version=kept.version if kept.id else None)
        kept.id, kept.version, kept.save_error = now.id, now.version, None
    except ChangedElsewhereError:
        kept.conflict = True
    except NoStoryError:  # what is on the screen is not lost with it
        kept.id = None
        mine.messages.append("This story was deleted in another tab; as it is here it is kept as a new one.")
        autosave()
    except LibraryError as error:
        kept.save_error = str(error)


def save_as_new() -> None:
    """Keep what is on the screen as a story of its own, beside the one that another tab wrote."""
    session().saved = SavedAs()
    autosave()


def attempt(ask: Callable[[], T]) -> T | None:
    """What the library answers, or None after a message that says why it could not."""
    try:
        return ask()
    except (ChangedElsewhereError, LibraryError, NoStoryError) as error:
        session().messages.append(str(error))
        return None


def done(ask: Callable[[], object]) -> bool:
    """Whether the library did it; if not, a message says why."""
    return attempt(lambda: (ask(),)) is not None


def open_story(story_id: str) -> bool:
    """Put a story of the library in the place of what is here. False, with a message, if there is none."""
    found = attempt(lambda: library().story(owner(), story_id))
    if found is None:
        return False
    take(found.state)
    session().saved = SavedAs(found.id, found.version)
    return True


def take(given: StoryState) -> None:
    """Put a story in the place of what is here. One that was compared is compared again before the next page is drawn."""
    mine = session()
    st.session_state[SESSION] = Session(
        entries=[Entry(mine.next_id + at, article) for at, article in enumerate(given.articles)],
        log=Log(given.corrections, given.undone),
        title=given.title,
        skipped_files=list(given.setbacks),
        strictness=given.strictness,
        seen_files=mine.seen_files,
        uploads=mine.uploads + 1,
        next_id=mine.next_id + len(given.articles),
        previous_session=without_past(mine) if mine.entries else mine.previous_session,
        to_compare=given.compared,
    )


def without_past(mine: Session) -> Session:
    """A session to put away: one step back is kept, not every one."""
    mine.previous_session, mine.messages = None, []
    return mine


def rename(title: str) -> None:
    """Call the story on the screen by another title; a blank one gives it its headline back."""
    mine = session()
    mine.title, mine.decided = StoryState(title=title).title, {}
    mine.saved.changed()
    autosave()


def where() -> str:
    """Where stories are kept, in a sentence."""
    if shared():
        return "Stories are kept in a database that is common to everybody who can open this address."
    if local():
        return "Stories are kept on this machine, in one library for all who use it."
    return "Stories are kept on the server, for this browser alone."


def describe() -> None:
    """What everybody must know of the library before they go on: a change in another tab, a library out of reach."""
    mine = session()
    if shared():
        render_note(where(), small=True, role="note")
    if mine.saved.save_error:
        with st.container(horizontal=True, vertical_alignment="center", key="trouble"):
            render_note(f"The last change is not kept. {mine.saved.save_error}", role="alert", width="content")
            st.button("Try again", key="trouble-again", on_click=autosave)
    if mine.saved.conflict:
        with st.container(horizontal=True, vertical_alignment="center", key="conflict"):
            render_note("This story was changed in another tab. What you change here is not kept until you choose:", role="alert")
            st.button("Open that version", key="conflict-theirs", on_click=_theirs)
            st.button("Keep this one as a new story", key="conflict-mine", on_click=save_as_new)


def _theirs() -> None:
    kept = session().saved
    if kept.id:
        open_story(kept.id)


def messages() -> None:
    """What happened, one sentence each, said once."""
    mine = session()
    for message in mine.messages:
        render_note(message, role="alert")
    mine.messages = []
