"""The choice of a second reader: any folder where only this machine reaches the app; else that of the server, or none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from ....report.second_reader import COUNTED, NOT_COUNTED
from ....story import InputError
from ... import actions, persistence
from ...html import render_note
from ...markdown_escape import escape_label
from ...progress import progress_bar
from ...second_reader import NONE, default_second_reader

FOLDER_KEY: Final = "second-reader-folder"
ASKED_KEY: Final = "second-reader-asked"
HELP: Final = (
    "A sentence-transformers CrossEncoder with the labels entailment, contradiction and neutral, such as a model of natural "
    "language inference. It is asked about facts of which the first reader is not sure, and what it says stands beside."
)


def second_reader_form() -> None:
    """Draw which second reader is asked, if any, and the way to another one."""
    if persistence.is_local():
        _folder_form()
    elif default_second_reader():
        _server_choice()


def _folder_form() -> None:
    chosen = actions.session().second_reader
    with st.expander(f"Second reader: {_title(chosen)}", type="compact", key="second-reader"):
        with st.form("second-reader-form", border=False):
            folder = st.text_input("Folder of a cross-encoder on this machine", value=chosen, key=FOLDER_KEY, help=HELP)
            with st.container(horizontal=True):
                named = st.form_submit_button("Ask this one")
                forgotten = bool(chosen) and st.form_submit_button("Ask none", type="tertiary", key="second-reader-none")
        if named or forgotten:
            _choose(folder.strip() if named else NONE)
            st.rerun()
        if chosen:
            render_note(describe_effect(), small=True, role="status")


def _server_choice() -> None:
    """Draw whether the server's own second reader is asked: nobody from elsewhere names folders of this machine."""
    st.session_state[ASKED_KEY] = actions.session().second_reader != NONE
    title = _title(default_second_reader())
    st.checkbox(f"Ask the second reader {title}", key=ASKED_KEY, help=HELP, on_change=_choose_server_reader)


def _choose_server_reader() -> None:
    _choose(default_second_reader() if st.session_state[ASKED_KEY] else NONE)


def describe_effect() -> str:
    """Return whether what the second reader says counts, as far as that is known."""
    comparison = actions.current_comparison()
    if comparison is None or comparison.second_reader is None:
        return "It is asked with the next comparison."
    return f"Second reader {comparison.second_reader.name}, {COUNTED if comparison.second_reader.calibrated else NOT_COUNTED}."


def _title(folder: str) -> str:
    return escape_label(Path(folder).name) if folder else "none"


def _choose(folder: str) -> None:
    """Ask another second reader, or none, also about the comparison that is there; a message says why if it cannot be asked."""
    actions.session().messages = []
    try:
        with progress_bar() as progress:
            actions.choose_second_reader(folder, progress)
    except InputError as error:
        actions.session().messages.append(str(error))
