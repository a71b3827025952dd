"""Writing files so that nothing half-written stays behind: everything is staged beside its place, then put there at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class OutputError(OSError):
    """A file that cannot be written. Its text is one sentence: the cause, then the remedy."""


class Staging:
    """Files waiting to take their places; made by `staged`."""

    def __init__(self) -> None:
        """Begin with nothing to write."""
        self._waiting: list[tuple[Path, Path]] = []
        self._made: list[Path] = []

    def add(self, path: Path, content: str | bytes) -> None:
        """Stage one file. Raises OutputError if it could not stand at `path`."""
        try:
            if path.is_dir():
                raise OutputError(f"{path} is a folder; name a file to write.")
            if not path.parent.is_dir():
                raise OutputError(f"{path.parent} is not a folder; make it or name another place for {path.name}.")
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
            self._waiting.append((Path(name), path))
            with os.fdopen(handle, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
        except OutputError:
            raise
        except OSError as error:
            raise _refused(path, error) from error

    def folder(self, path: Path) -> None:
        """Make a folder if it is not there. Raises OutputError if it cannot be."""
        try:
            if not path.is_dir():
                path.mkdir(parents=True)
                self._made.append(path)
        except OSError as error:
            raise _refused(path, error) from error

    def settle(self) -> None:
        """Put every staged file in its place. Raises OutputError."""
        mask = os.umask(0)
        os.umask(mask)
        while self._waiting:
            waiting, path = self._waiting[0]
            try:
                waiting.chmod(0o666 & ~mask)
                waiting.replace(path)
            except OSError as error:
                raise _refused(path, error) from error
            self._waiting.pop(0)
        self._made.clear()

    def clear(self) -> None:
        """Take away what is still waiting, and folders made for it."""
        for waiting, _ in self._waiting:
            waiting.unlink(missing_ok=True)
        for folder in reversed(self._made):
            with suppress(OSError):
                folder.rmdir()


def probe(path: Path) -> None:
    """Find out before long work whether a file could stand at `path`. Raises OutputError; leaves nothing behind."""
    staging = Staging()
    try:
        staging.add(path, b"")
    finally:
        staging.clear()


@contextmanager
def staged() -> Iterator[Staging]:
    """Stage files inside the block; at its end all of them take their places, or, after an error, none is left behind."""
    staging = Staging()
    try:
        yield staging
        staging.settle()
    finally:
        staging.clear()


def _refused(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written ({error.strerror or error}); name another place or change its permissions.")
