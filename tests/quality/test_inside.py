"""What the judgement of parts is fitted on, read from records made by hand: clauses, and claims that hold a fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from components.evidence import fit_for
from components.evidence.model import Logistic
from tests.quality.inside import (
    LEXICAL,
    Clause,
    Held,
    Judged,
    clauses,
    fit_parts,
    fit_present,
    held,
    linked_by_outlet,
    only_here,
    parts_not_found,
)
from tests.tiny import TinyEncoder

Linked = dict[tuple[str, str, str], NDArray[Any]]

MAYOR = "The mayor resigned on Monday and the river rose ."
RIVER = "The river rose by a meter ."
OUTLETS = {
    "herald": ["The mayor of Osmere resigned on Monday, and the river Talven rose by three meters.", "Bees sleep in winter."],
    "wire": ["On Monday the mayor of Osmere resigned.", "Ilka Tamsvold will take over."],
    "post": ["Bees sleep in winter, a study of hives found."],
}
FACTS = [
    {
        "fact": "The mayor of Osmere resigned on Monday.",
        "status": {"herald": "present", "wire": "present", "post": "absent"},
        "sentences": {"herald": [0], "wire": [0]},
    },
    {
        "fact": "Bees sleep in winter.",
        "status": {"herald": "present", "wire": "absent", "post": "partial"},
        "sentences": {"herald": [1], "post": [0]},
    },
    {
        "fact": "Quartz prices doubled.",
        "status": {"herald": "present", "wire": "absent", "post": "absent"},
        "sentences": {"herald": [0]},
    },
]


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


def kept(story: str, value: float) -> Held:
    return Held(story, {name: np.array([value]) for name in ("sentence", "part", "words_best", "same_two")}, value > 0)


def linked(outlets: Mapping[str, list[str]], likely: Sequence[tuple[str, str, int, int]]) -> Linked:
    """The link probabilities of a story both ways round, .9 where the sentences are named and else .02."""
    out = {("s", one, other): np.full((len(outlets[one]), len(outlets[other])), 0.02) for one, other in permutations(outlets, 2)}
    for one, other, i, j in likely:
        out["s", one, other][i, j] = out["s", other, one][j, i] = 0.9
    return out


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


def test_a_clause_is_a_part() -> None:
    assert Clause(((0, 3),), 1).spans == ((0, 3),)


def test_parts_are_fitted_and_told_by_fits_that_have_not_seen_their_topic() -> None:
    data = [judged(f"topic {at // 2}", [0.9, 0.1, 0.8, 0.2][: 2 + at % 3]) for at in range(24)]
    first, beside = (Logistic.read(stored) for stored in fit_parts(data))
    assert first.terms["lemmas"][1] > 0
    assert set(beside.terms) <= {"own", "mean", "most", "least"}
    told = only_here(data)
    assert len(told) == sum(len(item.only) for item in data)
    assert all(0 <= sure <= 1 for sure, _ in told)
    assert min(sure for sure, only in told if only) > max(sure for sure, only in told if not only)


@pytest.mark.model
def test_a_claim_that_holds_a_fact_is_set_beside_every_other_outlet() -> None:
    chances = linked(OUTLETS, [("herald", "wire", 0, 0), ("herald", "post", 1, 0)])
    found = held([{"id": "s", "outlets": OUTLETS, "facts": FACTS}], chances, TinyEncoder(), fit_for("no such digest"))
    assert [item.present for item in found] == [True, False, True, False, False], "none without a holder, none that is partial"
    for item in found:
        assert item.story == "s"
        assert all(values.shape == (1,) and np.isfinite(values).all() for values in item.features.values())
    in_wire, in_post, _, _, bees = found
    for name in ("sentence", "part", "words_best", "same_two"):
        assert in_wire.features[name][0] > in_post.features[name][0], name
        assert in_wire.features[name][0] > bees.features[name][0], name


@pytest.mark.model
def test_odd_sentences_hold_nothing() -> None:
    outlets = {"herald": ["", "…!?", "Bees sleep in winter."], "wire": ["😀", "Bees sleep."]}
    facts = [{"fact": "Bees sleep.", "status": {"herald": "present", "wire": "absent"}, "sentences": {"herald": [0, 1]}}]
    records = [{"id": "s", "outlets": outlets, "facts": facts}]
    likely = [("herald", "wire", i, j) for i in range(3) for j in range(2)]
    assert held(records, linked(outlets, likely), TinyEncoder(), fit_for("no such digest")) == []


def test_presence_is_fitted_and_told_by_fits_that_have_not_seen_the_story() -> None:
    data = [kept(f"story {at // 4}", (-2.0, -1.0, 1.0, 2.0)[at % 4]) for at in range(48)]
    assert set(fit_present(data)["terms"]) == {"sentence", "part", "words_best", "same_two"}
    assert set(fit_present(data, with_meaning=False)["terms"]) == {"sentence", "part", "words_best"}
    told = parts_not_found(data)
    assert len(told) == len(data)
    assert min(sure for sure, absent in told if absent) > 0.5 > max(sure for sure, absent in told if not absent)


def test_link_probabilities_by_outlet_both_ways_round() -> None:
    matrix = np.array([[0.1, 0.2, 0.3]])
    records = [{"story": "s", "left_outlet": "a", "right_outlet": "b"}, {"story": "other set"}]
    out = linked_by_outlet(records, [matrix, matrix])
    assert set(out) == {("s", "a", "b"), ("s", "b", "a")}
    np.testing.assert_array_equal(out["s", "b", "a"], matrix.T)
