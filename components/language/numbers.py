"""Numbers as matching compares them: digits and number words in one written form, without their units."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from .tokenize import Word

NUMBER_WORDS: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
"""English number words -> the number; those between them are written with two words."""
ONE_TO_TEN: Final = tuple(word for word, value in NUMBER_WORDS.items() if 1 <= value <= 10)
_NOT_A_NUMBER = re.compile(r"[^\d.]")


def read_number(word: Word) -> str | None:
    """Return the number that a word stands for, in digits, or None: "1,200" and "$1,200" are 1200, "forty" is 40.

    "one" is not taken for a number: it is a pronoun more often than not.
    """
    if any(c.isdigit() for c in word.form):
        digits = _NOT_A_NUMBER.sub("", word.form).strip(".")
        return digits.removesuffix(".0") or None
    value = NUMBER_WORDS.get(word.form)
    return None if value is None or value == 1 else str(value)


def numbers_in(words: Iterable[Word]) -> set[str]:
    """Return the numbers among some words."""
    return {value for word in words if (value := read_number(word)) is not None}
