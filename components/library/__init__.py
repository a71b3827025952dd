"""The library: stories kept between visits, in a file on this machine or in a newsroom's PostgreSQL.

work.py        the nouns: Work, Card, Kept; the errors
serial.py      a Work as plain JSON values
labels.py      what a story is called, and the words it is found by
shelf.py       Library: keep, open, list, rename, duplicate, delete, bring back
rows.py        the same in terms of rows; tables.py the tables, migrations/ how they came to be
database.py    the engine, transactions; place.py where it is; troubles.py what went amiss, for people
story_file.py  a story as one file, `.samestory`; checks.py whether one can be what it claims
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .story_file import from_file, to_file
from .work import Card, ChangedElsewhereError, Kept, LibraryError, NoStoryError, Work

if TYPE_CHECKING:
    from .shelf import Library

__all__ = [
    "Card",
    "ChangedElsewhereError",
    "Kept",
    "Library",
    "LibraryError",
    "NoStoryError",
    "Work",
    "from_file",
    "open_library",
    "to_file",
]


def open_library(url: str | None = None) -> Library:
    """The library in a folder or at the address of a PostgreSQL server; nothing is opened before it is first asked.

    None: what the environment variable SAMESTORY_LIBRARY names, else the user's data folder. Raises LibraryError for an address
    that cannot be one.
    """
    from .shelf import opened

    return opened(url)


def __getattr__(name: str) -> object:
    """`Library` itself, loaded when asked for: what it stands on takes a while to import."""
    if name != "Library":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .shelf import Library

    return Library
