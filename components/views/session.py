"""One visitor's session: the articles as read, the last comparison, what is chosen. It lives in `st.session_state`.

Nothing of it goes into a Streamlit cache: caches are shared by all users of one server.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, cast

import streamlit as st

from ..compare import Understood
from ..settings import Strictness
from ..story import Article, Comparison, Removed, Setback

SESSION: Final = "samestory"
"""Where the session stands in `st.session_state`."""


@dataclass(slots=True)
class Entry:
    """An article as read, before weighing. `id` stays the same while the article is edited; `file_id` names its upload."""

    id: int
    article: Article
    file_id: str | None = None
    restored: list[Removed] = field(default_factory=list)


@dataclass(slots=True)
class Session:
    """Everything of one visitor. Pages use the functions below."""

    entries: list[Entry] = field(default_factory=list)
    setbacks: list[Setback] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    seen_files: set[str] = field(default_factory=set)
    uploads: int = 0
    next_id: int = 0
    understood: Understood | None = None
    compared: tuple[Article, ...] = ()
    errors: tuple[Setback, ...] = ()
    decided: dict[Strictness, Comparison] = field(default_factory=dict)
    strictness: Strictness = "balanced"
    previous: Strictness | None = None
    chosen_keys: tuple[str, ...] = ()
    chosen_fact: str | None = None
    fact_moves: int = 0
    chosen_sentence: tuple[str, int] | None = None
    put_away: Session | None = None
    """What stood here before everything was put away or a sample was opened."""


def session() -> Session:
    """The visitor's session, made when first asked for."""
    if SESSION not in st.session_state:
        st.session_state[SESSION] = Session()
    return cast(Session, st.session_state[SESSION])
