"""The number written at a token: digits, number words, scales ("1.2 million"), fractions, and loose words ("dozens")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..settings.dates_and_numbers import FRACTION_PRECISION, HALF_PRECISION, RATIO_PRECISION, UNROUNDED_COUNT
from .numbers import read_number
from .tokenize import Word, form
from .units import CURRENCY_SIGNS, DASHES, DURATION_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DIGITS: Final = re.compile(r"(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(\d{1,6}))?(bn|mn|tn|k|m)?", re.IGNORECASE)
SCALES: Final = {
    "hundred": 1e2, "dozen": 12.0, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_DENOMINATORS: Final = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_LOOSE_SCALES: Final = frozenset("hundred thousand million billion dozen".split())
_LOOSE_NUMBERS: Final = {
    "couple": (2.0, 3.0), "few": (2.0, 9.0), "handful": (3.0, 9.0), "several": (3.0, 14.0), "tens": (15.0, 199.0),
    "dozens": (15.0, 199.0), "scores": (25.0, 199.0), "hundreds": (100.0, 2999.0), "thousands": (1e3, 29_999.0),
    "millions": (1e6, 3e7), "billions": (1e9, 3e10),
}  # fmt: skip
"""The least and the greatest number that a journalist may call so, widely drawn."""
_SET_WORDS: Final = {"both": 2.0, "pair": 2.0, "duo": 2.0, "trio": 3.0, "twice": 2.0}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over the tokens `start` to `end` (not included), and the least and most that its words allow.

    `precision` is the place to which it seems rounded: 1e8 in "13.9 billion", 1 in "24", 0 in a loose word ("dozens").
    `is_fraction`: whether it is a part of one ("half").
    """

    start: int
    end: int
    low: float
    high: float
    precision: float = 1.0
    is_fraction: bool = False

    @property
    def exact(self) -> bool:
        """Whether the words give one number, not a range."""
        return self.low == self.high


def read_numeral(doc: Doc, i: int) -> Numeral | None:
    """Read the number that starts at token `i`, as far as it goes; None if there is none."""
    return _loose_number(doc, i) or _fraction(doc, i) or _plain_number(doc, i)


def read_duration_word(doc: Doc, i: int) -> Numeral | None:
    """Read a length of time in one word, in days: "monthslong" or "months-long"; None if there is none at token `i`."""
    word, end = token_text(doc, i), i + 1
    if token_text(doc, i + 1) in DASHES and token_text(doc, i + 2) == "long":
        word, end = word + "long", i + 3
    return Numeral(i, end, *DURATION_WORDS[word], 0.0) if word in DURATION_WORDS else None


def token_text(doc: Doc, i: int) -> str:
    """Return the text of a token in small letters; "" beyond either end of the sentence."""
    return doc[i].lower_ if 0 <= i < len(doc) else ""


def _loose_number(doc: Doc, i: int) -> Numeral | None:
    word = token_text(doc, i)
    if word in _SET_WORDS:
        value = _SET_WORDS[word]
        return Numeral(i, i + 1, value, value) if word in ("both", "twice") or token_text(doc, i + 1) == "of" else None
    if word not in _LOOSE_NUMBERS:
        return None
    if word in ("few", "couple", "handful", "scores", "tens") and not _is_number(doc, i, word):
        return None
    low, high = _LOOSE_NUMBERS[word]
    end = i + 1
    multiplier = _LOOSE_NUMBERS.get(token_text(doc, i + 2)) if token_text(doc, i + 1) == "of" else None
    if multiplier and multiplier[0] >= 100:  # "tens of thousands"
        low, high, end = low * multiplier[0], high * multiplier[0], i + 3
    elif token_text(doc, end) in _LOOSE_SCALES:
        scale = SCALES[token_text(doc, end)]
        low, high, end = low * scale, high * scale, end + 1
    return Numeral(i, end, low, high, 0.0)


def _is_number(doc: Doc, i: int, word: str) -> bool:
    """Tell whether "few" or "scores" is a number: "few agreed" is a remark, "he scores" a verb, and "the couple" two persons."""
    if word == "few":
        return token_text(doc, i - 1) in ("a", "past", "last", "next") and token_text(doc, i + 1) != "of"
    return token_text(doc, i + 1) == "of"


def _fraction(doc: Doc, i: int) -> Numeral | None:
    """Read a part of one: "half", "a third", "two-thirds", "one in eight", "one out of every five"."""
    word, before, after = (token_text(doc, j) for j in (i, i - 1, i + 1))
    if word == "half" and after not in ("a", "an", *DASHES) and before not in ("and", "second", "first"):
        return Numeral(i, i + 1, 0.5, 0.5, HALF_PRECISION, True)
    numerator = 1.0 if word in ("a", "one") else _small_number(word)
    if numerator is None:
        return None
    j = i + 2 if after in DASHES else i + 1
    ordinal = token_text(doc, j)
    denominator = _DENOMINATORS.get(ordinal.removesuffix("s")) if numerator == 1 or ordinal.endswith("s") else None
    if denominator and numerator < denominator and ordinal != "half" and (token_text(doc, j + 1) == "of" or numerator > 1):
        return Numeral(i, j + 1, numerator / denominator, numerator / denominator, FRACTION_PRECISION, True)
    j = _ratio_base(doc, i)
    base = _small_number(token_text(doc, j)) if word != "a" and j else None
    if not base or base <= numerator:
        return None
    return Numeral(i, j + 1, numerator / base, numerator / base, RATIO_PRECISION * numerator / base, True)


def _ratio_base(doc: Doc, i: int) -> int:
    """Return the token of the "five" in "one in five", "one-in-five", "one of every five" and "one out of five"; 0 for none."""
    words = [token_text(doc, i + step) for step in range(1, 5)]
    if words[0] in DASHES and words[1] == "in" and words[2] in DASHES:
        return i + 4
    has_every = "every" in words[1:3]
    if words[0] == "in" or (words[0] == "of" and has_every):
        return i + 2 + has_every
    return i + 3 + has_every if words[:2] == ["out", "of"] else 0


def _small_number(word: str) -> float | None:
    """Read a whole number up to 100, in words or digits."""
    if word == "one":
        return 1.0
    if len(word) > 9 or not (word.isascii() and (word.isdigit() or word.isalpha())):
        return None
    value = read_number(Word(0, len(word), form(word)))
    return float(value) if value is not None and float(value) <= 100 else None


def _plain_number(doc: Doc, i: int) -> Numeral | None:
    word, following = token_text(doc, i), token_text(doc, i + 1)
    digits = _DIGITS.fullmatch(word)
    suffix: str | None = None
    if digits:
        whole, decimals, suffix = digits.groups()
        value, end = float(whole.replace(",", "") + "." + (decimals or "0")), i + 1
        precision = 10.0 ** -len(decimals) if decimals else _rounded_place(value)
    elif word == "half" and following in ("a", "an") and token_text(doc, i + 2) in SCALES:
        value, end, precision = 0.5, i + 2, 0.1
    elif word in ("a", "an") and following in SCALES and len(following) > 2:
        value, end, precision = 1.0, i + 1, 1.0
    else:
        value, end = _number_in_words(doc, i)
        precision = 1.0
    if end == i:
        return None
    if [token_text(doc, j) for j in range(end, end + 3)] == ["and", "a", "half"]:
        value, end, precision = value + 0.5, end + 3, 0.5
    following = token_text(doc, end + 1)
    if token_text(doc, end) in DASHES and len(following) > 5 and following in SCALES:  # "a $2.6-million haul"
        end += 1
    scale = _scale(doc, end, suffix)
    if scale and not suffix:
        end += 1
    precision = min(precision, 1.0) * scale if scale else precision
    return Numeral(i, end, value * (scale or 1), value * (scale or 1), precision)


def _scale(doc: Doc, i: int, suffix: str | None) -> float:
    """Return what a number is multiplied with, or 0. A lone "m" is a million behind money or before a plural, else metres."""
    word = suffix.lower() if suffix else token_text(doc, i)
    if word == "m" and not suffix:
        has_currency = i >= 2 and doc[i - 2].text[-1:] in tuple(CURRENCY_SIGNS)
        word = word if has_currency or (i + 1 < len(doc) and doc[i + 1].tag_ == "NNS") else ""
    elif word == "dozen" and i and token_text(doc, i - 1) in DASHES:
        word = ""
    return SCALES.get(word, 0.0)


def _rounded_place(value: float) -> float:
    """Return the place of the last digit that is not 0, of a large number; small ones are taken for exact."""
    place = 1.0
    while value >= UNROUNDED_COUNT and value % (place * 10) == 0:
        place *= 10
    return place


def _number_in_words(doc: Doc, i: int) -> tuple[float, int]:
    """Read a number in words below a thousand; return it with the token behind it (`i` itself if there is none)."""
    total = 0.0
    end, limit = i, 1000.0  # what may still be added: below ten after "forty", nothing after "six"
    while (
        (value := _small_number(token_text(doc, end))) is not None
        and not token_text(doc, end).isdigit()
        and (0 < value < limit or end == i)
    ):
        total, end = total + value, end + 1
        limit = 10.0 if value >= 20 else 0.0
        word, following = token_text(doc, end), token_text(doc, end + 1)
        if word == "hundred":
            total, end, limit = total * 100, end + 1, 100.0
            following = token_text(doc, end + 1)
            end += token_text(doc, end) == "and" and _small_number(following) is not None and following.isalpha()
        elif limit and word in DASHES and (_small_number(following) or 99) < 10 and following.isalpha():
            end += 1
    return total, end
