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
from .run_comparison import shown_progress

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

TEXT: Final = "paste-text"
OUTLET: Final = "paste-outlet"
FULL: Final = f"a comparison holds at most {MAX_ARTICLES} articles; remove some to make room."


def bring() -> None:
    """The two ways in for a reader's own articles: files and pasted text."""
    with st.container(key="bring"):
        files, text = st.columns(2, gap="large")
        with files:
            _files()
        with text:
            _paste()


def show_messages() -> None:
    """What happened to the last files and texts, one sentence each, until the reader has seen it."""
    mine = actions.session()
    lines = [escape(line) for line in mine.messages]
    lines += [f"<b>{escape(setback.file)}</b> was not used. {escape(setback.cause)}" for setback in mine.skipped_files]
    if not lines:
        return
    with st.container(horizontal=True, vertical_alignment="top", key="told"):
        render_html('<ul class="notes" role="alert">' + "".join(f"<li><bdi>{line}</bdi></li>" for line in lines) + "</ul>")
        st.button("Dismiss", type="tertiary", key="dismiss", on_click=_dismiss)


def _dismiss() -> None:
    mine = actions.session()
    mine.messages, mine.skipped_files = [], []


def _files() -> None:
    """Each file is read once; then the box is emptied, so that it can never bring back an article that was taken away."""
    mine = actions.session()
    dropped = st.file_uploader(
        "Drop files here: text, Markdown, HTML, PDF or Word",
        accept_multiple_files=True,
        key=f"files-{mine.uploads}",
        help=f"Several at once: up to {MAX_ARTICLES} articles, each up to {MAX_WORDS:,} words and {MAX_BYTES // 2**20} MB.",
    )
    fresh = [file for file in dropped if file.file_id not in mine.seen_files]
    if fresh:
        known = list(mine.skipped_files) if mine.entries else None
        _take(fresh)
        _point_up(known)
        mine.uploads += 1
        st.rerun()


def _take(files: list[UploadedFile]) -> None:
    mine = actions.session()
    mine.messages = []
    untouched = 0
    st.toast(f"Reading {plural(len(files), 'file')}")  # the box, and its progress bar, may stand below what is in view
    with shown_progress() as progress:
        for number, file in enumerate(files):
            mine.seen_files.add(file.file_id)
            if len(mine.entries) >= MAX_ARTICLES:
                untouched += 1
                continue
            progress(f"Reading {file.name}", number / len(files))
            try:
                _keep(read_bytes(file.getvalue(), file.name), file.file_id)
            except InputError as error:
                actions.add_setback(file.name, error)
    if untouched:
        mine.messages.append(
            f"{untouched} of {plural(len(files), 'file')} {'was' if untouched == 1 else 'were'} not opened: {FULL}"
        )


def _keep(article: Article, file_id: str | None = None) -> None:
    """Add an article, and say so if its text is there already."""
    known = actions.articles()
    actions.add_article(article, file_id)
    twin = next((place for place, other in enumerate(known) if other.text == article.text), None)
    if twin is not None:
        both = [f"{KEYS[place]} · {one.title}" for place, one in ((len(known), article), (twin, known[twin]))]
        actions.session().messages.append(
            f"{both[0]} has the same text as {both[1]}. "
            "Both are kept; remove one unless you want to see them agree in everything."
        )


def _point_up(known: list[SkippedFile] | None) -> None:
    """Where a story stood already, with `known` setbacks, the boxes are far below what is told: a word comes up beside them."""
    mine = actions.session()
    if known is not None and (mine.messages or mine.skipped_files != known):
        st.toast("Not everything could be used as it is: the top of this page says why.", duration="long")


def _paste() -> None:
    st.text_input("Outlet of the pasted text", key=OUTLET, placeholder="for example: Herald")
    st.text_area("Text of one article", key=TEXT, height=130, placeholder="Headline, a blank line, then the article")
    st.button("Add this text", key="add-text", on_click=_take_pasted)


def _take_pasted() -> None:
    """Read what stands in the boxes; they are emptied only if it could be used."""
    mine = actions.session()
    mine.messages, stood = [], bool(mine.entries)
    outlet = str(st.session_state[OUTLET]).strip() or None
    if len(mine.entries) >= MAX_ARTICLES:
        mine.messages.append(f"The text was not added: {FULL}")
    else:
        try:
            _keep(read_text(str(st.session_state[TEXT]), outlet=outlet))
            st.session_state[TEXT] = st.session_state[OUTLET] = ""
        except InputError as error:
            mine.messages.append(f"The pasted text was not added. {error}")
    _point_up(mine.skipped_files if stood else None)
