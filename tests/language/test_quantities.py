"""Quantities: what is read out of number words, units and hedges, what is left alone, and what a number is said of."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.language import parse
from components.language.quantities import Quantity, find_quantities

pytestmark = pytest.mark.model


def read(text: str) -> tuple[Quantity, ...]:
    return find_quantities(parse([text])[0])


def only(text: str) -> Quantity:
    quantities = read(text)
    assert len(quantities) == 1, quantities
    return quantities[0]


def noun(text: str) -> str | None:
    i = only(text).noun
    return None if i is None else parse([text])[0][i].text


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("They bought 1,200 lamps.", "", 1200, 1200),
        ("They bought two hundred and forty-five lamps.", "", 245, 245),
        ("They bought two dozen lamps.", "", 24, 24),
        ("They bought half a dozen lamps.", "", 6, 6),
        ("They cut 1.2 million jobs.", "", 1.2e6, 1.2e6),
        ("They cut half a million jobs.", "", 5e5, 5e5),
        ("The firm paid $1.5m for it.", "$", 1.5e6, 1.5e6),
        ("It was a $2.6-million haul.", "$", 2.6e6, 2.6e6),
        ("The fine was 40 million euros.", "€", 4e7, 4e7),
        ("The course takes 40-60 hours.", "time", 40 / 24, 60 / 24),
        ("It costs $800 to $1,000.", "$", 800, 1000),
        ("It costs 2 to 3 million dollars.", "$", 2e6, 3e6),
        ("Turnout was 40 percent.", "share", 0.4, 0.4),
        ("Half of the voters stayed home.", "share", 0.5, 0.5),
        ("Two-thirds of the voters stayed home.", "share", 2 / 3, 2 / 3),
        ("One in eight voters stayed home.", "share", 0.125, 0.125),
        ("One out of every five voters stayed home.", "share", 0.2, 0.2),
        ("He had a one-in-three chance.", "share", 1 / 3, 1 / 3),
        ("The council voted 7 to 2 for it.", "score", 7, 2),
        ("The walk is 26 miles.", "length", 26 * 1609.344, 26 * 1609.344),
        ("It was a 6.1-magnitude quake.", "magnitude", 6.1, 6.1),
        ("A 36-year-old man fell.", "age", 36 * 365.25, 36 * 365.25),
        ("Mara Quill, 41, resigned.", "age", 41 * 365.25, 41 * 365.25),
        ("He was twice investigated.", "times", 2, 2),
        ("It took a monthslong inquiry.", "time", 60, 400),
    ],
)
def test_a_number_with_its_unit(text: str, kind: str, low: float, high: float) -> None:
    quantity = only(text)
    assert quantity.kind == kind
    assert [quantity.low, quantity.high] == pytest.approx([low, high])


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("At least 24 people left.", "least"),
        ("More than 24 people left.", "more"),
        ("Nearly 24 people left.", "nearly"),
        ("Just over 24 people left.", "above"),
        ("Up to 24 people left.", "most"),
        ("Fewer than 24 people left.", "less"),
        ("An estimated 24 people left.", "about"),
        ("They waited 24 hours or more.", "least"),
        ("24 people left.", ""),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    quantity = only(text)
    assert quantity.hedge == hedge
    assert quantity.text == text[slice(*quantity.span)]


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 14 at the lake.",
        "They met in 2014 at the lake.",
        "They met at 7 p.m. by the lake.",
        "It was the third storm.",
        "Take Route 94 to the lake.",
        "He drove to 1340 Elm Street.",
        "No one was there.",
        "Few agreed with him.",
        "He scores well.",
    ],
)
def test_dates_names_and_ordinals_are_no_quantities(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 24 people were killed.", "people"),
        ("Dozens of homes burned.", "homes"),
        ("The 47-page indictment was sealed.", "page"),
        ("A two-year inquiry ended.", "inquiry"),
        ("He stole $2 million worth of jewels.", "jewels"),
        ("The cost was $5 million.", "cost"),
        ("He spent $1 million in April.", None),
    ],
)
def test_what_is_counted(text: str, expected: str | None) -> None:
    assert noun(text) == expected


def test_what_happens_to_those_counted() -> None:
    text = "Five dead, dozens injured in quake"
    doc = parse([text])[0]
    first, second = (doc[quantity.governors[0]].text for quantity in find_quantities(doc))
    assert (first, second) == ("dead", "injured")


def test_loose_words_are_a_stretch() -> None:
    quantity = only("Tens of thousands of people marched.")
    assert quantity.low < 20_000 < quantity.high
    assert not quantity.exact and not quantity.precision


def test_a_rate_and_two_ages() -> None:
    assert only("He pays $900 a month.").per == "month"
    assert [quantity.kind for quantity in read("The girls, aged 4 and 7, left.")] == ["age", "age"]


def test_a_long_list_stays_quick() -> None:
    doc = parse([", ".join(str(number) for number in range(2000))])[0]
    start = time.perf_counter()
    assert find_quantities(doc)
    assert time.perf_counter() - start < 2


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            "one two a half - – , of in every 3 40 $ % m million dozen hundred and to aged years ( ) old 7:30 ½".split()
        )
    )
)
def test_any_row_of_number_words_is_read_without_overlap(words: list[str]) -> None:
    text = " ".join(words) or "x"
    quantities = read(text)
    assert all(0 <= quantity.span[0] < quantity.span[1] <= len(text) for quantity in quantities)
    assert all(quantity.high > 0 or quantity.low == 0 for quantity in quantities)


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=60))
def test_odd_text_does_not_break_it(text: str) -> None:
    assert all(text[slice(*quantity.span)] == quantity.text for quantity in read(text))
