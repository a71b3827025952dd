"""How the rules write their patterns: whole lines, alternatives one below the other."""

from __future__ import annotations

import re


def whole(*options: str) -> re.Pattern[str]:
    """A pattern for a whole line, in any case, that is one of the options with no letter or digit around it."""
    return re.compile(rf"\W*(?:{'|'.join(options)})\W*", re.IGNORECASE)


def start(*options: str) -> re.Pattern[str]:
    """A pattern for the beginning of a line, in any case, up to a word's end."""
    return re.compile(rf"\W*(?:{'|'.join(options)})\b", re.IGNORECASE)


def anywhere(*options: str) -> re.Pattern[str]:
    """A pattern for words anywhere in a line, in any case."""
    return re.compile(rf"\b(?:{'|'.join(options)})", re.IGNORECASE)


def words(text: str) -> frozenset[str]:
    """A set of words written in one string."""
    return frozenset(text.split())
