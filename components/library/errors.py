"""What the library cannot do: its errors, and what a database says went amiss, each one sentence with cause and remedy.

Never with a password or an article in it.
"""

from __future__ import annotations

from typing import Final

from ..story import SamestoryError


class LibraryError(SamestoryError, RuntimeError):
    """The library cannot be read or written."""


class NoStoryError(SamestoryError, LookupError):
    """There is no such story, or it is another owner's, or it was deleted."""

    def __init__(self) -> None:
        super().__init__("No story is kept at this address; it may have been deleted, so open one from the list of stories.")


class ChangedElsewhereError(SamestoryError, RuntimeError):
    """Somebody else wrote first. `version` is the one that is saved now."""

    def __init__(self, version: int) -> None:
        super().__init__("This story was changed in another tab or window; open it again to see that change, then make yours.")
        self.version = version


class DamagedError(SamestoryError):
    """A row that holds what nobody writes there; `describe` gives it its sentence."""


BUSY: Final = "The library ({}) is in use by others; wait a moment and try again."
READ_ONLY: Final = "The library ({}) cannot be written; check who may write there, or name another place in SAMESTORY_LIBRARY."
NO_FOLDER: Final = "The library ({}) cannot be opened; check who may write its folder, or name another in SAMESTORY_LIBRARY."
FULL: Final = "The disk that holds the library ({}) is full or does not answer; make room and try again."
DAMAGED: Final = "The library ({}) is damaged; put back a copy, or move it elsewhere and a new one is made."
NEWER: Final = "The library ({}) was made by a newer version of Samestory; update Samestory to open it."
NO_ANSWER: Final = "The library ({}) does not answer or refuses the login; check SAMESTORY_LIBRARY, the server and the network."
UNKNOWN: Final = "The library ({}) cannot do this (error {}); try again, and if it stays so, ask who looks after the database."

_SQLITE: Final = {
    "BUSY": BUSY,
    "LOCKED": BUSY,
    "READONLY": READ_ONLY,
    "PERM": READ_ONLY,
    "AUTH": READ_ONLY,
    "CANTOPEN": NO_FOLDER,
    "FULL": FULL,
    "IOERR": FULL,
    "CORRUPT": DAMAGED,
    "NOTADB": DAMAGED,
    "FORMAT": DAMAGED,
    "ERROR": DAMAGED,  # a table or column that is not there
}
_POSTGRES: Final = {
    "40": BUSY,
    "55": BUSY,
    "53300": BUSY,
    "25": READ_ONLY,
    "42501": READ_ONLY,
    "53": FULL,
    "58": FULL,
    "42": DAMAGED,
    "XX": DAMAGED,
    "08": NO_ANSWER,
    "28": NO_ANSWER,
    "3D": NO_ANSWER,
    "57": NO_ANSWER,
}
"""By SQLSTATE, or by the first two characters of it, which are its class."""


def describe(error: Exception, where: str) -> LibraryError:
    """Return the error for people of one that a database raised. `where` names the library."""
    from alembic.util import CommandError
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.exc import TimeoutError as NoConnectionError

    if isinstance(error, CommandError):
        return LibraryError(NEWER.format(where))
    if isinstance(error, NoConnectionError):
        return LibraryError(BUSY.format(where))
    if isinstance(error, DBAPIError):
        return LibraryError(_driver_message(error.orig, where))
    if isinstance(error, OSError):
        return LibraryError(NO_FOLDER.format(where))
    return LibraryError(DAMAGED.format(where) if isinstance(error, DamagedError) else UNKNOWN.format(where, type(error).__name__))


def _driver_message(error: BaseException | None, where: str) -> str:
    name = getattr(error, "sqlite_errorname", None)
    if name:
        return _SQLITE.get(name.split("_")[1], UNKNOWN).format(where, name)
    state = getattr(error, "sqlstate", None) or "08"  # whoever never connected has none
    return (_POSTGRES.get(state) or _POSTGRES.get(state[:2]) or UNKNOWN).format(where, state)
