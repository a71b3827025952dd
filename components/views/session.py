"""One visitor's session: the articles as read, what was changed by hand, the last comparison, what is chosen.

It lives in `st.session_state`. Nothing of it goes into a Streamlit cache: caches are shared by all users of one server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

import streamlit as st

from ..analysis import StoryAnalysis
from ..corrections import Log, apply_article_corrections
from ..report.model import ReportModel
from ..settings import Strictness
from ..story import Article, Comparison, Correction, SkippedFile
from .encoder_names import BUNDLED, default_encoder
from .second_reader import default_second_reader

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

    `id` and `version` are those of the library; None and 0 before the story is saved. `sample` names the sample story that it is
    as long as nobody changes anything, `derived_from` the sample that it was before. `conflict` is set when another tab wrote
    first. `save_error` says why the last change could not be saved.
    """

    id: str | None = None
    version: int = 0
    sample: str | None = None
    derived_from: str | None = None
    conflict: bool = False
    save_error: str | None = None

    def mark_changed(self) -> None:
        """Note that somebody changed the story: from now on it is theirs, and no sample."""
        self.derived_from, self.sample = self.sample or self.derived_from, None


@dataclass(slots=True)
class Session:
    """Everything of one visitor. Pages use the functions of actions.py and persistence.py."""

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
    compared_articles: tuple[Article, ...] = ()
    """The articles of the comparison, as corrected; `compared_originals` as read."""
    compared_originals: tuple[Article, ...] = ()
    encoder: str = field(default_factory=default_encoder)
    """The encoder that the next comparison is made with; `compared_encoder` that of the last."""
    compared_encoder: str = BUNDLED
    second_reader: str = field(default_factory=default_second_reader)
    """The folder of the second reader that is asked; "" for none."""
    errors: tuple[SkippedFile, ...] = ()
    comparisons: dict[Strictness, Comparison] = field(default_factory=dict)
    strictness: Strictness = "balanced"
    previous_strictness: Strictness | None = None
    chosen_keys: tuple[str, ...] = ()
    chosen_fact: str | None = None
    table_version: int = 0
    chosen_sentence: tuple[str, int] | None = None
    comparison_pending: bool = False
    """Whether the story had been compared when it was saved, and still has to be compared here."""
    previous_session: Session | None = None
    """The session before everything was cleared or a sample was opened; one step back is kept."""
    _corrected_articles: tuple[tuple[tuple[Article, ...], tuple[Correction, ...]], tuple[Article, ...]] | None = None

    @property
    def originals(self) -> tuple[Article, ...]:
        """Return the articles as read."""
        return tuple(entry.article for entry in self.entries)

    @property
    def articles(self) -> tuple[Article, ...]:
        """Return the articles as a person corrected them; they get their keys when they are compared."""
        inputs = self.originals, self.log.done
        if self._corrected_articles is None or self._corrected_articles[0] != inputs:
            self._corrected_articles = inputs, apply_article_corrections(*inputs)
        return self._corrected_articles[1]


def session() -> Session:
    """Return the visitor's session; it is made when first asked for."""
    if SESSION not in st.session_state:
        st.session_state[SESSION] = Session()
    return cast(Session, st.session_state[SESSION])


def cached_in_session(key: str, comparison: Comparison, compute: Callable[[], T], *dependencies: object) -> T:
    """Return `compute()`, computed again only for another comparison or other `dependencies`.

    Args:
        key: Where the value stands in `st.session_state`.
        comparison: The comparison that the value is computed from; compared by identity.
        compute: Computes the value.
        dependencies: What else the value depends on; compared by equality.
    """
    entry = st.session_state.get(key)
    if entry is None or entry[0] is not comparison or entry[1] != dependencies:
        entry = st.session_state[key] = (comparison, dependencies, compute())
    return cast(T, entry[2])


def report_model(comparison: Comparison) -> ReportModel:
    """Return the model of a comparison, from which the parts of the pages are drawn: made once a session for each comparison."""
    return cached_in_session(MODEL, comparison, lambda: ReportModel(comparison))
