"""Corrections in the session: made on a page or in the reading view, undone, done again; what depends on them follows at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from ..corrections import (
    Log,
    check_fact,
    confirm_link,
    judge_difference,
    label_fact,
    merge_facts,
    reject_link,
    set_presence,
    split_fact,
)
from ..story import Comparison, Correction, InputError, SentenceRef
from . import actions, persistence
from .session import session

Message = Mapping[str, Any]
NOT_THERE: Final = "What was to be corrected is no longer on the page; pick it again."


def correct(*made: Correction) -> None:
    """Apply corrections, each with the time it was made, as one step of the page (and one each of the log)."""
    log, now = session().log, datetime.now(UTC).isoformat(timespec="seconds")
    for correction in made:
        log = log.add(replace(correction, made=now))
    _change(log)


def undo() -> None:
    """Take the last correction back."""
    _change(session().log.undo())


def redo() -> None:
    """Make the correction again that was taken back last."""
    _change(session().log.redo())


def steps() -> None:
    """Two buttons, once anything was corrected: the last correction undone, or done again."""
    log = session().log
    if log.done or log.undone:
        with st.container(horizontal=True, width="content", key="steps"):
            told = "Take the last correction back"
            st.button("Undo", key="undo", type="tertiary", on_click=undo, disabled=not log.done, help=told)
            st.button("Redo", key="redo", type="tertiary", on_click=redo, disabled=not log.undone, help="Make it again")


def take(comparison: Comparison, message: Message) -> None:
    """Apply what the reading view asks for; what cannot be done is said, and nothing is changed."""
    if message.get("do") in ("undo", "redo"):
        (undo if message["do"] == "undo" else redo)()
        return
    try:
        correct(MAKERS[message["do"]](comparison, message))
    except (KeyError, IndexError, TypeError):
        st.toast(NOT_THERE)
    except ValueError as error:
        st.toast(str(error))


def _change(log: Log) -> None:
    """Another log: articles that it changes are weighed again if they had been compared. If they cannot be, nothing changes."""
    mine = session()
    before, current = mine.log, not actions.changed_since()
    mine.log, mine.decided = log, {}
    try:
        if mine.analysis is not None and current and mine.articles != mine.compared:
            actions.analyze_again()
    except InputError as error:
        mine.log = before
        mine.messages.append(f"Nothing was changed. {error}")
    except Exception:
        mine.log = before  # what cannot be shown is not kept either
        raise
    persistence.autosave()


def _end(values: Message) -> tuple[str, int, tuple[int, int] | None]:
    span = values.get("span")
    return str(values["key"]), int(values["sentence"]), (int(span[0]), int(span[1])) if span else None


def _ends(message: Message) -> list[tuple[str, int, tuple[int, int] | None]]:
    one, other = (_end(values) for values in message["ends"])
    return [one, other]


def _reject(comparison: Comparison, message: Message) -> Correction:
    one, other = _ends(message)
    return reject_link(comparison, SentenceRef(*one[:2]), SentenceRef(*other[:2]))


def _split(comparison: Comparison, message: Message) -> Correction:
    mentions = [SentenceRef(str(key), int(sentence)) for key, sentence in message["mentions"]]
    return split_fact(comparison, str(message["fact"]), mentions)


def _judged(comparison: Comparison, message: Message) -> Correction:
    difference = comparison.differences[int(message["difference"])]
    return judge_difference(comparison, difference, holds=message["do"] == "check_difference")


MAKERS: Final[Mapping[str, Callable[[Comparison, Message], Correction]]] = {
    "confirm_link": lambda comparison, message: confirm_link(comparison, *_ends(message)),
    "reject_link": _reject,
    "merge_facts": lambda comparison, message: merge_facts(comparison, *map(str, message["facts"])),
    "split_fact": _split,
    "label_fact": lambda comparison, message: label_fact(comparison, str(message["fact"]), str(message["value"])),
    "check_fact": lambda comparison, message: check_fact(comparison, str(message["fact"])),
    "set_presence": lambda comparison, message: set_presence(
        comparison, str(message["fact"]), str(message["key"]), str(message["status"])
    ),
    "check_difference": _judged,
    "no_difference": _judged,
}
"""What the reading view asks for, and the correction that it makes."""
