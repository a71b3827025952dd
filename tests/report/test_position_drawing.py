"""Where in the story, in words and as a drawing without a script."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.report.position_drawing import draw_positions, movers
from components.story import Comparison, Fact
from tests.report.factories import Reading, article, bridge, hostile, state, whole
from tests.report.factories_details import turned


def test_the_biggest_movers_are_named_with_their_sentences() -> None:
    reading = Reading(movers(turned()))
    assert [" ".join(text.split()) for text in reading.of("li")] == [
        "A puts “One is told here.” 1st of 4 sentences, B 4th of 4.",
        "B puts “Four is told here.” 1st of 4 sentences, A 4th of 4.",
        "A puts “Two is told here.” 2nd of 4 sentences, B 3rd of 4.",
    ]
    assert reading.values("href") == ["#fact-f0", "#fact-f3", "#fact-f1"]


@pytest.mark.parametrize(("index", "told"), [(0, "1st"), (10, "11th"), (11, "12th"), (20, "21st"), (21, "22nd"), (102, "103rd")])
def test_places_are_counted_as_people_count(index: int, told: str) -> None:
    long = article("A", [f"Sentence {n} has its words." for n in range(111)], headline=False)
    short = article("B", ["Nothing yet.", "Then something.", "And at the end this."], headline=False)
    fact = Fact("f", "it", (whole(long, index), whole(short, 2)), {key: state("stated", 1.0) for key in "AB"})
    reading = Reading(movers(Comparison((long, short), (), (fact,), {}, "tiny", "abc", True)))
    assert f"{told} of 111" in " ".join(reading.of("li"))


def test_where_nothing_moved_nothing_is_named() -> None:
    assert movers(bridge()) == ""
    assert draw_positions(replace(bridge(), facts=())) == ""


def test_the_drawing_numbers_what_the_list_numbers() -> None:
    reading = Reading(draw_positions(turned()))
    assert sorted(reading.of("ss-rank")) == ["1", "2", "3"]
    assert len(reading.of("ss-moved")) == 3
    assert "It cannot tell why a fact stands where it stands" in " ".join(reading.of("ss-why"))


def test_hostile_labels_stay_text() -> None:
    texts = ["<b>x</b> & co", "y" * 60, "<i onload=a>z</i>"]
    comparison = hostile(texts)
    facts = (
        Fact("f", texts[2], (whole(comparison.articles[0], 0), whole(comparison.articles[1], 2)), comparison.facts[0].presence),
    )
    reading = Reading(movers(replace(comparison, facts=facts)))
    assert reading.of("ss-t") == [f"“{texts[2]}”"]
    assert not {tag for tag, _, _ in reading.attributes} - {"p", "ol", "li", "b", "a"}
