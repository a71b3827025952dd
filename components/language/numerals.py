"""Reads the number written at a token: digits, number words, scales ("1.2 million"), fractions, and loose words ("dozens")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .numbers import read_number
from .tokenize import Word, form
from .units import CURRENCY_SIGNS, DASHES, SPANS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS: Final = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(\d{1,6}))?(bn|mn|tn|k|m)?", re.IGNORECASE)
SCALES: Final = {
    "hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_FRACTIONS: Final = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_LOOSE_SCALES: Final = frozenset("hundred thousand million billion dozen".split())
_LOOSE: Final = {
    "couple": (2.0, 3.0), "few": (2.0, 9.0), "handful": (3.0, 9.0), "several": (3.0, 14.0), "tens": (15.0, 199.0),
    "dozens": (15.0, 199.0), "scores": (25.0, 199.0), "hundreds": (100.0, 2999.0), "thousands": (1e3, 29_999.0),
    "millions": (1e6, 3e7), "billions": (1e9, 3e10),
}  # fmt: skip
"""What a journalist may call so, widely drawn."""
_SETS: Final = {"both": 2.0, "pair": 2.0, "duo": 2.0, "trio": 3.0, "twice": 2.0}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the tokens `start` to `end` (not included), and the least and most that its words allow.

    `grain` is the place to which it seems rounded: 1e8 in "13.9 billion", 1 in "24", 0 in a loose word ("dozens").
    `share`: a part of one ("half").
    """

    start: int
    end: int
    low: float
    high: float
    grain: float = 1.0
    share: bool = False

    @property
    def exact(self) -> bool:
        """Whether the words give one number, not a stretch of them."""
        return self.low == self.high


def read_numeral(doc: Doc, at: int) -> Numeral | None:
    """The number that starts at token `at`, as far as it goes, or None."""
    return _loose(doc, at) or _share(doc, at) or _written(doc, at)


def span_word(doc: Doc, at: int) -> Numeral | None:
    """A length of time in a word: "monthslong" or "months-long"."""
    word, end = _low(doc, at), at + 1
    if _low(doc, at + 1) in DASHES and _low(doc, at + 2) == "long":
        word, end = word + "long", at + 3
    return Numeral(at, end, *SPANS[word], 0.0) if word in SPANS else None


def _low(doc: Doc, at: int) -> str:
    return doc[at].lower_ if 0 <= at < len(doc) else ""


def _loose(doc: Doc, at: int) -> Numeral | None:
    word = _low(doc, at)
    if word in _SETS:
        value = _SETS[word]
        return Numeral(at, at + 1, value, value) if word in ("both", "twice") or _low(doc, at + 1) == "of" else None
    if word not in _LOOSE or (word in ("few", "couple", "handful", "scores", "tens") and not _is_loose(doc, at, word)):
        return None
    low, high = _LOOSE[word]
    end = at + 1
    times = _LOOSE.get(_low(doc, at + 2)) if _low(doc, at + 1) == "of" else None
    if times and times[0] >= 100:  # "tens of thousands"
        low, high, end = low * times[0], high * times[0], at + 3
    elif _low(doc, end) in _LOOSE_SCALES:
        scale = SCALES[_low(doc, end)]
        low, high, end = low * scale, high * scale, end + 1
    return Numeral(at, end, low, high, 0.0)


def _is_loose(doc: Doc, at: int, word: str) -> bool:
    """Whether "few" or "scores" is a number: "few agreed" is a remark, "he scores" a verb, and "the couple" two persons."""
    if word == "few":
        return _low(doc, at - 1) in ("a", "past", "last", "next") and _low(doc, at + 1) != "of"
    return _low(doc, at + 1) == "of"


def _share(doc: Doc, at: int) -> Numeral | None:
    """A part of one: "half", "a third", "two-thirds", "one in eight", "one out of every five"."""
    word = _low(doc, at)
    if word == "half" and _low(doc, at + 1) not in ("a", "an", *DASHES) and _low(doc, at - 1) not in ("and", "second", "first"):
        return Numeral(at, at + 1, 0.5, 0.5, 0.1, True)
    top = 1.0 if word in ("a", "one") else _small(word)
    if top is None:
        return None
    under = at + 2 if _low(doc, at + 1) in DASHES else at + 1
    base = _FRACTIONS.get(_low(doc, under).removesuffix("s")) if top == 1 or _low(doc, under).endswith("s") else None
    if base and top < base and (_low(doc, under + 1) == "of" or top > 1) and _low(doc, under) != "half":
        return Numeral(at, under + 1, top / base, top / base, 0.05, True)
    under = _below(doc, at)
    below = _small(_low(doc, under)) if word != "a" and under else None
    return Numeral(at, under + 1, top / below, top / below, 0.2 * top / below, True) if below and below > top else None


def _below(doc: Doc, at: int) -> int:
    """The token of the "five" in "one in five", "one-in-five", "one of every five" and "one out of five"; 0: none."""
    words = [_low(doc, at + step) for step in range(1, 5)]
    if words[0] in DASHES and words[1] == "in" and words[2] in DASHES:
        return at + 4
    every = "every" in words[1:3]
    if words[0] == "in" or (words[0] == "of" and every):
        return at + 2 + every
    return at + 3 + every if words[:2] == ["out", "of"] else 0


def _small(word: str) -> float | None:
    """A whole number up to 100, in words or digits."""
    if word == "one":
        return 1.0
    if len(word) > 9 or not (word.isascii() and (word.isdigit() or word.isalpha())):
        return None
    value = read_number(Word(0, len(word), form(word)))
    return float(value) if value is not None and float(value) <= 100 else None


def _written(doc: Doc, at: int) -> Numeral | None:
    word = _low(doc, at)
    found = _DIGITS.fullmatch(word)
    if found:
        whole, decimals, letters = found.groups()
        value, end = float(whole.replace(",", "") + "." + (decimals or "0")), at + 1
        grain = 10.0 ** -len(decimals) if decimals else _place(value)
    elif word == "half" and _low(doc, at + 1) in ("a", "an") and _low(doc, at + 2) in SCALES:
        value, end, grain, letters = 0.5, at + 2, 0.1, None
    elif word in ("a", "an") and _low(doc, at + 1) in SCALES and len(_low(doc, at + 1)) > 2:
        value, end, grain, letters = 1.0, at + 1, 1.0, None
    else:
        value, end = _words(doc, at)
        grain, letters = 1.0, None
    if end == at:
        return None
    if _low(doc, end) == "and" and _low(doc, end + 1) == "a" and _low(doc, end + 2) == "half":
        value, end, grain = value + 0.5, end + 3, 0.5
    if _low(doc, end) in DASHES and len(_low(doc, end + 1)) > 5 and _low(doc, end + 1) in SCALES:  # "a $2.6-million haul"
        end += 1
    scale = _scale(doc, end, letters)
    if scale and not letters:
        end += 1
    grain = min(grain, 1.0) * scale if scale else grain
    return Numeral(at, end, value * (scale or 1), value * (scale or 1), grain)


def _scale(doc: Doc, at: int, letters: str | None) -> float:
    """The scale a number is multiplied with, or 0. A lone "m" is a million behind money or before a plural, else metres."""
    word = letters.lower() if letters else _low(doc, at)
    if word == "m" and not letters:
        money = at >= 2 and doc[at - 2].text[-1:] in tuple(CURRENCY_SIGNS)
        word = word if money or (at + 1 < len(doc) and doc[at + 1].tag_ == "NNS") else ""
    elif word == "dozen" and at and _low(doc, at - 1) in DASHES:
        word = ""
    return SCALES.get(word, 0.0)


def _place(value: float) -> float:
    """The place of the last digit that is not 0, of a large number; small ones are taken for exact."""
    place = 1.0
    while value >= 1000 and value % (place * 10) == 0:
        place *= 10
    return place


def _words(doc: Doc, at: int) -> tuple[float, int]:
    """A number in words below a thousand, and the token after it (`at` itself: none)."""
    total = 0.0
    end, room = at, 1000.0  # what may still be added: below ten after "forty", nothing after "six"
    while (value := _small(_low(doc, end))) is not None and not _low(doc, end).isdigit() and (0 < value < room or end == at):
        total, end = total + value, end + 1
        room = 10.0 if value >= 20 else 0.0
        if _low(doc, end) == "hundred":
            total, end, room = total * 100, end + 1, 100.0
            end += _low(doc, end) == "and" and _small(_low(doc, end + 1)) is not None and _low(doc, end + 1).isalpha()
        elif room and _low(doc, end) in DASHES and (_small(_low(doc, end + 1)) or 99) < 10 and _low(doc, end + 1).isalpha():
            end += 1
    return total, end
