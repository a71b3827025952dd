"""What two texts share: rarity as weight, best matches in blocks of any size, coverage, shared items."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import idf_of, late_interaction
from tests.matching.factories import FLOOD, ODD, RIVER, indexed

TEXTS = {"flood": indexed(FLOOD), "river": indexed(RIVER), "odd": indexed(ODD), "one": indexed(RIVER[:1])}


def test_weights_are_those_of_both_articles_together() -> None:
    one, other = TEXTS["flood"], TEXTS["river"]
    idf = idf_of(one, other)
    assert idf == idf_of(other, one)
    assert idf["9"] == 1, "stands in one sentence of nine"
    assert idf["osmer"] < 1
    assert set(idf) == {stem for text in (one, other) for sentence in text.sentences for stem in sentence.stems}


def test_a_token_weighs_as_much_as_its_word_and_punctuation_hardly_anything() -> None:
    text = indexed(["Rain fell, rain.", "…"])
    idf = {"rain": 0.5, "fell": 0.9}
    assert late_interaction.token_weights(text, idf).tolist() == pytest.approx([0.5, 0.9, 0.05, 0.5, 0.05, 0.05])
    assert late_interaction.token_weights(text, {"rain": 0.0, "fell": 0.0}).min() == pytest.approx(0.05)


@pytest.mark.parametrize("block", [1, 3, 7, 20])
@pytest.mark.parametrize("left", TEXTS)
@pytest.mark.parametrize("right", TEXTS)
def test_blocks_change_nothing(block: int, left: str, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = TEXTS[left], TEXTS[right]
    whole = late_interaction.max_similarity(one, other)
    monkeypatch.setattr(late_interaction, "_BLOCK", block)
    for expected, actual in zip(whole, late_interaction.max_similarity(one, other), strict=True):
        np.testing.assert_allclose(actual, expected, atol=1e-6)


def test_best_matches_are_those_of_every_pair_of_tokens() -> None:
    one, other = TEXTS["flood"], TEXTS["river"]
    of_left, of_right = late_interaction.max_similarity(one, other)
    assert of_left.shape == (len(one.tokens), len(other))
    assert of_right.shape == (len(other.tokens), len(one))
    cosines = one.tokens @ other.tokens.T
    ends = [*other.starts[1:], len(other.tokens)]
    for column, (start, end) in enumerate(zip(other.starts, ends, strict=True)):
        np.testing.assert_allclose(of_left[:, column], cosines[:, start:end].max(1), atol=1e-6)
    first = cosines[: one.starts[1]].max(0)
    np.testing.assert_allclose(of_right[:, 0], first, atol=1e-6)


def test_covered_is_a_weighted_mean() -> None:
    scores = np.array([[1.0, 0.0], [0.0, 0.0], [0.5, 1.0]])
    coverage = late_interaction.weighted_coverage(scores, np.array([3.0, 1.0, 2.0]), np.array([0, 2]))
    np.testing.assert_allclose(coverage, [[0.75, 0.0], [0.5, 1.0]])


def test_a_sentence_covers_itself() -> None:
    one = TEXTS["flood"]
    of_left, _ = late_interaction.max_similarity(one, one)
    coverage = late_interaction.weighted_coverage(of_left, late_interaction.token_weights(one, idf_of(one)), one.starts)
    np.testing.assert_allclose(coverage.diagonal(), 1, atol=1e-3)


def test_shared_items_and_what_each_side_has() -> None:
    one, other = indexed(["rain fell", "wind"]), indexed(["fell wind", "sun"])
    both, of_left, of_right = late_interaction.shared_weight(
        one, other, lambda sentence: sentence.stems, {"rain": 0.5, "fell": 0.25}
    )
    assert both.tolist() == [[0.25, 0], [1, 0]]
    assert of_left.tolist() == [0.75, 1]
    assert of_right.tolist() == [1.25, 1]


def test_nothing_shared_is_zero_everywhere() -> None:
    both, of_left, of_right = late_interaction.shared_weight(
        indexed(["rain"]), indexed(["sun", ""]), lambda sentence: sentence.stems, {}
    )
    assert both.tolist() == [[0, 0]]
    assert (of_left.tolist(), of_right.tolist()) == ([1], [1, 0])


def test_runs_and_their_weights() -> None:
    one = indexed(["rain fell on Osmere", "rain", ""])
    assert [late_interaction.bigrams(sentence) for sentence in one.sentences] == [["rain fell", "fell on", "on osmer"], [], []]
    weights = late_interaction.bigram_idf([one], {"rain": 0.2, "fell": 0.6, "on": 0.0, "osmer": 1.0})
    assert weights == pytest.approx({"rain fell": 0.4, "fell on": 0.3, "on osmer": 0.5})
