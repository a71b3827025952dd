"""CSV files: nothing in them runs, everything in them comes back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.report.atomic_write import OutputError
from components.report.corrections import log_rows
from components.report.exports import PROVENANCE, csv_files, escape_formula, log_csv, unescape_formula, write_csv
from components.report.selection import Selection
from tests.report.factories import bridge, hostile, weighted
from tests.report.factories_corrections import corrected

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "\uff1d1",
    "\uff0bA",
    "\uff0dA",
    "\uff20A",
    " =1",
    "\u200b=1",
    "'=1",
]


def read(content: str) -> list[dict[str, str]]:
    assert content.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("text", FORMULAS)
def test_what_could_run_is_neutralised(text: str) -> None:
    assert escape_formula(text) == f"'{text}"
    assert unescape_formula(escape_formula(text)) == text


@pytest.mark.parametrize("text", ["", "plain", "'quoted'", "a=b", "10-12", "“-”"])
def test_what_cannot_run_stays(text: str) -> None:
    assert escape_formula(text) == text


@given(st.text() | st.builds(str.__add__, st.sampled_from(FORMULAS), st.text()))
def test_neutral_is_safe_and_can_be_undone(text: str) -> None:
    cell = escape_formula(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert unescape_formula(cell) == text


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1, max_size=20) | st.sampled_from(FORMULAS), min_size=1, max_size=3))
def test_every_text_comes_back(texts: list[str]) -> None:
    comparison = hostile(texts)
    files = csv_files(comparison)
    sentences = [unescape_formula(row["text"]) for row in read(files["sentences.csv"])]
    assert sentences == [s.text for a in comparison.articles for s in a.sentences]
    assert sorted(unescape_formula(row["label"]) for row in read(files["facts.csv"])) == sorted(
        fact.label for fact in comparison.facts
    )
    for content in files.values():
        for row in read(content):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_every_file_says_how_it_was_made() -> None:
    files = csv_files(bridge())
    for name, content in files.items():
        if name not in ("about.csv", "corrections.csv"):  # nothing was corrected
            first = read(content)[0]
            assert [first[column] for column in PROVENANCE] == [
                '{"encoder": null, "link_probability": 0.4}',
                "tiny",
                "abc123",
                "yes",
                "",
                "",
                "",
                "Shown: all 5 facts, the weightiest first.",
            ]
    about = {row["name"]: row["value"] for row in read(csv_files(bridge(), made="2026-11-22")["about.csv"])}
    assert about["schema"] == "samestory/1"
    assert about["encoder_digest"] == "abc123"
    assert about["counts"].startswith("5 facts")
    assert about["made"] == "2026-11-22"
    assert about["machine-made"] == "0 of 5 facts checked; 0 of 2 differing details checked; no correction made by hand"
    assert about["limits"].startswith("Machine-made.")


def test_only_what_is_shown_is_in_the_tables_and_every_row_says_so() -> None:
    files = csv_files(bridge(), selection=Selection(group="only in A", order="story"))
    assert [row["fact"] for row in read(files["facts.csv"])] == ["f5", "f2"]
    assert {row["fact"] for row in read(files["presence.csv"])} == {"f5", "f2"}
    assert read(files["differences.csv"]) == []
    assert len(read(files["sentences.csv"])) == 7
    said = "Shown: 2 of 5 facts, those only in A, in the order of the story. Of 2 differing details 0 belong to these facts."
    assert {row["shown"] for name in ("facts.csv", "sentences.csv") for row in read(files[name])} == {said}


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("--01-09", "XXXX-01-09"),
        ("--01-09/--02-01", "XXXX-01-09/XXXX-02-01"),
        ("2026-01-09", "2026-01-09"),
        ("--=1", "'--=1"),
    ],
)
def test_a_date_without_its_year_stays_a_date_and_never_a_formula(date: str, shown: str) -> None:
    comparison = bridge()
    dated = replace(comparison, articles=(replace(comparison.articles[0], published=date), comparison.articles[1]))
    assert read(csv_files(dated)["articles.csv"])[0]["published"] == shown


def test_the_log_stands_in_words_beside_its_fields() -> None:
    first, *_, last = read(log_csv(corrected()))
    assert (first["number"], first["kind"], first["told"]) == ("1", "confirm_link", log_rows(corrected())[0].what)
    assert (last["standing"], last["applied"]) == ("done", "True")


def test_numbers_stay_numbers_and_counts_stay_whole() -> None:
    rows = read(csv_files(bridge())["presence.csv"])
    assert {row["nearest_sentence_number"] for row in rows} == {"", "1", "3"}
    assert rows[0]["probability"] == "0.99"


def test_two_sided_tables_say_a_and_b() -> None:
    row = read(csv_files(bridge())["links.csv"])[0]
    assert (row["a_article"], row["b_article"], row["a_sentence_number"]) == ("A", "B", "2")


def test_details_have_their_places_and_values() -> None:
    row = read(csv_files(bridge())["differences.csv"])[1]
    assert (row["kind"], row["verdict"], row["why"]) == ("number", "differs", "40 and 14 bolts")
    text = bridge().articles[0].text
    assert text[int(row["a_start"]) : int(row["a_end"])] == row["a_text"] == "40"
    assert row["a_value"] == ""
    said = read(csv_files(bridge())["attributions.csv"])[0]
    assert (said["speaker"], said["cue_text"], said["direct"], said["text"]) == ("the mayor", "says", "False", "A ferry runs")


def test_files_are_written_together(tmp_path: Path) -> None:
    written = write_csv(bridge(), tmp_path / "deep" / "tables")
    assert sorted(path.name for path in written) == sorted(path.name for path in (tmp_path / "deep" / "tables").iterdir())
    assert written[0].read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_in_the_way_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    with pytest.raises(OutputError, match="cannot be written"):
        write_csv(bridge(), tmp_path / "taken" / "tables")
    assert (tmp_path / "taken").read_text() == "mine"


def test_tables_have_the_weight_both_labels_and_what_each_article_adds() -> None:
    files = csv_files(weighted())
    first = read(files["facts.csv"])[0]
    assert (first["fact"], first["weight"]) == ("f1", "0.62")
    assert first["label"] == "It [the bridge] shut on Saturday when 14 bolts failed."
    assert first["verbatim_label"] == "It shut on Saturday when 14 bolts failed."
    state = read(files["presence.csv"])[0]
    assert (state["status"], state["why"], state["adds"]) == ("differs", "40 there, 14 here", "Friday; 40 bolts")
    assert [row["fact"] for row in read(files["facts.csv"])] == ["f1", "f2", "f3", "f4", "f5"]
    assert [row["probably_only_in"] for row in read(files["facts.csv"])] == ["", "", "B", "", ""]
