"""Charts agree with the tables behind them and show every text word for word."""

from __future__ import annotations

import json
from html import unescape

import pytest

from components.coverage import count_facts
from components.report import charts, palette
from components.report.charts import Chart
from tests.report.factories import bridge, hostile
from tests.report.factories_details import turned

ALL = [charts.facts_per_outlet, charts.where_in_story, charts.length_beside_facts]
HOSTILE = ["<b>bold</b> & co", "<a href='https://x.test'>go</a>", "third"]


@pytest.mark.parametrize("draw", ALL)
@pytest.mark.parametrize("articles", [1, 2, 5, 12])
def test_a_chart_has_its_table_and_its_limits(draw: type[Chart], articles: int) -> None:
    chart = draw(hostile(HOSTILE, articles=articles))  # type: ignore[call-arg, arg-type]
    assert all(len(row) == len(chart.columns) for row in chart.rows)
    assert chart.cannot_tell.startswith("It cannot tell")
    assert chart.alt.endswith(".")
    json.loads(chart.figure.to_json())


@pytest.mark.parametrize("draw", ALL)
def test_text_from_outside_is_escaped(draw: type[Chart]) -> None:
    drawn = draw(hostile(HOSTILE)).figure.to_json()  # type: ignore[call-arg, arg-type]
    assert "\\u003cb\\u003ebold" not in drawn
    assert "<b>" not in drawn
    assert "<a " not in drawn


def test_bars_add_up_to_the_facts_an_article_states() -> None:
    chart = charts.facts_per_outlet(bridge())
    assert chart.rows == (("A · Quernby Courier", 1, 1, 2, 0, 0), ("B · Elver <b>Live</b>", 1, 1, 0, 1, 0))
    drawn = [list(trace.x) for trace in chart.figure.data]
    assert drawn == [[1, 1], [1, 1], [2, 0], [0, 1], [0, 0]]
    assert sum(int(row[3]) for row in chart.rows) == sum(count_facts(bridge()).only.values())


def test_of_two_articles_it_says_both() -> None:
    two = charts.facts_per_outlet(bridge()).figure.data
    assert [trace.name for trace in two][:2] == ["in both", "in part or differently"]
    three = charts.facts_per_outlet(hostile(HOSTILE, articles=3)).figure.data
    assert [trace.name for trace in three][:2] == ["in all", "in some"]


def test_many_articles_are_told_by_the_ends_of_the_range() -> None:
    alt = charts.facts_per_outlet(hostile(HOSTILE, articles=12)).alt
    assert alt.startswith("Most and fewest: A · ")
    assert alt.count(" tells ") == 2


@pytest.mark.parametrize(("articles", "cut"), [(2, False), (4, True), (12, True)])
def test_names_above_the_lines_have_room_beside_each_other(articles: int, cut: bool) -> None:
    names = charts.where_in_story(hostile(["The Evening Post and Courier"], articles=articles)).figure.layout.xaxis.ticktext
    assert sum(len(name) for name in names) <= 100
    assert any(name.endswith("…") or len(name) == 1 for name in names) is cut


def test_names_read_as_they_are_written() -> None:
    names = charts.facts_per_outlet(bridge()).figure.data[0].y
    assert [unescape(name) for name in names] == ["A · Quernby Courier", "B · Elver <b>Live</b>"]


def test_a_shared_fact_is_a_line_between_its_places() -> None:
    chart = charts.where_in_story(bridge())
    other, first, second = chart.figure.data
    assert list(other.x) == [0, 1, None]
    assert list(other.y)[:2] == [first.y[0], second.y[0]]
    assert list(first.customdata) == ["f1"]
    assert chart.rows[0][1:] == ("13%", "20%")
    assert not chart.figure.layout.annotations


def test_the_facts_that_moved_most_have_lines_of_their_own_told_apart_without_colour() -> None:
    chart = charts.where_in_story(turned())
    strong = [trace for trace in chart.figure.data if trace.name[0].isdigit()]
    assert [trace.name for trace in strong] == ["1: One is told here.", "2: Four is told here.", "3: Two is told here."]
    assert len({trace.line.dash for trace in strong}) == 3
    assert {trace.line.color for trace in strong} == {palette.LIGHT.ink}
    assert [note.text for note in chart.figure.layout.annotations] == ["<b>1</b>", "<b>2</b>", "<b>3</b>"]
    assert [(note.x, note.y) for note in chart.figure.layout.annotations] == [(1, trace.y[1]) for trace in strong]
    assert chart.alt == "4 of 4 shared facts stand 15% of an article or more apart."


def test_articles_have_shapes_of_their_own() -> None:
    spots = [trace for trace in charts.where_in_story(hostile(HOSTILE, articles=12)).figure.data if trace.mode == "markers"]
    assert len({trace.marker.symbol for trace in spots}) == len(spots) == 12


def test_no_shared_fact_is_said() -> None:
    assert charts.where_in_story(hostile(["alone"], articles=1)).alt == "No fact is shared, so there is nothing to draw."


def test_both_themes_have_their_colours() -> None:
    light, dark = (charts.facts_per_outlet(bridge(), theme=theme).figure.layout.font.color for theme in ("light", "dark"))
    assert light != dark


def test_length_and_density() -> None:
    chart = charts.length_beside_facts(bridge())
    assert chart.rows[0] == ("A · Quernby Courier", 19, 4, 21.1)
    assert chart.alt.startswith("A · Quernby Courier is the longest with 19 words")
