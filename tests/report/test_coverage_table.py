"""The table of facts by articles: its orders, its groups that open and close, its ways to the passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.report import coverage_table_html
from components.report.coverage_table import smaller_facts_html
from components.report.selection import part_small, sections, sort_facts
from components.report.wording import shorten
from components.settings.report import ADDED_LETTERS, MOST_ADDED
from components.story import Comparison, Fact
from tests.report.factories import Reading, bridge, hostile, weighted
from tests.report.factories_details import every_kind


def test_by_weight_facts_stand_as_they_do_in_the_comparison() -> None:
    comparison = replace(every_kind(), facts=tuple(reversed(every_kind().facts)))
    shown = Reading(coverage_table_html(comparison, facts=every_kind().facts[:3]))
    assert shown.values("data-fact") == [fact.id for fact in comparison.facts[-3:]]
    assert sort_facts(comparison, every_kind().facts, "weight") == comparison.facts


@pytest.mark.parametrize("order", ["story", "weight", "group"])
@pytest.mark.parametrize("comparison", [bridge(), every_kind()])
def test_every_order_has_every_fact_once(order: str, comparison: Comparison) -> None:
    shown = sort_facts(comparison, comparison.facts, order)  # type: ignore[arg-type]
    assert sorted(fact.id for fact in shown) == sorted(fact.id for fact in comparison.facts)
    headings = [heading for heading, _ in sections(comparison, comparison.facts, order)]  # type: ignore[arg-type]
    assert all(headings) is (order == "group")


def test_folded_groups_are_tables_of_their_own_and_the_first_is_open() -> None:
    reading = Reading(coverage_table_html(bridge(), order="group", folded=True))
    headings = [heading for heading, _ in sections(bridge(), bridge().facts)]
    assert reading.of("summary") == headings
    assert reading.of("caption") == headings
    assert [name for tag, name, _ in reading.attributes if tag == "details"].count("open") == 1
    assert len(reading.of("thead")) == len(headings)
    assert len(reading.of("ss-g")) == 0
    assert sorted(reading.values("data-fact")) == [f"f{n}" for n in range(1, 6)]


def test_in_a_file_groups_stand_under_heading_rows_in_one_table() -> None:
    reading = Reading(coverage_table_html(bridge(), order="group"))
    assert len(reading.of("thead")) == 1
    assert "details" not in {tag for tag, _, _ in reading.attributes}
    assert len(reading.of("ss-g")) == 4


def test_sentence_numbers_lead_to_their_sentences_and_say_so() -> None:
    reading = Reading(coverage_table_html(bridge(), prefix="at"))
    ways = [value for value in reading.values("href") if value.startswith("#at-")]
    assert ways == ["#at-A-2", "#at-B-2", "#at-A-4", "#at-A-3", "#at-B-3", "#at-A-3", "#at-B-3", "#at-A-3"]
    assert reading.values("aria-label")[1] == "sentence 2 of A"
    cells = [" ".join(text.split()) for text in reading.of("td")]
    assert "?no clear match,nearest 3" in cells
    assert "○not foundnot found" in cells


def test_nothing_that_can_be_reached_by_keyboard_is_kept_from_a_screen_reader() -> None:
    html = coverage_table_html(every_kind(), prefix="at")
    for piece in html.split('aria-hidden="true"')[1:]:
        assert "<a " not in piece.split("</span>")[0]


def test_the_head_names_outlets_where_there_is_room() -> None:
    few = Reading(coverage_table_html(hostile(["<b>Post</b>"], articles=5)))
    assert few.of("ss-name") == ["<b>Post</b>"] * 5
    many = Reading(coverage_table_html(hostile(["<b>Post</b>"], articles=6)))
    assert many.of("ss-name") == []
    assert many.values("title")[0] == "A · <b>Post</b>"


def test_a_label_that_is_cut_has_the_whole_beside_it() -> None:
    long = "word " * 60
    comparison = replace(bridge(), facts=(replace(bridge().facts[0], label=long.strip()),))
    reading = Reading(coverage_table_html(comparison, limit=40))
    assert len(reading.of("ss-f")[0].split("≠")[0]) <= 40
    assert long.strip() in reading.values("title")


def adding(comparison: Comparison, *details: str) -> tuple[Fact, ...]:
    """The first fact of a comparison, whose first article adds details."""
    fact = comparison.facts[0]
    return (replace(fact, presence={**fact.presence, "A": replace(fact.presence["A"], adds=details)}),)


def test_what_articles_add_stands_under_the_label_with_their_keys() -> None:
    long = "“and then it all went on and on for as long as anybody could hear it”"
    two = Reading(coverage_table_html(bridge(), facts=adding(bridge(), "14 <b>bolts</b>", "Kessary", long, "Oslo", "Lunde")))
    assert two.of("ss-added") == [f"also: A 14 <b>bolts</b>; Kessary; {shorten(long, ADDED_LETTERS)}; and 2 more"]
    assert MOST_ADDED == 3
    many = hostile(["x"], articles=5)
    five = Reading(coverage_table_html(many, facts=adding(many, "14 bolts")))
    assert five.of("ss-added") == ["also: A 14 bolts · B x · C x · D x · and 1 more article"]
    assert five.of("ss-added")[0] in five.of("ss-f")[0]


def test_a_cell_that_differs_has_its_sign_its_sentences_and_in_what() -> None:
    reading = Reading(coverage_table_html(weighted(), prefix="at"))
    assert reading.values("data-status")[0] == "differs"
    assert reading.values("title")[2] == "It [the bridge] shut on Saturday when 14 bolts failed."
    assert "differs (told: very likely, 0.99): 40 there, 14 here" in reading.values("title")
    assert "#at-A-2" in reading.values("href")
    assert reading.of("td")[0].split()[0].startswith("≠differs,2")


@pytest.mark.parametrize("limit", [None, 40, 8])
def test_words_that_are_ours_stand_apart_in_a_label(limit: int | None) -> None:
    reading = Reading(coverage_table_html(weighted(), limit=limit))
    assert reading.of("ss-ours") == [" [the bridge]" if limit != 8 else " [the"]
    assert reading.of("ss-f")[0].startswith("It [the")


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_stand_in_a_table_of_their_own_that_is_closed() -> None:
    main, small = part_small(weighted().facts)
    reading = Reading(smaller_facts_html(weighted(), small, prefix="at"))
    assert reading.of("summary") == ["and 2 smaller facts"]
    assert "open" not in {name for tag, name, _ in reading.attributes if tag == "details"}
    assert reading.values("data-fact") == ["f4", "f5"]
    assert [fact.id for fact in main] == ["f1", "f2", "f3"]
    assert smaller_facts_html(weighted(), ()) == ""
