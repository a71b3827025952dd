"""What is read off an article once: words, numbers, names, quoted words, and which word a token is part of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.embeddings import Encoded, Encoder
from components.language import tokenize
from components.matching import IndexedText, index_text
from components.matching.indexed_text import _word_of
from tests.fakes import TinyEncoder
from tests.matching.factories import FLOOD, ODD, WIDTH, indexed


def assert_consistent(text: IndexedText, sentences: int) -> None:
    """Check that every shape fits, and that every index points at something."""
    assert len(text) == sentences == len(text.starts) == len(text.vectors)
    assert len(text.tokens) == len(text.token_word)
    ends = [*text.starts[1:], len(text.tokens)]
    for sentence, start, end in zip(text.sentences, text.starts, ends, strict=True):
        assert end > start, "every sentence has a token, so that sums over it stand"
        assert all(-1 <= word < len(sentence.words) for word in text.token_word[start:end])
        assert len(sentence.words) == len(sentence.stems)
        assert set(sentence.stems) == set(sentence.surface_forms)


def test_the_shapes_of_a_profile() -> None:
    text = indexed(FLOOD)
    assert_consistent(text, len(FLOOD))
    assert text.vectors.shape == (5, WIDTH)
    assert text.tokens.shape[1] == WIDTH


@pytest.mark.parametrize("text", [*ODD, "   ", "\u200f", "a" * 3000], ids=repr)
def test_odd_sentences(text: str) -> None:
    assert_consistent(indexed([text]), 1)
    assert_consistent(indexed([text, "It rained.", text]), 3)


def test_no_sentence_at_all() -> None:
    text = index_text([], [])
    assert len(text) == 0
    assert text.tokens.shape[0] == text.vectors.shape[0] == text.starts.shape[0] == 0


def test_a_sentence_of_2000_words() -> None:
    text = " ".join(f"word{number}" for number in range(2000))
    indexed_text = indexed([text, "It rained."])
    assert_consistent(indexed_text, 2)
    assert len(indexed_text.sentences[0].words) == 2000
    assert indexed_text.token_word[1999] == 1999


@pytest.mark.parametrize("text", ODD)
def test_tokens_point_at_the_word_they_overlap(text: str, tiny: TinyEncoder) -> None:
    (encoded,) = tiny.encode([text])
    indexed_text = index_text([text], [encoded])
    for (start, end), index in zip(encoded.offsets, indexed_text.token_word, strict=False):
        overlapping = [n for n, word in enumerate(tokenize(text)) if word.start < end and start < word.end]
        assert index == (overlapping[0] if overlapping else -1)


@pytest.mark.model
@pytest.mark.parametrize("text", [*FLOOD, *ODD, "Überraschend unwahrscheinlich: don’t, U.S. $1,200.50 — 40%."])
def test_tokens_of_the_model_point_at_their_word(text: str, encoder: Encoder) -> None:
    (encoded,) = encoder.encode([text])
    indexed_text = index_text([text], [encoded])
    assert_consistent(indexed_text, 1)
    words = set(indexed_text.token_word.tolist()) - {-1}
    assert words == set(range(len(indexed_text.sentences[0].words)))


@given(st.text(alphabet="ab .,’'1é", max_size=30), st.data())
def test_word_of_is_the_first_overlap(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True)))
    spans = np.array(list(pairwise(cuts)), np.int32).reshape(-1, 2)
    words = tokenize(text)
    expected = [next((n for n, w in enumerate(words) if w.start < end and start < w.end), -1) for start, end in spans]
    assert _word_of(spans, words).tolist() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister met Rosa Diaz in Osmere.", {"rosa", "diaz", "osmer"}),
        ("Rosa met Diaz.", {"diaz"}),
        ("“We met Diaz,” he said. “Rain fell.”", {"diaz"}),
        ("He spoke: Rain fell.", set()),
        ("Smith-Jones, O'Neil and the U.S. agreed.", {"jone", "o'neil", "us"}),
        ("in a lower case", set()),
        ("", set()),
    ],
)
def test_names(text: str, expected: set[str]) -> None:
    assert indexed([text]).sentences[0].names == expected


def test_numbers_quoted_words_and_words_as_written() -> None:
    minister, quoted = indexed(FLOOD).sentences[1:3]
    assert minister.numbers == {"40"}
    assert minister.surface_forms["minist"] == "minister"
    assert quoted.quoted == {"we", "will", "not", "leav", "anybodi", "behind"}
    assert not minister.quoted
    assert indexed(["Forty died."]).sentences[0].stems[0] == "40"


def test_a_quotation_runs_on_over_sentences() -> None:
    first, second, third = indexed(["“We go.", "We return,” he said.", "He went."]).sentences
    assert first.quoted == {"we", "go"}
    assert second.quoted == {"we", "return"}
    assert not third.quoted


def test_stems_follow_the_language() -> None:
    assert indexed(["Ministers voted"], "en").sentences[0].stems == ("minist", "vote")
    assert indexed(["Ministers voted"], "zh").sentences[0].stems == ("ministers", "voted")


def test_sentences_and_vectors_must_be_as_many(tiny: TinyEncoder) -> None:
    with pytest.raises(ValueError, match="zip"):
        index_text(["one", "two"], tiny.encode(["one"]))


def test_a_sentence_without_tokens_gets_one_of_zeros() -> None:
    bare = Encoded(np.zeros(3, np.float32), np.zeros((0, 3), np.float32), np.zeros((0, 2), np.int32))
    text = index_text(["", ""], [bare, bare])
    assert text.tokens.tolist() == [[0, 0, 0], [0, 0, 0]]
    assert text.token_word.tolist() == [-1, -1]
    assert text.starts.tolist() == [0, 1]
