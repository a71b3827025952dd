"""Pasted text: what cannot be an article is said at once."""

from __future__ import annotations

import re
from typing import Final

from ..story import InputError

URL_ONLY: Final = re.compile(r"\s*(?:(?:https?|ftp)://|www\.)\S+\s*", re.IGNORECASE)
FETCHES_NOTHING: Final = "Samestory does not fetch pages; save the page or paste its text."
CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x7f\ud800-\udfff]")
MOST_CONTROL: Final = 0.01
"""Share of control characters from which something is no text."""


def check_pasted(raw: str, name: str | None) -> None:
    """Raise InputError for text that is empty, an address, or no text at all."""
    if not raw.strip():
        raise InputError("The text is empty; paste the text of the article.", name=name)
    addresses = raw.split()
    if len(addresses) <= 20 and all(URL_ONLY.fullmatch(address) for address in addresses):
        raise InputError(FETCHES_NOTHING, name=name)
    if mostly_control(raw):
        raise InputError("The text holds control characters that no text has; paste the text of the article again.", name=name)


def mostly_control(text: str) -> bool:
    """Whether more than one character in a hundred is a control character."""
    sample = text[:100_000]
    return len(CONTROL.findall(sample)) > MOST_CONTROL * len(sample)
