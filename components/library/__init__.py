"""The library: stories kept between visits, in a file on this machine or in a newsroom's PostgreSQL.

models.py      StoryState, StorySummary, SavedStory; what a story is called
library.py     Library: save, load, list, rename, duplicate, delete, restore
queries.py     the same in terms of rows; the words that a story is found by
tables.py      the tables
migrations/    how they came to be
database.py    where the database is, its engine, transactions
errors.py      what went amiss, for people
story_file.py  a story as one file, `.samestory`: written, and read back only if nothing about it is amiss
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from .errors import ChangedElsewhereError, LibraryError, NoStoryError
from .models import SavedStory, StoryState, StorySummary

if TYPE_CHECKING:
    from .library import Library
    from .story_file import from_file, to_file

__all__ = [
    "ChangedElsewhereError",
    "Library",
    "LibraryError",
    "NoStoryError",
    "SavedStory",
    "StoryState",
    "StorySummary",
    "from_file",
    "open_library",
    "to_file",
]


def open_library(url: str | None = None) -> Library:
    """Return the library in a folder or on a PostgreSQL server; nothing is opened before something is asked of it.

    Args:
        url: A folder or an address; None for what the environment variable SAMESTORY_LIBRARY names, else the user's data folder.

    Raises:
        LibraryError: The address cannot be that of a library.
    """
    from .library import library_at

    return library_at(url)


_LATE: Final = {"Library": "library", "from_file": "story_file", "to_file": "story_file"}


def __getattr__(name: str) -> object:
    """Return what is loaded when it is first asked for: what it stands on takes a while to import."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATE[name]}", __name__), name)
