"""Words: what counts as one, its offsets, and which spellings are the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import tokenize
from components.language.tokenize import form


def words_of(text: str) -> list[str]:
    return [text[word.start : word.end] for word in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("… — !? 😀 _", []),
        ("Rain fell.", ["Rain", "fell"]),
        ("Don't, they said: don’t!", ["Don't", "they", "said", "don’t"]),
        ("the dogs' bowl", ["the", "dogs", "bowl"]),
        ("'quoted'", ["quoted"]),
        ("The U.S. and the U.N.", ["The", "U.S.", "and", "the", "U.N."]),
        ("It ended. So what", ["It", "ended", "So", "what"]),
        ("$1,200.50 or 86.9 or 40%", ["$1,200.50", "or", "86.9", "or", "40%"]),
        ("at 10:30, 7-2", ["at", "10:30", "7", "2"]),
        ("£3m and €2bn", ["£3", "m", "and", "€2", "bn"]),
        ("a well-known snake_case", ["a", "well", "known", "snake", "case"]),
        ("Zürich, Ångström, żółć", ["Zürich", "Ångström", "żółć"]),
        ("قال الوزير إن", ["قال", "الوزير", "إن"]),
        ("部长说,雨。", ["部长说", "雨"]),
        ("COVID-19", ["COVID", "19"]),
    ],
)
def test_what_a_word_is(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ramo\u0301n", "Zu\u0308rich", "हिन्दी", "தமிழ்", "قَالَ", "שָׁלוֹם", "می\u200cخواهم"],
    ids=["acute", "umlaut", "Hindi", "Tamil", "Arabic", "Hebrew", "Persian"],
)
def test_a_mark_on_a_letter_does_not_end_the_word(text: str) -> None:
    assert words_of(f"{text}, {text}") == [text, text]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maduro’s", "MADURO"),
        ("Maduro's", "maduro"),
        ("U.S.", "US"),
        ("Ramón", "Ramon"),
        ("Ramo\u0301n", "Ramón"),
        ("Straße", "STRASSE"),
        ("ﬁre", "fire"),
        ("don’t", "don't"),
        ("５", "5"),
    ],
)
def test_spellings_that_are_the_same(one: str, other: str) -> None:
    assert form(one) == form(other)


@pytest.mark.parametrize(("one", "other"), [("86.9", "869"), ("1.200", "1200"), ("it", "its"), ("10:30", "1030"), ("40", "40%")])
def test_spellings_that_are_not(one: str, other: str) -> None:
    assert form(one) != form(other)


@given(st.text())
def test_offsets_are_exact_in_order_and_inside(text: str) -> None:
    previous_end = 0
    for word in tokenize(text):
        assert previous_end <= word.start < word.end <= len(text)
        assert any(character.isalnum() for character in text[word.start : word.end])
        assert word.form == form(text[word.start : word.end])
        previous_end = word.end


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    offsets = {offset for word in tokenize(text) for offset in range(word.start, word.end)}
    assert all(offset in offsets for offset, character in enumerate(text) if character.isalnum())
