"""The library as the pages see it: each call is one transaction, and whatever fails says so in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

from .database import Database, locate
from .errors import NoStoryError
from .models import SavedStory, StoryState, StorySummary
from .queries import StoryQueries

_ID: Final = re.compile(r"[\w-]{1,64}", re.ASCII)


class Library:
    """Stories by owner. `owner` is opaque ("" for the machine's own); another owner's stories are as if they were not there.

    Every method raises LibraryError when the database cannot be read or written, and those that name a story NoStoryError.
    """

    def __init__(self, database: Database) -> None:
        """Take the database, which is opened when first asked for something."""
        self._database = database

    def save(self, owner: str, state: StoryState, *, id: str | None = None, version: int | None = None) -> SavedStory:
        """Save a new story, or what changed in an earlier one, whose version then rises.

        Args:
            owner: Whose story it is.
            state: The story as it is now.
            id: The earlier story; None for a new one.
            version: The version of the earlier story that `state` was made from.

        Raises:
            ChangedElsewhereError: Another version is saved, so that nobody writes over what they have not seen.
        """
        with self._queries(id, writes=True) as queries:
            return queries.save(owner, state, id, version)

    def load(self, owner: str, id: str) -> SavedStory:
        """Return one story, whole."""
        with self._queries(id) as queries:
            return queries.load(owner, id)

    def list_stories(self, owner: str, search: str = "") -> list[StorySummary]:
        """Return the stories that are not deleted, the one changed last first.

        Args:
            owner: Whose stories.
            search: Words that must all occur in the titles, outlets, headlines or texts of a story, in any case.
        """
        with self._queries() as queries:
            return queries.list_stories(owner, search)

    def rename(self, owner: str, id: str, title: str, *, version: int) -> SavedStory:
        """Give a story another title; a blank one gives it its headline back. Raises like `save`."""
        with self._queries(id, writes=True) as queries:
            return queries.rename(owner, id, title, version)

    def duplicate(self, owner: str, id: str) -> SavedStory:
        """Save a copy, which says so in its title."""
        with self._queries(id, writes=True) as queries:
            return queries.duplicate(owner, id)

    def delete(self, owner: str, id: str) -> None:
        """Take a story out of every list; `restore` undoes it until it is purged."""
        with self._queries(id, writes=True) as queries:
            queries.delete(owner, id)

    def restore(self, owner: str, id: str) -> None:
        """Undo `delete`."""
        with self._queries(id, writes=True) as queries:
            queries.restore(owner, id)

    def purge(self, older_than: timedelta) -> int:
        """Remove for good what anybody deleted at least so long ago. Returns how many stories."""
        with self._queries(writes=True) as queries:
            return queries.purge(older_than)

    def close(self) -> None:
        """Let go of the database; the next call opens it again."""
        self._database.close()

    @contextmanager
    def _queries(self, id: str | None = None, *, writes: bool = False) -> Iterator[StoryQueries]:
        if id is not None and not _ID.fullmatch(id):
            raise NoStoryError  # what no id looks like is not even asked for
        with self._database.transaction(writes=writes) as connection:
            yield StoryQueries(connection)


def library_at(place: str | None) -> Library:
    """Return the library at a place; see `open_library`."""
    return Library(Database(locate(place)))
