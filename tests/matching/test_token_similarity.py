"""Words beside words: token vectors gathered to the words of a parse, and the cosines of the closest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from components.embeddings import Encoder
from components.language import parse
from components.matching import WordVectors, index_text, token_similarity, word_vectors
from tests.matching.factories import FLOOD, ODD, RIVER, profiled

WORDS = "the river rose can't 40 Osmere — , “ ” … 3.5m well-known flood's U.S. 😀 部长 \t don’t".split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@cache
def tokenizer() -> Language:
    """Only splits into tokens: nothing here needs a parse."""
    return spacy.blank("en")


def tokens(text: str) -> Doc:
    return tokenizer().make_doc(text)


def gathered(text: str) -> WordVectors:
    return word_vectors(profiled([text]), 0, tokens(text))


def near(one: str, other: str) -> NDArray[np.float32]:
    return token_similarity(gathered(one), gathered(other))


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_it_is_symmetric_and_a_cosine(one: str, other: str) -> None:
    here, there = near(one, other), near(other, one)
    assert here.shape == (len(tokens(one)), len(tokens(other)))
    assert here.dtype == np.float32
    np.testing.assert_allclose(here, there.T, atol=1e-6)
    assert (np.abs(here) <= 1.001).all()


@settings(max_examples=60)
@given(TEXTS)
def test_each_word_has_its_vectors_once_and_in_order(text: str) -> None:
    found, doc = gathered(text), tokens(text)
    assert found.n == len(doc)
    assert len(found.words) == len(found.starts)
    assert (np.diff(found.words) > 0).all()
    assert (np.diff([*found.starts, len(found.vectors)]) > 0).all(), "no word without a vector"
    assert not len(found.starts) or found.starts[0] == 0
    assert all(any(sign.isalnum() for sign in doc[int(at)].text) or "’" in doc[int(at)].text for at in found.words)


@pytest.mark.parametrize("text", ["The river rose, he said.", "“Go,” he said … at last!", "(Osmere) — 40"])
def test_marks_are_near_nothing(text: str) -> None:
    found, doc = near(text, text), tokens(text)
    marks = [token.i for token in doc if token.is_punct]
    assert marks
    assert not found[marks].any()
    assert not found[:, marks].any()


def test_a_word_is_nearest_to_itself() -> None:
    text = "Rain had fallen for nine days"
    found = near(text, text)
    np.testing.assert_allclose(np.diag(found), 1, atol=1e-3)
    assert found[~np.eye(len(found), dtype=bool)].max() < 0.6


def test_words_alike_are_near_wherever_they_stand() -> None:
    one, other = "Forty people were killed in the city", "A town mourns forty deaths"
    found, left, right = near(one, other), one.split(), other.split()
    for word, alike in (("Forty", "forty"), ("killed", "deaths"), ("city", "town")):
        assert found[left.index(word)].argmax() == right.index(alike)
        assert found[left.index(word), right.index(alike)] == pytest.approx(1, abs=1e-3)


def test_both_pieces_of_a_word_that_the_parser_splits_have_its_vectors() -> None:
    doc = tokens("They can't swim")
    assert [token.text for token in doc] == ["They", "ca", "n't", "swim"]
    found = near("They can't swim", "They can't swim")
    assert found[1, 1] == pytest.approx(1, abs=1e-3)
    np.testing.assert_array_equal(found[1], found[2])
    np.testing.assert_array_equal(found[:, 1], found[:, 2])


def test_a_token_of_the_parser_has_all_words_inside_it() -> None:
    text = "a well-known river"
    joined = Doc(tokenizer().vocab, words=["a", "well-known", "river"])
    found = token_similarity(word_vectors(profiled([text]), 0, joined), gathered("well known"))
    np.testing.assert_allclose(found[1], [1, 1], atol=1e-3)


@pytest.mark.parametrize("at", range(len(FLOOD)))
def test_the_other_sentences_of_an_article_change_nothing(at: int) -> None:
    amid, alone = word_vectors(profiled(FLOOD), at, tokens(FLOOD[at])), gathered(FLOOD[at])
    np.testing.assert_array_equal(amid.vectors, alone.vectors)
    np.testing.assert_array_equal(amid.words, alone.words)
    np.testing.assert_array_equal(amid.starts, alone.starts)


@pytest.mark.parametrize("one", [*ODD, " ", "\n\t", "--", RIVER[0]])
@pytest.mark.parametrize("other", ODD)
def test_odd_texts(one: str, other: str) -> None:
    found = near(one, other)
    assert found.shape == (len(tokens(one)), len(tokens(other)))
    assert np.isfinite(found).all()


@pytest.mark.model
def test_the_bundled_model_knows_words_in_their_context(encoder: Encoder) -> None:
    def in_context(texts: Sequence[str]) -> NDArray[np.float32]:
        known, docs = index_text(texts, encoder.encode(texts), language="en"), parse(texts)
        one, other = (word_vectors(known, at, docs[at]) for at in (0, 1))
        found = token_similarity(one, other)
        np.testing.assert_allclose(found, token_similarity(other, one).T, atol=1e-5)
        assert (np.abs(found) <= 1.001).all()
        return found

    left, right = "The envoy resigned on Monday.", "On Monday the diplomat stepped down."
    found, one, other = in_context([left, right]), left[:-1].split(), right[:-1].split()
    assert found[one.index("envoy")].argmax() == other.index("diplomat")
    assert found[one.index("Monday")].argmax() == other.index("Monday")
    assert found[one.index("resigned"), other.index("stepped")] > found[one.index("resigned"), other.index("Monday")]
    assert not found[-1].any()
