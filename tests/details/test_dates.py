"""Dates: which words are dates, what days they mean, what they date, and where two articles date one event differently."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.details.dates import compare_dates, find_dates
from components.details.dates.extract import date_expressions
from components.details.dates.resolve import DateAnchor, DateValue, in_words, iso_value, resolve
from components.details.sentence_pair import SentencePair
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.story import Difference
from tests.report.factories import article

FRIDAY = "2018-04-06"
WRITTEN = DateAnchor(date.fromisoformat(FRIDAY).toordinal())
PIECES = st.sampled_from(
    "Friday last weekend the week ago two 9 31 Feb. January 2016 in since at 5 p.m. noon today “ ” said , by early 2018%".split()
)


def texts(text: str) -> list[str]:
    return [text[slice(*one.span)] for one in date_expressions(text)]


def when(text: str, anchor: DateAnchor = WRITTEN, future: bool | None = False) -> DateValue:
    (one,) = date_expressions(text)
    return resolve(one, anchor, future)


def story(key: str, *sentences: str, published: str | None = FRIDAY) -> ParsedArticle:
    return pair_with_parse(replace(article(key, sentences), published=published), parse(sentences))


def compared(
    left: ParsedArticle, right: ParsedArticle, at: tuple[int, int] = (0, 0), probability: float = 0.95
) -> list[Difference]:
    """With words alike if they have one lemma, for lack of vectors."""
    docs = left.docs[at[0]], right.docs[at[1]]
    near = np.array([[float(a.lemma_.lower() == b.lemma_.lower()) for b in docs[1]] for a in docs[0]], dtype=np.float32)
    pair = SentencePair(left, at[0], right, at[1], probability, near)
    return list(compare_dates(pair, find_dates(left)[at[0]], find_dates(right)[at[1]]))


def verdicts(one: str, other: str, probability: float = 0.95, published: str | None = FRIDAY) -> list[str]:
    left, right = story("A", one, published=published), story("B", other, published=published)
    return [found.verdict for found in compared(left, right, probability=probability)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left Friday at 5 p.m. Eastern time.", ["Friday at 5 p.m. Eastern"]),
        ("On Jan. 9, 2016, and in March 2018.", ["Jan. 9, 2016", "March 2018"]),
        ("It ran from 2009 to 2016.", ["2009", "2016"]),
        ("It shuts until the end of September.", ["the end of September"]),
        ("It opens in mid-May or for June.", ["mid-May", "June"]),
        ("It met early March 3, and on the last Friday of June.", ["March 3", "June"]),
        ("She left last weekend, or earlier this week.", ["last weekend", "earlier this week"]),
        ("Two years ago, on Tuesday afternoon", ["Two years ago", "Tuesday afternoon"]),
        ("Friday, Jan. 9, at noon", ["Friday, Jan. 9, at noon"]),
        ("The Sunday Times, Black Friday and every Monday", []),
        ("I may march. Some 2015 people paid $2015 for 2,015 ferries in 2015.", ["2015"]),
        ("ABC's This Week", []),
    ],
)
def test_words_that_say_when(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on Tuesday", "2018-04-03"),
        ("Friday", "2018-04-06"),
        ("yesterday", "2018-04-05"),
        ("in December", "2017-12"),
        ("last year", "2017"),
        ("last month", "2018-03"),
        ("on Jan. 9", "2018-01-09"),
        ("last weekend", "2018-03-30/2018-04-01"),
        ("earlier this week", "2018-04-01/2018-04-06"),
        ("two days ago", "2018-04-04"),
        ("in 2014", "2014"),
        ("11 a.m.", "T11:00/T12:00"),
    ],
)
def test_days_are_counted_from_the_day_of_writing(text: str, expected: str) -> None:
    assert iso_value(when(text)) == expected


def test_without_a_day_of_writing_nothing_is_guessed() -> None:
    assert iso_value(when("yesterday", DateAnchor())) is None
    assert iso_value(when("on Tuesday", DateAnchor())) == "Tuesday"
    assert iso_value(when("on Feb. 29", DateAnchor())) == "--02-29"
    assert iso_value(when("on Feb. 31")) is None
    assert iso_value(when("last year", DateAnchor(WRITTEN.day, year=False))) is None
    assert in_words(when("yesterday", DateAnchor(weekday=0))) == "Sunday"


def test_what_lies_ahead_is_counted_forwards() -> None:
    assert iso_value(when("on Tuesday", future=True)) == "2018-04-10"
    assert iso_value(when("in December", future=True)) == "2018-12"
    assert iso_value(when("on Tuesday", future=None)) == "Tuesday", "either way"


@given(
    st.lists(PIECES, max_size=12).map(" ".join), st.none() | st.integers(400_000, 900_000), st.sampled_from([None, True, False])
)
def test_any_text_is_read_within_its_bounds(text: str, day: int | None, future: bool | None) -> None:
    at = 0
    for one in date_expressions(text):
        assert at <= one.span[0] < one.span[1] <= len(text)
        at = one.span[1]
        found = resolve(one, DateAnchor(day), future)
        iso_value(found), in_words(found)
        assert found.days is None or found.days[0] <= found.days[1]


@pytest.mark.parametrize("text", ["Friday at " * 20_000, "in early " * 20_000, "1" * 100_000, "last this next " * 15_000])
def test_long_text_stays_quick(text: str) -> None:
    start = perf_counter()
    list(date_expressions(text))
    assert perf_counter() - start < 3


def test_parts_of_a_month_overlap_with_their_neighbours_alone() -> None:
    early, middle, late = (when(f"It opened {said}.").days for said in ("early in May", "in mid-May", "at the end of May"))
    assert early and middle and late
    assert early[0] < middle[0] <= early[1] < late[0] <= middle[1] < late[1]
    assert iso_value(when("It opened in late May 2019.")) == "2019-05"


@pytest.mark.model
class TestDatesOfEvents:
    """What dates say of events, with the parser."""

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            ("The mayor resigned on Friday.", "The mayor resigned on Thursday.", ["differs"]),
            ("The mayor resigned on Friday.", "The mayor resigned Friday afternoon.", ["more_specific"]),
            ("The mayor resigned on Friday.", "The mayor resigned on Friday.", []),
            ("The mayor resigned on Friday.", "The mayor married on Thursday.", []),
            ("The mayor resigned in 2014.", "The mayor resigned in 2016.", ["differs"]),
            ("The mayor resigned in 2014.", "The mayor resigned on Friday.", []),
            ("The bridge opened Monday at 11 a.m.", "The bridge opened Monday afternoon.", ["differs"]),
            ("The bridge opened Saturday night.", "The bridge opened early Sunday morning.", []),
            ("The bridge opened since 2014.", "The bridge opened in 2016.", []),
            ("The mayor resigned yesterday.", "The mayor resigned on Wednesday.", ["differs"]),
            ("The mayor resigned last weekend.", "The mayor resigned on Saturday.", ["more_specific"]),
            ("OSMERE, April 5 (Wire) — The mayor resigned.", "The mayor resigned on April 6.", []),
            ("The library opened in early May.", "The library opened in late May.", ["differs"]),
            ("The library opened in mid-May.", "The library opened in late May.", ["compatible"]),
            ("Corvane will reopen the tunnel on 2 April.", "The tunnel reopens on 9 April.", ["differs"]),
            ("The council approved the pier on 4 May.", "The council passed the pier on 6 May.", ["differs"]),
            ("The council approved the pier on 4 May.", "The senate passed the pier on 6 May.", []),
            ("Mara Velk sued the firm on 3 May.", "Mara Velk filed a lawsuit against the firm on 9 May.", ["differs"]),
            ("Mara Velk sued the firm on 3 May.", "Mara Velk filed a report on 9 May.", []),
            ("The old mill closed on 2 April.", "The owners shut the old mill on 9 April.", ["differs"]),
            ("The trial is expected to begin on 3 June.", "The trial is due to start on 9 June.", ["differs"]),
            ("The hearing is set for 12 May.", "The hearing will be held on 14 May.", ["differs"]),
            ("The first hearing is set for 12 May.", "The second hearing will be held on 14 May.", []),
            ("The line is shut until early June.", "Travellers will be without it until the end of August.", ["differs"]),
            ("Lena Marsh must reply by Friday.", "Otto Brandt must reply by Monday.", []),
            ("The guests must reply by Friday.", "The guests must pay by Monday.", []),
        ],
    )
    def test_two_dates_of_one_event(self, one: str, other: str, expected: list[str]) -> None:
        assert verdicts(one, other) == expected
        assert verdicts(other, one) == expected

    def test_another_persons_deed_is_another_event(self) -> None:
        one, other = "The mayor visited the harbour on Friday.", "The bishop visited the harbour on Monday."
        assert verdicts(one, other, probability=0.5) == []

    def test_words_said_on_two_days_are_compared_only_if_they_are_the_same(self) -> None:
        one = "The mayor said on Friday that the old bridge would close for repairs."
        assert verdicts(one, "The mayor said on Monday that the old bridge would close for repairs.") == ["differs"]
        assert verdicts(one, "The mayor said on Monday that voters deserve honest leaders.") == []

    def test_yesterday_in_quotation_marks_counts_from_the_day_of_speaking(self) -> None:
        left = story("A", "“Yesterday, I asked the minister to resign,” Orla Venn said on Friday.", published=None)
        right = story("B", "Orla Venn asked the minister on Friday to resign.", published=None)
        (found,) = compared(left, right)
        assert found.verdict == "differs"
        assert found.why == "“Yesterday”, in words spoken on Friday, is Thursday; the other says “Friday”."
        assert (found.left.text, found.left.value) == ("Yesterday", "Thursday")

    def test_the_day_of_speaking_may_stand_in_the_sentence_before(self) -> None:
        left = story("A", "Venn said on Friday that she was calm.", "“Yesterday, I slept,” Venn said.", published=None)
        assert [one.value for one in find_dates(left)[1]] == ["Thursday"]
        other = story("A", "Marsh said on Friday that she was calm.", "“Yesterday, I slept,” Venn said.", published=None)
        assert [one.value for one in find_dates(other)[1]] == [None], "somebody else spoke on Friday"

    def test_what_was_told_earlier_cannot_have_happened_later(self) -> None:
        one = "The lawyers said in 2016 that the mayor had repaid the loan."
        other = "The mayor repaid the loan earlier this year."
        assert verdicts(one, other) == verdicts(other, one) == ["differs"]
        assert verdicts(one, "The mayor repaid the loan in 2015.") == []

    def test_a_sentence_with_both_days_differs_from_neither(self) -> None:
        assert verdicts("The mayor won in 2010 and won again in 2014.", "The mayor won in 2014.") == []

    def test_days_that_cannot_be_told_are_unresolved(self) -> None:
        assert verdicts("The mayor resigned earlier this week.", "The mayor resigned on Friday.", published=None) == [
            "unresolved"
        ]

    def test_a_date_belongs_to_the_nearest_event(self) -> None:
        doc = story("A", "The mayor apologized Saturday for remarks made during a speech earlier this week.")
        first, second = find_dates(doc)[0]
        assert [doc.docs[0][n].text for n in first.events] == ["apologized"]
        assert "apologized" not in [doc.docs[0][n].text for n in second.events]

    @settings(max_examples=15, deadline=None)
    @given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.sampled_from([None, FRIDAY, "--01-09", "0001-01-01"]))
    def test_odd_sentences_are_read_and_swapping_mirrors(self, text: str, published: str | None) -> None:
        left, right = story("A", text, published=published), story("B", f"The mayor said Friday {text}", published=published)
        there = {(found.left.text, found.right.text, found.verdict) for found in compared(left, right)}
        back = {(found.right.text, found.left.text, found.verdict) for found in compared(right, left)}
        assert there == back
