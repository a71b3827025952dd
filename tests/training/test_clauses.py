"""What the judgement of parts beside another sentence is fitted on: clauses, read from records made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from components.matching.logistic import Logistic
from components.training.clauses import LEXICAL, Judged, clauses, fit_parts, only_here
from tests.fakes import TinyEncoder

MAYOR = "The mayor resigned on Monday and the river rose ."
RIVER = "The river rose by a meter ."


def fact(verb: str, at: int, answer: str) -> dict[str, Any]:
    return {"verb": verb, "verb_idx": at, "question": "", "answer": answer}


def record(number: int = 1) -> dict[str, Any]:
    """A pair of sentences in the form of qaalign_facts; the river is in both, the mayor on the left only."""
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


def judged(story: str, values: Sequence[float]) -> Judged:
    """Parts that are only here where the value is low."""
    table = np.array(values)
    return Judged(story, {"lemmas": table, "length": np.ones(len(table))}, table < 0.5)


@pytest.mark.model
def test_a_clause_is_only_here_if_none_of_its_answers_is_aligned() -> None:
    left, right = clauses([record()], TinyEncoder())
    assert left.only.tolist() == [True, False]
    assert right.only.tolist() == [False]
    assert left.story == right.story == "1_"


@pytest.mark.model
def test_clauses_have_features_one_a_verb_and_those_in_both_stand_out() -> None:
    both = clauses([record()], TinyEncoder())
    for item in both:
        assert all(values.shape == item.only.shape and np.isfinite(values).all() for values in item.features.values())
        assert all(values.dtype == np.float64 for values in item.features.values())
    for name in ("head_same", "lemmas", "words_same"):
        resigned, rose = both[0].features[name]
        assert rose > resigned, name


@pytest.mark.model
def test_by_words_alone_no_feature_needs_vectors() -> None:
    by_words = clauses([record()], TinyEncoder(), with_meaning=False)
    other = clauses([record()], TinyEncoder("other"), with_meaning=False)
    for one, two in zip(by_words, other, strict=True):
        assert set(one.features) == set(LEXICAL)
        assert all(np.array_equal(one.features[name], two.features[name]) for name in LEXICAL)


def test_parts_are_fitted_and_told_by_fits_that_have_not_seen_their_topic() -> None:
    data = [judged(f"topic {at // 2}", [0.9, 0.1, 0.8, 0.2][: 2 + at % 3]) for at in range(24)]
    first, beside = (Logistic.read(stored) for stored in fit_parts(data))
    assert first.terms["lemmas"][1] > 0
    assert set(beside.terms) <= {"own", "mean", "most", "least"}
    told = only_here(data)
    assert len(told) == sum(len(item.only) for item in data)
    assert all(0 <= sure <= 1 for sure, _ in told)
    assert min(sure for sure, only in told if only) > max(sure for sure, only in told if not only)
