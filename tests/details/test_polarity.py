"""The same act affirmed in one article and denied in another: same parties, said by the same, put forward as real."""

from __future__ import annotations

from time import perf_counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.details.sentence_pair import SentencePair
from components.details.terms.polarity import compare_polarity, find_polarity
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.story import Difference
from tests.report.factories import article

pytestmark = pytest.mark.model


def parsed_article(key: str, *sentences: str) -> ParsedArticle:
    return pair_with_parse(article(key, sentences), parse(sentences))


def differences(left_sentence: str, right_sentence: str, probability: float = 0.95) -> list[Difference]:
    left, right = parsed_article("A", left_sentence), parsed_article("B", right_sentence)
    docs = left.docs[0], right.docs[0]
    near = np.array([[float(a.lemma_ == b.lemma_) for b in docs[1]] for a in docs[0]], dtype=np.float32)
    pair = SentencePair(left, 0, right, 0, probability, near)
    return list(compare_polarity(pair, find_polarity(left)[0], find_polarity(right)[0]))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lena Orr signed the treaty.", "Lena Orr did not sign the treaty."),
        ("Lena Orr ruled out a tax rise.", "Lena Orr did not rule out a tax rise."),
        ("Lena Orr signed the treaty.", "Lena Orr refused to sign the treaty."),
        ("The bank repaid the loan.", "The loan was never repaid by the bank."),
        ("Lena Orr has replied to the letter.", "Lena Orr has yet to reply to the letter."),
        ("Lena Orr was guilty.", "Lena Orr was not guilty."),
        ("Orr said Vey signed the treaty.", "Orr said Vey had not signed the treaty."),
        ("Orr said Vey signed the treaty.", "According to Orr, Vey had not signed the treaty."),
        ("Two sailors were injured.", "Nobody was injured."),
        ("Two men were arrested, police said.", "According to police, no one was arrested."),
        ("Three paintings were stolen from the museum.", "Nothing was stolen from the museum."),
        ("Three of the passengers were hurt.", "None of the 48 passengers was hurt."),
        ("Officers found two guns in Lunde.", "Officers found no guns in Lunde."),
        ("Four arrests were announced.", "No arrests were announced."),
    ],
)
def test_affirmed_and_denied(left: str, right: str) -> None:
    (difference,) = differences(left, right)
    assert (difference.kind, difference.verdict) == ("polarity", "differs")
    assert (difference.left.value, difference.right.value) == ("affirmed", "denied")
    assert f"“{difference.left.text}” is affirmed in one" in difference.why
    assert f"“{difference.right.text}” denied in the other" in difference.why


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Lena Orr signed the treaty.", "Lena Orr signed the treaty."),
        ("Lena Orr did not sign the treaty.", "Lena Orr refused to sign the treaty."),
        ("Lena Orr signed the treaty.", "Tom Vey did not sign the treaty."),
        ("Lena Orr signed the treaty.", "Lena Orr did not sign the lease."),
        ("Lena Orr may sign the treaty.", "Lena Orr did not sign the treaty."),
        ("Lena Orr signed the treaty.", "Tom Vey said Lena Orr did not sign the treaty."),
        ("Lena Orr signed the treaty.", "Lena Orr denied that she signed the treaty."),
        ("Lena Orr signed the treaty.", '"Lena Orr did not sign the treaty," Vey said.'),
        ("Lena Orr signed the treaty.", "Lena Orr did not sign the treaty in May but signed the treaty in June."),
        ("Two sailors were injured.", "Nobody was killed."),
        ("Three paintings were stolen from the museum.", "Nothing was stolen from the church."),
        ("Four arrests were announced.", "No results were announced."),
        ("Vey said that two sailors were injured.", "According to Orr, nobody was injured."),
        ("Two sailors might be injured.", "Nobody was injured."),
        ("Nobody was injured.", "Nobody was injured, police said."),
    ],
)
def test_not_other_parties_nor_other_speakers_nor_what_may_be(left: str, right: str) -> None:
    assert not differences(left, right)
    assert not differences(right, left)


def test_not_in_sentences_that_may_be_about_something_else() -> None:
    assert not differences("Lena Orr signed the treaty.", "Lena Orr did not sign the treaty.", 0.4)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from("Orr signed not never the treaty refused to “ ” , that who was guilty if no \u200b".split()), max_size=15
    )
)
def test_odd_text_neither_crashes_nor_leaves_the_sentence(words: list[str]) -> None:
    text = " ".join(["Well", *words])
    (predicates,) = find_polarity(parsed_article("A", text))
    assert all(0 <= predicate.span[0] < predicate.span[1] <= len(text) for predicate in predicates)
    differences(text, "Lena Orr signed the treaty.")


def test_a_very_long_sentence_is_quick() -> None:
    long = parsed_article("A", "Orr did not sign and " * 1500 + "left.")
    started = perf_counter()
    find_polarity(long)
    assert perf_counter() - started < 1
