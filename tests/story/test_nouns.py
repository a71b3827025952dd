"""The nouns: what a comparison answers when asked, and errors that say what to do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from typing import get_args

import pytest

from components.story import LABELS, SYMBOLS, Article, Fact, InputError, LabelAddition, Link, Presence, Status
from tests.report.factories import article, bridge

COMPARISON = bridge()


@pytest.mark.parametrize(
    ("outlet", "name", "key", "title"),
    [
        ("Herald", None, "A", "A · Herald"),
        (None, "a.txt", "B", "B · a.txt"),
        ("Herald", "a.txt", "", "Herald"),
        (None, None, "C", "C · outlet not given"),
        ("", "", "", "outlet not given"),
    ],
)
def test_how_an_article_is_named(outlet: str | None, name: str | None, key: str, title: str) -> None:
    assert Article("", (), "", outlet=outlet, name=name, key=key).title == title


def test_words_are_parted_by_white_space() -> None:
    assert Article("Rain fell,\n 40% more.", (), "").words == 4
    assert Article("", (), "").words == 0


def test_the_sides_of_a_link() -> None:
    link = Link("A", "C", 3, 5, 0.9, "part")
    assert (link.side("A"), link.side("C"), link.side("B")) == (3, 5, None)
    assert link.other("A") == ("C", 5)
    assert link.other("C") == ("A", 3)
    assert link.reasons == {}


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_a_symbol_and_a_label(status: Status) -> None:
    assert len(SYMBOLS[status]) == 1
    assert LABELS[status]
    assert Presence(status, 0.5).counts_as_in == (status in {"stated", "partly", "differs"})


@pytest.mark.parametrize(
    ("label", "additions", "verbatim"),
    [
        ("The mayor spoke.", (), "The mayor spoke."),
        ("He [Anto Reske] spoke.", (LabelAddition(2, " [Anto Reske]"),), "He spoke."),
        ("He [A] saw it [the sea]", (LabelAddition(2, " [A]"), LabelAddition(13, " [the sea]")), "He saw it"),
        ("Oslo [Norway]", (LabelAddition(4, " [Norway]"),), "Oslo"),
    ],
)
def test_a_label_is_verbatim_but_for_what_is_ours(label: str, additions: tuple[LabelAddition, ...], verbatim: str) -> None:
    fact = Fact("f", label, (), {}, label_additions=additions)
    assert fact.verbatim_label == verbatim
    assert "".join(text for text, _ in fact.label_pieces) == label
    assert [text for text, is_ours in fact.label_pieces if is_ours] == [addition.text for addition in additions]


def test_keys_articles_and_facts_by_name() -> None:
    assert COMPARISON.keys == ("A", "B")
    assert COMPARISON.article("B").outlet == "Elver <b>Live</b>"
    assert COMPARISON.fact("f1") is COMPARISON.fact("old"), "an alias leads to the same fact"
    for ask in (COMPARISON.article, COMPARISON.fact):
        with pytest.raises(KeyError, match="nothing"):
            ask("nothing")


def test_presence_by_fact_or_id_and_article_or_key() -> None:
    fact, item = COMPARISON.facts[1], COMPARISON.articles[1]
    expected = fact.presence["B"]
    assert COMPARISON.presence(fact, item) is COMPARISON.presence("f2", "B") is COMPARISON.presence(fact, "B") is expected
    assert COMPARISON.presence("old", "A").status == "stated"


def test_the_links_of_a_sentence_most_probable_first() -> None:
    links = (Link("A", "B", 1, 0, 0.5, "part"), Link("A", "B", 1, 1, 0.9, "part"), Link("A", "B", 2, 1, 0.7, "part"))
    found = replace(COMPARISON, links=links)
    assert [link.probability for link in found.links_of("A", 1)] == [0.9, 0.5]
    assert [link.probability for link in found.links_of("B", 1)] == [0.9, 0.7]
    assert found.links_of("B", 2) == found.links_of("C", 1) == ()


def test_the_facts_of_a_sentence_in_reading_order() -> None:
    assert [fact.id for fact in COMPARISON.facts_of("A", 2)] == ["f4", "f5"]
    assert COMPARISON.facts_of("B", 0) == ()
    assert [mention.sentence for mention in COMPARISON.facts[0].mentions_in("B")] == [1]


@pytest.mark.parametrize(
    ("sentences", "headline", "title"),
    [(["Bridge closes", "It shut."], True, "Bridge closes"), (["It shut.", "Cows."], False, "It shut."), ([], False, "")],
)
def test_the_title_of_a_story(sentences: list[str], headline: bool, title: str) -> None:
    one = article("A", sentences, headline=headline)
    assert replace(COMPARISON, articles=(one,)).title == title


def test_the_title_is_the_headline_of_the_article_that_states_most_in_whatever_order() -> None:
    articles = COMPARISON.articles
    stated = {a.key: sum(fact.presence[a.key].counts_as_in for fact in COMPARISON.facts) for a in articles}
    most = max(articles, key=lambda a: stated[a.key])
    assert len(set(stated.values())) > 1
    assert COMPARISON.title == replace(COMPARISON, articles=articles[::-1]).title == most.headline


def test_a_headline_is_the_title_even_of_a_later_article() -> None:
    articles = (article("A", ["It shut."], headline=False), article("B", ["Bridge closes"]))
    assert replace(COMPARISON, articles=articles).title == "Bridge closes"


def test_nouns_do_not_change() -> None:
    for thing, name in ((COMPARISON, "facts"), (COMPARISON.articles[0], "key"), (COMPARISON.facts[0], "id")):
        with pytest.raises(FrozenInstanceError):
            setattr(thing, name, "Z")


def test_an_input_error_keeps_the_name_of_its_file() -> None:
    error = InputError("The file is empty; choose another.", name="a.txt")
    assert (str(error), error.name) == ("The file is empty; choose another.", "a.txt")
    assert isinstance(error, ValueError)
    assert InputError("x").name is None
