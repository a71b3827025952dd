"""Splits text into words with their offsets: the units of word-level differences and of lexical evidence."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .units import CURRENCY_SIGNS

_COMBINING_MARKS = "\u200c\u200d" + "".join(
    character for character in map(chr, range(0x300, 0x3100)) if unicodedata.category(character).startswith("M")
)
"""Characters inside a word that are no letters: combining accents, vowel signs, joiners."""
_WORD = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}                                    # initials that belong together: U.S.
    | [{CURRENCY_SIGNS}]?\d+(?:[.,:]\d+)*%?                 # numbers with their marks: $1,200.50, 86.9, 40%
    | [^\W_](?:[^\W_]|[{_COMBINING_MARKS}])*(?:['’](?:[^\W_]|[{_COMBINING_MARKS}])+)*  # words, with an apostrophe inside: don't
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its span, and its form for comparison (without case, accents and a possessive 's)."""

    start: int
    end: int
    form: str


def tokenize(text: str) -> list[Word]:
    """Return the words of a text in order; `text[word.start:word.end]` is the word as written."""
    return [Word(match.start(), match.end(), form(match.group())) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def form(word: str) -> str:
    """Return a word as it is compared: "Maduro’s" and "MADURO" are one, so are "U.S." and "US", "Ramón" and "Ramon"."""
    return fold(word.replace("’", "'")).removesuffix("'s")


def fold(word: str) -> str:
    """Return a word without accents, capitals and, unless it has a digit, full stops."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    return plain if any(c.isdigit() for c in plain) else plain.replace(".", "")  # $1.5 is not $15
