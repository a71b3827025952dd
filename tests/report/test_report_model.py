"""The model of a report: what it holds, and that its parts work nothing out a second time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from components import report
from components.report import model as report_model
from components.report.model import ComparisonLike, ReportModel, as_model
from components.report.position_drawing import draw_positions, movers
from components.report.selection import Selection
from components.report.text_reuse import text_reuse_html
from tests.report.factories import bridge
from tests.report.factories_corrections import corrected
from tests.report.factories_details import every_kind, turned

PARTS: list[Callable[[ComparisonLike], str]] = [
    report.summary_header,
    report.notes,
    report.legend,
    report.coverage_table_html,
    report.side_by_side_html,
    report.differences_html,
    report.detail_list,
    report.describe_notes,
    report.who_speaks,
    report.removed,
    text_reuse_html,
    draw_positions,
    movers,
    lambda c: "".join(report.fact_card(c, fact) for fact in as_model(c).comparison.facts),
    lambda c: "".join(report.pair(c, link) for link in as_model(c).comparison.links),
]
COMPUTED = (
    "count_facts",
    "independent_accounts",
    "shared_texts",
    "speakers",
    "log_rows",
    "provenance",
    "filter_facts",
    "sections",
)


def test_a_model_stays_the_model_it_is() -> None:
    model = ReportModel(bridge())
    assert as_model(model) is model
    assert as_model(model.comparison).comparison is model.comparison


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_the_same_from_a_comparison_and_from_its_model(part: Callable[[ComparisonLike], str]) -> None:
    for comparison in (bridge(), every_kind(), corrected(), turned()):
        model = ReportModel(comparison, Selection("only in A"))
        assert part(model) == part(model) == part(comparison)


def test_the_state_of_a_fact_in_each_article() -> None:
    model = ReportModel(bridge())
    fact = model.comparison.fact("f4")
    states = model.fact_states(fact)
    assert {key: (state.presence.status, state.sentences, model.voices(fact).get(key, "")) for key, state in states.items()} == {
        "A": ("stated", (2,), ""),
        "B": ("partly", (), ""),
    }


def test_differences_are_numbered_and_found_by_fact_also_under_an_alias() -> None:
    model = ReportModel(bridge())
    assert [sign for _, sign in sorted((n, model.difference_signs[pair]) for n, pair in model.numbered_differences)] == [
        "≠1",
        "≠2",
    ]
    assert model.differences_of(model.comparison.fact("f1")) == model.comparison.differences
    assert model.differences_of(model.comparison.fact("f2")) == ()
    assert [pair.verdict for pair in model.notes] == ["compatible"]


def test_positions_are_those_of_shared_facts_only() -> None:
    model = ReportModel(turned())
    everywhere = model.fact_positions()
    assert [item.fact.id for item in everywhere] == ["f0", "f1", "f2", "f3"]
    assert everywhere[0].spread == pytest.approx(max(p for _, p in everywhere[0].positions))
    assert model.fact_positions([model.comparison.facts[2]]) == (everywhere[2],)


@pytest.mark.parametrize(
    "make",
    [
        lambda c: report.report_html(c, made="x"),
        lambda c: report.report_docx(c, made="x"),
        lambda c: report.csv_files(c, made="x"),
        lambda c: report.report_json(c, made="x"),
        report.summary,
    ],
)
def test_a_report_works_nothing_out_twice(make: Callable[[object], object], monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()

    def counted(name: str) -> Callable[..., object]:
        function = getattr(report_model, name)

        def call(*args: object, **options: object) -> object:
            calls[name] += 1
            return function(*args, **options)

        return call

    for name in COMPUTED:
        monkeypatch.setattr(report_model, name, counted(name))
    make(corrected())
    assert calls
    assert set(calls.values()) == {1}
