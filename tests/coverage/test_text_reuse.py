"""Which articles run together word for word, on invented texts; and that the order of the articles changes nothing."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import read_sentences
from components.coverage import SharedText, independent_accounts, shared_texts
from components.settings.coverage import ACCOUNT_SHARE, LEAST_SHARED_WORDS, RUN_WORDS, SAME_AGENCY_SHARE
from components.story import Article, Comparison

WIRE = [
    "The ferry to Lunde stopped on Friday morning after a fire broke out in its engine room.",
    "All forty-eight passengers were taken off by two fishing boats within half an hour.",
    "The harbour office said that the ship would be towed to the yard on Monday.",
]
OWN = [
    "Passengers sang to pass the time while the smoke cleared over the bay.",
    "Per Holm, who teaches in Varn, had a class of nine with him.",
    "He said it was the calmest hour of the whole school trip so far.",
]
WORDS = st.lists(st.sampled_from("ferry fire boat quay crew rope tide mast".split()), min_size=RUN_WORDS, max_size=60)


def articles(*texts: list[str], agency: str | None = None) -> list[Article]:
    """Articles of these sentences, A, B and so on."""
    return [replace(read_sentences(text), key=key, agency=agency) for key, text in zip("ABCDEF", texts, strict=False)]


def story(made: list[Article]) -> Comparison:
    return Comparison(tuple(made), (), (), {}, "tiny", "abc", True)


def quoted(copy: SharedText, made: list[Article], side: int) -> list[str]:
    """The runs as they stand in one of the two articles."""
    text = next(article.text for article in made if article.key == copy.keys[side])
    return [text[slice(*run[side])] for run in copy.runs]


def test_the_same_words_are_found_where_they_stand_also_in_another_order() -> None:
    made = articles([OWN[0], *WIRE], [WIRE[2].upper(), OWN[1], WIRE[0]])
    [copy] = shared_texts(made)
    assert copy.keys == ("A", "B")
    assert [text.casefold() for text in quoted(copy, made, 0)] == [text.casefold() for text in quoted(copy, made, 1)]
    assert quoted(copy, made, 0) == [WIRE[0][:-1], WIRE[2][:-1]]
    assert copy.words == len(WIRE[0].split()) + len(WIRE[2].split())
    assert copy.own[0] == made[0].words + 1  # forty-eight counts as two
    assert copy.shares == pytest.approx((copy.words / copy.own[0], copy.words / copy.own[1]))


def test_a_run_shorter_than_the_least_is_none() -> None:
    row = "one two three four five six seven eight".split()
    seven, eight = ([" ".join(["Here", *row[:n], "ends it."])] for n in (7, 8))
    other = [" ".join(["There", *row, "goes on."])]
    assert shared_texts(articles(seven, other)) == ()
    assert shared_texts(articles(eight, other))[0].words == RUN_WORDS == 8


def test_quoted_words_are_anybodys() -> None:
    said = "“We saw the smoke and we turned the ship round at once and called for help,” the captain said."
    assert shared_texts(articles([said, OWN[0]], [OWN[1], said])) == ()
    unmarked = said.replace("“", "").replace("”", "")
    assert shared_texts(articles([unmarked], [unmarked]))
    assert shared_texts(articles([said], [unmarked])) == ()


def test_articles_that_run_mostly_the_same_words_are_one_account() -> None:
    made = articles(WIRE, OWN, [*WIRE, OWN[1]], [OWN[2]], [*WIRE[:2], OWN[0]])
    assert independent_accounts(story(made)) == (("A", "C", "E"), ("B",), ("D",))
    assert independent_accounts(story(made[1:2])) == (("B",),)


def test_one_agency_named_by_both_makes_a_smaller_share_enough() -> None:
    long = [*OWN, "The line has had three such stops since the spring, and each time the boats of Varn came out to help."]
    texts = [
        [*WIRE[:2], *long, *long],
        [
            *WIRE[:2],
            "Nothing else was known of it by noon, the office told us, and no one knew why it was so.",
            "Another ship will take over the line for a week, with fewer cars and no meals, an hour later than usual.",
            "Those who hold tickets may go on any day of the month without paying a second time for the trip across the water.",
        ],
    ]
    [copy] = shared_texts(articles(*texts))
    assert copy.words >= LEAST_SHARED_WORDS
    assert SAME_AGENCY_SHARE <= max(copy.shares) < ACCOUNT_SHARE
    assert independent_accounts(story(articles(*texts))) == (("A",), ("B",))
    assert independent_accounts(story(articles(*texts, agency="Reuters"))) == (("A", "B"),)
    first, second = articles(*texts)
    assert independent_accounts(story([replace(first, agency="REUTERS "), replace(second, agency="Reuters")])) == (("A", "B"),)
    assert independent_accounts(story([replace(first, agency="Reuters"), replace(second, agency="AP")])) == (("A",), ("B",))


def test_a_text_of_two_lines_is_no_account_of_another() -> None:
    stub = [WIRE[0][: WIRE[0].index(" in its")] + "."]
    made = articles(stub, [*WIRE, *OWN])
    assert max(shared_texts(made)[0].shares) == 1.0
    assert shared_texts(made)[0].words < LEAST_SHARED_WORDS
    assert independent_accounts(story(made)) == (("A",), ("B",))


@given(st.lists(WORDS, min_size=2, max_size=3), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(texts: list[list[str]], rnd: random.Random) -> None:
    made = articles(*([" ".join(text)] for text in texts))
    turned = made[:]
    rnd.shuffle(turned)

    def rows(found: tuple[SharedText, ...]) -> list[tuple[object, ...]]:
        rows = []
        for copy in found:
            sides = sorted((copy.keys[n], copy.own[n], tuple(sorted(run[n] for run in copy.runs))) for n in (0, 1))
            rows.append((copy.words, *sides))
        return sorted(rows)

    assert rows(shared_texts(made)) == rows(shared_texts(turned))


@given(WORDS, WORDS)
def test_runs_are_the_same_words_and_do_not_overlap(one: list[str], other: list[str]) -> None:
    made = articles([" ".join(one)], [" ".join(other)])
    for copy in shared_texts(made):
        assert quoted(copy, made, 0) == quoted(copy, made, 1)
        assert copy.words == sum(len(text.split()) for text in quoted(copy, made, 0))
        for side in (0, 1):
            spans = sorted(run[side] for run in copy.runs)
            assert all(before[1] < after[0] for before, after in pairwise(spans))


def test_a_text_that_repeats_itself_takes_no_long_time() -> None:
    refrain = [" ".join(["la"] * 4000), " ".join([*(["a"] * 7), "b"] * 500)]
    began = time.perf_counter()
    assert shared_texts(articles(refrain, refrain[::-1]))
    assert time.perf_counter() - began < 5
