"""Claims of a sentence beside another sentence: which words a claim has, what its predicate takes, and its features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from components.claims import split_sentence
from components.embeddings import Encoder
from components.language import parse
from components.matching import (
    FittedModels,
    SegmentedSentence,
    index_text,
    models_for,
    segment_sentence,
    token_similarity,
    word_vectors,
)
from components.matching.claim_features import claim_features
from components.matching.claim_matching import entailed_claims
from components.settings.matching import OTHER_POS_WEIGHT
from tests.fakes import TinyEncoder
from tests.matching.factories import ODD, indexed
from tests.matching.test_models import STORED

pytestmark = pytest.mark.model

PIECES = st.sampled_from("The mayor resigned , who and because on Monday “ ” 40 people 😀 was … He said that -- ( )".split())
RESIGNED = "The mayor of Osmere resigned on Monday."
TWO = "The mayor of Osmere resigned on Monday and the river Talven rose by three meters."


@dataclass(frozen=True)
class HandMadeClaim:
    """A claim that a test makes by hand."""

    spans: tuple[tuple[int, int], ...]
    head: int


def segmented(text: str, *words: str, encoder: Encoder | None = None) -> SegmentedSentence:
    """Return a sentence whose claims are these words, each with its first as its head; or else those that splitting gives."""
    (doc,) = parse([text])
    starts = [text.index(claim) for claim in words]
    claims = [
        HandMadeClaim(((start, start + len(claim)),), next(token.i for token in doc if token.idx >= start))
        for start, claim in zip(starts, words, strict=True)
    ]
    indexed_text = index_text([text], encoder.encode([text]), language="en") if encoder else indexed([text])
    return segment_sentence(word_vectors(indexed_text, 0, doc), indexed_text.vectors[0], doc, claims or split_sentence(doc))


def features_beside(one: str, other: str, *words: str) -> dict[str, NDArray[Any]]:
    return features_of(segmented(one, *words), segmented(other))


def features_of(one: SegmentedSentence, other: SegmentedSentence) -> dict[str, NDArray[Any]]:
    return claim_features(one, other, token_similarity(one.vectors, other.vectors))


def entailed(one: SegmentedSentence, other: SegmentedSentence, models: FittedModels) -> NDArray[Any]:
    return entailed_claims(one, other, token_similarity(one.vectors, other.vectors), models)


@pytest.fixture(scope="module")
def stated(encoder: Encoder) -> Callable[[str, str], list[float]]:
    """Return how probably the second text states each claim of the first, by the bundled encoder and its models."""
    return lambda one, other: entailed(
        segmented(one, encoder=encoder), segmented(other, encoder=encoder), models_for(encoder.digest)
    ).tolist()


def named(text: str, masks: Sequence[NDArray[Any]]) -> list[set[str]]:
    (doc,) = parse([text])
    return [{token.text for token in doc if row[token.i]} for row in masks]


def test_a_claim_has_the_words_of_its_spans_and_its_head() -> None:
    sentence = segmented(TWO, "mayor of Osmere", "rose by three")
    assert named(TWO, list(sentence.claim_words)) == [{"mayor", "of", "Osmere"}, {"rose", "by", "three"}]
    text = "Rain fell."
    (doc,) = parse([text])
    indexed_text = indexed([text])
    alone = segment_sentence(word_vectors(indexed_text, 0, doc), indexed_text.vectors[0], doc, [HandMadeClaim(((0, 4),), 1)])
    assert named(text, list(alone.claim_words)) == [{"Rain", "fell"}], "the head is a word of its part, in a span or not"


def test_a_predicate_has_its_arguments_and_shares_a_subject() -> None:
    text = "The mayor resigned on Monday and left Osmere."
    sentence = segmented(text, "resigned on Monday", "left Osmere")
    (doc,) = parse([text])
    by_head = {doc[head].text: {doc[int(word)].text for word in words} for head, words in sentence.predicates}
    assert by_head["resigned"] >= {"mayor", "Monday"}
    assert by_head["left"] >= {"mayor", "Osmere"}
    arguments = [named(text, list(rows)) for rows in sentence.arguments]
    assert arguments == [[{"Monday"}], [{"Osmere"}]], "of a part only what lies inside it"


def test_a_clause_that_hangs_on_a_noun_has_it_for_a_subject() -> None:
    text = "The ferry that sank off Osmere carried 40 people."
    sentence = segmented(text)
    (doc,) = parse([text])
    by_head = {doc[head].text: {doc[int(word)].text for word in words} for head, words in sentence.predicates}
    assert "ferry" in by_head["carried"]
    assert "Osmere" in by_head["sank"]


def test_content_words_weigh_more_than_others() -> None:
    (doc,) = parse([RESIGNED])
    sentence = segmented(RESIGNED)
    weights = {token.text: float(sentence.weights[token.i]) for token in doc}
    assert weights["mayor"] == weights["resigned"] == 1
    assert weights["The"] == weights["."] == pytest.approx(OTHER_POS_WEIGHT)


def test_all_models_name_features_that_exist() -> None:
    names = set(features_beside(TWO, RESIGNED))
    for digest, stored in STORED.items():
        models = models_for(digest)
        assert set(models.claim.terms) <= names
        assert set(models.claim_in_context.terms) <= {"own", "mean", "most", "least"}
        assert set(stored) >= {"claim", "claim_in_context", "claim_presence"}


def test_the_same_words_say_all_for_a_claim() -> None:
    features = features_beside(RESIGNED, RESIGNED, "mayor of Osmere resigned on Monday")
    for name in ("head", "head_same", "words_close", "words_same", "lemmas", "sentence"):
        assert features[name][0] == pytest.approx(1, abs=0.01), name
    for name in ("sentence_words", "back"):
        assert features[name][0] == pytest.approx(1, abs=0.05), "its full stop weighs something and has no vector"
    assert features["longer"][0] == 0


def test_a_claim_in_the_other_stands_out_from_one_that_is_not() -> None:
    features = features_beside(TWO, RESIGNED, "resigned on Monday", "rose by three meters")
    for name in ("head", "head_same", "head_verb", "words", "words_close", "words_same", "lemmas", "standing", "joint_head"):
        assert features[name][0] > features[name][1], name


@settings(max_examples=25)
@given(st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map(" ".join))
def test_features_are_finite_one_a_claim_and_can_be_scored(one: str, other: str) -> None:
    left, right = segmented(one), segmented(other)
    for sentence, across in ((left, right), (right, left)):
        for name, values in features_of(sentence, across).items():
            assert values.shape == (len(sentence.heads),), name
            assert np.isfinite(values).all(), name
        probabilities = entailed(sentence, across, models_for(TinyEncoder().digest))
        assert probabilities.shape == (len(sentence.heads),)
        assert ((probabilities >= 0) & (probabilities <= 1)).all()


@pytest.mark.parametrize("one", ODD)
@pytest.mark.parametrize("other", [*ODD, RESIGNED])
def test_odd_texts(one: str, other: str) -> None:
    for left, right in ((one, other), (other, one)):
        assert all(np.isfinite(values).all() for values in features_beside(left, right).values())


def test_no_claims_no_rows() -> None:
    (doc,) = parse([RESIGNED])
    indexed_text = indexed([RESIGNED])
    none = segment_sentence(word_vectors(indexed_text, 0, doc), indexed_text.vectors[0], doc, ())
    assert all(values.shape == (0,) for values in features_of(none, segmented(TWO)).values())
    assert entailed(none, segmented(TWO), models_for(TinyEncoder().digest)).shape == (0,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TWO, RESIGNED),
        ("Forty people died in the flood, and the council will rebuild the bridge.", "The flood killed 40 people."),
        ("The court sentenced Ilka Tamsvold, and bees sleep in winter.", "Ilka Tamsvold was sentenced by a court."),
    ],
)
def test_the_model_finds_the_claim_that_is_stated(stated: Callable[[str, str], list[float]], one: str, other: str) -> None:
    there, not_there = stated(one, other)
    assert there > 0.6
    assert not_there < 0.4


def test_a_claim_with_the_same_words_or_like_words_scores_above_one_with_none(stated: Callable[[str, str], list[float]]) -> None:
    reworded, apart = stated("The mayor stepped down on Monday, and the river Talven has risen.", RESIGNED)
    assert reworded > apart + 0.2
    same, none = stated(TWO, "Officials confirmed that the mayor of Osmere resigned on Monday.")
    assert same > none
    (whole,) = stated(RESIGNED, RESIGNED)
    assert whole > 0.9
    (other,) = stated(RESIGNED, "Bees sleep in winter.")
    assert other < 0.2
