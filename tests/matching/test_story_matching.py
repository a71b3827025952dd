"""A story matched: the scores of two articles are the same from either side, whichever way round they are kept."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import SentencePairScores, models_for, score_sentence_pairs
from components.story import SentenceRef
from tests.matching.factories import FLOOD, RIVER, indexed, matches_of

SCORES = score_sentence_pairs(indexed(FLOOD), indexed(RIVER), models_for("unknown"))


def assert_same(found: SentencePairScores, expected: SentencePairScores) -> None:
    for name in ("probability", "full", "similarity"):
        np.testing.assert_array_equal(getattr(found, name), getattr(expected, name))
    assert found.contributions.keys() == expected.contributions.keys()
    for group, matrix in found.contributions.items():
        np.testing.assert_array_equal(matrix, expected.contributions[group])
    assert found.idf is expected.idf


@pytest.mark.parametrize("keys", [("A", "B"), ("B", "A")])
def test_between_two_articles_the_first_has_the_rows(keys: tuple[str, str]) -> None:
    matches = matches_of({keys: SCORES})
    assert matches.pairs == (keys,)
    assert_same(matches.between(*keys), SCORES)
    assert matches.between(*keys[::-1]).probability.shape == (len(RIVER), len(FLOOD))
    assert_same(matches.between(*keys[::-1]).transposed, SCORES)


def test_the_probability_of_two_sentences_is_the_same_from_either_side() -> None:
    matches = matches_of({("B", "A"): SCORES})
    for i, j in np.ndindex(SCORES.probability.shape):
        one, other = SentenceRef("B", i), SentenceRef("A", j)
        assert matches.probability(one, other) == matches.probability(other, one) == float(SCORES.probability[i, j])


def test_articles_that_were_not_matched_have_no_scores() -> None:
    with pytest.raises(KeyError):
        matches_of({("A", "B"): SCORES}).between("A", "C")
