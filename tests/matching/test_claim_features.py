"""Parts of a sentence beside another sentence: which words a part has, what its predicate takes, and what speaks for it."""

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
from components.matching.claim_features import OTHERS, claim_features
from components.matching.claim_matching import entailed_claims
from tests.fakes import TinyEncoder
from tests.matching.factories import ODD, profiled
from tests.matching.test_models import STORED

pytestmark = pytest.mark.model

PIECES = st.sampled_from("The mayor resigned , who and because on Monday “ ” 40 people 😀 was … He said that -- ( )".split())
RESIGNED = "The mayor of Osmere resigned on Monday."
TWO = "The mayor of Osmere resigned on Monday and the river Talven rose by three meters."


@dataclass(frozen=True)
class Words:
    """A part that is made by hand."""

    spans: tuple[tuple[int, int], ...]
    head: int


def of(text: str, *words: str, encoder: Encoder | None = None) -> SegmentedSentence:
    """A sentence whose parts are these words, each with its first as its head; or else its claims."""
    (doc,) = parse([text])
    starts = [text.index(part) for part in words]
    by_hand = [
        Words(((at, at + len(part)),), next(token.i for token in doc if token.idx >= at))
        for at, part in zip(starts, words, strict=True)
    ]
    known = index_text([text], encoder.encode([text]), language="en") if encoder else profiled([text])
    return segment_sentence(word_vectors(known, 0, doc), known.vectors[0], doc, by_hand or split_sentence(doc))


def beside(one: str, other: str, *words: str) -> dict[str, NDArray[Any]]:
    return features(of(one, *words), of(other))


def features(one: SegmentedSentence, other: SegmentedSentence) -> dict[str, NDArray[Any]]:
    return claim_features(one, other, token_similarity(one.vectors, other.vectors))


def judged(one: SegmentedSentence, other: SegmentedSentence, fit: FittedModels) -> NDArray[Any]:
    return entailed_claims(one, other, token_similarity(one.vectors, other.vectors), fit)


@pytest.fixture(scope="module")
def stated(encoder: Encoder) -> Callable[[str, str], list[float]]:
    """How probably the second text states each claim of the first, by the bundled model and its fit."""
    return lambda one, other: judged(of(one, encoder=encoder), of(other, encoder=encoder), models_for(encoder.digest)).tolist()


def named(text: str, rows: Sequence[NDArray[Any]]) -> list[set[str]]:
    (doc,) = parse([text])
    return [{token.text for token in doc if row[token.i]} for row in rows]


def test_a_part_has_the_words_of_its_spans_and_its_head() -> None:
    found = of(TWO, "mayor of Osmere", "rose by three")
    assert named(TWO, list(found.inside)) == [{"mayor", "of", "Osmere"}, {"rose", "by", "three"}]
    text = "Rain fell."
    (doc,) = parse([text])
    known = profiled([text])
    apart = segment_sentence(word_vectors(known, 0, doc), known.vectors[0], doc, [Words(((0, 4),), 1)])
    assert named(text, list(apart.inside)) == [{"Rain", "fell"}], "the head is a word of its part, in a span or not"


def test_a_predicate_has_its_arguments_and_shares_a_subject() -> None:
    text = "The mayor resigned on Monday and left Osmere."
    found = of(text, "resigned on Monday", "left Osmere")
    (doc,) = parse([text])
    by_head = {doc[at].text: {doc[int(word)].text for word in words} for at, words in found.predicates}
    assert by_head["resigned"] >= {"mayor", "Monday"}
    assert by_head["left"] >= {"mayor", "Osmere"}
    arguments = [named(text, list(rows)) for rows in found.arguments]
    assert arguments == [[{"Monday"}], [{"Osmere"}]], "of a part only what lies inside it"


def test_a_clause_that_hangs_on_a_noun_has_it_for_a_subject() -> None:
    text = "The ferry that sank off Osmere carried 40 people."
    found = of(text)
    (doc,) = parse([text])
    by_head = {doc[at].text: {doc[int(word)].text for word in words} for at, words in found.predicates}
    assert "ferry" in by_head["carried"]
    assert "Osmere" in by_head["sank"]


def test_content_words_weigh_more_than_others() -> None:
    (doc,) = parse([RESIGNED])
    found = of(RESIGNED)
    weighed = {token.text: float(found.weight[token.i]) for token in doc}
    assert weighed["mayor"] == weighed["resigned"] == 1
    assert weighed["The"] == weighed["."] == pytest.approx(OTHERS)


def test_every_fit_names_features_that_exist() -> None:
    known = set(beside(TWO, RESIGNED))
    for digest, stored in STORED.items():
        fit = models_for(digest)
        assert set(fit.claim.terms) <= known
        assert set(fit.claim_in_context.terms) <= {"own", "mean", "most", "least"}
        assert set(stored) >= {"claim", "claim_in_context", "claim_presence"}


def test_the_same_words_say_all_for_a_part() -> None:
    found = beside(RESIGNED, RESIGNED, "mayor of Osmere resigned on Monday")
    for name in ("head", "head_same", "words_close", "words_same", "lemmas", "sentence"):
        assert found[name][0] == pytest.approx(1, abs=0.01), name
    for name in ("sentence_words", "back"):
        assert found[name][0] == pytest.approx(1, abs=0.05), "its full stop weighs something and has no vector"
    assert found["longer"][0] == 0


def test_a_part_in_the_other_stands_out_from_one_that_is_not() -> None:
    found = beside(TWO, RESIGNED, "resigned on Monday", "rose by three meters")
    for name in ("head", "head_same", "head_verb", "words", "words_close", "words_same", "lemmas", "standing", "joint_head"):
        assert found[name][0] > found[name][1], name


@settings(max_examples=25)
@given(st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map(" ".join))
def test_features_are_finite_one_a_part_and_fit_to_be_judged(one: str, other: str) -> None:
    left, right = of(one), of(other)
    for here, there in ((left, right), (right, left)):
        for name, values in features(here, there).items():
            assert values.shape == (len(here.heads),), name
            assert np.isfinite(values).all(), name
        chances = judged(here, there, models_for(TinyEncoder().digest))
        assert chances.shape == (len(here.heads),)
        assert ((chances >= 0) & (chances <= 1)).all()


@pytest.mark.parametrize("one", ODD)
@pytest.mark.parametrize("other", [*ODD, RESIGNED])
def test_odd_texts(one: str, other: str) -> None:
    for left, right in ((one, other), (other, one)):
        assert all(np.isfinite(values).all() for values in beside(left, right).values())


def test_no_parts_no_rows() -> None:
    (doc,) = parse([RESIGNED])
    known = profiled([RESIGNED])
    none = segment_sentence(word_vectors(known, 0, doc), known.vectors[0], doc, ())
    assert all(values.shape == (0,) for values in features(none, of(TWO)).values())
    assert judged(none, of(TWO), models_for(TinyEncoder().digest)).shape == (0,)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TWO, RESIGNED),
        ("Forty people died in the flood, and the council will rebuild the bridge.", "The flood killed 40 people."),
        ("The court sentenced Ilka Tamsvold, and bees sleep in winter.", "Ilka Tamsvold was sentenced by a court."),
    ],
)
def test_the_model_finds_the_part_that_is_stated(stated: Callable[[str, str], list[float]], one: str, other: str) -> None:
    there, not_there = stated(one, other)
    assert there > 0.6
    assert not_there < 0.4


def test_a_part_with_the_same_words_or_like_words_scores_above_one_with_none(stated: Callable[[str, str], list[float]]) -> None:
    reworded, apart = stated("The mayor stepped down on Monday, and the river Talven has risen.", RESIGNED)
    assert reworded > apart + 0.2
    same, none = stated(TWO, "Officials confirmed that the mayor of Osmere resigned on Monday.")
    assert same > none
    (whole,) = stated(RESIGNED, RESIGNED)
    assert whole > 0.9
    (other,) = stated(RESIGNED, "Bees sleep in winter.")
    assert other < 0.2
