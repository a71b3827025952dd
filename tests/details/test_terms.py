"""Materially different words for one thing: found in one slot only, and never between synonyms."""

from __future__ import annotations

import json
from itertools import combinations
from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.details.sentence_pair import SentencePair
from components.details.terms.compare import LEXICON, compare_terms, find_terms
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.story import Difference
from tests.report.factories import article

pytestmark = pytest.mark.model


def story(key: str, *sentences: str) -> ParsedArticle:
    return pair_with_parse(article(key, sentences), parse(sentences))


def compared(left: ParsedArticle, right: ParsedArticle, probability: float = 0.95) -> list[Difference]:
    """The first sentences beside each other; words of one lemma are alike, words of one sort half so, for lack of vectors."""
    docs = left.docs[0], right.docs[0]
    near = np.array(
        [[1.0 if a.lemma_ == b.lemma_ else 0.5 * (a.pos_ == b.pos_) for b in docs[1]] for a in docs[0]], dtype=np.float32
    )
    pair = SentencePair(left, 0, right, 0, probability, near)
    return list(compare_terms(pair, find_terms(left)[0], find_terms(right)[0]))


def words(one: str, other: str, probability: float = 0.95) -> set[tuple[str, str]]:
    found = compared(story("A", one), story("B", other), probability)
    assert all(difference.verdict == "differs" and difference.kind == "term" for difference in found)
    return {(difference.left.text, difference.right.text) for difference in found}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The mayor fired Lena Orr on Friday.", "Lena Orr resigned on Friday.", ("fired", "resigned")),
        ("Lena Orr was fired on Friday.", "Lena Orr stepped down on Friday.", ("fired", "stepped down")),
        ("Police killed the gunman.", "The gunman was executed by police.", ("killed", "executed")),
        ("The court struck down the curfew law.", "The court delayed the curfew law.", ("struck down", "delayed")),
        ("She oversaw the extradition of dozens of smugglers.", "She oversaw the expulsion of dozens of smugglers.", None),
        ("The city will help undocumented workers.", "The city will help illegal workers.", ("undocumented", "illegal")),
        ("He wounded the guard with a rifle.", "He wounded the guard with a knife.", ("rifle", "knife")),
        ("Prosecutors filed a murder charge.", "Prosecutors filed a manslaughter charge.", ("murder", "manslaughter")),
    ],
)
def test_different_kinds_of_one_act_thing_or_quality(one: str, other: str, expected: tuple[str, str] | None) -> None:
    assert words(one, other) == {expected or ("extradition", "expulsion")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor fired Lena Orr.", "The mayor dismissed Lena Orr."),
        ("The council approved the budget.", "The council passed the budget."),
        ("The drugs arrived by sea if needed.", "The drugs arrived by water if necessary."),
        ("The mayor fired Lena Orr.", "Tom Vey resigned."),
        ("The council passed the bill.", "Governor Orr vetoed the bill."),
        ("The mayor fired Lena Orr.", "Critics demanded that Lena Orr resign."),
        ("The mayor did not fire Lena Orr.", "Lena Orr resigned."),
        ("The mayor fired Lena Orr.", "Lena Orr resigned before the mayor fired her."),
        ("She praised illegal workers.", "She praised undocumented builders."),
        ('"I fired Lena Orr," the mayor said.', "Lena Orr resigned."),
        ("He fired off a letter to Lena Orr.", "Lena Orr resigned."),
    ],
)
def test_not_synonyms_nor_other_slots_nor_what_is_merely_wanted(one: str, other: str) -> None:
    assert not words(one, other)


def test_not_in_sentences_that_may_be_about_something_else() -> None:
    assert words("Lena Orr was fired.", "Lena Orr resigned.", 0.7)
    assert not words("Lena Orr was fired.", "Lena Orr resigned.", 0.5)


def test_not_where_the_other_article_has_the_word_of_the_same_matter_elsewhere() -> None:
    left = story("A", "Lena Orr was fired on Friday.")
    assert compared(left, story("B", "Lena Orr resigned on Friday.", "A clerk was fired last year."))
    assert not compared(left, story("B", "Lena Orr resigned on Friday.", "Aides said the mayor had fired Lena Orr."))


def test_he_stands_for_a_name_only_in_sentences_surely_about_one_thing() -> None:
    one, other = "The mayor fired Tom Vey for lying.", "He moved to Osmere after being forced out for lying."
    assert words(one, other, 0.95) == {("fired", "forced out")}
    assert not words(one, other, 0.7)


def test_the_reason_names_the_words_and_what_they_share() -> None:
    (found,) = compared(story("A", "The mayor fired Lena Orr."), story("B", "Lena Orr resigned."))
    assert all(part in found.why for part in ("“fired”", "“resigned”", "leaving an office", "“Orr”"))
    assert (found.left.value, found.right.value) == ("fire", "resign")


def test_swapped_articles_give_mirrored_differences() -> None:
    one, other = "The mayor fired Lena Orr and Tom Vey.", "Lena Orr and Tom Vey resigned."
    assert {(b, a) for a, b in words(one, other)} == words(other, one) != set()


def test_synonyms_of_one_kind_stand_in_no_other_kind_of_their_class() -> None:
    written = json.loads(LEXICON.read_text("utf-8"))
    assert list(written) == ["about", "acts", "things", "qualities"]
    for sort in ("things", "qualities"):
        for family, kinds in written[sort].items():
            for one, other in combinations(kinds, 2):
                assert not set(one.split()) & set(other.split()), family
    assert all(len(kinds) > 1 for sort in ("acts", "things", "qualities") for kinds in written[sort].values())


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from("Orr fired resigned was by the “ ” , and not illegal men who step down of his \u200b 7".split()),
        max_size=15,
    )
)
def test_odd_text_neither_crashes_nor_leaves_the_sentence(pieces: list[str]) -> None:
    text = " ".join(["Well", *pieces])
    left = story("A", text)
    (terms,) = find_terms(left)
    assert all(0 <= term.span[0] < term.span[1] <= len(text) for term in terms)
    compared(left, story("B", "Lena Orr resigned."))


def test_a_very_long_sentence_is_quick() -> None:
    long = story("A", "Orr fired Vey and " * 1500 + "left.")
    began = perf_counter()
    find_terms(long)
    assert perf_counter() - began < 1
