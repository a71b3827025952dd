"""One visitor's session: the articles as read, what was changed by hand, the last comparison, what is chosen.

It lives in `st.session_state`. Nothing of it goes into a Streamlit cache: caches are shared by all users of one server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

import streamlit as st

from ..compare import StoryAnalysis
from ..corrections import Log, apply_article_corrections
from ..report.model import ReportModel
from ..settings import Strictness
from ..story import Article, Comparison, Correction, SkippedFile

SESSION: Final = "samestory"
"""Where the session stands in `st.session_state`."""
MODEL: Final = "report-model"
"""Where the model of the comparison in view stands."""
T = TypeVar("T")


@dataclass(slots=True)
class Entry:
    """An article as read, before corrections. `id` stays the same as long as it is here; `file_id` names its upload."""

    id: int
    article: Article
    file_id: str | None = None


@dataclass(slots=True)
class SavedAs:
    """How the story stands in the library.

    `id` and `version` are those of the library, None and 0 before it is kept; `sample` is the name of the sample that it is
    until somebody changes something, `grown_from` of that which it was. `conflict`: another tab wrote first. `trouble` says why
    the last change could not be kept.
    """

    id: str | None = None
    version: int = 0
    sample: str | None = None
    grown_from: str | None = None
    conflict: bool = False
    save_error: str | None = None

    def changed(self) -> None:
        """Somebody changed the story: from now on it is no sample, but theirs."""
        self.grown_from, self.sample = self.sample or self.grown_from, None


@dataclass(slots=True)
class Session:
    """Everything of one visitor. Pages use the functions of state.py and keeping.py."""

    entries: list[Entry] = field(default_factory=list)
    log: Log = field(default_factory=Log)
    title: str | None = None
    saved: SavedAs = field(default_factory=SavedAs)
    skipped_files: list[SkippedFile] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    seen_files: set[str] = field(default_factory=set)
    uploads: int = 0
    next_id: int = 0
    analysis: StoryAnalysis | None = None
    compared: tuple[Article, ...] = ()
    """The articles of the comparison, as corrected; `compared_read` as read."""
    compared_read: tuple[Article, ...] = ()
    errors: tuple[SkippedFile, ...] = ()
    decided: dict[Strictness, Comparison] = field(default_factory=dict)
    strictness: Strictness = "balanced"
    previous: Strictness | None = None
    chosen_keys: tuple[str, ...] = ()
    chosen_fact: str | None = None
    fact_moves: int = 0
    chosen_sentence: tuple[str, int] | None = None
    to_compare: bool = False
    """Whether it was opened as a story that was compared, and is still to be compared here."""
    previous_session: Session | None = None
    """What stood here before everything was put away or a sample was opened."""
    _corrected: tuple[tuple[tuple[Article, ...], tuple[Correction, ...]], tuple[Article, ...]] | None = None

    @property
    def read(self) -> tuple[Article, ...]:
        """The articles as read."""
        return tuple(entry.article for entry in self.entries)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles as a person corrected them; keys are given when they are compared."""
        asked = self.read, self.log.done
        if self._corrected is None or self._corrected[0] != asked:
            self._corrected = asked, apply_article_corrections(*asked)
        return self._corrected[1]


def session() -> Session:
    """The visitor's session, made when first asked for."""
    if SESSION not in st.session_state:
        st.session_state[SESSION] = Session()
    return cast(Session, st.session_state[SESSION])


def cached_in_session(place: str, comparison: Comparison, make: Callable[[], T], *also: object) -> T:
    """What `make` gives for a comparison, made again only for another one or where one of `also` is another; kept at `place`."""
    kept = st.session_state.get(place)
    if kept is None or kept[0] is not comparison or kept[1] != also:
        kept = st.session_state[place] = (comparison, also, make())
    return cast(T, kept[2])


def report_model(comparison: Comparison) -> ReportModel:
    """Return the model of a comparison, from which the parts of the pages are drawn: made once a session for each comparison."""
    return cached_in_session(MODEL, comparison, lambda: ReportModel(comparison))
