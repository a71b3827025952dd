"""Write files so that nothing half-written stays behind: everything is staged beside its place, then moved there at once."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..story import SamestoryError


class OutputError(SamestoryError, OSError):
    """A file that cannot be written. Its text is one sentence: the cause, then the remedy."""


class Staging:
    """Files that are written beside their places until all can be moved there; made by `staged`."""

    def __init__(self) -> None:
        """Begin with nothing to write."""
        self._staged: list[tuple[Path, Path]] = []
        self._new_folders: list[Path] = []

    def add(self, path: Path, content: str | bytes) -> None:
        """Stage one file. Raises OutputError if it could not stand at `path`."""
        try:
            if path.is_dir():
                raise OutputError(f"{path} is a folder; name a file to write.")
            if not path.parent.is_dir():
                raise OutputError(f"{path.parent} is not a folder; make it or name another place for {path.name}.")
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
            self._staged.append((Path(name), path))
            with os.fdopen(handle, "wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
        except OutputError:
            raise
        except OSError as error:
            raise _output_error(path, error) from error

    def folder(self, path: Path) -> None:
        """Make a folder if it is not there. Raises OutputError if it cannot be."""
        try:
            if not path.is_dir():
                path.mkdir(parents=True)
                self._new_folders.append(path)
        except OSError as error:
            raise _output_error(path, error) from error

    def commit(self) -> None:
        """Move every staged file to its place. Raises OutputError."""
        mask = os.umask(0)
        os.umask(mask)
        while self._staged:
            temporary, path = self._staged[0]
            try:
                temporary.chmod(0o666 & ~mask)
                temporary.replace(path)
            except OSError as error:
                raise _output_error(path, error) from error
            self._staged.pop(0)
        self._new_folders.clear()

    def discard(self) -> None:
        """Delete what is still staged, and the folders made for it."""
        for temporary, _ in self._staged:
            temporary.unlink(missing_ok=True)
        for folder in reversed(self._new_folders):
            with suppress(OSError):
                folder.rmdir()


def check_writable(path: Path) -> None:
    """Check before long work whether a file could stand at `path`. Raises OutputError; leaves nothing behind."""
    staging = Staging()
    try:
        staging.add(path, b"")
    finally:
        staging.discard()


@contextmanager
def staged() -> Iterator[Staging]:
    """Stage files inside the block; at its end all of them are moved to their places, or, after an error, none is left behind."""
    staging = Staging()
    try:
        yield staging
        staging.commit()
    finally:
        staging.discard()


def _output_error(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written ({error.strerror or error}); name another place or change its permissions.")
