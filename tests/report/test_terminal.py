"""The terminal's text: readable, fitted, and nothing in it that a terminal obeys."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.report.terminal import display_width, fit, printable, summary, trace_summary
from components.story import Comparison, SkippedFile
from tests.report.factories import bridge, hostile, state, weighted

HOSTILE = ["\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\u202eevil\u202c", "a\rb", "tab\there", "\x9b2J", "漢字の記事", "e\u0301"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "[31mred"),
        ("one\ntwo\tthree", "one two three"),
        ("\u202eevil", "evil"),
        ("\x9b2J", "2J"),
        ("a\ud800b", "ab"),
        ("“quoted” – é", "“quoted” – é"),
    ],
)
def test_what_a_terminal_obeys_is_taken_out(text: str, shown: str) -> None:
    assert printable(text) == shown


@settings(max_examples=60)
@given(
    st.lists(st.text(min_size=1, max_size=40) | st.sampled_from(HOSTILE), min_size=1, max_size=3), st.sampled_from([1, 2, 5, 12])
)
def test_no_control_character_gets_through(texts: list[str], articles: int) -> None:
    shown = summary(hostile(texts, articles=articles))
    assert {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\n"}
    assert not any(unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"} for c in shown)


@given(st.text(), st.integers(2, 30))
def test_fitted_text_has_exactly_its_columns(text: str, columns: int) -> None:
    assert display_width(fit(printable(text), columns)) in (columns, columns - 1)


@pytest.mark.parametrize("columns", [20, 80, 100, 300])
@pytest.mark.parametrize("articles", [2, 5, 9, 12])
def test_the_table_fits_the_terminal(columns: int, articles: int) -> None:
    comparison = hostile(
        ["A sentence that is a good deal longer than most of them are, and then some." * 2, "two"], articles=articles
    )
    shown = summary(replace(comparison, errors=(), articles=comparison.articles), columns=columns)
    table = shown[shown.index("\nfact ") :].splitlines()
    assert max(display_width(line) for line in table) <= max(60, min(120, columns))


def test_it_says_which_model_read_the_articles() -> None:
    comparison = replace(bridge(), encoder_name="tiny\x1b words", encoder_digest="0123456789abcdef" * 4)
    assert summary(comparison).endswith("\nRead by the model tiny words (0123456789ab).\n")


def test_it_says_what_the_page_says() -> None:
    shown = summary(bridge())
    for line in (
        "A · Quernby Courier (QUERNBY · 9 January · By A. Writer · 4 sentences · 19 words)",
        "5 facts · 1 of 5 in both · 1 of 5 in part or differently",
        "machine-made, 0 of 5 facts checked",
        "in both articles: 1 of 5 facts",
        "only in A · Quernby Courier: 2 of 5 facts",
        "● stated · ◐ partly stated · ○ not found · ? no clear match · ≠ differs",
    ):
        assert line in " ".join(shown.split())
    row = next(line for line in shown.splitlines() if "Cows watched." in line)
    assert row.split()[-3:] == ["●", "4", "○"]


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_are_counted_and_brackets_say_what_is_ours() -> None:
    shown = " ".join(summary(weighted()).split())
    assert "It [the bridge] shut on Saturday" in shown
    assert "and 2 smaller facts (in the report, the tables and the JSON)" in shown
    assert "A ferry runs" not in shown
    assert "≠ 2" in shown


def test_notes_and_files_set_aside_are_shown() -> None:
    shown = summary(
        replace(bridge(), notes=("Read with care.",), errors=(SkippedFile("\x1b[2Jx.pdf", "It is empty; give another."),))
    )
    assert "Note: Read with care." in shown
    assert "Set aside, 1 file:\n  [2Jx.pdf: It is empty; give another." in shown


def test_a_traced_statement_shows_where_it_stands() -> None:
    comparison: Comparison = bridge()
    found = {"A": state("stated", 0.97, 1), "B": state("not_found", 0.02)}
    assert trace_summary("The bridge\x1b closed", comparison.articles, found) == (
        "“The bridge closed”\n\n"
        "● A · Quernby Courier: stated (very likely, 0.97)\n"
        "    2  The bridge closed on Friday after 40 bolts failed.\n\n"
        "○ B · Elver <b>Live</b>: not found (stated: very unlikely, 0.02)\n"
    )
