"""Corrections in words: a sentence for every kind, with places where they are still there."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from components.report.corrections import QUOTED, describe, log_json, log_rows
from components.story import KINDS, Anchor, Correction
from tests.report.factories import bridge
from tests.report.factories_corrections import MADE, anchor, corrected

SENTENCES = [
    "Link confirmed: A 2 “The bridge closed” and B 2 “It shut on Saturday”",
    "No link: A 4 “Cows watched.” and B 3 “Repairs cost $2m”",
    "Facts joined into one: A 4 “Cows watched.” and B 3 “Repairs cost $2m”",
    "Fact split: A 3 “A ferry runs” set apart from A 3 “says the mayor”",
    "Fact at A 4 “Cows watched.” named “Cows looked on”",
    "Fact checked: A 2 “The bridge closed”",
    "State set: A 3 “A ferry runs” is not found in B · Elver <b>Live</b>",
    "Difference checked (date): A 2 “on Friday” and B 2 “on Saturday”",
    "No difference (number): A 2 “40” and A “words that are gone”",
    "Restored in A · Quernby Courier: “Share this story” (rule: share buttons)",
    "Removed from B · Elver <b>Live</b>: “Share this story”",
    "Outlet of B · Elver <b>Live</b> set to “Elver Live”",
    "Correction 2 withdrawn",
]


def test_every_kind_has_a_sentence() -> None:
    assert [row.what for row in log_rows(corrected())] == SENTENCES
    assert [describe(one, corrected()) for one in corrected().corrections] == SENTENCES


def test_the_log_says_what_holds() -> None:
    rows = log_rows(corrected())
    assert [row.number for row in rows] == list(range(1, 14))
    assert {row.made for row in rows} == {MADE}
    standings = {row.number: row.standing for row in rows if row.standing != "applied"}
    assert standings == {2: "withdrawn", 9: "not applied: its words were not found", 13: "done"}
    assert log_rows(bridge()) == ()


def test_what_was_withdrawn_and_taken_up_again_holds() -> None:
    comparison = corrected()
    again = replace(comparison, corrections=(*comparison.corrections, Correction("withdraw", value="13")))
    assert [log_rows(again)[n].standing for n in (1, 12, 13)] == ["applied", "withdrawn", "done"]


def test_an_article_that_is_gone_leaves_the_words() -> None:
    elsewhere = Anchor("0" * 16, 3, "somewhere else")
    assert describe(Correction("check_fact", (elsewhere,)), bridge()) == "Fact checked: “somewhere else”"
    emptied = Correction("masthead", (elsewhere,), field="outlet")
    assert describe(emptied, bridge()) == "Outlet of an article that is no longer here emptied"


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_without_anything_in_it_still_reads(kind: str) -> None:
    assert describe(Correction(kind), bridge())  # type: ignore[arg-type]


def test_long_words_are_cut_in_the_sentence_and_whole_in_the_json() -> None:
    comparison = bridge()
    long = replace(comparison, corrections=(Correction("check_fact", (Anchor("0" * 16, 0, "word " * 80),)),))
    assert len(log_rows(long)[0].what) < QUOTED + 30
    [row] = json.loads(log_json(long))
    assert (row["number"], row["standing"], row["anchors"][0]["text"]) == (1, "applied", "word " * 80)


def test_a_claim_in_two_stretches_is_quoted_in_both() -> None:
    comparison = bridge()
    stretches = (anchor(comparison, "A", "The bridge"), anchor(comparison, "A", "after 40 bolts"))
    said = describe(Correction("set_presence", stretches, (anchor(comparison, "B"),), value="partly"), comparison)
    assert said == "State set: A 2 “The bridge” and A 2 “after 40 bolts” is partly stated in B · Elver <b>Live</b>"
