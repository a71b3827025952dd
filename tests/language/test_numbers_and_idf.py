"""Numbers in one written form; stems; inverse document frequency."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language import idf, numbers_in, read_number, stem, tokenize


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200", "1200"),
        ("$1,200", "1200"),
        ("$1,200.50", "1200.50"),
        ("40%", "40"),
        ("86.9", "86.9"),
        ("3.0", "3"),
        ("0", "0"),
        ("zero", "0"),
        ("Forty", "40"),
        ("seventeen", "17"),
        ("ninety", "90"),
        ("one", None),
        ("1", "1"),
        ("hundred", None),
        ("second", None),
        ("covid19", "19"),
        ("U.S.", None),
        ("²", "2"),
        ("５０", "50"),
        ("often", None),
    ],
)
def test_the_number_a_word_stands_for(text: str, expected: str | None) -> None:
    (word,) = tokenize(text)
    assert read_number(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("No figure was given.", set()),
        ("Forty people and 40 dogs, 1,200 in all.", {"40", "1200"}),
        ("From 86.9 to 52.4 a day, a fall of 40%", {"86.9", "52.4", "40"}),
        ("Twenty-four houses", {"20", "4"}),
        ("One of the two", {"2"}),
    ],
)
def test_numbers_of_a_sentence(text: str, expected: set[str]) -> None:
    assert numbers_in(tokenize(text)) == expected


@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_commas_change_nothing(value: int) -> None:
    assert numbers_in(tokenize(f"{value:,}")) == numbers_in(tokenize(str(value))) == {str(value)}


@given(st.text())
def test_a_number_has_only_digits_and_points(text: str) -> None:
    for value in numbers_in(tokenize(text)):
        assert value
        assert all(character.isdigit() or character == "." for character in value)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "voted", "votes"),
        (None, "negotiations", "negotiation"),
        ("de", "häuser", "häusern"),
        ("fr", "déclarations", "déclaration"),
        ("es", "ministerios", "ministerio"),
    ],
)
def test_forms_that_share_a_stem(language: str | None, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language) != one


@pytest.mark.parametrize("language", ["zh", "xx", "el"])
def test_a_language_without_stems_keeps_the_form(language: str) -> None:
    assert stem("voted", language) == "voted"


def test_stems_of_one_language_are_not_those_of_another() -> None:
    assert stem("voted", "en") != stem("voted", "zh")


def test_rarity_falls_with_the_number_of_sentences() -> None:
    weight = idf([["rain", "the"], ["the", "talks"], ["the", "rain", "rain"]])
    assert weight["talks"] == 1
    assert weight["rain"] == pytest.approx(log(4 / 2) / log(4))
    assert weight["the"] == pytest.approx(log(4 / 3) / log(4))


def test_rarity_of_nothing_and_of_a_single_sentence() -> None:
    assert dict(idf([])) == {}
    assert dict(idf([[]])) == {}
    assert dict(idf([["rain", "rain"]])) == {"rain": 1}


@given(st.lists(st.lists(st.sampled_from("abcdef")), max_size=8))
def test_rarity_is_a_share_and_the_order_of_sentences_changes_nothing(sentences: list[list[str]]) -> None:
    weight = idf(sentences)
    assert set(weight) == {item for sentence in sentences for item in sentence}
    assert all(0 < value <= 1 for value in weight.values())
    assert dict(idf(sentences[::-1])) == dict(weight)
    counts = {item: sum(item in sentence for sentence in sentences) for item in weight}
    assert all(weight[a] >= weight[b] for a in weight for b in weight if counts[a] <= counts[b])


def test_stems_in_several_sessions_at_once() -> None:
    forms = [f"{start}{middle}{end}" for start in "bdfgkm" for middle in ("arrang", "ation", "ubtl", "ocrit") for end in ENDINGS]
    stem.cache_clear()
    alone = {form: stem(form, "en") for form in forms}
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(5):
            stem.cache_clear()
            with ThreadPoolExecutor(8) as pool:
                together = dict(zip(forms * 8, pool.map(lambda form: stem(form, "en"), forms * 8), strict=True))
            assert together == alone
    finally:
        sys.setswitchinterval(before)
        stem.cache_clear()


ENDINGS = ("ed", "ing", "ational", "iveness", "ies", "ement", "fulness", "ization", "edly", "s")
