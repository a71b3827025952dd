"""Probabilities, states and counts in words."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.report import wording
from components.report.model import ReportModel
from components.story import Comparison, Fact, Presence, Status
from tests.report.factories import article, bridge, hostile, state, weighted


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "very likely the same (>0.99)"),
        (0.96, "very likely the same (0.96)"),
        (0.949, "very likely the same (0.95)"),
        (0.85, "likely the same (0.85)"),
        (0.6, "more likely the same than not (0.60)"),
        (0.5, "about even whether it is the same (0.50)"),
        (0.3, "more likely not the same (0.30)"),
        (0.1, "unlikely to be the same (0.10)"),
        (0.0, "very unlikely to be the same (<0.01)"),
    ],
)
def test_a_probability_comes_with_words(probability: float, words: str) -> None:
    assert wording.describe_match(probability) == words


@given(st.floats(0, 1), st.floats(0, 1))
def test_words_follow_the_figures_shown(one: float, other: float) -> None:
    order = [band[1] for band in reversed(wording.BANDS)]
    low, high = sorted((one, other))
    assert order.index(wording.likelihood(low)) <= order.index(wording.likelihood(high))
    if wording.format_probability(low) == wording.format_probability(high):
        assert wording.likelihood(low) == wording.likelihood(high)


def test_without_a_fit_every_probability_says_so() -> None:
    assert wording.describe_match(0.96, calibrated=False) == "very likely the same (0.96, not calibrated for this model)"
    assert "not calibrated" in wording.describe_presence(Presence("unclear", 0.5), calibrated=False)


@pytest.mark.parametrize(
    ("presence", "words"),
    [
        (Presence("stated", 0.97), "stated (very likely, 0.97)"),
        (Presence("partly", 0.7), "partly stated (more likely than not, 0.70)"),
        (Presence("not_found", 0.06), "not found (stated: unlikely, 0.06)"),
        (Presence("unclear", 0.5), "no clear match (stated: about even, 0.50)"),
    ],
)
def test_the_state_of_a_fact(presence: Presence, words: str) -> None:
    assert wording.describe_presence(presence) == words


@pytest.mark.parametrize(
    ("log_odds", "words"),
    [
        (2.4, "speaks strongly for it"),
        (0.8, "speaks clearly for it"),
        (0.1, "speaks slightly for it"),
        (-0.1, "speaks slightly against it"),
        (-3.0, "speaks strongly against it"),
        (0.0, "speaks neither for nor against it"),
    ],
)
def test_evidence_has_a_strength_and_a_side(log_odds: float, words: str) -> None:
    assert wording.describe_evidence(log_odds) == words


def test_sentences_are_counted_from_one() -> None:
    assert wording.sentence_numbers([3, 1, 1]) == "2·4"
    assert wording.describe_sentences([0]) == "sentence 1"
    assert wording.describe_sentences([4, 1, 2]) == "sentences 2, 3 and 5"


@pytest.mark.parametrize(("items", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
def test_names_in_a_row(items: list[str], words: str) -> None:
    assert wording.format_list(items) == words


def test_counts_have_denominators_and_name_every_group() -> None:
    assert ReportModel(bridge()).summary == (
        "5 facts · 1 of 5 in both · 1 of 5 in part or differently · 2 of 5 only in A · 0 of 5 only in B"
        " · 1 of 5 probably only in one · 0 of 5 without a clear match · 2 details differ"
        " · machine-made, 0 of 5 facts checked"
    )
    assert wording.part_of(1, 1) == "1 of 1 fact"


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ("stated stated stated partly", "3 of 4 state it, 1 in part"),
        ("stated differs not_found", "1 of 3 states it, 1 tells it differently"),
        ("partly differs differs unclear", "0 of 4 state it, 1 in part, 2 tell it differently"),
    ],
)
def test_what_some_articles_do_with_a_fact(statuses: str, words: str) -> None:
    presence = {key: state(cast(Status, status), 0.5) for key, status in zip("ABCD", statuses.split(), strict=False)}
    fact = Fact("f", "x", (), presence)
    assert wording.describe_telling(fact) == words
    assert wording.describe_telling(fact, brief=True).split(", ")[0] == " ".join(words.split()[:3])
    articles = tuple(article(key, ["One."]) for key in presence)
    assert wording.describe_group(Comparison(articles, (), (fact,), {}, "tiny", "0", True), fact) == words


def test_the_group_of_one_fact_names_the_outlet() -> None:
    groups = [wording.describe_group(bridge(), fact) for fact in bridge().facts]
    assert groups[:2] == ["in both articles", "only in A · Quernby Courier"]
    assert groups[2:4] == ["probably only in B · Elver <b>Live</b>", "1 of 2 states it, 1 in part"]


def test_why_a_fact_stands_where_it_does() -> None:
    first, second = weighted().facts[:2]
    assert wording.describe_weight(first) == "weight 0.62 of 1: how many outlets tell it (+0.50), figures in it (+0.12)"
    assert wording.describe_weight(second) == ""
    named = replace(second, weight_reasons={"a reason of its own": -0.2})
    assert wording.describe_weight(named) == "weight 0.40 of 1: a reason of its own (-0.20)"


def test_what_an_article_adds_is_cut_and_counted() -> None:
    details = ("Oslo", "a quotation that runs on", "14\nbolts")
    assert wording.describe_added(details) == ("Oslo", "a quotation that runs on", "14 bolts")
    assert wording.describe_added(details, letters=14) == ("Oslo", "a quotation…", "14 bolts")
    assert wording.describe_added(details, most=2) == ("Oslo", "14 bolts", "and 1 more"), "figures first"
    assert wording.describe_added(()) == ()


def test_a_fact_told_differently_says_how_surely_it_is_told() -> None:
    assert wording.describe_presence(state("differs", 0.97)) == "differs (told: very likely, 0.97)"


@pytest.mark.parametrize("articles", [2, 3, 5, 6, 12])
def test_the_groups_make_up_the_total(articles: int) -> None:
    comparison = hostile(["one", "two", "three"], articles=articles)
    total, *groups = [part.count for part in ReportModel(comparison).summary_parts if "detail" not in part.text]
    assert sum(groups) == total == 3


def test_one_article_is_not_said_to_be_the_only_one() -> None:
    assert [part.text for part in ReportModel(hostile(["one"], articles=1)).summary_parts] == ["fact"]


def test_the_line_under_an_outlet() -> None:
    assert wording.masthead_line(bridge().article("A")) == "QUERNBY · 9 January · By A. Writer · 4 sentences · 19 words"


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2026-01-09", "9 January 2026"),
        ("--12-31", "31 December"),
        ("2026-01-09T10:00:00Z", "9 January 2026"),
        ("2026-13-01", "2026-13-01"),
        ("last week", "last week"),
        (None, ""),
    ],
)
def test_dates_as_people_write_them(iso: str | None, words: str) -> None:
    assert wording.format_date(iso) == words


@given(st.text(), st.integers(2, 40))
def test_a_shortened_text_fits(text: str, limit: int) -> None:
    short = wording.shorten(text, limit)
    assert len(short) <= limit
    assert short == text or short.endswith("…")
    assert wording.shorten(text, None) == text


def test_shortening_cuts_between_words() -> None:
    assert wording.shorten("the bridge closed, on Friday", 19) == "the bridge closed…"


def test_groups_have_headings() -> None:
    def named(comparison: Comparison) -> list[str]:
        return [
            wording.group_heading(comparison, "all"),
            wording.group_heading(comparison, "only", "A"),
            wording.group_heading(comparison, "only"),
        ]

    assert named(bridge()) == ["in both articles", "only in A · Quernby Courier", "only in one article"]
    assert wording.group_heading(hostile(["x"], articles=3), "all") == "in all 3 articles"
    assert wording.group_heading(hostile(["x"], articles=1), "only", "A") == "in A · x, the only article"


def test_the_extent_of_a_link_in_words() -> None:
    assert [wording.describe_extent("full"), wording.describe_extent("part")] == ["nearly all of the shorter one", "in part"]
