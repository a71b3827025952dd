"""Materially different words for one thing: reported in one role only, and never between synonyms."""

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


def parsed_article(key: str, *sentences: str) -> ParsedArticle:
    return pair_with_parse(article(key, sentences), parse(sentences))


def differences(left: ParsedArticle, right: ParsedArticle, probability: float = 0.95) -> list[Difference]:
    """The first sentences beside each other; words of one lemma are alike, words of one sort half so, for lack of vectors."""
    docs = left.docs[0], right.docs[0]
    near = np.array(
        [[1.0 if a.lemma_ == b.lemma_ else 0.5 * (a.pos_ == b.pos_) for b in docs[1]] for a in docs[0]], dtype=np.float32
    )
    pair = SentencePair(left, 0, right, 0, probability, near)
    return list(compare_terms(pair, find_terms(left)[0], find_terms(right)[0]))


def word_pairs(left: str, right: str, probability: float = 0.95) -> set[tuple[str, str]]:
    reported = differences(parsed_article("A", left), parsed_article("B", right), probability)
    assert all(difference.verdict == "differs" and difference.kind == "term" for difference in reported)
    return {(difference.left.text, difference.right.text) for difference in reported}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
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
def test_different_kinds_of_one_act_thing_or_quality(left: str, right: str, expected: tuple[str, str] | None) -> None:
    assert word_pairs(left, right) == {expected or ("extradition", "expulsion")}


@pytest.mark.parametrize(
    ("left", "right"),
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
def test_not_synonyms_nor_other_roles_nor_what_is_merely_wanted(left: str, right: str) -> None:
    assert not word_pairs(left, right)


def test_not_in_sentences_that_may_be_about_something_else() -> None:
    assert word_pairs("Lena Orr was fired.", "Lena Orr resigned.", 0.7)
    assert not word_pairs("Lena Orr was fired.", "Lena Orr resigned.", 0.5)


def test_not_where_the_other_article_has_the_word_of_the_same_matter_elsewhere() -> None:
    left = parsed_article("A", "Lena Orr was fired on Friday.")
    assert differences(left, parsed_article("B", "Lena Orr resigned on Friday.", "A clerk was fired last year."))
    assert not differences(left, parsed_article("B", "Lena Orr resigned on Friday.", "Aides said the mayor had fired Lena Orr."))


def test_he_stands_for_a_name_only_in_sentences_surely_about_one_thing() -> None:
    left, right = "The mayor fired Tom Vey for lying.", "He moved to Osmere after being forced out for lying."
    assert word_pairs(left, right, 0.95) == {("fired", "forced out")}
    assert not word_pairs(left, right, 0.7)


def test_the_reason_names_the_words_and_what_they_share() -> None:
    (difference,) = differences(parsed_article("A", "The mayor fired Lena Orr."), parsed_article("B", "Lena Orr resigned."))
    assert all(part in difference.why for part in ("“fired”", "“resigned”", "leaving an office", "“Orr”"))
    assert (difference.left.value, difference.right.value) == ("fire", "resign")


def test_swapped_articles_give_mirrored_differences() -> None:
    left, right = "The mayor fired Lena Orr and Tom Vey.", "Lena Orr and Tom Vey resigned."
    assert {(b, a) for a, b in word_pairs(left, right)} == word_pairs(right, left) != set()


def test_synonyms_of_one_kind_stand_in_no_other_kind_of_their_class() -> None:
    lexicon = json.loads(LEXICON.read_text("utf-8"))
    assert list(lexicon) == ["about", "acts", "things", "qualities"]
    for sort in ("things", "qualities"):
        for family, kinds in lexicon[sort].items():
            for kind, other_kind in combinations(kinds, 2):
                assert not set(kind.split()) & set(other_kind.split()), family
    assert all(len(kinds) > 1 for sort in ("acts", "things", "qualities") for kinds in lexicon[sort].values())


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from("Orr fired resigned was by the “ ” , and not illegal men who step down of his \u200b 7".split()),
        max_size=15,
    )
)
def test_odd_text_neither_crashes_nor_leaves_the_sentence(words: list[str]) -> None:
    text = " ".join(["Well", *words])
    left = parsed_article("A", text)
    (terms,) = find_terms(left)
    assert all(0 <= term.span[0] < term.span[1] <= len(text) for term in terms)
    differences(left, parsed_article("B", "Lena Orr resigned."))


def test_a_very_long_sentence_is_quick() -> None:
    long = parsed_article("A", "Orr fired Vey and " * 1500 + "left.")
    started = perf_counter()
    find_terms(long)
    assert perf_counter() - started < 1
