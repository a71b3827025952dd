"""Numbers beside each other: what is of one thing, what agrees all the same, and what is said of it."""

from __future__ import annotations

import re
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.details.numbers import compare_numbers, find_numbers
from components.details.sentence_pair import SentencePair
from components.language import parse
from components.language.parsed_article import pair_with_parse
from components.story import Difference
from tests.report.factories import article

pytestmark = pytest.mark.model

Row = tuple[str, str, str]
FORBIDDEN = re.compile(r"omit|ignor|hid|buri|fail|misquot|bias|\bleft\b|\bright\b|wrong", re.IGNORECASE)


def number_differences(left_text: str, right_text: str, probability: float = 0.9) -> list[Difference]:
    """Compare the numbers of two sentences whose words are similar only if they share a lemma."""
    left, right = (
        pair_with_parse(article(key, [text], headline=False), parse([text]))
        for key, text in (("A", left_text), ("B", right_text))
    )
    similarities = np.zeros((len(left.docs[0]), len(right.docs[0])), np.float32)
    pair = SentencePair(left, 0, right, 0, probability, similarities)
    return list(compare_numbers(pair, find_numbers(left)[0], find_numbers(right)[0]))


def rows(left: str, right: str, probability: float = 0.9) -> list[Row]:
    return [(d.left.text, d.right.text, d.verdict) for d in number_differences(left, right, probability)]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Five people died in Osmere.", "At least 24 people were killed in Osmere.", ("Five", "At least 24", "differs")),
        ("The flood injured at least 50 people.", "The flood wounded 70.", ("at least 50", "70", "differs")),
        ("He fell about 150 metres.", "He slipped and fell around 200ft.", ("about 150 metres", "around 200ft", "differs")),
        ("The 47-page report says so.", "In a 48-page report, he is cleared.", ("47", "48", "differs")),
        ("It ended a two-year inquiry.", "A monthslong inquiry found it.", ("two-year", "monthslong", "differs")),
        (
            "They stole $2.5 million in jewels.",
            "Jewels: they stole $2.9 million in jewels.",
            ("$2.5 million", "$2.9 million", "differs"),
        ),
        ("The council voted 7 to 2 for it.", "The council voted 6 to 3 for it.", ("7 to 2", "6 to 3", "differs")),
        ("He was questioned several times.", "He was questioned twice.", ("several times", "twice", "differs")),
        ("Mayor Quill, 41, resigned.", "Mayor Quill, 43, resigned.", ("41", "43", "differs")),
        ("They raised $250,000.", "They raised more than $250,000.", ("$250,000", "more than $250,000", "compatible")),
        (
            "They bought it for $13.9 billion.",
            "They bought it for nearly $14 billion.",
            ("$13.9 billion", "nearly $14 billion", "compatible"),
        ),
        ("At least 40 people were injured.", "Dozens of people were injured.", ("At least 40", "Dozens", "more_specific")),
    ],
)
def test_one_thing_two_numbers(left: str, right: str, expected: Row) -> None:
    assert rows(left, right) == [expected]
    left_number, right_number, verdict = expected
    assert rows(right, left) == [(right_number, left_number, verdict)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ten people were killed.", "Ten people died."),
        ("Ten people were killed.", "Seventy people were wounded."),
        ("The jury convicted three men.", "Two guards testified."),
        ("A mother of 12 was killed.", "Two people were killed."),
        ("Three people were killed.", "Two women were killed."),
        ("He raised $5 million.", "Mayor Quill raised $2 million."),
        ("The mayor raised $5 million.", "The mayor raised 4 million euros."),
        ("It is 20 miles north of Osmere.", "It is 14 miles north of Tarn."),
        ("Six schools closed in 2012.", "Nine schools closed in 2015."),
        ("The girls, aged 4 and 7, are safe.", "The girl, 9, is safe."),
        ("It pays $900 a month.", "It pays $40,000 in all."),
        ("He scored 2,117 points.", "He scored 23 points."),
        ("A quarter of the pupils had flu.", "25 percent of the pupils had flu."),
        ("Hundreds of people marched.", "Thousands of people marched."),
        ("It rained.", "Nobody came."),
    ],
)
def test_nothing_is_said_to_differ(left: str, right: str) -> None:
    assert [verdict for *_, verdict in rows(left, right) if verdict == "differs"] == []


UNIQUE = [
    ("The flood put 212 homes under water.", "The river entered 187 homes.", ("212", "187", "differs")),
    ("She left after nearly seven hours of talks.", "Peace came after six hours of negotiations.", None),
    ("The trial lasted nearly six weeks.", "A four-week trial ended on Friday.", ("nearly six weeks", "four-week", "differs")),
    ("She was a mother of 13.", "They mourn the mother of 12.", ("13", "12", "differs")),
    ("It passed: they voted 7-2.", "The vote was 6-3.", ("7-2", "6-3", "differs")),
    ("Sales fell by 12 percent.", "Sales fell 9 percent, Quill said.", ("12 percent", "9 percent", "differs")),
    ("They offered $3.4 million.", "They made a $3.9 million offer.", ("$3.4 million", "$3.9 million", "differs")),
]


@pytest.mark.parametrize(("left", "right", "expected"), UNIQUE)
def test_unique_numbers_of_sentences_that_surely_tell_the_same(left: str, right: str, expected: Row | None) -> None:
    expected = expected or ("nearly seven hours", "six hours", "differs")
    assert rows(left, right, probability=0.95) == [expected]
    left_number, right_number, verdict = expected
    assert rows(right, left, probability=0.95) == [(right_number, left_number, verdict)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The flood put 212 homes under water.", "The river entered another 187 homes."),
        ("The flood put 212 homes under water.", "The river entered 187 of the homes."),
        ("The flood put 212 homes under water.", "The river entered 40 old homes and 147 homes."),
        ("The two state senators objected.", "Three party senators objected."),
        ("Both parties are to blame.", "One party will pay."),
        ("The flood put 212 homes under water on Monday.", "The river entered 187 homes on Friday."),
        ("The storm took 40 roofs.", "It surpassed an earlier storm that took 25 roofs."),
        ("They are a group of five.", "They are a group of nine."),
        ("Sales fell by 12 percent in a month.", "Sales fell by 9 percent in a year."),
        ("It took nearly 24 hours of talks.", "It took 22 hours of talks."),
        ("They voted 7-2.", "The vote was 6-4."),
    ],
)
def test_what_leaves_a_doubt_is_not_said_to_differ(left: str, right: str) -> None:
    assert [verdict for *_, verdict in rows(left, right, probability=0.95) if verdict == "differs"] == []


def test_unique_numbers_need_a_more_likely_pair() -> None:
    left, right, _ = UNIQUE[0]
    assert rows(left, right, probability=0.8) == []


def test_a_dateline_is_no_subject() -> None:
    left, right = "Brintel has raised 15 million euros.", "PORT QUILL, May 12 — Brintel, a brewer, has raised €12 million."
    assert rows(left, right) == [("15 million euros", "€12 million", "differs")]


def test_an_unlikely_pair_of_sentences_says_nothing() -> None:
    assert rows("Five people died.", "Nine people died.", probability=0.3) == []


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (
            "Sales fell from 86.9 million to 52.4 million.",
            "Sales fell by 40 percent.",
            "86,900,000 to 52,400,000 is -39.7 %, which agrees with 40 %",
        ),
        ("Of 60,000 letters half were burned.", "They burned 30,000 letters.", "50 % of 60,000"),
        ("He earns $10,000 a month.", "He earns $120,000 a year.", "$10,000 per month is 120,000 per year"),
        ("He paid $100 a day for 30 days.", "He paid $3,000.", "$100 per day for 30 days is 3,000"),
    ],
)
def test_arithmetic_that_agrees_is_shown(left: str, right: str, why: str) -> None:
    for differences in (number_differences(left, right), number_differences(right, left)):
        assert [difference.verdict for difference in differences] == ["compatible"]
    assert why in number_differences(left, right)[0].why


def test_a_reason_names_both_values_and_the_details_say_where() -> None:
    (difference,) = number_differences("He fell about 150 metres.", "He slipped and fell around 200ft.")
    assert difference.why == "about 150 metres and about 200 ft (60.96 m) do not agree"
    assert (difference.kind, difference.left.value, difference.right.value) == ("number", "about 150 metres", "about 200 ft")
    assert difference.left.text == "about 150 metres" and difference.left.article == "A"


def test_a_crowded_sentence_stays_quick() -> None:
    left, right = (" and ".join(f"{number} people were killed" for number in range(start, start + 400)) for start in (2, 500))
    start = time.perf_counter()
    number_differences(left, right)
    assert time.perf_counter() - start < 20  # most of it the parse


PIECES = st.lists(
    st.sampled_from(
        "five 24 $2 million % people killed injured fell from to a half of miles , and dozens at least 7-2 per day".split()
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=30)
@given(PIECES, PIECES)
def test_either_order_of_the_articles_tells_the_same(left_words: list[str], right_words: list[str]) -> None:
    left, right = " ".join(left_words), " ".join(right_words)
    differences, mirrored = rows(left, right), rows(right, left)
    assert sorted(differences) == sorted((b, a, verdict) for a, b, verdict in mirrored)
    assert not any(FORBIDDEN.search(difference.why) for difference in number_differences(left, right))
