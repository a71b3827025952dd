"""Corrections in the session: made on a page or in the reading view, undone, redone; what depends on them is updated at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from ..corrections import Log, correction_from_choice
from ..story import Comparison, Correction, InputError
from . import actions, persistence
from .session import session

Message = Mapping[str, Any]
NOT_THERE: Final = "What was to be corrected is no longer on the page; pick it again."


def correct(*made: Correction) -> None:
    """Apply corrections, each with the time it was made: one redraw of the page, one entry of the log each."""
    log, now = session().log, datetime.now(UTC).isoformat(timespec="seconds")
    for correction in made:
        log = log.add(replace(correction, made=now))
    _replace_log(log)


def undo() -> None:
    """Undo the last correction."""
    _replace_log(session().log.undo())


def redo() -> None:
    """Redo the correction that was undone last."""
    _replace_log(session().log.redo())


def undo_redo_buttons() -> None:
    """Draw the buttons Undo and Redo, once anything was corrected."""
    log = session().log
    if log.done or log.undone:
        with st.container(horizontal=True, width="content", key="steps"):
            help_text = "Take the last correction back"
            st.button("Undo", key="undo", type="tertiary", on_click=undo, disabled=not log.done, help=help_text)
            st.button("Redo", key="redo", type="tertiary", on_click=redo, disabled=not log.undone, help="Make it again")


def apply_message(comparison: Comparison, message: Message) -> None:
    """Apply the message of the reading view; what cannot be done is shown as a toast, and nothing changes."""
    if message.get("do") in ("undo", "redo"):
        (undo if message["do"] == "undo" else redo)()
        return
    try:
        correct(correction_from_choice(comparison, message))
    except (KeyError, IndexError, TypeError):
        st.toast(NOT_THERE)
    except ValueError as error:
        st.toast(str(error))


def _replace_log(log: Log) -> None:
    """Use another log. Articles that it changes are analyzed again if they were compared; if they cannot be, nothing changes."""
    current = session()
    before, up_to_date = current.log, not actions.articles_changed()
    current.log, current.comparisons = log, {}
    try:
        if current.analysis is not None and up_to_date and current.articles != current.compared_articles:
            actions.reanalyze()
    except InputError as error:
        current.log = before
        current.messages.append(f"Nothing was changed. {error}")
    except Exception:
        current.log = before  # what cannot be shown is not kept either
        raise
    persistence.autosave()
