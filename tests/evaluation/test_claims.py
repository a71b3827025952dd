"""What the model of claims beside articles is fitted and measured on, read from records made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from components.matching import models_for
from components.training.claims import (
    ClaimCell,
    annotated_claim_cells,
    claim_cells,
    cross_fit_not_found,
    fit_claim_presence,
    link_probabilities_by_outlet,
)
from tests.fakes import TinyEncoder

Linked = dict[tuple[str, str, str], NDArray[Any]]

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


def cell_of(story: str, value: float) -> ClaimCell:
    return ClaimCell(story, {name: np.array([value]) for name in ("sentence", "part", "words_best", "same_two")}, value > 0)


def link_probabilities(outlets: Mapping[str, list[str]], likely: Sequence[tuple[str, str, int, int]]) -> Linked:
    """Return the link probabilities of a story both ways round, .9 where the sentences are named and else .02."""
    probabilities = {
        ("s", one, other): np.full((len(outlets[one]), len(outlets[other])), 0.02) for one, other in permutations(outlets, 2)
    }
    for one, other, i, j in likely:
        probabilities["s", one, other][i, j] = probabilities["s", other, one][j, i] = 0.9
    return probabilities


@pytest.mark.model
def test_a_claim_that_holds_a_fact_is_set_beside_every_other_outlet() -> None:
    probabilities = link_probabilities(OUTLETS, [("herald", "wire", 0, 0), ("herald", "post", 1, 0)])
    cells = claim_cells(
        [{"id": "s", "outlets": OUTLETS, "facts": FACTS}], probabilities, TinyEncoder(), lambda _: models_for("no such digest")
    )
    assert [cell.present for cell in cells] == [True, False, True, False, False], "none without a holder, none that is partial"
    for cell in cells:
        assert cell.story == "s"
        assert all(values.shape == (1,) and np.isfinite(values).all() for values in cell.features.values())
    in_wire, in_post, _, _, bees = cells
    for name in ("sentence", "part", "words_best", "same_two"):
        assert in_wire.features[name][0] > in_post.features[name][0], name
        assert in_wire.features[name][0] > bees.features[name][0], name


@pytest.mark.model
def test_odd_sentences_hold_nothing() -> None:
    outlets = {"herald": ["", "…!?", "Bees sleep in winter."], "wire": ["😀", "Bees sleep."]}
    facts = [{"fact": "Bees sleep.", "status": {"herald": "present", "wire": "absent"}, "sentences": {"herald": [0, 1]}}]
    records = [{"id": "s", "outlets": outlets, "facts": facts}]
    likely = [("herald", "wire", i, j) for i in range(3) for j in range(2)]
    assert claim_cells(records, link_probabilities(outlets, likely), TinyEncoder(), lambda _: models_for("no such digest")) == []


def test_presence_is_fitted_and_scored_by_models_that_have_not_seen_the_story() -> None:
    data = [cell_of(f"story {i // 4}", (-2.0, -1.0, 1.0, 2.0)[i % 4]) for i in range(48)]
    assert set(fit_claim_presence(data)["terms"]) == {"sentence", "part", "words_best", "same_two"}
    assert set(fit_claim_presence(data, with_vectors=False)["terms"]) == {"sentence", "part", "words_best"}
    scored = cross_fit_not_found(data)
    assert len(scored) == len(data)
    assert min(score for score, absent in scored if absent) > 0.5 > max(score for score, absent in scored if not absent)


def test_a_story_unlike_all_others_is_scored_wrongly_for_none_has_seen_it() -> None:
    data = [cell_of(f"story {i // 4}", (-2.0, -1.0, 1.0, 2.0)[i % 4]) for i in range(44)]
    odd = [ClaimCell("odd", item.features, not item.present) for item in data[:4]]
    scored = cross_fit_not_found([*data, *odd])
    wrong = [(score > 0.5) != absent for score, absent in scored]
    assert sum(wrong) == len(odd)


def test_link_probabilities_by_outlet_both_ways_round() -> None:
    matrix = np.array([[0.1, 0.2, 0.3]])
    records = [{"story": "s", "left_outlet": "a", "right_outlet": "b"}, {"story": "other set"}]
    out = link_probabilities_by_outlet(records, [matrix, matrix])
    assert set(out) == {("s", "a", "b"), ("s", "b", "a")}
    np.testing.assert_array_equal(out["s", "b", "a"], matrix.T)


@pytest.mark.model
def test_annotated_claims_are_set_beside_the_other_article() -> None:
    left, right = OUTLETS["herald"], OUTLETS["wire"]
    mayor, river = (0, left[0].index(",")), (left[0].index("the river"), len(left[0]) - 1)
    claims = [
        ["left", 0, [list(mayor)], "present", [0]],
        ["left", 0, [list(river)], "absent", []],
        ["left", 1, [[0, 20]], "partial", [1]],
        ["right", 0, [[0, 10]], "present", [0]],  # not a claim as the program splits it: the one that holds it stands in
    ]
    records = [{"id": "s", "story": "a story", "left": left, "right": right, "claims": claims}]
    probabilities = link_probabilities(OUTLETS, [("herald", "wire", 0, 0)])["s", "herald", "wire"]
    cells = annotated_claim_cells(records, [probabilities], TinyEncoder(), lambda _: models_for("no such digest"))
    assert [cell.present for cell in cells] == [True, False, True], "partial ones are left out"
    assert {cell.story for cell in cells} == {"a story"}
    assert all(values.shape == (1,) and np.isfinite(values).all() for cell in cells for values in cell.features.values())
    assert cells[0].features["part"][0] > cells[1].features["part"][0]
    assert cells[0].features["words_best"][0] > cells[1].features["words_best"][0]
