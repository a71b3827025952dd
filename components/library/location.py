"""Where a library is: a folder on this machine, or the address of a newsroom's PostgreSQL."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

import platformdirs

from .models import LibraryError

if TYPE_CHECKING:
    from sqlalchemy import URL

VARIABLE: Final = "SAMESTORY_LIBRARY"
FILE: Final = "library.sqlite"
POSTGRES: Final = ("postgresql", "postgres", "postgresql+psycopg")
NO_ADDRESS: Final = (
    f"The library's address cannot be used; give {VARIABLE} a folder, or an address like postgresql://name@host/database."
)


def location_of(given: str | None) -> Path | URL:
    """The library's file, or the URL of its server: as given, else as SAMESTORY_LIBRARY says, else in the user's data folder."""
    place = given or os.environ.get(VARIABLE) or platformdirs.user_data_dir("samestory")
    return _server(place) if "://" in place else Path(place) / FILE


def _server(address: str) -> URL:
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise LibraryError(NO_ADDRESS) from None  # what it says quotes the address, perhaps with a password
    if url.drivername not in POSTGRES:
        raise LibraryError(NO_ADDRESS)
    return url.set(drivername="postgresql+psycopg")


def shown(place: Path | URL) -> str:
    """A place as people see it: never with a password, nor with anything else that an address may carry."""
    if isinstance(place, Path):
        return str(place)
    host = place.host or place.query.get("host") or "this machine"
    return f"{place.database or 'the database'} on {host if isinstance(host, str) else host[0]}"
