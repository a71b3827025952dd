"""The library as the pages see it: each call is one transaction, and each trouble one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

from .database import Database
from .location import location_of
from .models import NoStoryError, SavedStory, StoryState, StorySummary
from .queries import StoryQueries

_ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)


class Library:
    """Stories by owner. `owner` is opaque ("" for the machine's own); another owner's stories are as if they were not there.

    Every method raises LibraryError when the database cannot be read or written, and those that name a story NoStoryError.
    """

    def __init__(self, database: Database) -> None:
        """Take the database, which is opened when first asked for something."""
        self._database = database

    def save(self, owner: str, work: StoryState, *, id: str | None = None, version: int | None = None) -> SavedStory:
        """Keep a new story, or write what changed in story `id`, if `version` is the one that is kept; the version then rises.

        Raises ChangedElsewhereError if it is not, so that nobody writes over what they have not seen.
        """
        with self._rows(id, writes=True) as rows:
            return rows.save(owner, work, id, version)

    def story(self, owner: str, id: str) -> SavedStory:
        """One story, whole."""
        with self._rows(id) as rows:
            return rows.story(owner, id)

    def summaries(self, owner: str, search: str = "") -> list[StorySummary]:
        """The stories not deleted, the one changed last first; with a search, those in which each of its words occurs.

        Looked through are titles, outlets, headlines and the text of the articles, in any case.
        """
        with self._rows() as rows:
            return rows.summaries(owner, search)

    def rename(self, owner: str, id: str, title: str, *, version: int) -> SavedStory:
        """Give a story another title; a blank one gives it its headline back. Raises like `keep`."""
        with self._rows(id, writes=True) as rows:
            return rows.rename(owner, id, title, version)

    def duplicate(self, owner: str, id: str) -> SavedStory:
        """A copy, which says so in its title."""
        with self._rows(id, writes=True) as rows:
            return rows.duplicate(owner, id)

    def delete(self, owner: str, id: str) -> None:
        """Take a story out of every list; `bring_back` undoes it until it is purged."""
        with self._rows(id, writes=True) as rows:
            rows.delete(owner, id)

    def bring_back(self, owner: str, id: str) -> None:
        """Undo `delete`."""
        with self._rows(id, writes=True) as rows:
            rows.bring_back(owner, id)

    def purge(self, older_than: timedelta) -> int:
        """Remove for good what anybody deleted at least so long ago. Returns how many stories."""
        with self._rows(writes=True) as rows:
            return rows.purge(older_than)

    def close(self) -> None:
        """Let go of the database; the next call opens it again."""
        self._database.close()

    @contextmanager
    def _rows(self, story: str | None = None, *, writes: bool = False) -> Iterator[StoryQueries]:
        if story is not None and not _ID.fullmatch(story):
            raise NoStoryError  # what no id looks like is not even asked for
        with self._database.transaction(writes=writes) as connection:
            yield StoryQueries(connection)


def opened(place: str | None) -> Library:
    """The library at a place; see `open_library`."""
    return Library(Database(location_of(place)))
