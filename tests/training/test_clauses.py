"""What the models of claims beside another sentence are fitted on: clauses, read from records made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from components.matching.logistic import Logistic
from components.training.clauses import LEXICAL, LabelledClauses, cross_fit_unmatched, fit_claims, labelled_clauses
from tests.fakes import TinyEncoder

MAYOR = "The mayor resigned on Monday and the river rose ."
RIVER = "The river rose by a meter ."


def fact(verb: str, index: int, answer: str) -> dict[str, Any]:
    return {"verb": verb, "verb_idx": index, "question": "", "answer": answer}


def record(number: int = 1) -> dict[str, Any]:
    """Return a pair of sentences in the form of qaalign_facts; the river is in both, the mayor on the left only."""
    return {
        "id": f"{number}_1ecb~!~0~!~1~!~{number}_2ecb~!~0~!~2",
        "left": MAYOR,
        "right": RIVER,
        "left_tokens": MAYOR.split(),
        "right_tokens": RIVER.split(),
        "left_facts": [fact("resigned", 2, "The mayor"), fact("resigned", 2, "on Monday"), fact("rose", 8, "the river")],
        "right_facts": [fact("rose", 2, "The river"), fact("rose", 2, "not in the text")],
        "gold": [[[2], [0]]],
    }


def clauses_of_story(story: str, values: Sequence[float]) -> LabelledClauses:
    """Return clauses that are unmatched where the value is low."""
    table = np.array(values)
    return LabelledClauses(story, {"lemmas": table, "length": np.ones(len(table))}, table < 0.5)


@pytest.mark.model
def test_a_clause_is_unmatched_if_none_of_its_answers_is_aligned() -> None:
    left, right = labelled_clauses([record()], TinyEncoder())
    assert left.unmatched.tolist() == [True, False]
    assert right.unmatched.tolist() == [False]
    assert left.story == right.story == "1_"


@pytest.mark.model
def test_clauses_have_features_one_a_verb_and_those_in_both_stand_out() -> None:
    both = labelled_clauses([record()], TinyEncoder())
    for item in both:
        assert all(values.shape == item.unmatched.shape and np.isfinite(values).all() for values in item.features.values())
        assert all(values.dtype == np.float64 for values in item.features.values())
    for name in ("head_same", "lemmas", "words_same"):
        resigned, rose = both[0].features[name]
        assert rose > resigned, name


@pytest.mark.model
def test_by_words_alone_no_feature_needs_vectors() -> None:
    by_words = labelled_clauses([record()], TinyEncoder(), with_vectors=False)
    other = labelled_clauses([record()], TinyEncoder("other"), with_vectors=False)
    for one, two in zip(by_words, other, strict=True):
        assert set(one.features) == set(LEXICAL)
        assert all(np.array_equal(one.features[name], two.features[name]) for name in LEXICAL)


def test_clauses_are_scored_by_models_that_have_not_seen_their_topic() -> None:
    data = [clauses_of_story(f"topic {i // 2}", [0.9, 0.1, 0.8, 0.2][: 2 + i % 3]) for i in range(24)]
    claim, in_context = (Logistic.from_dict(stored) for stored in fit_claims(data))
    assert claim.terms["lemmas"][1] > 0
    assert set(in_context.terms) <= {"own", "mean", "most", "least"}
    scored = cross_fit_unmatched(data)
    assert len(scored) == sum(len(item.unmatched) for item in data)
    assert all(0 <= score <= 1 for score, _ in scored)
    assert min(score for score, unmatched in scored if unmatched) > max(score for score, unmatched in scored if not unmatched)
