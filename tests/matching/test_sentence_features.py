"""The named features of a pair: symmetric, finite, and each says what its name says."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from components.matching import idf_of
from components.matching.late_interaction import max_similarity
from components.matching.sentence_features import CLOSE, SAME, pair_features, sigmoid
from components.matching.sentence_matching import first_features, presence_features, second_features
from tests.matching.factories import FLOOD, ODD, RIVER, Matrix, profiled

STORIES = {"flood": FLOOD, "river": RIVER, "odd": ODD, "one": RIVER[:1], "bare": ("",)}
STORIES["long"] = (" ".join(FLOOD * 40), "It rained.")


def of(one: str, other: str, *, with_meaning: bool = True) -> dict[str, Matrix]:
    left, right = profiled(STORIES[one]), profiled(STORIES[other])
    return first_features(left, right, idf_of(left, right), max_similarity(left, right) if with_meaning else None)


def single(one: str, other: str) -> dict[str, float]:
    """The features of two sentences alone."""
    left, right = profiled([one]), profiled([other])
    found = pair_features(left, right, idf_of(left, right), max_similarity(left, right))
    return {name: float(matrix[0, 0]) for name, matrix in found.items()}


@pytest.mark.parametrize("with_meaning", [True, False], ids=["meaning", "words"])
@pytest.mark.parametrize(("one", "other"), list(product(STORIES, STORIES)))
def test_swapping_the_sides_transposes(one: str, other: str, with_meaning: bool) -> None:
    here, there = of(one, other, with_meaning=with_meaning), of(other, one, with_meaning=with_meaning)
    assert list(here) == list(there)
    for name, matrix in here.items():
        assert matrix.shape == (len(STORIES[one]), len(STORIES[other])), name
        assert np.isfinite(matrix).all(), name
        np.testing.assert_allclose(matrix, there[name].T, atol=1e-5, err_msg=name)


def test_swapping_the_sides_transposes_to_the_last_bit_where_only_words_speak() -> None:
    here, there = of("flood", "river", with_meaning=False), of("river", "flood", with_meaning=False)
    assert all(np.array_equal(matrix, there[name].T) for name, matrix in here.items())


def test_without_meaning_no_vector_is_looked_at() -> None:
    full, bare = set(of("flood", "river")), set(of("flood", "river", with_meaning=False))
    assert bare < full
    assert not {name for name in bare if name.startswith(("meaning", "close", "same", "sentence"))}


def test_the_judgement_of_judgements_is_symmetric_too() -> None:
    first = np.array([[0.9, 0.1, 0.0], [0.2, 0.2, 1.0]], np.float32)
    here, there = second_features(first), second_features(first.T)
    for name, matrix in here.items():
        assert np.isfinite(matrix).all()
        np.testing.assert_allclose(matrix, there[name].T, atol=1e-6, err_msg=name)
    np.testing.assert_allclose(here["others_more"][0], [0.2, 0.9, 1.0], atol=1e-6)
    np.testing.assert_allclose(here["others_less"][1], [0.9, 0.1, 0.0], atol=1e-6)


def test_a_sentence_beside_itself() -> None:
    found = single(FLOOD[1], FLOOD[1])
    for name in ("meaning_more", "meaning_less", "words_more", "words_less", "sentence"):
        assert found[name] == pytest.approx(1, abs=0.02), name
    assert found["numbers_shared"] == 1
    assert found["numbers_apart"] == found["names_apart"] == found["place_apart"] == 0


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("40 died.", "Forty died.", {"numbers_shared": 1, "numbers_apart": 0}),
        ("40 died.", "30 died.", {"numbers_shared": 0, "numbers_apart": 1}),
        ("40 died.", "Many died.", {"numbers_shared": 0, "numbers_apart": 0}),
        ("1 2 3 4 5", "1 2 3 4 5", {"numbers_shared": 3}),
        ("1 2 3 4 5", "6 7 8 9", {"numbers_apart": 2}),
        ("He met Diaz.", "She met Rubio.", {"names_shared": 0}),
        ("“We go,” he said.", "“We go,” she said.", {"quotes_both": 1, "quotes_one": 0, "quotes_shared": 1}),
        ("“We go,” he said.", "They go.", {"quotes_both": 0, "quotes_one": 1, "quotes_shared": 0}),
        ("They go.", "They stay.", {"quotes_both": 0, "quotes_one": 0}),
        ("rain fell", "fell rain", {"words_more": 1, "words_less": 1, "runs": 0}),
        ("one two three", "one", {"shorter": 0.0, "longer": np.log(3)}),
        ("", "", {"words_more": 0, "shorter": 0, "longer": 0}),
    ],
)
def test_what_a_feature_says(one: str, other: str, expected: dict[str, float]) -> None:
    found = single(one, other)
    assert {name: found[name] for name in expected} == pytest.approx(expected, abs=1e-3)


def test_the_larger_and_the_smaller_of_both_ways() -> None:
    found = single("rain fell on the town of Osmere all night", "rain fell")
    assert found["words_more"] > found["words_less"] > 0
    assert found["meaning_more"] > found["meaning_less"]
    assert found["words_more"] == pytest.approx(1, abs=1e-3)


def test_place_runs_from_the_first_sentence_to_the_last() -> None:
    left, right = profiled(FLOOD), profiled(RIVER)
    found = pair_features(left, right, idf_of(left, right), None)
    assert found["place_apart"][0, 0] == found["place_apart"][-1, -1] == 0
    assert found["place_apart"][0, -1] == found["place_last"][0, -1] == 1
    assert found["place_first"][-1, -1] == 1


def test_steep_pushes_cosines_apart() -> None:
    cosines = np.array([0.3, 0.62, 0.95])
    assert sigmoid(cosines, None) is cosines
    np.testing.assert_allclose(sigmoid(cosines, CLOSE), [0.003, 0.5, 0.997], atol=2e-3)
    assert (sigmoid(cosines, SAME) <= sigmoid(cosines, CLOSE) + 1e-9)[:2].all()
    assert (np.diff(sigmoid(np.linspace(-1, 1, 50), SAME)) >= 0).all()


def test_the_best_the_second_and_the_sum() -> None:
    found = presence_features(np.array([[0.2, 0.5, 0.1], [0.0, 1.0, 0.0]]))
    np.testing.assert_allclose(found["best"], [0, np.log(999)], atol=1e-6)
    np.testing.assert_allclose(found["second"], [np.log(0.25), np.log(0.001 / 0.999)], atol=1e-6)
    np.testing.assert_allclose(found["sum"], np.log([0.81, 1.01]), atol=1e-6)
    alone = presence_features(np.array([[0.5]], np.float32))
    np.testing.assert_allclose(alone["second"], [np.log(0.001 / 0.999)], rtol=1e-5)
