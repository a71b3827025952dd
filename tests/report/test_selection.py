"""Which facts leave with a file: the groups, the words, the articles and the order that a page was given."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.report import report_json
from components.report.exports import selection_values
from components.report.model import ReportModel
from components.report.selection import (
    ALL,
    ORDERS,
    WHOLE,
    Order,
    Selection,
    choices,
    describe_extent,
    describe_selection,
    part_small,
    select_facts,
)
from components.story import Comparison, Fact
from tests.report.factories import article, bridge, hostile, state, weighted, whole
from tests.report.factories_corrections import corrected
from tests.report.factories_details import every_kind


def three() -> Comparison:
    """Three facts: one that two articles state, late; one that all three state, in the middle; one that one states, early."""
    articles = {key: article(key, ["One.", "Two.", "Three.", "Four."]) for key in "ABC"}

    def fact(name: str, sentence: int, keys: str) -> Fact:
        presence = {key: state("stated", 1.0) if key in keys else state("not_found", 0.0) for key in articles}
        return Fact(name, "x", tuple(whole(articles[key], sentence) for key in keys), presence)

    facts = (fact("late", 3, "AB"), fact("middle", 2, "ABC"), fact("early", 1, "C"))
    return Comparison(tuple(articles.values()), (), facts, {}, "tiny", "abc", True)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("story", ["early", "middle", "late"]),
        ("weight", ["late", "middle", "early"]),
        ("group", ["middle", "late", "early"]),
    ],
)
def test_facts_come_in_the_order_asked_for(order: Order, expected: list[str]) -> None:
    assert [fact.id for fact in select_facts(three(), Selection(order=order))] == expected
    assert [fact.id for fact in ReportModel(three(), Selection(order=order)).selected.facts] == expected


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), {"f1", "f2", "f3", "f4", "f5"}),
        (Selection("in all"), {"f1"}),
        (Selection("in some"), {"f4"}),
        (Selection("only in A"), {"f2", "f5"}),
        (Selection("only in B"), set()),
        (Selection("probably only"), {"f3"}),
        (Selection("unclear"), set()),
        (Selection(search="FERR runs"), {"f4"}),
        (Selection(search="saturday"), {"f1"}),
        (Selection(search="bridge ferry"), set()),
        (Selection(keys=("B",)), {"f1", "f3", "f4"}),
        (Selection("in some", search="ferry", keys=("A", "B")), {"f4"}),
    ],
)
def test_what_a_selection_lets_through(selection: Selection, expected: set[str]) -> None:
    assert {fact.id for fact in select_facts(bridge(), selection)} == expected


def test_the_differences_of_what_is_shown_go_with_it_also_under_an_alias() -> None:
    comparison = bridge()
    kept = ReportModel(comparison, Selection(search="bolts")).selected
    assert [fact.id for fact in kept.facts] == ["f1"]
    assert kept.differences == comparison.differences
    without = ReportModel(comparison, Selection("only in A")).selected
    assert without.differences == ()
    assert (without.articles, without.links, without.title) == (comparison.articles, comparison.links, comparison.title)


def test_the_sentence_that_every_file_has() -> None:
    comparison = every_kind()
    assert describe_selection(comparison, Selection()) == "Shown: all 6 facts, the weightiest first."
    assert describe_selection(comparison, WHOLE) == "Shown: all 6 facts, grouped by the outlets that state them."
    selection = Selection("in some", "story", "  the   company ", ("A", "B"))
    assert describe_selection(comparison, selection) == (
        "Shown: 1 of 6 facts, those in some, with “the company”, told in A and B, in the order of the story. "
        "Of 9 differing details 1 belong to these facts."
    )
    assert describe_selection(bridge(), Selection("in all")) == "Shown: 1 of 5 facts, those in both, the weightiest first. " + (
        "Of 2 differing details 2 belong to these facts."
    )


def test_only_a_limited_selection_has_an_extent() -> None:
    assert describe_extent(bridge(), Selection(order="weight", search="  ", keys=())) == ""
    assert describe_extent(bridge(), Selection("only in B")) == "0 of 5 facts"


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_part_from_the_others_unless_all_are_small() -> None:
    facts = weighted().facts
    assert [[fact.id for fact in part] for part in part_small(facts)] == [["f1", "f2", "f3"], ["f4", "f5"]]
    assert part_small(facts[3:]) == (facts[3:], ())
    assert part_small(()) == ((), ())


@pytest.mark.usefixtures("three_large_facts")
def test_headings_say_how_many_of_their_facts_are_smaller_and_none_is_lost() -> None:
    model = ReportModel(weighted())
    assert [(heading, [fact.id for fact in facts]) for heading, facts in model.all_sections] == [
        ("in both articles, in part or differently: 2 of 5 facts, 1 of them smaller", ["f1"]),
        ("only in A · Quernby Courier: 2 of 5 facts, 1 of them smaller", ["f2"]),
        ("probably only in B · Elver <b>Live</b>: 1 of 5 facts", ["f3"]),
        ("smaller facts: 2 of 5 facts", ["f4", "f5"]),
    ]
    assert sorted(fact.id for fact in model.facts) == sorted(fact.id for _, facts in model.all_sections for fact in facts)


def test_the_weightiest_facts_never_fold() -> None:
    facts = bridge().facts
    assert part_small(facts) == (facts, ()), "however little they weigh"
    assert ReportModel(bridge()).all_sections == ReportModel(bridge()).sections


@settings(max_examples=30)
@given(st.integers(1, 5), st.sampled_from(sorted(ORDERS)), st.text(max_size=5))
def test_groups_part_the_facts_and_orders_lose_none(articles: int, order: Order, search: str) -> None:
    comparison = hostile(["one", "two", "three", search or "x"], articles=articles)
    groups = [choice for choice in choices(comparison) if choice != ALL]
    parted = [fact.id for choice in groups for fact in select_facts(comparison, Selection(choice, order))]
    everything = sorted(fact.id for fact in comparison.facts)
    assert sorted(parted) == (everything if groups else [])
    assert sorted(fact.id for fact in select_facts(comparison, Selection(order=order))) == everything
    counted = [int(told.rsplit(" of ", 1)[0].rsplit(" ", 1)[1]) for choice, told in choices(comparison).items() if choice != ALL]
    assert sum(counted) == len(parted)


def test_the_json_holds_what_is_shown_how_it_was_made_and_the_log() -> None:
    comparison = corrected()
    selection = Selection("only in A", search="cows")
    values = json.loads(report_json(comparison, made="2026-11-22", selection=selection))
    assert values["schema"] == "samestory/1"
    assert [fact["id"] for fact in values["facts"]] == ["f2"]
    assert values["story"]["title"] == comparison.title
    assert values["selection"] == selection_values(ReportModel(comparison, selection))
    assert (values["selection"]["facts"], values["selection"]["of"]) == (1, 5)
    assert values["about"]["made"] == "2026-11-22"
    assert values["about"]["limits"].startswith("Machine-made.")
    assert [row["standing"] for row in values["log"]][1] == "withdrawn"
    whole_file = json.loads(report_json(comparison, made="x", selection=Selection()))
    plain = json.loads(json.dumps(comparison.to_dict()))
    assert {key: whole_file[key] for key in plain if key != "facts"} == {key: plain[key] for key in plain if key != "facts"}
    assert sorted(map(str, whole_file["facts"])) == sorted(map(str, plain["facts"]))
