"""Which texts are forms of one name, and which are one name spelled in two ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.details.names.aliases import differ_in_spelling, name_suffix, name_words, place_level, same_name

ONE_NAME = [
    ("Mara Holt", "Holt"),
    ("Sen. Mara Holt", "Mara Holt"),
    ("Mara J. Holt", "Mara Holt"),
    ("M. Holt", "Mara Holt"),
    ("Bill Pell", "William Pell"),
    ("José Álvaro", "Jose Alvaro"),
    ("Jean-Luc Orme", "Jean Luc Orme"),
    ("Val-Fresh", "Valfresh"),
    ("Mara Holt’s", "Mara Holt"),
    ("the Osmere Harbour Board", "Harbour Board"),
    ("OHB", "Osmere Harbour Board"),
    ("O.H.B.", "the Osmere Harbour Board"),
    ("BOH", "Board of Osmere Harbour"),
    ("United States", "U.S."),
    ("Tex.", "Texas"),
    ("N.Y.", "New York"),
    ("Labour Union of Osmere", "Labor Union of Osmere"),
    ("Defence Board", "Defense Board"),
    ("Al Tareqa", "al-Tariqa"),
    ("Mustada al Sader", "Mostada al-Sadr"),
]
TWO_NAMES = [
    ("Mara Holt", "Dora Holt"),
    ("Mara Holt", "Mara Pell"),
    ("Ray Dunn Jr.", "Ray Dunn Sr."),
    ("Ray Dunn", "Ray Dunn Jr."),
    ("Osmere", "Ostmere"),
    ("Ohio", "Iowa"),
    ("OHB", "Osmere River Board"),
]
SPELLINGS = [
    ("Vincenz Holt", "Vicenz Holt"),
    ("Orla Preiss", "Orla Priess"),
    ("Norris Island", "Noris Island"),
    ("Osmere", "Osmare"),
    ("Tarifa", "Tarifah"),
]
NOT_SPELLINGS = [
    ("Vincenz Holt", "Vincenz Holt"),
    ("Bob Holt", "Rob Holt"),
    ("Jon Holt", "John Holt"),
    ("Mara Holt", "Maras Holts"),
    ("Lamor", "Lamori"),
    ("Norfield", "Norgrild"),
    ("Vincenz Holt", "Holt"),
    ("Route 4105", "Route 4106"),
]


@pytest.mark.parametrize(("left", "right"), ONE_NAME)
def test_forms_of_one_name(left: str, right: str) -> None:
    assert same_name(left, right)
    assert same_name(right, left)


@pytest.mark.parametrize(("left", "right"), [*TWO_NAMES, *SPELLINGS])
def test_two_names(left: str, right: str) -> None:
    assert not same_name(left, right)
    assert not same_name(right, left)


@pytest.mark.parametrize(("left", "right"), SPELLINGS)
def test_a_name_spelled_in_two_ways(left: str, right: str) -> None:
    assert differ_in_spelling(left, right)
    assert differ_in_spelling(right, left)


@pytest.mark.parametrize(("left", "right"), NOT_SPELLINGS)
def test_names_that_differ_in_more_than_spelling(left: str, right: str) -> None:
    assert not differ_in_spelling(left, right)
    assert not differ_in_spelling(right, left)


def test_titles_and_suffixes_are_no_part_of_a_name() -> None:
    assert name_words("the Rev. Dr. Mara Holt Jr.") == ("mara", "holt")
    assert (name_suffix("Mara Holt Jr."), name_suffix("Mara Holt"), name_suffix("Jr.")) == ("jr", "", "")


def test_places_are_countries_states_or_lie_within_one() -> None:
    assert [place_level(place) for place in ("the United States", "Vietnam", "Tex.", "New York", "Osmere")] == [
        "country",
        "country",
        "state",
        "state",
        "within",
    ]


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_order_never_matters(left: str, right: str) -> None:
    assert same_name(left, right) == same_name(right, left)
    assert differ_in_spelling(left, right) == differ_in_spelling(right, left)
    assert same_name(left, left)
    assert not differ_in_spelling(left, left)
