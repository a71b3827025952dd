"""The words of quotations as they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ...language import Word, read_number, tokenize
from ...language.lexicon.function_words import COMMON_IN_QUOTATIONS
from ...language.lexicon.titles import SPOKEN_TITLES
from ...story import Span

MOST_WORDS: Final = 160
"""Words of a quotation that are compared; the rest of a longer one is not read."""
_FULL: Final = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_IS: Final = frozenset("it he she that there here what who where how this everything everybody nobody".split())
"""With these, 's stands for "is"; elsewhere it marks a possessive."""
_WOULD: Final = frozenset("i you he she it we they who that there".split())
_WHOLE: Final = {"can't": ("can", "not"), "cannot": ("can", "not"), "won't": ("will", "not"), "let's": ("let", "us")}
_SHORT: Final = {**SPOKEN_TITLES, "ok": "okay", "+": "and", "one": "1"}
"""Short forms that a house style writes out; an ampersand is read as "+"."""
_FILLERS: Final = frozenset("uh um er uhm erm".split())
_INSERTED = re.compile(r"\[[^\[\]]{0,200}\]|\((?:(?:[^\W\d_]\.){2,6}|sic)\)", re.IGNORECASE)
"""What an editor put into a quotation: [the president], (U.S.)."""
_CUT = re.compile(r"\.\s?\.|…|\0")
_STOP = re.compile(r"[.?!]")
_MASKED = re.compile(r"(?<=[^\W\d_])[*]{2,12}[^\W\d_]{0,4}")
"""The starred letters of a strong word, which a word's form goes without."""


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """A word of a quotation: its span in the sentence, the form that is compared, whether it is telling.

    `contracted`: it was written as part of a contraction. `cut`: an ellipsis or an editor's insertion stands before it. `anew`: a
    sentence begins with it.
    """

    start: int
    end: int
    form: str
    telling: bool
    contracted: bool = False
    cut: bool = False
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a sentence in quotation marks: its span without the marks, its words, and who speaks, if that is known."""

    sentence: int
    span: Span
    words: tuple[QuoteWord, ...]
    speaker: str | None = None


def quote_words(text: str, span: Span, most: int | None = MOST_WORDS) -> tuple[QuoteWord, ...]:
    """The first words of a quotation; contractions are taken apart, an editor's insertions and "uh" are left out."""
    out: list[QuoteWord] = []
    inside = _INSERTED.sub(lambda found: "\0" * len(found.group()), text[span[0] : span[1]])
    inside = _MASKED.sub(lambda found: "x" * len(found.group()), inside).replace("’", "'").replace("‘", "'")
    last = 0
    for start, end in _word_spans(inside):
        cut, anew = bool(_CUT.search(inside, last, start)), bool(_STOP.search(inside, last, start))
        for n, (form, contracted) in enumerate(_forms(_plain(inside[start:end]))):
            first, telling = n == 0, form not in COMMON_IN_QUOTATIONS
            out.append(QuoteWord(span[0] + start, span[0] + end, form, telling, contracted, cut and first, anew and first))
        if most is not None and len(out) >= most:
            break
        last = end
    return tuple(out)


def _word_spans(text: str) -> list[Span]:
    found = [(word.start, word.end) for word in tokenize(text)]
    return sorted(found + [(at, at + 1) for at, c in enumerate(text) if c in "&+"])


def _plain(word: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    return plain if any(c.isdigit() for c in plain) else plain.replace(".", "").replace("&", "+")


def _forms(word: str) -> Iterator[tuple[str, bool]]:
    """The words that a word as written stands for, and whether it is a contraction of them."""
    host, mark, tail = word.rpartition("'")
    if word in _WHOLE:
        yield from ((part, mark == "'") for part in _WHOLE[word])
    elif word.endswith("n't"):
        yield from ((word[:-3], True), ("not", True))
    elif mark + tail in _FULL:
        yield from ((host, True), (_FULL[mark + tail], True))
    elif (tail == "s" and host in _IS) or (tail == "d" and host in _WOULD):
        yield from ((host, True), ("is" if tail == "s" else "would", True))
    elif word.endswith("%"):
        yield from ((read_number(Word(0, len(word), word)) or word, False), ("percent", False))
    elif word not in _FILLERS:
        yield _SHORT.get(word) or read_number(Word(0, len(word), word)) or word, False


@lru_cache(maxsize=65_536)
def spelled(form: str) -> str:
    """A form in which British and American spellings agree, and the forms with and without a hyphen or a space."""
    if len(form) < 5:
        return form
    form = re.sub(r"our(?=$|[^aeiou]|ed|ing|able)", "or", form)
    form = re.sub(r"is(?=e|ing|ation)", "iz", form)
    return re.sub(r"([lpst])\1", r"\1", form)
