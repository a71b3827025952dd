"""Facts of whole stories as what the last models are fitted on: claims that hold a reader's facts, and facts that matter."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from components.matching import models_for
from components.matching.logistic import Logistic, logit
from components.training.facts import (
    FactCell,
    WeighedFact,
    analyze_unseen,
    fact_cells,
    fit_fact_presence,
    fit_fact_weight,
    weighed_facts,
    with_fact_presence,
)
from tests.fakes import TinyEncoder

OUTLETS = {
    "herald": ["The mayor closed the bridge at Osmere on Friday.", "Bees sleep in winter."],
    "wire": ["On Friday the mayor closed the bridge at Osmere.", "The river rose by a metre."],
}
FACTS = [
    {
        "fact": "The mayor closed the bridge at Osmere.",
        "status": {"herald": "present", "wire": "present"},
        "sentences": {"herald": [0], "wire": [0]},
    },
    {
        "fact": "Bees sleep in winter.",
        "status": {"herald": "present", "wire": "absent"},
        "sentences": {"herald": [1], "wire": []},
    },
    {"fact": "It snowed.", "status": {"herald": "present", "wire": "partial"}, "sentences": {"herald": [0], "wire": []}},
]
RECORD: dict[str, Any] = {"id": "s", "outlets": OUTLETS, "facts": FACTS}


def test_facts_are_judged_by_the_claims_that_hold_them() -> None:
    encoder = TinyEncoder()
    analyses = analyze_unseen([RECORD], encoder, lambda _: models_for("no such digest"))
    cells = fact_cells([RECORD], analyses, encoder)
    assert [(cell.story, cell.present) for cell in cells] == [("s", True), ("s", True), ("s", False)], "no partial one"
    present = analyses[0].claim_matches.between("A", "B").present[1][0]
    assert cells[2].claim == pytest.approx(float(logit(np.array([present]))[0]))
    assert min(cell.claim for cell in cells[:2]) > cells[2].claim


def test_presence_follows_the_claim() -> None:
    cells = [FactCell(f"s{i % 6}", value, value > 0) for i, value in enumerate(np.linspace(-3, 3, 60).tolist())]
    presence = Logistic.from_dict(fit_fact_presence(cells))
    below, above = presence.log_odds({"claim": np.array([-2.0, 2.0])})
    assert below < 0 < above


def test_a_fact_is_wanted_that_a_reader_wrote_down() -> None:
    encoder = TinyEncoder()
    (analysis,) = analyze_unseen([RECORD], encoder, lambda _: models_for("no such digest"))
    decided = with_fact_presence(analysis, {"bias": 0.0, "terms": {"claim": [0.0, 1.0]}})
    facts = weighed_facts([RECORD], [decided])
    assert sum(fact.wanted for fact in facts) >= 2
    assert sum(not fact.wanted for fact in facts) >= 1, "nobody wrote down that the river rose"


def test_the_weight_learns_what_readers_write_down() -> None:
    facts = [WeighedFact(f"s{i % 6}", {"outlets": float(i % 2), "names": float(i % 3)}, i % 2 == 1) for i in range(60)]
    weight = Logistic.from_dict(fit_fact_weight(facts))
    few, many = weight.log_odds({"outlets": np.array([0.0, 1.0]), "names": np.array([1.0, 1.0])})
    assert few < many
