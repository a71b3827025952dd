"""The named features of a pair: symmetric, finite, and each says what its name says."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from components.matching import idf_of
from components.matching.arrays import Matrix
from components.matching.late_interaction import max_similarity
from components.matching.sentence_features import match_strength, pair_features
from components.matching.sentence_matching import first_pass_features, second_pass_features, sentence_presence_features
from components.settings.matching import CLOSE_MATCH, SAME_MATCH
from tests.matching.factories import FLOOD, ODD, RIVER, indexed

STORIES = {"flood": FLOOD, "river": RIVER, "odd": ODD, "one": RIVER[:1], "bare": ("",)}
STORIES["long"] = (" ".join(FLOOD * 40), "It rained.")


def features_of(one: str, other: str, *, with_vectors: bool = True) -> dict[str, Matrix]:
    left, right = indexed(STORIES[one]), indexed(STORIES[other])
    return first_pass_features(left, right, idf_of(left, right), max_similarity(left, right) if with_vectors else None)


def features_of_two(one: str, other: str) -> dict[str, float]:
    """Return the features of two sentences alone."""
    left, right = indexed([one]), indexed([other])
    features = pair_features(left, right, idf_of(left, right), max_similarity(left, right))
    return {name: float(matrix[0, 0]) for name, matrix in features.items()}


@pytest.mark.parametrize("with_vectors", [True, False], ids=["meaning", "words"])
@pytest.mark.parametrize(("one", "other"), list(product(STORIES, STORIES)))
def test_swapping_the_sides_transposes(one: str, other: str, with_vectors: bool) -> None:
    features, swapped = features_of(one, other, with_vectors=with_vectors), features_of(other, one, with_vectors=with_vectors)
    assert list(features) == list(swapped)
    for name, matrix in features.items():
        assert matrix.shape == (len(STORIES[one]), len(STORIES[other])), name
        assert np.isfinite(matrix).all(), name
        np.testing.assert_allclose(matrix, swapped[name].T, atol=1e-5, err_msg=name)


def test_swapping_the_sides_transposes_to_the_last_bit_where_only_words_speak() -> None:
    features, swapped = features_of("flood", "river", with_vectors=False), features_of("river", "flood", with_vectors=False)
    assert all(np.array_equal(matrix, swapped[name].T) for name, matrix in features.items())


def test_without_meaning_no_vector_is_looked_at() -> None:
    with_vectors, of_words = set(features_of("flood", "river")), set(features_of("flood", "river", with_vectors=False))
    assert of_words < with_vectors
    assert not {name for name in of_words if name.startswith(("meaning", "close", "same", "sentence"))}


def test_the_second_pass_is_symmetric_too() -> None:
    first_pass = np.array([[0.9, 0.1, 0.0], [0.2, 0.2, 1.0]], np.float32)
    features, swapped = second_pass_features(first_pass), second_pass_features(first_pass.T)
    for name, matrix in features.items():
        assert np.isfinite(matrix).all()
        np.testing.assert_allclose(matrix, swapped[name].T, atol=1e-6, err_msg=name)
    np.testing.assert_allclose(features["others_more"][0], [0.2, 0.9, 1.0], atol=1e-6)
    np.testing.assert_allclose(features["others_less"][1], [0.9, 0.1, 0.0], atol=1e-6)


def test_a_sentence_beside_itself() -> None:
    features = features_of_two(FLOOD[1], FLOOD[1])
    for name in ("meaning_more", "meaning_less", "words_more", "words_less", "sentence"):
        assert features[name] == pytest.approx(1, abs=0.02), name
    assert features["numbers_shared"] == 1
    assert features["numbers_apart"] == features["names_apart"] == features["place_apart"] == 0


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
    features = features_of_two(one, other)
    assert {name: features[name] for name in expected} == pytest.approx(expected, abs=1e-3)


def test_the_larger_and_the_smaller_of_both_ways() -> None:
    features = features_of_two("rain fell on the town of Osmere all night", "rain fell")
    assert features["words_more"] > features["words_less"] > 0
    assert features["meaning_more"] > features["meaning_less"]
    assert features["words_more"] == pytest.approx(1, abs=1e-3)


def test_place_runs_from_the_first_sentence_to_the_last() -> None:
    left, right = indexed(FLOOD), indexed(RIVER)
    features = pair_features(left, right, idf_of(left, right), None)
    assert features["place_apart"][0, 0] == features["place_apart"][-1, -1] == 0
    assert features["place_apart"][0, -1] == features["place_last"][0, -1] == 1
    assert features["place_first"][-1, -1] == 1


def test_match_strength_pushes_cosines_apart() -> None:
    cosines = np.array([0.3, 0.62, 0.95])
    assert match_strength(cosines, None) is cosines
    np.testing.assert_allclose(match_strength(cosines, CLOSE_MATCH), [0.003, 0.5, 0.997], atol=2e-3)
    assert (match_strength(cosines, SAME_MATCH) <= match_strength(cosines, CLOSE_MATCH) + 1e-9)[:2].all()
    assert (np.diff(match_strength(np.linspace(-1, 1, 50), SAME_MATCH)) >= 0).all()


def test_the_best_the_second_and_the_sum() -> None:
    features = sentence_presence_features(np.array([[0.2, 0.5, 0.1], [0.0, 1.0, 0.0]]))
    np.testing.assert_allclose(features["best"], [0, np.log(999)], atol=1e-6)
    np.testing.assert_allclose(features["second"], [np.log(0.25), np.log(0.001 / 0.999)], atol=1e-6)
    np.testing.assert_allclose(features["sum"], np.log([0.81, 1.01]), atol=1e-6)
    alone = sentence_presence_features(np.array([[0.5]], np.float32))
    np.testing.assert_allclose(alone["second"], [np.log(0.001 / 0.999)], rtol=1e-5)
