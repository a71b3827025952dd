"""The digests of a model's files: what a parser and an encoder are checked by before they are loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path


def file_digests(folder: Path, suffixes: Collection[str] | None = None) -> dict[str, str]:
    """The sha256 of each file in `folder` and below, or of those with one of `suffixes`, by its path inside `folder`."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and (suffixes is None or path.suffix in suffixes))
    digests = {}
    for path in files:
        with path.open("rb") as file:
            digests[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def combined(digests: Mapping[str, str]) -> str:
    """One digest for all files of a model: sha256 over their names and digests."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()
