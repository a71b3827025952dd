"""Input that cannot be an article: too long, empty, an address, or no text at all. Each check raises InputError."""

from __future__ import annotations

import re
from typing import Final

from ..settings import MAX_WORDS
from ..settings.intake import CONTROL_SHARE, MAX_ADDRESSES, MAX_CHARACTERS, MAX_LINES, TEXT_SAMPLE
from ..story import InputError

ADDRESS: Final = re.compile(r"\s*(?:(?:https?|ftp)://|www\.)\S+\s*", re.IGNORECASE)
CONTROL_CHARACTER: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f\ud800-\udfff]")
FETCHES_NOTHING: Final = "Samestory does not fetch pages; save the page or paste its text."


def check_pasted_text(raw: str, name: str | None) -> None:
    """Raise InputError for text that is empty, only addresses of web pages, or no text at all.

    Args:
        raw: the text as pasted or decoded.
        name: the file's name, for the message; None for pasted text.
    """
    if not raw.strip():
        raise InputError("The text is empty; paste the text of the article.", name=name)
    words = raw.split()
    if len(words) <= MAX_ADDRESSES and all(ADDRESS.fullmatch(word) for word in words):
        raise InputError(FETCHES_NOTHING, name=name)
    if has_control_characters(raw):
        raise InputError("The text holds control characters that no text has; paste the text of the article again.", name=name)


def check_length(raw: str, name: str | None) -> None:
    """Raise InputError if a text is far over the word limit, before any work on it."""
    if len(raw) > MAX_CHARACTERS or raw.count("\n") > MAX_LINES:
        raise InputError(
            f"The text is far longer than an article of {MAX_WORDS:,} words, the limit; shorten it or split it in parts.",
            name=name,
        )


def check_words(text: str, name: str | None) -> None:
    """Raise InputError if a clean text is over the word limit."""
    words = len(text.split())
    if words > MAX_WORDS:
        raise InputError(
            f"The text has {words:,} words and the limit is {MAX_WORDS:,}; shorten it or split it in parts.", name=name
        )


def has_control_characters(text: str) -> bool:
    """Return whether a text has so many control characters that it is no text."""
    sample = text[:TEXT_SAMPLE]
    return len(CONTROL_CHARACTER.findall(sample)) > CONTROL_SHARE * len(sample)
