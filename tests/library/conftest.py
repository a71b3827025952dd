"""A library in a folder, and one on a real PostgreSQL server that runs as long as the tests and listens on a its own socket."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from components.library import Library, open_library
from tests.conftest import missing

_databases = count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """The folder with the socket of a PostgreSQL server. It refuses to be root, so there it runs as somebody without rights."""
    programs = _programs()
    who = _somebody()
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # the path of a socket has to be short
    try:
        if who:
            shutil.chown(folder, who["user"], who["group"])
        made = [
            str(programs / "initdb"),
            "-D",
            str(folder / "data"),
            *"-U samestory -A trust -E UTF8 --locale=C --no-sync".split(),
        ]
        subprocess.run(made, check=True, capture_output=True, cwd=folder, **who)
        serving = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder)]
        serving += ["-c", "listen_addresses=", "-c", "fsync=off"]
        log = (folder / "log").open("wb")
        with log, subprocess.Popen(serving, stdout=log, stderr=log, cwd=folder, **who) as process:
            try:
                _wait(folder, process)
                yield folder
            finally:
                process.send_signal(signal.SIGQUIT)  # at once: nothing of it is needed any more
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    """The folder with initdb and postgres."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not places:
        missing("no PostgreSQL server on this machine; install the system's package `postgresql`")
    return places[-1]


def _somebody() -> dict[str, Any]:
    """Whom a process of root's is to run as."""
    if os.geteuid() != 0:
        return {}
    name = next(name for name in ("postgres", "nobody") if any(name == known.pw_name for known in pwd.getpwall()))
    return {"user": name, "group": pwd.getpwnam(name).pw_gid, "extra_groups": []}


def _wait(folder: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        try:
            psycopg.connect(host=str(folder), user="samestory", dbname="postgres").close()
        except psycopg.OperationalError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"PostgreSQL did not start:\n{(folder / 'log').read_text(errors='replace')[-2000:]}", pytrace=False)


@pytest.fixture
def postgres(server: Path) -> str:
    """The address of an empty database."""
    name = f"stories_{next(_databases)}"
    with psycopg.connect(host=str(server), user="samestory", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    return f"postgresql://samestory@/{name}?host={server}"


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a library can be: a folder that is not there yet, or an empty database."""
    return str(request.getfixturevalue("postgres")) if request.param == "postgresql" else str(tmp_path / "new" / "folder")


@pytest.fixture
def library(place: str) -> Iterator[Library]:
    """An empty library of either kind."""
    opened = open_library(place)
    yield opened
    opened.close()
