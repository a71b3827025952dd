"""Details that differ: their words, one number everywhere, both sentences whole, notes apart."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from components import report
from components.report import verdicts
from components.report.model import ReportModel
from components.report.side_by_side import sentence_lines
from components.report.terminal import summary
from components.settings.report import MOST_REMARKS
from components.story import Comparison, Difference
from tests.report.factories import Reading, bridge, detail, hostile
from tests.report.factories_details import every_kind

HEADINGS = [
    "date differs",
    "number differs",
    "number differs",
    "two versions of this quotation",
    "name differs",
    "order of events differs",
    "affirmed in one, denied in the other",
    "place differs",
    "term differs",
]
TAGS = [f"≠{n}" for n in range(1, 10)]


def test_kind_and_verdict_in_words() -> None:
    comparison = every_kind()
    assert [verdicts.heading(d) for _, d in ReportModel(comparison).numbered_differences] == HEADINGS
    assert {d.kind for d in comparison.differences} == set(verdicts.KINDS)
    assert [verdicts.heading(d) for d in ReportModel(comparison).notes] == [
        "date: more specific",
        "number: compatible",
        "place: unresolved",
    ]
    assert report.describe_notes(comparison) == "3 notes: 1 compatible, 1 more specific, 1 unresolved"
    assert report.describe_notes(bridge()) == "1 note: 1 compatible"
    assert report.describe_notes(replace(bridge(), differences=())) == ""


def test_every_row_has_both_sentences_whole_the_words_marked_and_how_it_was_found() -> None:
    comparison = every_kind()
    rows = Reading(report.differences_html(comparison))
    assert rows.of("h3") == [f"{tag} {told}" for tag, told in zip(TAGS, HEADINGS, strict=True)]
    details = [side for _, d in ReportModel(comparison).numbered_differences for side in (d.left, d.right)]
    assert rows.of("ss-t") == [comparison.article(side.article).sentences[side.sentence].text for side in details]
    assert rows.of("ss-differs") == [side.text for side in details]
    assert rows.values("data-tag") == [tag for tag in TAGS for _ in "ab"]
    assert rows.of("ss-why") == [d.why for _, d in ReportModel(comparison).numbered_differences]
    assert "A · Herald, sentence 2" in rows.of("ss-vh")
    assert rows.values("href") == []


def test_notes_stand_without_a_number_and_say_what_their_verdict_means() -> None:
    comparison = every_kind()
    rows = Reading(report.differences_html(comparison, chosen=ReportModel(comparison).notes, level=2))
    assert rows.of("h2") == ["date: more specific", "number: compatible", "place: unresolved"]
    assert rows.of("ss-meaning") == [
        "(one of the two says more)", "(both can hold)", "(what was found does not decide it)"
    ]  # fmt: skip
    assert (rows.of("ss-differs"), rows.values("data-tag")) == ([], [])
    assert rows.of("ss-mention")[:2] == ["on Friday", "on Friday morning"]


def test_nothing_that_differs_is_nothing_shown() -> None:
    none = replace(bridge(), differences=())
    assert (report.differences_html(none), report.detail_list(none)) == ("", "")


def test_the_list_has_one_line_each_with_sentence_numbers() -> None:
    rows = Reading(report.detail_list(every_kind())).of("td")
    assert len(rows) == len(TAGS)
    assert re.sub(r"\s+", " ", rows[2]) == "B 2B · Wire, sentence 2 14 / C 2C · Post, sentence 2 About 40"


def test_a_number_is_the_same_on_every_page() -> None:
    comparison = every_kind()
    table = Reading(report.coverage_table_html(comparison)).of("ss-differs")
    assert "≠3 differs: B 14 / C About 40" in table
    assert "≠4 differs: two versions of this quotation (A, B)" in table
    shown = {
        piece.text: piece.tag for line in sentence_lines(comparison, "B", ("A", "B", "C")) for piece in line.pieces if piece.tag
    }
    assert shown["on Saturday"] == "≠1"
    assert shown["14"] == "≠2·3", "differs from two others"
    assert "  ≠3 number: B 2 “14” / C 2 “About 40”\n     14 is not within a tenth of 40\n" in summary(comparison)
    beside_a = {piece.tag for line in sentence_lines(comparison, "B", ("A", "B")) for piece in line.pieces}
    assert "≠2" in beside_a
    assert not any("3" in tag for tag in beside_a)


def test_the_table_names_articles_where_there_are_more_than_two() -> None:
    row = Reading(report.coverage_table_html(every_kind())).of("ss-d")
    assert any("more specific (A, C): Friday morning is a part of Friday" in text for text in row)
    assert not any("tenth of 40" in text and "compatible" in text for text in row)
    specific = replace(bridge().differences[0], verdict="more_specific")
    two = Reading(report.coverage_table_html(replace(bridge(), differences=(specific,)))).of("ss-inline")
    assert "more specific: two days of the week" in two[0]


def test_a_row_of_the_table_names_few_details_and_counts_the_others() -> None:
    comparison = bridge()
    a, b = comparison.articles
    many = tuple(
        Difference("term", "f1", detail(a, 1, "bridge"), detail(b, 1, "It"), verdict, f"reason {n}")
        for n in range(MOST_REMARKS + 2)
        for verdict in ("differs", "more_specific")
    )
    row = Reading(report.coverage_table_html(replace(comparison, differences=many))).of("ss-d")[0]
    assert row.count("differs:") == row.count("more specific:") == MOST_REMARKS
    assert "and 2 more that differ" in row
    assert "and 2 more that are more specific" in row


def test_the_report_has_a_section_with_notes_apart_and_ways_to_the_columns() -> None:
    page = Reading(report.report_html(every_kind(), made="x"))
    assert page.of("h3")[: len(TAGS)] == [f"{tag} {told}" for tag, told in zip(TAGS, HEADINGS, strict=True)]
    assert "3 notes: 1 compatible, 1 more specific, 1 unresolved" in page.of("h3")
    assert {"#s-A-2", "#s-B-2", "#s-C-2"} <= set(page.values("href"))
    assert {address[1:] for address in page.values("href")} <= set(page.ids)


def test_the_report_says_that_nothing_differs_where_only_notes_are_kept() -> None:
    comparison = bridge()
    only_notes = replace(comparison, differences=comparison.differences[2:])
    assert "No two details were found to differ." in report.report_html(only_notes, made="x")
    assert "Differences: no two details were found to differ\n  and 1 note: 1 compatible" in summary(only_notes)
    assert 'id="differences"' not in report.report_html(replace(comparison, differences=()), made="x")
    assert "Differences" not in summary(replace(comparison, differences=()))


@pytest.mark.parametrize("articles", [2, 5])
def test_hostile_details_stay_text(articles: int) -> None:
    comparison: Comparison = hostile(["<img src=x onerror=a>"], articles=articles)
    for html in (
        report.differences_html(comparison, prefix="s0"),
        report.differences_html(comparison, chosen=ReportModel(comparison).notes),
        report.detail_list(comparison),
        report.who_speaks(comparison),
    ):
        assert "<img src" not in html
        assert "&lt;img src" in html
        Reading(html)
