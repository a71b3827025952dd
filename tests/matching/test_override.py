"""Links that a person decided: sure or none, whichever way round the scores are kept, and nothing else moves."""

from __future__ import annotations

import numpy as np
import pytest

from components.matching import LinkDecision, models_for, override_sentence_matches, score_sentence_pairs
from components.story import SentenceRef
from tests.matching.factories import FLOOD, RIVER, indexed, matches_of

SCORES = score_sentence_pairs(indexed(FLOOD), indexed(RIVER), models_for("unknown"))
SPANS = ((0, 3), (0, 3))


@pytest.mark.parametrize("keys", [("A", "B"), ("B", "A")])
@pytest.mark.parametrize(("linked", "probability"), [(True, 1.0), (False, 0.0)])
def test_a_decided_link_is_sure_or_none(keys: tuple[str, str], linked: bool, probability: float) -> None:
    before = matches_of({keys: SCORES})
    sentences = SentenceRef("A", 1), SentenceRef("B", 2)
    after = override_sentence_matches(before, [LinkDecision(sentences, linked, SPANS)])
    assert after.probability(*sentences) == after.probability(*sentences[::-1]) == probability
    changed = after.between("A", "B").probability != before.between("A", "B").probability
    assert np.argwhere(changed).tolist() == [[1, 2]]
    assert after.between("A", "B").full is before.between("A", "B").full or keys == ("B", "A")


def test_what_was_matched_stays_as_it_was() -> None:
    before = matches_of({("A", "B"): SCORES})
    kept = SCORES.probability.copy()
    override_sentence_matches(before, [LinkDecision((SentenceRef("A", 0), SentenceRef("B", 0)), True, SPANS)])
    np.testing.assert_array_equal(before.between("A", "B").probability, kept)


def test_without_a_decision_nothing_changes() -> None:
    before = matches_of({("A", "B"): SCORES})
    assert override_sentence_matches(before, []).scores == before.scores
