"""The database: where it is, its engine, its tables brought up to date, and transactions whose errors people can read."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Final

import platformdirs
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError, SQLAlchemyError

from .errors import DamagedError, LibraryError, describe
from .models import VARIABLE

FILE: Final = "library.sqlite"
POSTGRES: Final = ("postgresql", "postgres", "postgresql+psycopg")
NO_ADDRESS: Final = (
    f"The library's address cannot be used; give {VARIABLE} a folder, or an address like postgresql://name@host/database."
)
WAIT: Final = 10.0
"""Seconds to wait for another's write, and for a server to answer."""
PAUSE: Final = 0.05
"""Seconds between two attempts to open a file that another process is making."""
TURN: Final = 0x5A4E_5701
"""Number of the lock, on a PostgreSQL server, of whoever brings the tables up to date."""
STEPS: Final = Path(__file__).with_name("migrations")
_migrating: Final = Lock()  # alembic's context is one for the process


def locate(place: str | None) -> Path | URL:
    """Return the library's file, or the URL of its server.

    Args:
        place: A folder or an address; None for what SAMESTORY_LIBRARY says, else the user's data folder.

    Raises:
        LibraryError: The address cannot be that of a library.
    """
    place = place or os.environ.get(VARIABLE) or platformdirs.user_data_dir("samestory")
    return _server_url(place) if "://" in place else Path(place) / FILE


def _server_url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise LibraryError(NO_ADDRESS) from None  # what it says quotes the address, perhaps with a password
    if url.drivername not in POSTGRES:
        raise LibraryError(NO_ADDRESS)
    return url.set(drivername="postgresql+psycopg")


def display_name(place: Path | URL) -> str:
    """Return a place as people see it: never with a password, nor with anything else that an address may carry."""
    if isinstance(place, Path):
        return str(place)
    host = place.host or place.query.get("host") or "this machine"
    return f"{place.database or 'the database'} on {host if isinstance(host, str) else host[0]}"


class Database:
    """A SQLite file or a PostgreSQL server. Nothing is opened before the first transaction."""

    def __init__(self, place: Path | URL) -> None:
        self._place = place
        self._ready: Engine | None = None
        self._opening = Lock()

    @contextmanager
    def transaction(self, *, writes: bool) -> Iterator[Connection]:
        """A transaction, committed at the end. Raises LibraryError for whatever the database cannot do."""
        try:
            with self._engine().connect() as connection:
                connection.execution_options(writes=writes)
                with connection.begin():
                    yield connection
        except (SQLAlchemyError, CommandError, OSError, DamagedError) as error:
            raise describe(error, display_name(self._place)) from error

    def close(self) -> None:
        """Let go of every connection; the next transaction opens it again."""
        with self._opening:
            if self._ready:
                self._ready.dispose()
            self._ready = None

    def _engine(self) -> Engine:
        if isinstance(self._place, Path) and self._ready and not self._place.exists():
            self.close()  # somebody took the file away; what is still open would be written to nowhere
        with self._opening:
            if self._ready is None:
                engine = _engine_of(self._place)
                try:
                    _bring_up_to_date(engine)
                except BaseException:
                    engine.dispose()
                    raise
                self._ready = engine
            return self._ready


def _engine_of(place: Path | URL) -> Engine:
    """The engine. Its errors never quote what was to be written."""
    if isinstance(place, URL):
        waiting = {"connect_timeout": int(WAIT)}
        engine = create_engine(place, connect_args=waiting, pool_pre_ping=True, hide_parameters=True)
        event.listen(engine, "begin", _begin_postgres)
        return engine
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.touch(mode=0o600)
    engine = create_engine(URL.create("sqlite", database=str(place)), connect_args={"timeout": WAIT}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    """A committed edit survives a killed process and a power cut; readers do not wait for a writer."""
    connection.isolation_level = None  # the driver begins no transaction of its own: `_begin_sqlite` does
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: one that first read could no longer write."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _begin_postgres(connection: Connection) -> None:
    """Nobody waits for ever behind a writer whose machine went away."""
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(WAIT * 1000)}")


def _bring_up_to_date(engine: Engine) -> None:
    """Run the steps that are missing, in one transaction, one process after another."""
    until = time.monotonic() + WAIT
    while True:
        try:
            with _migrating, engine.connect() as connection:
                connection.execution_options(writes=True)
                with connection.begin():
                    migrate(connection)
            return
        except OperationalError as error:  # SQLite does not wait where two processes make one file
            locked = getattr(error.orig, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
            if not locked or time.monotonic() > until:
                raise
            time.sleep(PAUSE)


def migrate(connection: Connection, to: str = "head") -> None:
    """Run the missing steps in the transaction of `connection`. Raises CommandError for tables of a newer version."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": TURN})
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    here = MigrationContext.configure(connection).get_current_revision()
    if here != ScriptDirectory.from_config(config).get_current_head():
        command.upgrade(config, to)
