"""A second reader in every form: a column of its own, which model it was, whether it counts, where the two disagree."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import docx
import pytest

from components.report import coverage_table_html, fact_card, report_docx, report_html, report_json, summary_header
from components.report.exports import csv_files
from components.report.method import method_html
from components.report.provenance import provenance
from components.report.search_results import trace_html
from components.report.second_reader import describe_presence_opinion, describe_reader, opinion_lines, opinions_in_short
from components.report.selection import Selection, describe_selection, select_facts
from components.report.terminal import summary, trace_summary
from components.story import Comparison, Presence, SecondOpinion, SecondReader
from tests.report.factories import Reading, bridge, hostile, read_twice

BESIDE = "not calibrated: shown beside, not counted"


@pytest.fixture
def twice() -> Comparison:
    """Two opinions: of f2 in B, of one mind with ours; of f3 in A, which is unclear; and one, of f4 in B, that is not."""
    return read_twice(bridge())


def rows(comparison: Comparison, name: str) -> list[dict[str, str]]:
    content = csv_files(comparison)[name]
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


def test_an_opinion_in_words() -> None:
    beside = Presence("not_found", 0.2, second=SecondOpinion("states", 0.914, 2))
    assert describe_presence_opinion(beside) == (
        "second reader: states it (0.91), sentence 3; shown beside, not counted; readers disagree"
    )
    counted = Presence("stated", 0.9, second=SecondOpinion("states", 0.914, 2, unblended=0.4))
    assert describe_presence_opinion(counted) == "second reader: states it (0.91), sentence 3; counted, without it 0.40"
    assert describe_presence_opinion(Presence("stated", 0.9)) == ""


@pytest.mark.parametrize("calibrated", [True, False])
def test_a_reader_says_whether_it_counts(calibrated: bool) -> None:
    told = describe_reader(SecondReader("nli-tiny", "d", calibrated))
    assert told == ("second reader nli-tiny, calibrated" if calibrated else f"second reader nli-tiny, {BESIDE}")


def test_a_row_names_the_articles_and_where_the_readers_disagree(twice: Comparison) -> None:
    assert {fact.id: opinion_lines(fact) for fact in twice.facts} == {
        "f1": (),
        "f2": ("B does not state it 0.87 (3)",),
        "f3": ("A does not state it 0.87 (3)",),
        "f4": ("B contradicts it 0.87 (3), readers disagree",),
        "f5": (),
    }


def test_a_narrow_column_names_disagreement_first(twice: Comparison) -> None:
    assert [opinions_in_short(fact) for fact in twice.facts] == [
        "", "B does not state", "A does not state", "disagree: B contradicts", "",
    ]  # fmt: skip
    several = replace(
        twice.fact("f4"),
        presence={
            "A": Presence("not_found", 0.2, second=SecondOpinion("does not state", 0.9, 0)),
            "B": Presence("stated", 0.7, second=SecondOpinion("contradicts", 0.9, 0)),
            "C": Presence("not_found", 0.2, second=SecondOpinion("states", 0.9, 0)),
        },
    )
    assert opinions_in_short(several) == "disagree: B contradicts, C states; A does not state"


def test_the_table_has_a_column_of_its_own_only_where_one_was_asked(twice: Comparison) -> None:
    read = Reading(coverage_table_html(twice))
    assert "second reader" in read.of("th")
    assert [text for text in read.of("ss-second") if text] == [line for fact in twice.facts for line in opinion_lines(fact)]
    assert "second reader" not in Reading(coverage_table_html(bridge())).of("th")


def test_the_card_says_it_beside_ours(twice: Comparison) -> None:
    fact = twice.fact("f4")
    (opinion,) = Reading(fact_card(twice, fact)).of("ss-second")
    assert opinion == describe_presence_opinion(fact.presence["B"])
    assert Reading(fact_card(bridge(), bridge().fact("f4"))).of("ss-second") == []


@pytest.mark.parametrize("calibrated", [True, False])
def test_every_report_names_the_reader(calibrated: bool) -> None:
    comparison = read_twice(bridge(), calibrated=calibrated)
    counts = "calibrated" if calibrated else BESIDE
    as_text = {
        "header": summary_header(comparison),
        "html": report_html(comparison, made="today"),
        "method": method_html(comparison),
        "terminal": " ".join(summary(comparison).split()),
        "json": report_json(comparison, made="today"),
        "csv": csv_files(comparison)["about.csv"],
    }
    document = docx.Document(io.BytesIO(report_docx(comparison, made="today")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    as_text["word"] = "\n".join([*cells, *(paragraph.text for paragraph in document.paragraphs)])
    for name, text in as_text.items():
        assert "nli-tiny" in text, name
        assert counts in text, name
        assert "dead01" in text or name in ("header", "terminal"), name
    assert "second reader" in cells
    assert any(describe_presence_opinion(comparison.fact("f4").presence["B"]) == p.text for p in document.paragraphs)


def test_without_one_no_report_speaks_of_it() -> None:
    comparison = bridge()
    assert not [name for name, _ in provenance(comparison) if name.startswith("second")]
    assert "second reader" not in report_html(comparison, made="today")
    assert "second reader" not in summary(comparison)
    (first, *_) = rows(comparison, "presence.csv")
    assert (first["second_says"], first["second_reader"], first["second_reader_calibrated"]) == ("", "", "")


def test_provenance_counts_what_it_was_asked(twice: Comparison) -> None:
    told = dict(provenance(twice))
    assert (told["second reader"], told["second reader digest"]) == ("nli-tiny", "dead01")
    assert told["second opinions"] == f"{BESIDE}; asked about 3 of 10 cells; readers disagree on 1 of them"


def test_a_folder_stays_out_of_what_people_read(twice: Comparison) -> None:
    comparison = replace(twice, settings={**twice.settings, "second_reader": "/home/me/nli-tiny"})
    assert "/home/me" not in str(provenance(comparison))


def test_tables_hold_every_opinion_and_the_model(twice: Comparison) -> None:
    by_cell = {(row["fact"], row["article"]): row for row in rows(twice, "presence.csv")}
    row = by_cell["f4", "B"]
    said = [row[f"second_{name}"] for name in ("says", "probability", "sentence", "sentence_number", "unblended")]
    assert said == ["contradicts", "0.87", "2", "3", ""]
    assert (row["readers_disagree"], by_cell["f2", "B"]["readers_disagree"]) == ("True", "False")
    assert (row["second_reader"], row["second_reader_digest"], row["second_reader_calibrated"]) == ("nli-tiny", "dead01", "no")
    assert by_cell["f1", "A"]["second_says"] == by_cell["f1", "A"]["readers_disagree"] == ""


def test_json_holds_it_with_what_was_before() -> None:
    values = json.loads(report_json(read_twice(bridge(), calibrated=True), made="today"))
    assert values["second_reader"] == {"name": "nli-tiny", "digest": "dead01", "calibrated": True}
    by_id = {fact["id"]: fact["presence"] for fact in values["facts"]}
    assert by_id["f4"]["B"]["second"] == {"says": "contradicts", "probability": 0.87, "sentence": 2, "unblended": 0.42}
    assert by_id["f1"]["A"]["second"] is None


def test_a_filter_shows_where_the_readers_disagree(twice: Comparison) -> None:
    selection = Selection(disagreeing=True)
    assert [fact.id for fact in select_facts(twice, selection)] == ["f4"]
    assert describe_selection(twice, selection).startswith("Shown: 1 of 5 facts, those on which the readers disagree,")
    assert select_facts(bridge(), selection) == ()
    values = json.loads(report_json(twice, made="today", selection=selection))
    assert values["selection"]["readers_disagree"] is True
    assert [fact["id"] for fact in values["facts"]] == ["f4"]


def test_the_terminal_lists_them(twice: Comparison) -> None:
    told = summary(twice)
    assert "The readers disagree on 1 of 5 facts" in told
    assert "B ◐ partly stated; second reader: contradicts it (0.87), sentence 3" in " ".join(told.split())
    several = replace(twice, facts=tuple(replace(twice.fact("f4"), id=f"x{n}") for n in range(20)))
    assert "and 12 more (in the report, the tables and the JSON)" in summary(several)


def test_a_traced_statement_has_it_too(twice: Comparison) -> None:
    presence = twice.fact("f4").presence
    (opinion,) = Reading(trace_html(twice, presence)).of("ss-second")
    assert opinion == describe_presence_opinion(presence["B"])
    assert opinion in " ".join(trace_summary("A ferry runs.", twice.articles, presence).split())


def test_its_name_is_escaped() -> None:
    text = "<script>alert(1)</script>"
    comparison = read_twice(hostile([text]), name=text)
    for html in (summary_header(comparison), report_html(comparison, made="today"), method_html(comparison)):
        assert "<script" not in html
    assert all(row["second_reader"] == text for row in rows(comparison, "presence.csv"))
    formula = read_twice(bridge(), name="=1+1")
    assert rows(formula, "presence.csv")[0]["second_reader"] == "'=1+1"
