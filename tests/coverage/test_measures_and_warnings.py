"""Counts that add up, the state of a sentence, prominence, and what a reader must know first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.coverage import count_facts, prominence, sentence_status, warnings_for
from components.story import Article, Comparison, Fact, Link, Presence, Status
from tests.report.factories import article, bridge, part, whole

LETTERS: Mapping[str, Status] = {"s": "stated", "p": "partly", "n": "not_found", "u": "unclear", "d": "differs"}
A = article("A", ["Flood kills forty", "The river rose.", "Bees slept."], outlet="Herald")
B = article("B", ["Forty dead in flood", "Rain fell."], outlet="Wire")
C = article("C", ["Water everywhere", "Cows watched.", "Cows swam."])


def fact(letters: str, *, at: int = 0, name: str = "f") -> Fact:
    """A fact of A's sentence `at` with a status for each article, as letters."""
    return Fact(name, "x", (whole(A, at),), {key: Presence(LETTERS[s], 0.5) for key, s in zip("ABC", letters, strict=False)})


def comparison(*facts: Fact, articles: tuple[Article, ...] = (A, B, C)) -> Comparison:
    return Comparison(articles, (), facts, {}, "tiny", "0", True)


@pytest.mark.parametrize(
    ("letters", "group", "only"),
    [
        ("sss", "all", None),
        ("spp", "some", None),
        ("ssd", "some", None),
        ("ssn", "some", None),
        ("spu", "some", None),
        ("ndp", "some", None),
        ("snn", "only", "A"),
        ("nsn", "only", "B"),
        ("nnp", "only", "C"),
        ("dnn", "only", "A"),
        ("snu", "probably_only", "A"),
        ("suu", "probably_only", "A"),
        ("uns", "unclear", None),
        ("nnn", "unclear", None),
        ("uuu", "unclear", None),
    ],
)
def test_the_group_of_a_fact(letters: str, group: str, only: str | None) -> None:
    found = fact(letters)
    assert (found.group, found.only_in or found.probably_only_in) == (group, only)
    assert None in {found.only_in, found.probably_only_in}


def test_a_mention_in_another_article_leaves_open_whether_it_is_only_in_one() -> None:
    elsewhere = replace(fact("suu"), mentions=(whole(A, 0), whole(B, 0)))
    assert (elsewhere.group, elsewhere.probably_only_in) == ("unclear", None)


def test_one_article_alone_states_only_its_own() -> None:
    assert fact("s").group == "only"
    assert count_facts(comparison(fact("s"), articles=(A,))).only == {"A": 1}


@given(st.lists(st.text("spnud", min_size=3, max_size=3), max_size=12))
def test_counts_add_up(letters: list[str]) -> None:
    found = count_facts(comparison(*map(fact, letters)))
    in_one = [*found.only.values(), *found.probably_only.values()]
    assert found.total == len(letters) == found.in_all + found.in_some + sum(in_one) + found.unclear
    assert set(found.only) == set(found.probably_only) == {"A", "B", "C"}
    assert found.checked == 0
    assert found.in_all == letters.count("sss")


def test_facts_that_a_person_checked_are_counted() -> None:
    assert (
        count_facts(comparison(fact("sss"), replace(fact("snn"), checked=True), replace(fact("ssn"), checked=True))).checked == 2
    )


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        (["snn"], "not_found"),
        (["ssn"], "stated"),
        (["snp"], "partly"),
        (["snu"], "unclear"),
        (["suu"], "unclear"),
        (["snn", "snn"], "not_found"),
        (["snn", "snu"], "unclear"),
        (["snn", "sns"], "stated"),
        (["snp", "snu"], "partly"),
        (["ssd"], "differs"),
        (["sss", "snd"], "differs"),
        ([], "unclear"),
    ],
)
def test_the_state_of_a_sentence(letters: list[str], expected: Status) -> None:
    found = comparison(*(fact(word, at=1) for word in letters), fact("sss", at=2))
    assert sentence_status(found, "A", 1) == expected


def test_the_state_of_a_sentence_in_some_of_the_others() -> None:
    found = comparison(fact("sns"))
    assert sentence_status(found, "A", 0, ("B",)) == "not_found"
    assert sentence_status(found, "A", 0, ("C",)) == "stated"
    assert sentence_status(found, "A", 0, ("A", "B")) == "not_found"


def test_every_status_can_come_out() -> None:
    found = [sentence_status(comparison(fact(f"s{letter}{letter}")), "A", 0) for letter in LETTERS]
    assert set(found) == set(get_args(Status))


def test_prominence_runs_from_the_first_word_to_the_end() -> None:
    two = replace(fact("s"), mentions=(whole(A, 2), whole(A, 1), whole(B, 0)))
    found = comparison(two)
    assert prominence(found, fact("s"), "A") == 0
    assert prominence(found, two, "A") == pytest.approx(A.sentences[1].start / len(A.text))
    assert prominence(found, two, "B") == 0
    assert prominence(found, two, "C") is None
    some_words = replace(fact("s"), mentions=(part(A, 1, "rose"),))
    assert prominence(found, some_words, "A") == pytest.approx(A.text.index("rose") / len(A.text))


def test_the_bridge_counts() -> None:
    found = count_facts(bridge())
    assert (found.total, found.in_all, found.in_some, found.unclear) == (5, 1, 1, 0)
    assert found.only == {"A": 2, "B": 0}
    assert found.probably_only == {"A": 0, "B": 1}


def said(*articles: Article, links: tuple[Link, ...] = (), calibrated: bool = True) -> tuple[str, ...]:
    return warnings_for(articles, links, calibrated=calibrated, encoder_name="tiny")


def linked(one: str, other: str, *pairs: tuple[int, int]) -> tuple[Link, ...]:
    return tuple(Link(one, other, i, j, 0.9, "full") for i, j in pairs)


def test_two_articles_that_tell_the_same_story_need_no_note() -> None:
    assert said(A, B, links=linked("A", "B", (0, 0))) == ()


def test_one_article_only() -> None:
    (note,) = said(A)
    assert "only one article" in note


def test_the_same_text_twice_whatever_its_spaces() -> None:
    twin = replace(A, text="\n" + A.text.replace(" ", "  "), key="B", outlet="Wire")
    (note,) = said(A, twin, links=linked("A", "B", (0, 0)))
    assert note.startswith("A · Herald and B · Wire are the same text")


def test_an_article_about_something_else() -> None:
    (note,) = said(A, B, C, links=linked("A", "B", (0, 0)))
    assert note.startswith("C · outlet not given shares hardly a sentence")
    assert len(said(A, B)) == 2


@pytest.mark.parametrize(("count", "stranger"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_tenth_of_the_sentences_is_hardly_a_sentence(count: int, stranger: bool) -> None:
    long = article("L", [f"Sentence {n}." for n in range(20)])
    same = linked("B", "L", *((0, at) for at in range(count)))
    assert any("L · " in note for note in said(B, long, links=same)) is stranger


def test_an_article_without_sentences_shares_none() -> None:
    assert any(note.startswith("D") for note in said(A, B, article("D", []), links=linked("A", "B", (0, 0))))


@pytest.mark.parametrize(("language", "noted"), [("en", False), (None, False), ("de", True), ("zh", True)])
def test_another_language(language: str | None, noted: bool) -> None:
    found = said(replace(A, language=language), B, links=linked("A", "B", (0, 0)))
    assert [note.startswith("Outside English") and "A · Herald" in note and "B" not in note for note in found] == [True] * noted


def test_not_calibrated_comes_last_and_names_the_model() -> None:
    found = said(replace(A, language="fr"), calibrated=False)
    assert len(found) == 3
    assert "not calibrated" in found[-1]
    assert "tiny" in found[-1]


def test_every_note_is_one_sentence() -> None:
    strange = replace(C, language="de")
    for note in said(A, replace(A, key="D"), strange, calibrated=False):
        assert note.endswith(".")
        assert note.count(". ") == 0
