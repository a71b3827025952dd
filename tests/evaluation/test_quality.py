"""The figures that must not fall: floors pinned with the digest of the data they were measured on, lowered only on purpose."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from components.embeddings import Encoder
from components.report.method import measured_figures
from components.training.gold_sets import gold_tool
from components.training.model_files import data_digest
from tests.evaluation.details import INSIDE
from tests.evaluation.measure import measure

pytestmark = [pytest.mark.quality, pytest.mark.model]
SETS = ("outlet_links", "readings", "outlet_facts", "statements", "inside")
FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def figures(shared_dir: Path, gold: Path, encoder: Encoder) -> dict[str, dict[str, float]]:
    assert gold.is_dir()
    return measure(gold_tool(shared_dir), encoder, print, sets=SETS)


def test_the_floors_were_measured_on_this_data(gold: Path) -> None:
    tool = gold_tool(gold.parent)
    reason = "other gold: measure reason with `make quality`, pin anew"
    assert data_digest(tool) == FLOORS["data"], reason
    assert data_digest(tool, INSIDE) == FLOORS["data inside"], reason


@pytest.mark.parametrize("name", sorted(FLOORS["at_least"]))
def test_no_figure_falls_below_its_floor(figures: dict[str, dict[str, float]], name: str) -> None:
    for key, floor in FLOORS["at_least"][name].items():
        assert figures[name][key] >= floor, f"{name}: {key}"


@pytest.mark.parametrize("name", sorted(FLOORS["at_most"]))
def test_no_error_rises_above_its_ceiling(figures: dict[str, dict[str, float]], name: str) -> None:
    for key, ceiling in FLOORS["at_most"][name].items():
        assert figures[name][key] <= ceiling, f"{name}: {key}"


def test_the_page_on_the_method_tells_these_figures(figures: dict[str, dict[str, float]]) -> None:
    shown = {name: values for name, values in measured_figures().items() if name in figures}
    assert len(shown) > 3
    for name, values in shown.items():
        for key, value in values.items():
            assert figures[name][key] == pytest.approx(value, abs=0.005), f"{name}: {key}"
