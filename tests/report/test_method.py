"""The page on the method: its figures are the measured ones, wherever they are told; it is whole, escaped and readable."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

import pytest

from components.embeddings import BUNDLED_NAME
from components.matching.models import WEIGHTS
from components.report import method
from components.report.method import (
    FIGURES,
    RANKED,
    SHARES,
    format_score,
    measured_encoders,
    measured_figures,
    method_html,
)
from components.settings import THRESHOLDS
from tests.evaluation.measure import write_shown
from tests.report.factories import bridge

ROOT = Path(__file__).parents[2]
FLOORS: dict[str, Any] = json.loads((ROOT / "tests" / "evaluation" / "floors.json").read_text(encoding="utf-8"))
README = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
CARD = " ".join((ROOT / "docs" / "model-card.md").read_text(encoding="utf-8").split())
ROOM = 0.1
"""How far a floor may lie below what was measured: further, and one of the two is of another fit."""


def pinned(side: str) -> list[tuple[str, str, float]]:
    return [(name, key, value) for name, keys in FLOORS[side].items() for key, value in keys.items()]


@pytest.mark.parametrize(("name", "key", "floor"), pinned("at_least"))
def test_each_figure_with_a_floor_is_told_and_lies_just_above_it(name: str, key: str, floor: float) -> None:
    assert floor <= measured_figures()[name][key] <= floor + ROOM


@pytest.mark.parametrize(("name", "key", "ceiling"), pinned("at_most"))
def test_each_error_with_a_ceiling_is_told_and_lies_just_below_it(name: str, key: str, ceiling: float) -> None:
    value = measured_figures()[name][key]
    assert ceiling - (ROOM if ceiling < 1 else 1) <= value <= ceiling


ROWS = {
    "links, outlet_links": "outlet_links, Samestory",
    "links, our readings": "readings, Samestory",
    "a statement is not there, outlet_facts": "outlet_facts, not found, Samestory",
    "a statement is not there, our readings": "statements, not found, Samestory",
}


@pytest.mark.parametrize("encoder", measured_encoders())
@pytest.mark.parametrize(("row", "name"), ROWS.items())
def test_the_figures_are_those_of_the_page_on_the_readers(encoder: str, row: str, name: str) -> None:
    table = CARD.partition(f"### {encoder} ")[2].partition(" ### ")[0]
    found = re.search(rf"\| {re.escape(row)} \|.*?\| ([.\d]+) / ([.\d]+) \| ([.\d]+) \|", table)
    assert found, row
    figures = measured_figures(encoder)[name]
    told = tuple(f"{figures[key]:.3f}".lstrip("0") for key in ("average_precision", "best_f1", "calibration_error"))
    assert found.groups() == told


def test_every_encoder_with_figures_has_a_fit_and_the_same_figures_as_the_bundled_one() -> None:
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    assert set(measured_encoders()) <= {models["name"] for models in stored.values()}
    keys = {name: set(figures) for name, figures in measured_figures().items()}
    for figures in measured_encoders().values():
        assert {name: set(values) for name, values in figures.items()} == keys


def test_the_numbers_of_links_are_those_of_the_page_on_the_readers() -> None:
    overs = " ".join([*(share.over for share in SHARES), *(over for *_, over in RANKED)])
    for number in ("144 pairs", "1,971 links", "149 pairs", "2,027 links"):
        assert number in overs
        assert number in CARD or number.replace(" pairs", " pairs of articles") in CARD


TOLD = (
    ("about 7 of 10 links hold", "strictness balanced", "link_precision", 0.65, 0.75),
    ("about 2 of 3 true links are found", "strictness balanced", "link_recall", 0.63, 0.70),
    ("stated about 92 in 100 are told there", "strictness balanced", "stated_right", 0.91, 0.93),
    ("partly stated about 72", "strictness balanced", "partly_right", 0.71, 0.73),
    ("about 96 in 100 are in truth not there", "strictness balanced", "not_found_right", 0.95, 0.97),
    ("about 2 of 3 are found so", "strictness balanced", "absences_found", 0.63, 0.70),
    ("about a third stand among the first thirty rows", "rows and labels", "among_first_thirty", 0.32, 0.37),
    ("area under the curve of .88 to .90", "qaalign_facts, only here, Samestory", "area_under_curve", 0.875, 0.905),
    ("two thirds of the differences", "outlet_links, details that differ", "conflicts_found", 0.63, 0.70),
    ("about 9 in 10 hold", "outlet_links, details that differ", "shown_and_noted_by_annotators", 0.85, 0.95),
    ("rightly 5 times in 6", "polnear_train, attribution", "speaker", 0.8, 0.87),
    ("a good third is found", "polnear_train, attribution", "reported_recall", 0.34, 0.42),
)


@pytest.mark.parametrize(("words", "name", "key", "low", "high"), TOLD)
def test_what_the_readme_says_in_words_are_these_figures(words: str, name: str, key: str, low: float, high: float) -> None:
    assert words in README
    assert low <= measured_figures()[name][key] <= high


def test_what_it_cannot_tell_is_what_the_readme_says() -> None:
    section = README.partition("## What it cannot tell")[2].partition("## The rooms")[0]
    for headline in re.findall(r"- \*\*(.+?)[.,]?\*\*", section):
        assert f"<dt>{headline}</dt>" in method_html(), headline


def cells(html: str, row: str) -> list[str]:
    """The cells of the row with this heading, in order; it stands once."""
    (found,) = re.findall(rf'<tr><th scope="row">{re.escape(row)}</th>(.*?)</tr>', html)
    return re.findall(r"<td[^>]*>(.*?)</td>", found)


@pytest.fixture(params=["as they are", "with a second encoder"])
def encoders(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The encoders that were measured: those that were, and with another one besides."""
    if request.param != "as they are":
        path = tmp_path / "measured.json"
        path.write_bytes(FIGURES.read_bytes())
        other = {name: {key: value * 0.9 for key, value in values.items()} for name, values in measured_figures().items()}
        write_shown(path, "other-encoder", {**other, "not told": {"f1": 0.1}})
        monkeypatch.setattr(method, "FIGURES", path)
        measured_encoders.cache_clear()
        assert {"other-encoder": other}.items() <= measured_encoders().items()
    yield list(measured_encoders())
    measured_encoders.cache_clear()


def test_each_encoder_has_a_column_in_each_table_with_its_own_figures(encoders: list[str]) -> None:
    html = method_html()
    assert encoders[0] == BUNDLED_NAME
    columns = "".join(f'<th scope="col">{encoder}</th>' for encoder in encoders)
    assert html.count(columns) == 3
    for share in SHARES:
        told = [share.text(encoder) for encoder in encoders]
        assert all(re.fullmatch(r"\d{1,2} of 100( \(of \d+\))?", text) for text in told)
        assert cells(html, share.what) == [*told, share.over]
    for what, name, over in RANKED:
        *told, last = cells(html, what)
        assert last == over
        for encoder, text in zip(encoders, told, strict=True):
            figures = measured_figures(encoder)[name]
            assert text.startswith(f"{format_score(figures['average_precision'])} / {format_score(figures['best_f1'])} / ")
    for word, thresholds in THRESHOLDS.items():
        *first, last = cells(html, word)
        figures = measured_figures(encoders[-1])[f"strictness {word}"]
        assert first[:4] == [str(threshold) for threshold in thresholds]
        assert last.startswith(f"{figures['link_precision']:.0%} / {figures['link_recall']:.0%} / ")
        assert len(first) == 3 + len(encoders)
    assert len({share.text(encoder) for share in SHARES[:1] for encoder in encoders}) == len(encoders)


def test_the_encoder_in_use_is_marked_and_its_figures_are_told_in_the_text(encoders: list[str]) -> None:
    recall = SHARES[1]
    assert recall.key == "link_recall"
    for encoder in encoders:
        html = method_html(replace(bridge(), encoder_name=encoder, calibrated=True))
        assert html.count(f'<th scope="col">{encoder}, in use here</th>') == 3
        assert f"Of the true links {recall.text(encoder)} are shown." in html
        assert "was not measured" not in html


def test_an_encoder_that_was_not_measured_is_said_to_be_so() -> None:
    for comparison in (replace(bridge(), encoder_name="<b>mine"), replace(bridge(), encoder_name=BUNDLED_NAME, calibrated=False)):
        html = method_html(comparison)
        assert f"The model in use here, <bdi>{escape(comparison.encoder_name)}</bdi>, was not measured" in html
        assert "in use here</th>" not in html
    assert "was not measured" not in method_html()


def test_figures_without_a_place_are_dashes() -> None:
    assert format_score(None) == "–"
    assert format_score(0.7588) == ".76"
    assert format_score(0.0247) == ".025"


def test_headings_and_tables_are_in_order_for_any_reader() -> None:
    html = method_html(level=3)
    assert len(re.findall(r"<h3 ", html)) == 5
    assert "<h2" not in html
    tables = re.findall(r"<table>.*?</table>", html, flags=re.DOTALL)
    assert len(tables) == 4
    for table in tables:
        assert table.startswith("<table><caption")
        heads, rows = re.findall(r"<th\b[^>]*>", table), table.count("<tr>")
        assert all('scope="' in head for head in heads)
        assert table.count('scope="row"') == rows - 1


def test_with_a_comparison_the_model_and_settings_in_use_are_told_escaped() -> None:
    html = method_html(bridge())
    assert "<bdi>tiny</bdi>" in html
    assert "link probability" in html
    assert "model digest" not in method_html()
    assert "10,000 words" in html


def test_what_a_share_was_measured_on_has_the_measured_number() -> None:
    said = {share.key: share.over for share in SHARES}
    told = {share.key: share.text() for share in SHARES}
    shown = measured_figures()["outlet_links, details that differ"]["cells_shown"]
    assert told["shown_and_noted_by_annotators"].endswith(f"(of {shown:.0f})")
    assert f"{measured_figures()['polnear_train, attribution']['direct']:,.0f} quotations" in said["speaker"]
    assert f"{measured_figures()['polnear_train, attribution']['reported']:,.0f} attributions" in said["reported_recall"]
