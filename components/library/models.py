"""What the library keeps and shows: Work, Card, Kept; and its errors, each one sentence with cause and remedy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..settings import MAX_TITLE, Strictness
from ..story import Article, Correction, SkippedFile

_NOT_SHOWN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class LibraryError(RuntimeError):
    """The library cannot be read or written. Its text is one sentence: the cause, then the remedy."""


class NoStoryError(LookupError):
    """There is no such story, or it is another owner's, or it was deleted."""

    def __init__(self) -> None:
        super().__init__("No story is kept at this address; it may have been deleted, so open one from the list of stories.")


class ChangedElsewhereError(RuntimeError):
    """Somebody wrote first. `version` is the one that is kept now."""

    def __init__(self, version: int) -> None:
        super().__init__("This story was changed in another tab or window; open it again to see that change, then make yours.")
        self.version = version


@dataclass(frozen=True, slots=True)
class StoryState:
    """One story as a person sees to it: what went in, what was changed by hand, what can be done again.

    `articles` are as read, without keys, before `corrections`. Of `undone` the last is the next to be done again. `title` is one
    that a person gave, on one line.
    """

    articles: tuple[Article, ...] = ()
    corrections: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()
    strictness: Strictness = "balanced"
    title: str | None = None
    setbacks: tuple[SkippedFile, ...] = ()
    compared: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", tidy_title(self.title))


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list. `title` is the given one, else a headline, else first words, else says that there is none."""

    id: str
    title: str
    outlets: tuple[str, ...]
    articles: int
    corrections: int
    created: datetime
    changed: datetime


@dataclass(frozen=True, slots=True)
class SavedStory:
    """A story as it is kept: its unguessable id, and the version to name when it is written next."""

    id: str
    version: int
    state: StoryState


def tidy_title(title: str | None) -> str | None:
    """A title on one line, not longer than a title is; None for a blank one."""
    return " ".join(_NOT_SHOWN.sub(" ", title or "").split())[:MAX_TITLE].strip() or None
