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
PUBLICATION = DateAnchor(date.fromisoformat(FRIDAY).toordinal())
PIECES = st.sampled_from(
    "Friday last weekend the week ago two 9 31 Feb. January 2016 in since at 5 p.m. noon today “ ” said , by early 2018%".split()
)


def expression_texts(text: str) -> list[str]:
    return [text[slice(*expression.span)] for expression in date_expressions(text)]


def resolve_only(text: str, anchor: DateAnchor = PUBLICATION, future: bool | None = False) -> DateValue:
    (expression,) = date_expressions(text)
    return resolve(expression, anchor, future)


def parsed_article(key: str, *sentences: str, published: str | None = FRIDAY) -> ParsedArticle:
    return pair_with_parse(replace(article(key, sentences), published=published), parse(sentences))


def date_differences(left: ParsedArticle, right: ParsedArticle, probability: float = 0.95) -> list[Difference]:
    """Compare the dates of two first sentences; words are similar if they share a lemma, for lack of vectors."""
    left_doc, right_doc = left.docs[0], right.docs[0]
    same_lemma = [[float(a.lemma_.lower() == b.lemma_.lower()) for b in right_doc] for a in left_doc]
    pair = SentencePair(left, 0, right, 0, probability, np.array(same_lemma, dtype=np.float32))
    return list(compare_dates(pair, find_dates(left)[0], find_dates(right)[0]))


def verdicts(left_text: str, right_text: str, probability: float = 0.95, published: str | None = FRIDAY) -> list[str]:
    left, right = parsed_article("A", left_text, published=published), parsed_article("B", right_text, published=published)
    return [difference.verdict for difference in date_differences(left, right, probability)]


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
def test_words_that_say_resolve_only(text: str, expected: list[str]) -> None:
    assert expression_texts(text) == expected


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
    assert iso_value(resolve_only(text)) == expected


def test_without_a_day_of_writing_nothing_is_guessed() -> None:
    assert iso_value(resolve_only("yesterday", DateAnchor())) is None
    assert iso_value(resolve_only("on Tuesday", DateAnchor())) == "Tuesday"
    assert iso_value(resolve_only("on Feb. 29", DateAnchor())) == "--02-29"
    assert iso_value(resolve_only("on Feb. 31")) is None
    assert iso_value(resolve_only("last year", DateAnchor(PUBLICATION.day, year_known=False))) is None
    assert in_words(resolve_only("yesterday", DateAnchor(weekday=0))) == "Sunday"


def test_what_lies_ahead_is_counted_forwards() -> None:
    assert iso_value(resolve_only("on Tuesday", future=True)) == "2018-04-10"
    assert iso_value(resolve_only("in December", future=True)) == "2018-12"
    assert iso_value(resolve_only("on Tuesday", future=None)) == "Tuesday", "either way"


@given(
    st.lists(PIECES, max_size=12).map(" ".join), st.none() | st.integers(400_000, 900_000), st.sampled_from([None, True, False])
)
def test_any_text_is_read_within_its_bounds(text: str, day: int | None, future: bool | None) -> None:
    previous_end = 0
    for expression in date_expressions(text):
        assert previous_end <= expression.span[0] < expression.span[1] <= len(text)
        previous_end = expression.span[1]
        value = resolve(expression, DateAnchor(day), future)
        iso_value(value), in_words(value)
        assert value.days is None or value.days[0] <= value.days[1]


@pytest.mark.parametrize("text", ["Friday at " * 20_000, "in early " * 20_000, "1" * 100_000, "last this next " * 15_000])
def test_long_text_stays_quick(text: str) -> None:
    start = perf_counter()
    list(date_expressions(text))
    assert perf_counter() - start < 3


def test_parts_of_a_month_overlap_with_their_neighbours_alone() -> None:
    parts = ("early in May", "in mid-May", "at the end of May")
    early, middle, late = (resolve_only(f"It opened {words}.").days for words in parts)
    assert early and middle and late
    assert early[0] < middle[0] <= early[1] < late[0] <= middle[1] < late[1]
    assert iso_value(resolve_only("It opened in late May 2019.")) == "2019-05"


@pytest.mark.model
class TestDatesOfEvents:
    """What dates say of events, with the parser."""

    @pytest.mark.parametrize(
        ("left_text", "right_text", "expected"),
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
    def test_two_dates_of_one_event(self, left_text: str, right_text: str, expected: list[str]) -> None:
        assert verdicts(left_text, right_text) == expected
        assert verdicts(right_text, left_text) == expected

    def test_another_persons_deed_is_another_event(self) -> None:
        left_text, right_text = "The mayor visited the harbour on Friday.", "The bishop visited the harbour on Monday."
        assert verdicts(left_text, right_text, probability=0.5) == []

    def test_words_said_on_two_days_are_compared_only_if_they_are_the_same(self) -> None:
        friday = "The mayor said on Friday that the old bridge would close for repairs."
        assert verdicts(friday, "The mayor said on Monday that the old bridge would close for repairs.") == ["differs"]
        assert verdicts(friday, "The mayor said on Monday that voters deserve honest leaders.") == []

    def test_yesterday_in_quotation_marks_counts_from_the_day_of_speaking(self) -> None:
        left = parsed_article("A", "“Yesterday, I asked the minister to resign,” Orla Venn said on Friday.", published=None)
        right = parsed_article("B", "Orla Venn asked the minister on Friday to resign.", published=None)
        (difference,) = date_differences(left, right)
        assert difference.verdict == "differs"
        assert difference.why == "“Yesterday”, in words spoken on Friday, is Thursday; the other says “Friday”."
        assert (difference.left.text, difference.left.value) == ("Yesterday", "Thursday")

    def test_the_day_of_speaking_may_stand_in_the_sentence_before(self) -> None:
        left = parsed_article("A", "Venn said on Friday that she was calm.", "“Yesterday, I slept,” Venn said.", published=None)
        assert [date.value for date in find_dates(left)[1]] == ["Thursday"]
        other = parsed_article("A", "Marsh said on Friday that she was calm.", "“Yesterday, I slept,” Venn said.", published=None)
        assert [date.value for date in find_dates(other)[1]] == [None], "somebody else spoke on Friday"

    def test_what_was_told_earlier_cannot_have_happened_later(self) -> None:
        report = "The lawyers said in 2016 that the mayor had repaid the loan."
        event = "The mayor repaid the loan earlier this year."
        assert verdicts(report, event) == verdicts(event, report) == ["differs"]
        assert verdicts(report, "The mayor repaid the loan in 2015.") == []

    def test_a_sentence_with_both_days_differs_from_neither(self) -> None:
        assert verdicts("The mayor won in 2010 and won again in 2014.", "The mayor won in 2014.") == []

    def test_days_that_cannot_be_told_are_unresolved(self) -> None:
        assert verdicts("The mayor resigned earlier this week.", "The mayor resigned on Friday.", published=None) == [
            "unresolved"
        ]

    def test_a_date_belongs_to_the_nearest_event(self) -> None:
        parsed = parsed_article("A", "The mayor apologized Saturday for remarks made during a speech earlier this week.")
        first, second = find_dates(parsed)[0]
        assert [parsed.docs[0][i].text for i in first.events] == ["apologized"]
        assert "apologized" not in [parsed.docs[0][i].text for i in second.events]

    @settings(max_examples=15, deadline=None)
    @given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.sampled_from([None, FRIDAY, "--01-09", "0001-01-01"]))
    def test_odd_sentences_are_read_and_swapping_mirrors(self, text: str, published: str | None) -> None:
        left = parsed_article("A", text, published=published)
        right = parsed_article("B", f"The mayor said Friday {text}", published=published)
        differences = {(d.left.text, d.right.text, d.verdict) for d in date_differences(left, right)}
        mirrored = {(d.right.text, d.left.text, d.verdict) for d in date_differences(right, left)}
        assert differences == mirrored
