"""Every error of ours is a SamestoryError, and also what Python calls an error of its kind: InputError is a ValueError."""

from __future__ import annotations


class SamestoryError(Exception):
    """Something that Samestory cannot do. Its text is one sentence a reader can act on: the cause, then the remedy."""


class InputError(SamestoryError, ValueError):
    """Input that cannot be used.

    `name` is the file it came from, or None for pasted text.
    """

    def __init__(self, message: str, *, name: str | None = None) -> None:
        super().__init__(message)
        self.name = name
