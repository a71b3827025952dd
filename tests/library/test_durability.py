"""What must not get lost: edits under a kill, a file that two processes make; and what people are told when it cannot be kept."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest
from sqlalchemy import event, text

from components.library import Library, LibraryError, StoryState, open_library
from components.library.database import locate
from components.story import Article
from components.story.wire import CorrectionJson
from tests.library.factories import BRIDGE, STORY

ROOT = Path(__file__).resolve().parents[2]
EDITS = """
import sys
from dataclasses import replace
from components.library import StoryState, open_library
from components.story import Correction

library = open_library(sys.argv[1])
saved = library.save("", StoryState(title="Under the knife"))
while True:
    made = Correction("check_fact", made=str(len(saved.state.corrections)))
    state = replace(saved.state, corrections=(*saved.state.corrections, made))
    saved = library.save("", state, id=saved.id, version=saved.version)
    print(saved.id, len(saved.state.corrections), flush=True)
"""
OPENS = """
import sys
import components.library.library
from components.library import StoryState, open_library

print(flush=True)
sys.stdin.readline()
library = open_library(sys.argv[1])
library.save("", StoryState(title="One of many"))
library.close()
"""
ONE_SENTENCE = r"^The [^;]*; [^;]*\.$"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def started(code: str, place: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", code, place]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("edits", [1, 40])
def test_after_a_kill_every_edit_that_was_reported_is_there(place: str, edits: int) -> None:
    with started(EDITS, place) as process:
        story, made = "", 0
        while made < edits:
            story, number = (process.stdout or pytest.fail()).readline().split()
            made = int(number)
        process.send_signal(signal.SIGKILL)
        reported = (process.stdout or pytest.fail()).read()  # communicate() would lose what readline() has buffered
        made = max([made, *(int(line.split()[1]) for line in reported.splitlines() if len(line.split()) == 2)])
    library = open_library(place)
    kept = library.load("", story)
    assert [one.made for one in kept.state.corrections][:made] == [str(number) for number in range(made)]
    assert len(kept.state.corrections) <= made + 1, "one may have been in flight"
    assert library.save("", StoryState(), id=story, version=kept.version).version == kept.version + 1
    library.close()


def test_processes_that_open_a_new_library_at_once_make_it_once(place: str) -> None:
    several = [started(OPENS, place) for _ in range(3)]
    for process in several:
        (process.stdout or pytest.fail()).readline()
    for process in several:
        (process.stdin or pytest.fail()).write("\n")
        (process.stdin or pytest.fail()).flush()
    assert [process.communicate(timeout=60)[1] for process in several] == [""] * 3
    library = open_library(place)
    assert len(library.list_stories("")) == 3
    library.close()


def test_threads_that_open_a_new_library_at_once_make_it_once(place: str) -> None:
    libraries = [open_library(place) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        kept = list(pool.map(lambda library: library.save("", STORY), libraries))
    assert {card.id for card in libraries[0].list_stories("")} == {one.id for one in kept}
    for library in libraries:
        library.close()


def test_nobody_else_on_the_machine_reads_it(folder: Path) -> None:
    library = open_library(str(folder))
    library.save("", STORY)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.iterdir()]}
    assert modes.pop(folder) == 0o700
    assert set(modes.values()) == {0o600}
    library.close()


def test_a_file_that_is_taken_away_meanwhile_is_made_anew(folder: Path) -> None:
    library = open_library(str(folder))
    library.save("", STORY)
    shutil.rmtree(folder)
    assert library.list_stories("") == []
    kept = library.save("", STORY)
    library.close()
    assert library.load("", kept.id) == kept


def test_where_a_library_is(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "user_data_dir", lambda name: str(tmp_path / name))
    monkeypatch.delenv("SAMESTORY_LIBRARY", raising=False)
    assert locate(None) == tmp_path / "samestory" / "library.sqlite"
    monkeypatch.setenv("SAMESTORY_LIBRARY", str(folder))
    assert locate(None) == folder / "library.sqlite"
    assert locate(str(tmp_path)) == tmp_path / "library.sqlite"
    monkeypatch.setenv("SAMESTORY_LIBRARY", "postgres://desk@db.example/stories")
    assert str(locate(None)) == "postgresql+psycopg://desk@db.example/stories"
    library = open_library(str(folder))
    assert not folder.exists(), "nothing is made before it is needed"
    library.close()


@pytest.mark.parametrize(
    "address", ["mysql://a:secret@h/d", "postgresql://a:secret@h:port/d", "sqlite:///x", "://", "https://a.example"]
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(LibraryError, match=r"^The library's address [^;]*; .*\.$") as error:
        open_library(address)
    assert "secret" not in "".join(traceback.format_exception(error.value))


def refused(attempt: Callable[[], object]) -> str:
    """The one sentence that people are told."""
    with pytest.raises(LibraryError, match=ONE_SENTENCE) as error:
        attempt()
    return str(error.value)


def test_a_server_that_does_not_answer() -> None:
    library = open_library("postgresql://desk:secret@127.0.0.1:1/stories?password=hush")
    with pytest.raises(LibraryError, match=ONE_SENTENCE) as error:
        library.list_stories("")
    assert "(stories on 127.0.0.1) does not answer" in str(error.value)
    everything = "".join(traceback.format_exception(error.value))
    assert "secret" not in everything
    assert "hush" not in everything


def test_a_server_that_knows_no_such_database(postgres: str) -> None:
    assert "refuses the login" in refused(lambda: open_library(postgres.replace("stories_", "nobodys_")).list_stories(""))


def test_a_server_that_may_only_be_read(postgres: str) -> None:
    open_library(postgres).close()
    only = open_library(f"{postgres}&options=-c%20default_transaction_read_only%3Don")
    assert "cannot be written" in refused(lambda: only.save("", STORY))


def test_a_server_that_comes_back_is_spoken_to_again(postgres: str) -> None:
    library = open_library(postgres)
    kept = library.save("", STORY)
    ends = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    other = open_library(postgres)
    with other._database.transaction(writes=False) as connection:
        connection.execute(text(ends))
    assert library.load("", kept.id) == kept
    library.close()
    other.close()


def test_an_edit_that_cannot_be_finished_leaves_nothing_behind(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = library.save("", STORY)
    monkeypatch.setattr(CorrectionJson, "to_dict", lambda _: {"kind": object()})
    with pytest.raises(TypeError):  # a fault of the program is not told as one of the database
        library.save("", StoryState((BRIDGE,), STORY.corrections[:1]), id=kept.id, version=1)
    monkeypatch.undo()
    assert library.load("", kept.id) == kept


@pytest.mark.parametrize("content", [b"This is no database, whatever its name says." * 99, b"SQLite format 3\0" + b"\xff" * 999])
def test_a_file_that_is_no_library(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(content)
    assert "is damaged" in refused(lambda: open_library(str(folder)).list_stories(""))
    assert (folder / "library.sqlite").read_bytes() == content, "it stays for whoever can mend it"


def test_a_file_that_is_damaged_inside(folder: Path) -> None:
    library = open_library(str(folder))
    library.save("", StoryState((BRIDGE,) * 12))
    library.close()
    file = folder / "library.sqlite"
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    file.write_bytes(content)
    assert "is damaged" in refused(lambda: library.list_stories(""))
    library.close()


def test_a_library_of_a_newer_version(library: Library, place: str) -> None:
    library.save("", STORY)
    with library._database.transaction(writes=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    later = open_library(place)
    assert "newer version of Samestory; update" in refused(lambda: later.list_stories(""))
    later.close()


def test_a_file_that_somebody_else_holds(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.library.database.WAIT", 0.1)
    library = open_library(str(folder))
    kept = library.save("", STORY)
    with closing(sqlite3.connect(folder / "library.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "in use by others" in refused(lambda: library.save("", StoryState(), id=kept.id, version=1))
        assert library.load("", kept.id) == kept, "who only reads does not wait"
    library.close()


def test_a_server_on_which_somebody_else_holds_the_story(postgres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.library.database.WAIT", 0.1)
    library, other = open_library(postgres), open_library(postgres)
    kept = library.save("", STORY)
    with other._database.transaction(writes=True) as connection:
        connection.execute(text("SELECT 1 FROM story FOR UPDATE"))
        assert "in use by others" in refused(lambda: library.save("", StoryState(), id=kept.id, version=1))
    assert library.save("", StoryState(), id=kept.id, version=1).version == 2
    library.close()
    other.close()


def test_a_disk_that_is_full(folder: Path) -> None:
    library = open_library(str(folder))
    kept = library.save("", StoryState((BRIDGE,)))
    engine = library._database._engine()
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))
    article = Article("x" * 100_000, (), "x" * 100_000)
    assert "is full" in refused(lambda: library.save("", StoryState((article,)), id=kept.id, version=1))
    assert library.load("", kept.id) == kept
    library.close()


@pytest.fixture
def powerless() -> Iterator[Path]:
    """A folder of root's in which the test may read but not write; root itself may always, so it becomes nobody meanwhile."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # the folders above have to be open to nobody, too
    before = os.geteuid()
    try:
        library = open_library(str(folder))
        library.save("", STORY)
        library.close()
        (folder / "library.sqlite").chmod(0o444)
        folder.chmod(0o555)
        if before == 0:
            os.seteuid(65534)
        yield folder
    finally:
        os.seteuid(before)
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written(powerless: Path) -> None:
    library = open_library(str(powerless))
    assert "SAMESTORY_LIBRARY" in refused(lambda: library.save("", STORY))
    library.close()
    inside = open_library(str(powerless / "deeper"))
    assert "SAMESTORY_LIBRARY" in refused(lambda: inside.list_stories(""))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "cannot be opened" in refused(lambda: open_library(str(tmp_path / "file")).list_stories(""))


def test_nothing_heavy_is_loaded_before_a_library_is_opened() -> None:
    heavy = "sqlalchemy alembic psycopg pydantic streamlit".split()
    code = f"import sys, components.library; print(*[name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == ([], "")
