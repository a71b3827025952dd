"""The report as one file."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import report
from components.report import figures
from components.report.places import places, sentence
from components.story import Comparison, Fact, Setback
from tests.report.making import Reading, bridge, hostile, whole


@settings(max_examples=20)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3), st.integers(1, 3))
def test_the_page_holds_every_sentence_and_no_foreign_markup(texts: list[str], articles: int) -> None:
    comparison = hostile(texts, articles=articles)
    page = Reading(report.report_html(comparison, made=texts[0]))
    shown = page.of("ss-t")
    assert all(s.text in shown for a in comparison.articles for s in a.sentences)
    assert all(text.text in page.of("ss-raw") for a in comparison.articles for text in a.removed)
    assert {tag for tag, _, _ in page.attributes}.isdisjoint({"script", "img", "iframe", "link", "object"})
    assert not any(name.startswith("on") for _, name, _ in page.attributes)


@pytest.mark.parametrize("articles", [1, 2, 3, 4, 7])
def test_every_address_in_the_page_exists(articles: int) -> None:
    page = Reading(report.report_html(hostile(["One.", "Two.", "Three."], articles=articles), made="2026-01-01"))
    assert {address[1:] for address in page.values("href")} <= set(page.ids)


def test_nothing_is_asked_from_elsewhere() -> None:
    html = report.report_html(bridge(), made="2026-01-01")
    assert "default-src 'none'" in html
    assert not re.search(r"https?://|url\(|@import|<script|\ssrc=", html)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert report.report_html(bridge(), made="x") == report.report_html(bridge(), made="x")
    assert report.report_html(bridge(), made="x") != report.report_html(bridge(), made="y")


def test_four_articles_stand_in_pairs_and_seven_one_by_one() -> None:
    four = Reading(report.report_html(hostile(["One.", "Two."], articles=4), made="x"))
    assert len(four.of("ss-side")) == len(list(combinations("ABCD", 2)))
    seven = Reading(report.report_html(hostile(["One.", "Two."], articles=7), made="x"))
    assert len(seven.of("ss-side")) == 7


def test_the_page_says_how_it_was_made() -> None:
    comparison = replace(
        bridge(),
        notes=("One article is about something else.",),
        errors=(Setback("a.pdf", "It is empty; give another."),),
        calibrated=False,
    )
    page = Reading(report.report_html(comparison, made="on 22 November 2026"))
    for said in ("0.4", "tiny", "abc123", "on 22 November 2026"):
        assert said in page.of("dd")
    text = page.of("body")[0]
    assert "not calibrated for this model" in text
    assert "Machine-made." in text
    assert "One article is about something else." in text
    assert "a.pdf It is empty; give another." in text
    assert "machine-made, 0 of 5 checked" in text


def test_an_empty_comparison_still_makes_a_page() -> None:
    comparison = replace(bridge(), facts=(), links=(), differences=())
    assert "No facts to show." in report.report_html(comparison, made="x")


def moved() -> Comparison:
    """The bridge, told by B at its very end."""
    comparison = bridge()
    b = comparison.article("B")
    last = Fact("f1", "closed", (*comparison.fact("f1").mentions_in("A"), whole(b, 2)), comparison.fact("f1").presence)
    return replace(comparison, facts=(last, *comparison.facts[1:]))


def test_the_drawing_says_which_fact_moved() -> None:
    assert sentence(bridge()) == "None of 1 shared fact stands more than 15% of an article apart."
    assert "ss-moved" not in places(bridge())
    assert sentence(moved()) == "1 of 1 shared fact stands 15% of an article or more apart."
    drawn = Reading(places(moved()))
    assert drawn.of("li") == ["closed at 13% of A and 65% of B"]
    assert "ss-path ss-moved" in drawn.values("class")
    assert figures.where_in_story(moved()).alt.endswith("Furthest apart: “closed” at 13% of A and 65% of B.")


def test_no_shared_fact_is_no_drawing() -> None:
    assert places(hostile(["alone"], articles=1)) == ""
