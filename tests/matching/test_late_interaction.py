"""What two profiles share: rarity as weight, best matches in blocks of any size, coverage, shared items."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import idf_of, late_interaction
from tests.matching.factories import FLOOD, ODD, RIVER, profiled

PROFILES = {"flood": profiled(FLOOD), "river": profiled(RIVER), "odd": profiled(ODD), "one": profiled(RIVER[:1])}


def test_weights_are_those_of_both_articles_together() -> None:
    one, other = PROFILES["flood"], PROFILES["river"]
    weight = idf_of(one, other)
    assert weight == idf_of(other, one)
    assert weight["9"] == 1, "stands in one sentence of nine"
    assert weight["osmer"] < 1
    assert set(weight) == {stem for side in (one, other) for lex in side.sentences for stem in lex.stems}


def test_a_token_weighs_as_much_as_its_word_and_punctuation_hardly_anything() -> None:
    found = profiled(["Rain fell, rain.", "…"])
    weight = {"rain": 0.5, "fell": 0.9}
    assert late_interaction.token_weights(found, weight).tolist() == pytest.approx([0.5, 0.9, 0.05, 0.5, 0.05, 0.05])
    assert late_interaction.token_weights(found, {"rain": 0.0, "fell": 0.0}).min() == pytest.approx(0.05)


@pytest.mark.parametrize("block", [1, 3, 7, 20])
@pytest.mark.parametrize("left", PROFILES)
@pytest.mark.parametrize("right", PROFILES)
def test_blocks_change_nothing(block: int, left: str, right: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = PROFILES[left], PROFILES[right]
    whole = late_interaction.max_similarity(one, other)
    monkeypatch.setattr(late_interaction, "_BLOCK", block)
    for expected, found in zip(whole, late_interaction.max_similarity(one, other), strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-6)


def test_best_matches_are_those_of_every_pair_of_tokens() -> None:
    one, other = PROFILES["flood"], PROFILES["river"]
    ours, theirs = late_interaction.max_similarity(one, other)
    assert ours.shape == (len(one.tokens), len(other))
    assert theirs.shape == (len(other.tokens), len(one))
    cosines = one.tokens @ other.tokens.T
    ends = [*other.starts[1:], len(other.tokens)]
    for column, (start, end) in enumerate(zip(other.starts, ends, strict=True)):
        np.testing.assert_allclose(ours[:, column], cosines[:, start:end].max(1), atol=1e-6)
    first = cosines[: one.starts[1]].max(0)
    np.testing.assert_allclose(theirs[:, 0], first, atol=1e-6)


def test_covered_is_a_weighted_mean() -> None:
    best = np.array([[1.0, 0.0], [0.0, 0.0], [0.5, 1.0]])
    found = late_interaction.weighted_coverage(best, np.array([3.0, 1.0, 2.0]), np.array([0, 2]))
    np.testing.assert_allclose(found, [[0.75, 0.0], [0.5, 1.0]])


def test_a_sentence_covers_itself() -> None:
    one = PROFILES["flood"]
    ours, _ = late_interaction.max_similarity(one, one)
    cover = late_interaction.weighted_coverage(ours, late_interaction.token_weights(one, idf_of(one)), one.starts)
    np.testing.assert_allclose(cover.diagonal(), 1, atol=1e-3)


def test_shared_items_and_what_each_side_has() -> None:
    one, other = profiled(["rain fell", "wind"]), profiled(["fell wind", "sun"])
    found, ours, theirs = late_interaction.shared(one, other, lambda lex: lex.stems, {"rain": 0.5, "fell": 0.25})
    assert found.tolist() == [[0.25, 0], [1, 0]]
    assert ours.tolist() == [0.75, 1]
    assert theirs.tolist() == [1.25, 1]


def test_nothing_shared_is_zero_everywhere() -> None:
    found, ours, theirs = late_interaction.shared(profiled(["rain"]), profiled(["sun", ""]), lambda lex: lex.stems, {})
    assert found.tolist() == [[0, 0]]
    assert (ours.tolist(), theirs.tolist()) == ([1], [1, 0])


def test_runs_and_their_weights() -> None:
    one = profiled(["rain fell on Osmere", "rain", ""])
    assert [late_interaction.runs(lex) for lex in one.sentences] == [["rain fell", "fell on", "on osmer"], [], []]
    weight = late_interaction.run_weights([one], {"rain": 0.2, "fell": 0.6, "on": 0.0, "osmer": 1.0})
    assert weight == pytest.approx({"rain fell": 0.4, "fell on": 0.3, "on osmer": 0.5})
