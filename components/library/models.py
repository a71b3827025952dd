"""What the library saves and shows: StoryState, StorySummary, SavedStory; and what a story is called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..corrections import active, apply_article_corrections
from ..settings import MAX_TITLE, Strictness
from ..story import Article, Correction, SkippedFile

VARIABLE: Final = "SAMESTORY_LIBRARY"
"""The environment variable that names the library: a folder, or the address of a PostgreSQL server."""
UNTITLED: Final = "Story without a title"
FIRST_WORDS: Final = 80
"""Characters of an article that stand for a headline (40 to 120): one line of a list."""
_NOT_SHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class StoryState:
    """One story as a person left it: what went in, what was changed by hand, what can be redone.

    `articles` are as read, without keys, before `corrections`. Of `undone` the last is the next to be redone. `title` is one that
    a person gave, on one line. `skipped_files` could not be used; `compared` says whether the story was compared, `encoder` by
    which model, as the comparison names it.
    """

    articles: tuple[Article, ...] = ()
    corrections: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    strictness: Strictness = "balanced"
    title: str | None = None
    skipped_files: tuple[SkippedFile, ...] = ()
    compared: bool = False
    encoder: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", tidy_title(self.title))


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list. `title` is the one given, else a headline, else first words, else says that there is none."""

    id: str
    title: str
    outlets: tuple[str, ...]
    articles: int
    corrections: int
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class SavedStory:
    """A story as it is saved: its unguessable id, and the version to name when it is saved next."""

    id: str
    version: int
    state: StoryState


def tidy_title(title: str | None) -> str | None:
    """Return a title on one line, of at most `MAX_TITLE` characters; None for a blank one."""
    return " ".join(_NOT_SHOWN.sub(" ", title or "").split())[:MAX_TITLE].strip() or None


def shown_articles(state: StoryState) -> tuple[Article, ...]:
    """Return the articles with the mastheads that a person set; furniture stays as read, since no label shows it."""
    mastheads = [correction for _, correction in active(state.corrections) if correction.kind == "masthead"]
    return apply_article_corrections(state.articles, mastheads)


def heading(articles: Iterable[Article]) -> str:
    """Return the first headline, else the first words of the first article that has any, else that there is no title."""
    articles = tuple(articles)
    headline = next(filter(None, (tidy_title(article.headline) for article in articles)), None)
    return headline or next(filter(None, (_first_words(article.text) for article in articles)), UNTITLED)


def _first_words(text: str) -> str:
    start = tidy_title(text[: 2 * FIRST_WORDS]) or ""
    return start if len(start) <= FIRST_WORDS else start[:FIRST_WORDS].rpartition(" ")[0] + " …"


def outlets(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the outlets, each once, in order."""
    return tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))
