"""What a story is called, and the words it is found by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from components.library import StoryState
from components.library.models import UNTITLED, heading, outlets, shown_articles, tidy_title
from components.library.queries import search_words, searchable
from components.story import Anchor, Article, Correction, digests
from tests.library.factories import BRIDGE, SLUICE, article, outlet_set

RAIN = "It rained on the harbour all day and nobody went out to the boats before the evening came, they said."
PLAIN = replace(article(RAIN), headline=None)


@pytest.mark.parametrize(
    ("articles", "shown"),
    [
        ((), UNTITLED),
        ((Article(" \n", (), ""),), UNTITLED),
        ((BRIDGE, SLUICE), "Council saves the bridge"),
        ((PLAIN, BRIDGE), "Council saves the bridge"),
        ((PLAIN,), "It rained on the harbour all day and nobody went out to the boats before the …"),
        ((replace(PLAIN, text="Rain.\nAll day."),), "Rain. All day."),
        ((replace(BRIDGE, headline="Two\nlines \0"),), "Two lines"),
    ],
)
def test_headings(articles: tuple[Article, ...], shown: str) -> None:
    assert heading(articles) == shown


def test_outlets_stand_once() -> None:
    assert outlets((BRIDGE, PLAIN, SLUICE, BRIDGE)) == ("Herald", "Le Straße_Courrier")


def test_labels_follow_the_masthead_that_a_person_set() -> None:
    corrections = (outlet_set("Post"), Correction("withdraw", value="1"), outlet_set("Gazette", SLUICE), outlet_set(None))
    assert outlets(shown_articles(StoryState((BRIDGE, SLUICE), corrections[:1]))) == ("Post", "Le Straße_Courrier")
    assert outlets(shown_articles(StoryState((BRIDGE, SLUICE), corrections[:2]))) == ("Herald", "Le Straße_Courrier")
    assert outlets(shown_articles(StoryState((BRIDGE, SLUICE), corrections))) == ("Gazette",)


def test_labels_take_no_time_for_furniture() -> None:
    taken_out = Correction("remove", (Anchor(digests([BRIDGE])[0], BRIDGE.raw.index("The vote"), "The vote was 7 to 2."),))
    assert shown_articles(StoryState((BRIDGE,), (taken_out,))) == (BRIDGE,)


@pytest.mark.parametrize(
    ("given", "kept"),
    [(None, None), ("", None), (" \n\0\ud800 ", None), (" a  b\tc ", "a b c"), ("x" * 300, "x" * 200), ("😀 é", "😀 é")],
)
def test_titles_on_one_line(given: str | None, kept: str | None) -> None:
    assert StoryState(title=given).title == kept == tidy_title(kept)


def test_words_are_found_however_they_are_written() -> None:
    assert searchable("ÉCLUSE", None, "Straße\0x") == searchable("e\u0301cluse", "STRASSE x")
    assert search_words(" The  Bridge\n") == ["the", "bridge"]
    assert search_words("\0 \ud800") == []
