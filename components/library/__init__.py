"""The library: stories kept between visits, in a file on this machine or in a newsroom's PostgreSQL.

models.py      the nouns: StoryState, StorySummary, SavedStory; the errors
titles.py      what a story is called, and the words it is found by
library.py     Library: save, open, list, rename, duplicate, delete, bring back
queries.py     the same in terms of rows
tables.py      the tables
migrations/    how they came to be
database.py    the engine, transactions
location.py    where it is
errors.py      what went amiss, for people
story_file.py  a story as one file, `.samestory`: written, and read back only if nothing about it is amiss
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from .models import ChangedElsewhereError, LibraryError, NoStoryError, SavedStory, StoryState, StorySummary

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
    """The library in a folder or at the address of a PostgreSQL server; nothing is opened before it is first asked.

    None: what the environment variable SAMESTORY_LIBRARY names, else the user's data folder. Raises LibraryError for an address
    that cannot be one.
    """
    from .library import opened

    return opened(url)


_LATE: Final = {"Library": "library", "from_file": "story_file", "to_file": "story_file"}


def __getattr__(name: str) -> object:
    """Return what is loaded when it is first asked for: what it stands on takes a while to import."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATE[name]}", __name__), name)
