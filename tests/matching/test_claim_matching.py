"""Two articles matched by their claims: either side the mirror of the other, unparsed sentences, what an article states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from components.claims import split_sentence
from components.embeddings import Encoder
from components.language import parse
from components.matching import (
    ArticleClaims,
    DirectedClaimMatches,
    FittedModels,
    idf_of,
    index_text,
    match_claims,
    models_for,
    score_sentence_pairs,
    score_sentences_in_article,
    segment_sentence,
    word_vectors,
)
from components.matching.claim_matching import Entailments, candidate_pairs, claim_context_features, claim_presence_features
from components.matching.late_interaction import max_similarity
from components.settings.matching import CANDIDATE_PROBABILITY, MAX_PARTNERS
from tests.matching.factories import FLOOD, ODD, RIVER, indexed
from tests.matching.test_models import STORED

Probabilities = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]

LEXICAL = models_for("no such digest")
HERALD = (
    "The mayor of Osmere resigned on Monday, and the river Talven rose by three meters.",
    "Ilka Tamsvold, who leads the council, will take over.",
    "Bees sleep in winter.",
)
WIRE = (
    "Osmere is without a mayor.",
    "The mayor of Osmere stepped down on Monday after the council asked for it.",
    "The council's leader, Ilka Tamsvold, will take over.",
)


def article_claims(sentences: Sequence[str], encoder: Encoder | None = None) -> ArticleClaims:
    """Return an article by the claims of its sentences."""
    text = index_text(sentences, encoder.encode(sentences), language="en") if encoder else indexed(sentences)
    docs = parse(sentences)
    claims_by_sentence = [split_sentence(doc) for doc in docs]
    segmented = [
        segment_sentence(word_vectors(text, i, doc), text.vectors[i], doc, claims) if claims else 1
        for i, (doc, claims) in enumerate(zip(docs, claims_by_sentence, strict=True))
    ]
    spans = [[claim.spans for claim in claims] or None for claims in claims_by_sentence]
    return ArticleClaims.of(text, segmented, spans, idf_of(text))


def unparsed(counts: Sequence[int]) -> ArticleClaims:
    """Return an article without a parse, its sentences of so many claims."""
    sentences = [RIVER[i % len(RIVER)] for i in range(len(counts))]
    indexed_text = indexed(sentences)
    whole = [[((0, len(text)),)] * count for text, count in zip(sentences, counts, strict=True)]
    return ArticleClaims.of(indexed_text, counts, whole, idf_of(indexed_text))


def match_both(
    left: ArticleClaims, right: ArticleClaims, probabilities: Probabilities, models: FittedModels = LEXICAL
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    return match_claims(left, right, probabilities, idf_of(left.text, right.text), models)


def link_and_presence(left: Sequence[str], right: Sequence[str], encoder: Encoder) -> Probabilities:
    left_text, right_text = (index_text(texts, encoder.encode(texts), language="en") for texts in (left, right))
    models = models_for(encoder.digest)
    links = score_sentence_pairs(left_text, right_text, models).probability
    return links, score_sentences_in_article(links, models), score_sentences_in_article(links.T, models)


def swapped(probabilities: Probabilities) -> Probabilities:
    return probabilities[0].T, probabilities[2], probabilities[1]


def uniform(n: int, m: int, probability: float = 0.9) -> Probabilities:
    """Return the same probability for every pair of sentences and every sentence."""
    return np.full((n, m), probability), np.full(n, probability), np.full(m, probability)


def presence(
    claims: ArticleClaims,
    sentences: Sequence[str],
    probabilities: tuple[NDArray[np.float64], NDArray[np.float64]],
    entailed: Entailments,
) -> list[dict[str, NDArray[Any]]]:
    """Return what says that an article of these sentences states the claims of another."""
    article = indexed(sentences)
    similarity, _ = max_similarity(claims.text, article)
    idf = idf_of(claims.text, article)
    judged = *probabilities, np.zeros(len(claims.statements))
    return list(claim_presence_features(claims, (article, similarity), judged, entailed, idf))


def assert_same(one: DirectedClaimMatches, other: DirectedClaimMatches) -> None:
    for values, other_values in ((one.entailed, other.entailed), (one.equivalent, other.equivalent)):
        assert values.keys() == other_values.keys()
        for pair in values:
            np.testing.assert_allclose(values[pair], other_values[pair], atol=1.01e-4)
    for present, other_present in zip(one.present, other.present, strict=True):
        np.testing.assert_allclose(present, other_present, atol=1.01e-4)


def assert_sound(
    left: ArticleClaims, right: ArticleClaims, probabilities: Probabilities, models: FittedModels = LEXICAL
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """Check what holds for any two articles; return their matches."""
    of_left, of_right = match_both(left, right, probabilities, models)
    n_claims = [[item if isinstance(item, int) else len(item.heads) for item in items.sentences] for items in (left, right)]
    assert set(of_left.entailed) == {
        (i, j) for i, j in np.ndindex(probabilities[0].shape) if probabilities[0][i, j] > CANDIDATE_PROBABILITY
    }
    assert set(of_left.entailed) == set(of_left.equivalent) == {(i, j) for j, i in of_right.entailed}
    for (i, j), equivalent in of_left.equivalent.items():
        assert equivalent.shape == (n_claims[0][i], n_claims[1][j])
        assert of_left.entailed[i, j].shape == (n_claims[0][i],)
        assert of_right.entailed[j, i].shape == (n_claims[1][j],)
        np.testing.assert_array_equal(of_right.equivalent[j, i], equivalent.T)
    for matches, counts in ((of_left, n_claims[0]), (of_right, n_claims[1])):
        assert [len(values) for values in matches.present] == counts
        for values in (*matches.entailed.values(), *matches.equivalent.values(), *matches.present):
            assert ((values >= 0) & (values <= 1)).all()
            np.testing.assert_array_equal(values, np.round(values, 4))
    return of_left, of_right


@pytest.mark.model
def test_swapping_the_articles_swaps_the_two(encoder: Encoder) -> None:
    left, right, probabilities = (
        article_claims(HERALD, encoder),
        article_claims(WIRE, encoder),
        link_and_presence(HERALD, WIRE, encoder),
    )
    models = models_for(encoder.digest)
    of_left, of_right = assert_sound(left, right, probabilities, models)
    swapped_right, swapped_left = assert_sound(right, left, swapped(probabilities), models)
    assert_same(of_left, swapped_left)
    assert_same(of_right, swapped_right)


@pytest.mark.model
@pytest.mark.parametrize("other", [FLOOD, RIVER, ODD])
def test_any_two_articles_by_words_alone(other: Sequence[str]) -> None:
    left, right = article_claims(FLOOD), article_claims(other)
    of_left, of_right = assert_sound(left, right, uniform(len(FLOOD), len(other)))
    swapped_right, swapped_left = match_both(right, left, uniform(len(other), len(FLOOD)))
    assert_same(swapped_left, of_left)
    assert_same(swapped_right, of_right)
    assert len(of_left.present) == len(FLOOD)
    assert len(of_right.present) == len(other)


@pytest.mark.model
def test_a_claim_that_the_other_article_states_is_present_and_says_the_same(encoder: Encoder) -> None:
    left, right, probabilities = (
        article_claims(HERALD, encoder),
        article_claims(WIRE, encoder),
        link_and_presence(HERALD, WIRE, encoder),
    )
    of_left, of_right = match_both(left, right, probabilities, models_for(encoder.digest))
    resigned, rose = of_left.present[0]
    assert resigned > 0.6
    assert resigned > rose + 0.2
    assert of_left.present[2].max() < 0.2
    assert of_left.entailed[0, 1][0] > of_left.entailed[0, 1][1]
    assert of_left.equivalent[0, 1][0].max() > 0.5 > of_left.equivalent[0, 1][1].max()
    assert of_left.equivalent[0, 1][0].argmax() == 0
    assert of_right.present[1][0] > 0.5


@pytest.mark.model
def test_what_is_linked_no_more_than_likely_is_not_looked_into() -> None:
    left, right = article_claims(HERALD), article_claims(WIRE)
    probabilities = uniform(3, 3, CANDIDATE_PROBABILITY)
    of_left, of_right = assert_sound(left, right, probabilities)
    assert not of_left.entailed
    assert not of_right.equivalent
    probabilities[0][1, 2] = CANDIDATE_PROBABILITY + 0.01
    assert set(assert_sound(left, right, probabilities)[0].entailed) == {(1, 2)}


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.lists(st.integers(1, 4), min_size=1, max_size=4), st.floats(0, 1))
def test_a_sentence_given_as_a_number_of_claims_has_stated_all(one: list[int], other: list[int], probability: float) -> None:
    probability = round(probability, 4)
    of_left, of_right = assert_sound(unparsed(one), unparsed(other), uniform(len(one), len(other), probability))
    for matches in (of_left, of_right):
        assert all((values == 1).all() for values in (*matches.entailed.values(), *matches.equivalent.values()))
        assert all(len(set(values.tolist())) == 1 for values in matches.present), "its claims are present together"


@pytest.mark.model
def test_a_sentence_without_a_parse_beside_one_with() -> None:
    left = article_claims(HERALD[:1])
    of_left, of_right = assert_sound(left, unparsed([2]), uniform(1, 1))
    k = len(of_left.present[0])
    assert k == 2
    assert of_left.entailed[0, 0].tolist() == [1] * k
    assert of_right.entailed[0, 0].tolist() == [1, 1]
    assert of_left.equivalent[0, 0].tolist() == [[1, 1]] * k


def test_the_surer_the_link_the_surer_the_claims_are_present() -> None:
    one = unparsed([1])
    grades = [match_both(one, one, uniform(1, 1, probability))[0].present[0][0] for probability in (0.01, 0.2, 0.5, 0.8, 0.99)]
    assert grades == sorted(set(grades))


def test_a_claim_is_as_present_as_the_best_passage_says() -> None:
    entailed = {(0, 0): np.array([0.5]), (0, 1): np.array([0.6])}
    (row,) = presence(unparsed([1]), RIVER[:2], (np.array([[0.9, 0.5]]), np.array([0.8])), entailed)
    assert row["part"][0] == pytest.approx(np.log(0.45 / 0.55))
    assert row["sentence"][0] == pytest.approx(np.log(0.8 / 0.2))


def test_a_claim_beside_the_others_of_its_sentence() -> None:
    rows = claim_context_features(np.array([1.0, -2.0, 4.0]))
    assert {name: values.tolist() for name, values in rows.items()} == {
        "own": [1, -2, 4], "mean": [1, 2.5, -0.5], "most": [4, 4, 1], "least": [-2, 1, -2],
    }  # fmt: skip
    alone = claim_context_features(np.array([3.0]))
    assert {name: values.tolist() for name, values in alone.items()} == {"own": [3], "mean": [0], "most": [0], "least": [0]}
    assert all(values.shape == (0,) for values in claim_context_features(np.zeros(0)).values())


@pytest.mark.parametrize(("chance", "best"), [(0.0, 1.0), (1.0, 0.0)])
def test_presence_is_judged_by_log_odds_that_stay_finite(chance: float, best: float) -> None:
    (row,) = presence(unparsed([2]), FLOOD[:1], (np.ones((1, 1)), np.array([chance])), {(0, 0): np.full(2, best)})
    np.testing.assert_allclose(row["sentence"], -row["part"])
    for models in (LEXICAL, *map(models_for, STORED)):
        assert set(models.claim_presence.terms) <= set(row)
    assert all(values.shape == (2,) and np.isfinite(values).all() for values in row.values())


def test_of_many_partners_the_most_likely_are_looked_into() -> None:
    links = np.linspace(0.11, 0.99, 60 * 60).reshape(60, 60)
    pairs = candidate_pairs(links)
    assert max(Counter(i for i, _ in pairs).values()) <= MAX_PARTNERS
    assert max(Counter(j for _, j in pairs).values()) <= MAX_PARTNERS
    assert (59, 59) in pairs
    assert candidate_pairs(np.array([[0.05, 0.5], [0.1, 0.9]])) == [(0, 1), (1, 1)]
