"""Words with their offsets: what the word-level difference and the lexical evidence count in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from .units import CURRENCY_SIGNS

_MARKS = "\u200c\u200d" + "".join(c for c in map(chr, range(0x300, 0x3100)) if unicodedata.category(c).startswith("M"))
"""What stands on or in a word without being a letter: accents written apart, vowel signs, joiners."""
_WORD = re.compile(
    rf"""
    (?:[^\W\d_]\.){{2,}}                                    # initials that belong together: U.S.
    | [{CURRENCY_SIGNS}]?\d+(?:[.,:]\d+)*%?                 # numbers with their marks: $1,200.50, 86.9, 40%
    | [^\W_](?:[^\W_]|[{_MARKS}])*(?:['’](?:[^\W_]|[{_MARKS}])+)*  # words, with an apostrophe inside: don't
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its span, and its form for comparison (case, accents and a possessive 's taken away)."""

    start: int
    end: int
    form: str


def tokenize(text: str) -> list[Word]:
    """The words of `text` in order; `text[word.start:word.end]` is the word as written."""
    return [Word(match.start(), match.end(), form(match.group())) for match in _WORD.finditer(text)]


@lru_cache(maxsize=65_536)
def form(word: str) -> str:
    """A word as it is compared: "Maduro’s" and "MADURO" are one, so are "U.S." and "US", "Ramón" and "Ramon"."""
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    if not any(c.isdigit() for c in plain):  # $1.5 is not $15
        plain = plain.replace(".", "")
    return plain.removesuffix("'s")
