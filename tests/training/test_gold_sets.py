"""Our own annotations, joined with the texts of the gold sets, which here are made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest

from components.training import gold_sets

DOCS = [["The Talven rose.", "Nobody was hurt."], ["An advertisement."], ["The river Talven rose by a metre."]]
GOLD: dict[str, list[dict[str, Any]]] = {
    "spark_facts": [{"id": "test7", "docs": DOCS, "facts": [{"fact": "The Talven rose."}, {"fact": "Nobody was hurt."}]}],
    "ecb_events": [],
    "spark_links": [{"id": "test7-0-2", "left": DOCS[0], "right": DOCS[2]}],
}
READ = [
    ["spark_facts", "test7", [[0, 0, "present", [0]], [0, 2, "present", [0]], [1, 2, "absent", []]]],
    ["spark_links", "test7-0-2", [["left", 0, [[4, 10], [11, 15]], "present", [0]], ["right", 0, [[17, 32]], "absent", []]]],
]


@pytest.fixture
def gold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    for name, rows in (("STATEMENTS", READ), ("READINGS", [["spark_links", "test7-0-2", [[0, 0, "full"]]]])):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(rows), encoding="utf-8")
        monkeypatch.setattr(gold_sets, name, path)
    return cast("ModuleType", SimpleNamespace(load=lambda name: GOLD[name]))


def test_facts_stand_beside_the_articles_that_were_read(gold: ModuleType) -> None:
    facts, _ = gold_sets.statement_records(gold, "statements")
    assert facts["story"] == "spark test7"
    assert facts["outlets"] == {"0": DOCS[0], "2": DOCS[2]}, "not the article that nobody read"
    assert facts["facts"] == [
        {"fact": "The Talven rose.", "status": {"0": "present", "2": "present"}, "sentences": {"0": [0], "2": [0]}},
        {"fact": "Nobody was hurt.", "status": {"2": "absent"}, "sentences": {"2": []}},
    ]


def test_claims_stand_as_one_types_them_beside_the_other_article(gold: ModuleType) -> None:
    _, claims = gold_sets.statement_records(gold, "statements")
    assert claims["story"] == "spark test7", "the story of the facts"
    assert claims["outlets"] == {"left": DOCS[0], "right": DOCS[2]}
    assert claims["facts"] == [
        {"fact": "Talven rose", "status": {"right": "present"}, "sentences": {"right": [0]}},
        {"fact": "rose by a metre", "status": {"left": "absent"}, "sentences": {"left": []}},
    ]
