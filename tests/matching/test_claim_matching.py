"""Two articles by their parts: either side the mirror of the other, unparsed sentences, and what an article states of them."""

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
    claim_tokens,
    idf_of,
    index_text,
    match_claims,
    models_for,
    score_sentence_pairs,
    score_sentences_in_article,
    segment_sentence,
    word_vectors,
)
from components.matching.claim_matching import LIKELY, PARTNERS, Known, beside_features, candidates, present_features
from components.matching.late_interaction import max_similarity
from tests.matching.factories import FLOOD, ODD, RIVER, profiled
from tests.matching.test_models import STORED

Found = tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]

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


def side(sentences: Sequence[str], encoder: Encoder | None = None) -> ArticleClaims:
    """An article by the claims of its sentences."""
    known = index_text(sentences, encoder.encode(sentences), language="en") if encoder else profiled(sentences)
    docs = parse(sentences)
    split = [split_sentence(doc) for doc in docs]
    parts = [
        segment_sentence(word_vectors(known, at, doc), known.vectors[at], doc, found) if found else 1
        for at, (doc, found) in enumerate(zip(docs, split, strict=True))
    ]
    spans = [[claim.spans for claim in found] or None for found in split]
    return ArticleClaims(known, parts, claim_tokens(known, spans, idf_of(known)))


def unparsed(counts: Sequence[int]) -> ArticleClaims:
    """An article without a parse, its sentences of so many parts."""
    sentences = [RIVER[at % len(RIVER)] for at in range(len(counts))]
    known = profiled(sentences)
    whole = [[((0, len(text)),)] * count for text, count in zip(sentences, counts, strict=True)]
    return ArticleClaims(known, counts, claim_tokens(known, whole, idf_of(known)))


def weighed(
    left: ArticleClaims, right: ArticleClaims, chances: Found, fit: FittedModels = LEXICAL
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    return match_claims(left, right, chances, idf_of(left.text, right.text), fit)


def found(left: Sequence[str], right: Sequence[str], encoder: Encoder) -> Found:
    one, other = (index_text(texts, encoder.encode(texts), language="en") for texts in (left, right))
    fit = models_for(encoder.digest)
    linked = score_sentence_pairs(one, other, fit).probability
    return linked, score_sentences_in_article(linked, fit), score_sentences_in_article(linked.T, fit)


def swapped(chances: Found) -> Found:
    return chances[0].T, chances[2], chances[1]


def even(n: int, m: int, chance: float = 0.9) -> Found:
    """Every sentence linked with every other."""
    return np.full((n, m), chance), np.full(n, chance), np.full(m, chance)


def presence(
    side: ArticleClaims, sentences: Sequence[str], linked: NDArray[np.float64], known: Known
) -> list[dict[str, NDArray[Any]]]:
    """What says that an article of these sentences states the parts of a side."""
    other = profiled(sentences)
    matches, _ = max_similarity(side.text, other)
    return list(present_features(side, (other, matches), linked, known, idf_of(side.text, other)))


def assert_same(one: DirectedClaimMatches, other: DirectedClaimMatches) -> None:
    for mine, yours in ((one.entailed, other.entailed), (one.equivalent, other.equivalent)):
        assert mine.keys() == yours.keys()
        for at in mine:
            np.testing.assert_allclose(mine[at], yours[at], atol=1.01e-4)
    for ours, theirs in zip(one.present, other.present, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1.01e-4)


def assert_sound(
    left: ArticleClaims, right: ArticleClaims, chances: Found, fit: FittedModels = LEXICAL
) -> tuple[DirectedClaimMatches, DirectedClaimMatches]:
    """What holds for any two articles."""
    here, there = weighed(left, right, chances, fit)
    count = [[item if isinstance(item, int) else len(item.heads) for item in items.sentences] for items in (left, right)]
    assert set(here.entailed) == {(i, j) for i, j in np.ndindex(chances[0].shape) if chances[0][i, j] > LIKELY}
    assert set(here.entailed) == set(here.equivalent) == {(i, j) for j, i in there.entailed}
    for (i, j), same in here.equivalent.items():
        assert same.shape == (count[0][i], count[1][j])
        assert here.entailed[i, j].shape == (count[0][i],)
        assert there.entailed[j, i].shape == (count[1][j],)
        np.testing.assert_array_equal(there.equivalent[j, i], same.T)
    for parted, counts in ((here, count[0]), (there, count[1])):
        assert [len(chance) for chance in parted.present] == counts
        for values in (*parted.entailed.values(), *parted.equivalent.values(), *parted.present):
            assert ((values >= 0) & (values <= 1)).all()
            np.testing.assert_array_equal(values, np.round(values, 4))
    return here, there


@pytest.mark.model
def test_swapping_the_articles_swaps_the_two(encoder: Encoder) -> None:
    left, right, chances = side(HERALD, encoder), side(WIRE, encoder), found(HERALD, WIRE, encoder)
    fit = models_for(encoder.digest)
    here, there = assert_sound(left, right, chances, fit)
    again, back = assert_sound(right, left, swapped(chances), fit)
    assert_same(here, back)
    assert_same(there, again)


@pytest.mark.model
@pytest.mark.parametrize("other", [FLOOD, RIVER, ODD])
def test_any_two_articles_by_words_alone(other: Sequence[str]) -> None:
    left, right = side(FLOOD), side(other)
    here, there = assert_sound(left, right, even(len(FLOOD), len(other)))
    again, back = weighed(right, left, even(len(other), len(FLOOD)))
    assert_same(back, here)
    assert_same(again, there)
    assert len(here.present) == len(FLOOD)
    assert len(there.present) == len(other)


@pytest.mark.model
def test_a_part_that_the_other_article_states_is_present_and_says_the_same(encoder: Encoder) -> None:
    left, right, chances = side(HERALD, encoder), side(WIRE, encoder), found(HERALD, WIRE, encoder)
    here, there = weighed(left, right, chances, models_for(encoder.digest))
    resigned, rose = here.present[0]
    assert resigned > 0.6
    assert resigned > rose + 0.2
    assert here.present[2].max() < 0.2
    assert here.entailed[0, 1][0] > here.entailed[0, 1][1]
    assert here.equivalent[0, 1][0].max() > 0.5 > here.equivalent[0, 1][1].max()
    assert here.equivalent[0, 1][0].argmax() == 0
    assert there.present[1][0] > 0.5


@pytest.mark.model
def test_what_is_linked_no_more_than_likely_is_not_looked_into() -> None:
    left, right = side(HERALD), side(WIRE)
    chances = even(3, 3, LIKELY)
    here, there = assert_sound(left, right, chances)
    assert not here.entailed
    assert not there.equivalent
    chances[0][1, 2] = LIKELY + 0.01
    assert set(assert_sound(left, right, chances)[0].entailed) == {(1, 2)}


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.lists(st.integers(1, 4), min_size=1, max_size=4), st.floats(0, 1))
def test_a_sentence_given_as_a_number_of_parts_has_stated_all(one: list[int], other: list[int], chance: float) -> None:
    chance = round(chance, 4)
    here, there = assert_sound(unparsed(one), unparsed(other), even(len(one), len(other), chance))
    for parted in (here, there):
        assert all((values == 1).all() for values in (*parted.entailed.values(), *parted.equivalent.values()))
        assert all(len(set(values.tolist())) == 1 for values in parted.present), "its parts are present together"


@pytest.mark.model
def test_a_sentence_without_a_parse_beside_one_with() -> None:
    left = side(HERALD[:1])
    here, there = assert_sound(left, unparsed([2]), even(1, 1))
    k = len(here.present[0])
    assert k == 2
    assert here.entailed[0, 0].tolist() == [1] * k
    assert there.entailed[0, 0].tolist() == [1, 1]
    assert here.equivalent[0, 0].tolist() == [[1, 1]] * k


def test_the_surer_the_link_the_surer_the_parts_are_present() -> None:
    one = unparsed([1])
    grades = [weighed(one, one, even(1, 1, chance))[0].present[0][0] for chance in (0.01, 0.2, 0.5, 0.8, 0.99)]
    assert grades == sorted(set(grades))


def test_a_part_is_as_present_as_the_best_passage_says() -> None:
    found = {(0, 0): np.array([0.5]), (0, 1): np.array([0.6])}
    (row,) = presence(unparsed([1]), RIVER[:2], np.array([[0.9, 0.5]]), (found, np.array([0.8])))
    assert row["part"][0] == pytest.approx(np.log(0.45 / 0.55))
    assert row["sentence"][0] == pytest.approx(np.log(0.8 / 0.2))


def test_a_part_beside_the_others_of_its_sentence() -> None:
    rows = beside_features(np.array([1.0, -2.0, 4.0]))
    assert {name: values.tolist() for name, values in rows.items()} == {
        "own": [1, -2, 4], "mean": [1, 2.5, -0.5], "most": [4, 4, 1], "least": [-2, 1, -2],
    }  # fmt: skip
    alone = beside_features(np.array([3.0]))
    assert {name: values.tolist() for name, values in alone.items()} == {"own": [3], "mean": [0], "most": [0], "least": [0]}
    assert all(values.shape == (0,) for values in beside_features(np.zeros(0)).values())


@pytest.mark.parametrize(("chance", "best"), [(0.0, 1.0), (1.0, 0.0)])
def test_presence_is_judged_by_log_odds_that_stay_finite(chance: float, best: float) -> None:
    (row,) = presence(unparsed([2]), FLOOD[:1], np.ones((1, 1)), ({(0, 0): np.full(2, best)}, np.array([chance])))
    np.testing.assert_allclose(row["sentence"], -row["part"])
    for fit in (LEXICAL, *map(models_for, STORED)):
        assert set(fit.claim_presence.terms) <= set(row)
    assert all(values.shape == (2,) and np.isfinite(values).all() for values in row.values())


def test_of_many_partners_the_most_likely_are_looked_into() -> None:
    linked = np.linspace(0.11, 0.99, 60 * 60).reshape(60, 60)
    found = candidates(linked)
    assert max(Counter(i for i, _ in found).values()) <= PARTNERS
    assert max(Counter(j for _, j in found).values()) <= PARTNERS
    assert (59, 59) in found
    assert candidates(np.array([[0.05, 0.5], [0.1, 0.9]])) == [(0, 1), (1, 1)]
