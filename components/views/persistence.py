"""Saving: each change goes into the library at once; whose library it is; stories opened from it."""

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
from ..embeddings import find_model
from ..library import ChangedElsewhereError, LibraryError, NoStoryError, StoryState, open_library
from ..library.models import VARIABLE
from .browser_token import store_token
from .encoder_names import encoder_title, encoder_with_title
from .html import render_note
from .session import SESSION, Entry, SavedAs, Session, session

if TYPE_CHECKING:
    from ..library import Library

TOKEN: Final = "samestory_library"  # noqa: S105 - its name, not what it holds
"""The cookie, and the place in the session, of the token that opens one browser's library."""
TOKEN_BYTES: Final = 32
"""Random bytes of a new token, so many that nobody guesses it; a cookie of fewer letters is not ours."""
LOCAL_ADDRESSES: Final = ("localhost", "127.0.0.1", "::1")
"""Addresses that only this machine reaches."""
PURGE_AFTER: Final = timedelta(days=30)
"""How long a deleted story can come back."""
NO_COOKIE: Final = (
    "This browser keeps no cookie, so it will not find these stories again; allow cookies for this address, or save a file."
)
T = TypeVar("T")


@st.cache_resource(show_spinner=False)
def library() -> Library:
    """Return the server's one library: that of the environment, or the machine's own. Stories deleted long ago are purged."""
    opened = open_library()
    with suppress(LibraryError):  # a library out of reach is reported when a story is next asked for
        opened.purge(PURGE_AFTER)
    return opened


def is_shared() -> bool:
    """Return whether all visitors share one library, at the address of a database server."""
    return "://" in os.environ.get(VARIABLE, "")


def is_local() -> bool:
    """Return whether only this machine reaches the app."""
    return str(st.get_option("server.address") or "") in LOCAL_ADDRESSES


def owner() -> str:
    """Return the owner in the library: "" for the machine's or the shared one, else the digest of the browser's token."""
    if is_local() or is_shared():
        return ""
    token = str(st.session_state.get(TOKEN) or st.context.cookies.get(TOKEN) or "")
    if len(token) < TOKEN_BYTES:
        token = secrets.token_urlsafe(TOKEN_BYTES)
    st.session_state[TOKEN] = token
    return sha256(token.encode()).hexdigest()


def give_token() -> None:
    """Give the browser its token, where it needs one and has none."""
    if not is_local() and not is_shared():
        owner()
        token = str(st.session_state[TOKEN])
        if st.context.cookies.get(TOKEN) == token:
            return
        cookie = store_token(TOKEN, token)
        if cookie == "":
            session().messages.append(NO_COOKIE)
        elif cookie and len(cookie) >= TOKEN_BYTES:  # another tab set the cookie first: both use its token from now on
            st.session_state[TOKEN] = cookie
            autosave()


def story_state() -> StoryState:
    """Return the session's story as the library saves it."""
    current = session()
    return StoryState(
        articles=current.originals,
        corrections=current.log.done,
        undone=current.log.undone,
        strictness=current.strictness,
        title=current.title,
        skipped_files=tuple(current.skipped_files),
        compared=current.analysis is not None,
        encoder=None if current.analysis is None else encoder_title(current.compared_encoder),
    )


def autosave() -> None:
    """Save the story as it is now. Does nothing for an unchanged sample, or after another tab saved a newer version."""
    current = session()
    saved = current.saved
    if saved.sample and current.log != Log():
        saved.mark_changed()
    if (not current.entries and not saved.id) or saved.sample or saved.conflict:
        return
    try:
        written = library().save(owner(), story_state(), id=saved.id, version=saved.version if saved.id else None)
        saved.id, saved.version, saved.save_error = written.id, written.version, None
    except ChangedElsewhereError:
        saved.conflict = True
    except NoStoryError:  # what is on the screen is not lost with it
        saved.id = None
        current.messages.append("This story was deleted in another tab; as it is here it is kept as a new one.")
        autosave()
    except LibraryError as error:
        saved.save_error = str(error)


def save_as_new() -> None:
    """Save what is on the screen as a story of its own, beside the one that another tab wrote."""
    session().saved = SavedAs()
    autosave()


def attempt(call: Callable[[], T]) -> T | None:
    """Return what a call of the library returns, or None, with a message that says why it failed."""
    try:
        return call()
    except (ChangedElsewhereError, LibraryError, NoStoryError) as error:
        session().messages.append(str(error))
        return None


def succeeds(call: Callable[[], object]) -> bool:
    """Return whether a call of the library succeeded; if not, a message says why."""
    return attempt(lambda: (call(),)) is not None  # a tuple, since the call itself may return None


def open_story(story_id: str) -> bool:
    """Open a story of the library in place of the current one. Returns False, with a message, if there is none."""
    story = attempt(lambda: library().load(owner(), story_id))
    if story is None:
        return False
    replace_story(story.state)
    session().saved = SavedAs(story.id, story.version)
    return True


def replace_story(state: StoryState) -> None:
    """Replace the current story. One that had been compared is compared again before the next page is drawn.

    That is done by the encoder that it was compared with; where it is not installed a message says which one takes its place.
    """
    current = session()
    known = encoder_with_title(state.encoder) if state.encoder else current.encoder
    st.session_state[SESSION] = Session(
        entries=[Entry(current.next_id + i, article) for i, article in enumerate(state.articles)],
        log=Log(state.corrections, state.undone),
        title=state.title,
        skipped_files=list(state.skipped_files),
        strictness=state.strictness,
        encoder=current.encoder if known is None else known,
        second_reader=current.second_reader,
        messages=[_not_here(state.encoder, current.encoder)] if state.encoder and known is None else [],
        seen_files=current.seen_files,
        uploads=current.uploads + 1,
        next_id=current.next_id + len(state.articles),
        previous_session=forget_history(current) if current.entries else current.previous_session,
        comparison_pending=state.compared,
    )


def _not_here(title: str, used: str) -> str:
    """Return that the encoder of a story is not installed, what takes its place, and how to get it, if that is known."""
    model = find_model(title)
    remedy = f"get it with: {model.command}" if model else "name its folder in SAMESTORY_ENCODER when you start Samestory."
    return f"This story was compared by the model {title}, which is not installed, and now by {encoder_title(used)}; {remedy}"


def forget_history(current: Session) -> Session:
    """Return the session without its own previous one and messages: only one step back is kept."""
    current.previous_session, current.messages = None, []
    return current


def rename_story(title: str) -> None:
    """Rename the story on the screen; a blank title gives it its headline back."""
    current = session()
    current.title, current.comparisons = StoryState(title=title).title, {}
    current.saved.mark_changed()
    autosave()


def storage_notice() -> str:
    """Return where stories are kept, as a sentence."""
    if is_shared():
        return "Stories are kept in a database that is common to everybody who can open this address."
    if is_local():
        return "Stories are kept on this machine, in one library for all who use it."
    return "Stories are kept on the server, for this browser alone."


def show_status() -> None:
    """Show what a visitor must know of the library: a change in another tab, a library that cannot be reached."""
    current = session()
    if is_shared():
        render_note(storage_notice(), small=True, role="note")
    if current.saved.save_error:
        with st.container(horizontal=True, vertical_alignment="center", key="trouble"):
            render_note(f"The last change is not kept. {current.saved.save_error}", role="alert", width="content")
            st.button("Try again", key="trouble-again", on_click=autosave)
    if current.saved.conflict:
        with st.container(horizontal=True, vertical_alignment="center", key="conflict"):
            render_note("This story was changed in another tab. What you change here is not kept until you choose:", role="alert")
            st.button("Open that version", key="conflict-theirs", on_click=_open_other_version)
            st.button("Keep this one as a new story", key="conflict-mine", on_click=save_as_new)


def _open_other_version() -> None:
    saved = session().saved
    if saved.id:
        open_story(saved.id)


def show_messages() -> None:
    """Show the messages of the session, one sentence each, once."""
    current = session()
    for message in current.messages:
        render_note(message, role="alert")
    current.messages = []
