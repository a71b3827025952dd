"""Files and pasted text on their way into the session; what could not be used is said in one sentence each."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import streamlit as st

from ....intake import read_bytes, read_text
from ....report.wording import plural
from ....settings import KEYS, MAX_ARTICLES, MAX_BYTES, MAX_WORDS
from ....story import Article, InputError, SkippedFile
from ... import actions
from ...html import render_html
from ...progress import progress_bar

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

TEXT: Final = "paste-text"
OUTLET: Final = "paste-outlet"
FULL: Final = f"a comparison holds at most {MAX_ARTICLES} articles; remove some to make room."


def upload_forms() -> None:
    """Draw the two ways in for a reader's own articles: files and pasted text."""
    with st.container(key="bring"):
        files, text = st.columns(2, gap="large")
        with files:
            _file_upload()
        with text:
            _paste_form()


def show_messages() -> None:
    """Show what happened to the last files and texts, one sentence each, until it is dismissed."""
    current = actions.session()
    lines = [escape(line) for line in current.messages]
    lines += [f"<b>{escape(skipped.file)}</b> was not used. {escape(skipped.cause)}" for skipped in current.skipped_files]
    if not lines:
        return
    with st.container(horizontal=True, vertical_alignment="top", key="told"):
        render_html('<ul class="notes" role="alert">' + "".join(f"<li><bdi>{line}</bdi></li>" for line in lines) + "</ul>")
        st.button("Dismiss", type="tertiary", key="dismiss", on_click=_dismiss)


def _dismiss() -> None:
    current = actions.session()
    current.messages, current.skipped_files = [], []


def _file_upload() -> None:
    """Draw the file box. Each file is read once; then the box is emptied, so that it cannot restore a removed article."""
    current = actions.session()
    dropped = st.file_uploader(
        "Drop files here: text, Markdown, HTML, PDF or Word",
        accept_multiple_files=True,
        key=f"files-{current.uploads}",
        help=f"Several at once: up to {MAX_ARTICLES} articles, each up to {MAX_WORDS:,} words and {MAX_BYTES // 2**20} MB.",
    )
    fresh = [file for file in dropped if file.file_id not in current.seen_files]
    if fresh:
        skipped_before = list(current.skipped_files) if current.entries else None
        _read_files(fresh)
        _toast_if_messages(skipped_before)
        current.uploads += 1
        st.rerun()


def _read_files(files: list[UploadedFile]) -> None:
    current = actions.session()
    current.messages = []
    unopened = 0
    st.toast(f"Reading {plural(len(files), 'file')}")  # the box, and its progress bar, may stand below what is in view
    with progress_bar() as progress:
        for number, file in enumerate(files):
            current.seen_files.add(file.file_id)
            if len(current.entries) >= MAX_ARTICLES:
                unopened += 1
                continue
            progress(f"Reading {file.name}", number / len(files))
            try:
                _add(read_bytes(file.getvalue(), file.name), file.file_id)
            except InputError as error:
                actions.add_skipped_file(file.name, error)
    if unopened:
        current.messages.append(
            f"{unopened} of {plural(len(files), 'file')} {'was' if unopened == 1 else 'were'} not opened: {FULL}"
        )


def _add(article: Article, file_id: str | None = None) -> None:
    """Add an article, and say so if its text is there already."""
    present = actions.articles()
    actions.add_article(article, file_id)
    twin = next((place for place, other in enumerate(present) if other.text == article.text), None)
    if twin is not None:
        both = [f"{KEYS[place]} · {one.title}" for place, one in ((len(present), article), (twin, present[twin]))]
        actions.session().messages.append(
            f"{both[0]} has the same text as {both[1]}. "
            "Both are kept; remove one unless you want to see them agree in everything."
        )


def _toast_if_messages(skipped_before: list[SkippedFile] | None) -> None:
    """Show a toast where a story stood already: the new messages are at the top of the page, far above the boxes."""
    current = actions.session()
    if skipped_before is not None and (current.messages or current.skipped_files != skipped_before):
        st.toast("Not everything could be used as it is: the top of this page says why.", duration="long")


def _paste_form() -> None:
    st.text_input("Outlet of the pasted text", key=OUTLET, placeholder="for example: Herald")
    st.text_area("Text of one article", key=TEXT, height=130, placeholder="Headline, a blank line, then the article")
    st.button("Add this text", key="add-text", on_click=_read_pasted)


def _read_pasted() -> None:
    """Read the pasted text; the boxes are emptied only if it could be used."""
    current = actions.session()
    current.messages, had_story = [], bool(current.entries)
    outlet = str(st.session_state[OUTLET]).strip() or None
    if len(current.entries) >= MAX_ARTICLES:
        current.messages.append(f"The text was not added: {FULL}")
    else:
        try:
            _add(read_text(str(st.session_state[TEXT]), outlet=outlet))
            st.session_state[TEXT] = st.session_state[OUTLET] = ""
        except InputError as error:
            current.messages.append(f"The pasted text was not added. {error}")
    _toast_if_messages(current.skipped_files if had_story else None)
