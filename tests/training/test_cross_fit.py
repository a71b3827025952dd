"""How stories are dealt out to folds: none is scored by models that have seen it, and each fold tests a share of every set."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

from components.training.cross_fit import FOLDS, cell_folds, fold_of_cells, folds
from components.training.gold_sets import GoldCell

SETS = {"outlet_facts": 12, "statements": 18}


def cells() -> list[GoldCell]:
    """Return three cells a story; a story of one set may bear the name of one of another."""
    rows = [(gold_set, f"story {number}") for gold_set, stories in SETS.items() for number in range(stories) for _ in range(3)]
    return [cast("GoldCell", SimpleNamespace(gold_set=gold_set, story=story)) for gold_set, story in rows]


def test_every_cell_is_tested_once_and_never_by_a_fold_that_saw_its_story() -> None:
    data, tested = cells(), []
    for train, test in cell_folds(data):
        assert sorted(train + test) == list(range(len(data)))
        assert not {(data[i].gold_set, data[i].story) for i in train} & {(data[i].gold_set, data[i].story) for i in test}
        tested += test
    assert sorted(tested) == list(range(len(data)))


def test_each_fold_tests_a_share_of_every_set() -> None:
    data = cells()
    for _, test in cell_folds(data):
        for gold_set, stories in SETS.items():
            assert len({data[i].story for i in test if data[i].gold_set == gold_set}) == stories / FOLDS


def test_a_set_is_dealt_out_alike_alone_and_beside_another() -> None:
    data = cells()
    alone = [cell for cell in data if cell.gold_set == "outlet_facts"]
    assert fold_of_cells(alone).items() <= fold_of_cells(data).items()
    stories = [cell.story for cell in alone]
    assert [test for _, test in cell_folds(alone)] == [sorted(test) for _, test in folds(stories)]
