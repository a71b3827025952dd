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
from tests.matching.factories import FLOOD, ODD, RIVER, indexed

WORDS = "the river rose can't 40 Osmere — , “ ” … 3.5m well-known flood's U.S. 😀 部长 \t don’t".split(" ")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


@cache
def tokenizer() -> Language:
    """Return a tokenizer: nothing here needs a parse."""
    return spacy.blank("en")


def tokens(text: str) -> Doc:
    return tokenizer().make_doc(text)


def gathered(text: str) -> WordVectors:
    return word_vectors(indexed([text]), 0, tokens(text))


def similarity(one: str, other: str) -> NDArray[np.float32]:
    return token_similarity(gathered(one), gathered(other))


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_it_is_symmetric_and_a_cosine(one: str, other: str) -> None:
    cosines, swapped = similarity(one, other), similarity(other, one)
    assert cosines.shape == (len(tokens(one)), len(tokens(other)))
    assert cosines.dtype == np.float32
    np.testing.assert_allclose(cosines, swapped.T, atol=1e-6)
    assert (np.abs(cosines) <= 1.001).all()


@settings(max_examples=60)
@given(TEXTS)
def test_each_word_has_its_vectors_once_and_in_order(text: str) -> None:
    vectors, doc = gathered(text), tokens(text)
    assert vectors.n_words == len(doc)
    assert len(vectors.words) == len(vectors.starts)
    assert (np.diff(vectors.words) > 0).all()
    assert (np.diff([*vectors.starts, len(vectors.vectors)]) > 0).all(), "no word without a vector"
    assert not len(vectors.starts) or vectors.starts[0] == 0
    assert all(any(sign.isalnum() for sign in doc[int(word)].text) or "’" in doc[int(word)].text for word in vectors.words)


@pytest.mark.parametrize("text", ["The river rose, he said.", "“Go,” he said … at last!", "(Osmere) — 40"])
def test_marks_are_near_nothing(text: str) -> None:
    cosines, doc = similarity(text, text), tokens(text)
    marks = [token.i for token in doc if token.is_punct]
    assert marks
    assert not cosines[marks].any()
    assert not cosines[:, marks].any()


def test_a_word_is_nearest_to_itself() -> None:
    text = "Rain had fallen for nine days"
    cosines = similarity(text, text)
    np.testing.assert_allclose(np.diag(cosines), 1, atol=1e-3)
    assert cosines[~np.eye(len(cosines), dtype=bool)].max() < 0.6


def test_words_alike_are_near_wherever_they_stand() -> None:
    one, other = "Forty people were killed in the city", "A town mourns forty deaths"
    cosines, left, right = similarity(one, other), one.split(), other.split()
    for word, alike in (("Forty", "forty"), ("killed", "deaths"), ("city", "town")):
        assert cosines[left.index(word)].argmax() == right.index(alike)
        assert cosines[left.index(word), right.index(alike)] == pytest.approx(1, abs=1e-3)


def test_both_pieces_of_a_word_that_the_parser_splits_have_its_vectors() -> None:
    doc = tokens("They can't swim")
    assert [token.text for token in doc] == ["They", "ca", "n't", "swim"]
    cosines = similarity("They can't swim", "They can't swim")
    assert cosines[1, 1] == pytest.approx(1, abs=1e-3)
    np.testing.assert_array_equal(cosines[1], cosines[2])
    np.testing.assert_array_equal(cosines[:, 1], cosines[:, 2])


def test_a_token_of_the_parser_has_all_words_inside_it() -> None:
    text = "a well-known river"
    joined = Doc(tokenizer().vocab, words=["a", "well-known", "river"])
    cosines = token_similarity(word_vectors(indexed([text]), 0, joined), gathered("well known"))
    np.testing.assert_allclose(cosines[1], [1, 1], atol=1e-3)


@pytest.mark.parametrize("index", range(len(FLOOD)))
def test_the_other_sentences_of_an_article_change_nothing(index: int) -> None:
    in_article, alone = word_vectors(indexed(FLOOD), index, tokens(FLOOD[index])), gathered(FLOOD[index])
    np.testing.assert_array_equal(in_article.vectors, alone.vectors)
    np.testing.assert_array_equal(in_article.words, alone.words)
    np.testing.assert_array_equal(in_article.starts, alone.starts)


@pytest.mark.parametrize("one", [*ODD, " ", "\n\t", "--", RIVER[0]])
@pytest.mark.parametrize("other", ODD)
def test_odd_texts(one: str, other: str) -> None:
    cosines = similarity(one, other)
    assert cosines.shape == (len(tokens(one)), len(tokens(other)))
    assert np.isfinite(cosines).all()


@pytest.mark.model
def test_the_bundled_model_knows_words_in_their_context(encoder: Encoder) -> None:
    def in_context(texts: Sequence[str]) -> NDArray[np.float32]:
        text, docs = index_text(texts, encoder.encode(texts), language="en"), parse(texts)
        one, other = (word_vectors(text, i, docs[i]) for i in (0, 1))
        cosines = token_similarity(one, other)
        np.testing.assert_allclose(cosines, token_similarity(other, one).T, atol=1e-5)
        assert (np.abs(cosines) <= 1.001).all()
        return cosines

    left, right = "The envoy resigned on Monday.", "On Monday the diplomat stepped down."
    cosines, one, other = in_context([left, right]), left[:-1].split(), right[:-1].split()
    assert cosines[one.index("envoy")].argmax() == other.index("diplomat")
    assert cosines[one.index("Monday")].argmax() == other.index("Monday")
    assert cosines[one.index("resigned"), other.index("stepped")] > cosines[one.index("resigned"), other.index("Monday")]
    assert not cosines[-1].any()
