"""Digests of a model's files, by which a parser and an encoder are checked before they are loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from pathlib import Path


def file_digests(folder: Path, suffixes: Collection[str] | None = None) -> dict[str, str]:
    """Return the sha256 of each file in a folder and below, by its path inside the folder.

    Args:
        folder: Of the model.
        suffixes: Only files with one of these (".json"); None for all files.
    """
    files = sorted(path for path in folder.rglob("*") if path.is_file() and (suffixes is None or path.suffix in suffixes))
    digests = {}
    for path in files:
        with path.open("rb") as file:
            digests[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return digests


def combined_digest(digests: Mapping[str, str]) -> str:
    """Return one digest for all files of a model: the sha256 of their names and digests, sorted by name."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))
    return hashlib.sha256(lines.encode()).hexdigest()
