"""The report as one file."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import report
from components.report import charts
from components.report.model import ReportModel
from components.report.position_drawing import describe_moves, draw_positions
from components.report.selection import Selection
from components.story import Anchor, Comparison, Correction, Fact, SkippedFile
from tests.report.factories import Reading, bridge, hostile, weighted, whole
from tests.report.factories_corrections import anchor, corrected
from tests.report.factories_details import every_kind


@settings(max_examples=20)
@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=3), st.integers(1, 3))
def test_the_page_holds_every_sentence_and_no_foreign_markup(texts: list[str], articles: int) -> None:
    comparison = hostile(texts, articles=articles)
    page = Reading(report.report_html(comparison, made=texts[0]))
    shown = page.of("ss-t")
    assert all(s.text in shown for a in comparison.articles for s in a.sentences)
    assert all(text.text in page.of("ss-raw") for a in comparison.articles for text in a.removed)
    assert {tag for tag, _, _ in page.attributes}.isdisjoint({"script", "img", "iframe", "link", "object"})
    assert not any(name.startswith("on") for _, name, _ in page.attributes)


@pytest.mark.parametrize("articles", [1, 2, 3, 4, 7])
def test_every_address_in_the_page_exists(articles: int) -> None:
    page = Reading(report.report_html(hostile(["One.", "Two.", "Three."], articles=articles), made="2026-01-01"))
    assert {address[1:] for address in page.values("href")} <= set(page.ids)


SHOWN = "Shown: 2 of 5 facts, those only in A, in the order of the story. Of 2 differing details 0 belong to these facts."


def test_nothing_is_asked_from_elsewhere() -> None:
    html = report.report_html(bridge(), made="2026-01-01")
    assert "default-src 'none'" in html
    assert not re.search(r"https?://|url\(|@import|<script|\ssrc=", html)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert report.report_html(bridge(), made="x") == report.report_html(bridge(), made="x")
    assert report.report_html(bridge(), made="x") != report.report_html(bridge(), made="y")


@pytest.mark.parametrize(("articles", "rows"), [(1, 1), (3, 1), (4, 2), (7, 4)])
def test_each_article_stands_once_whole_and_many_two_to_a_row(articles: int, rows: int) -> None:
    page = Reading(report.report_html(hostile(["One.", "Two."], articles=articles), made="x"))
    assert len(page.of("ss-side")) == rows
    assert len(page.of("ss-col")) == articles


def test_every_fact_has_a_row_with_its_number_its_words_and_its_state() -> None:
    page = Reading(report.report_html(bridge(), made="x"))
    said = [" ".join(text.split()) for text in page.of("ss-evidence")]
    assert len(said) == 5 * 2
    assert "● A · Quernby Courier sentence 4 Cows watched. stated (very likely, >0.99)" in said
    found = "○ B · Elver <b>Live</b> not found (stated: very unlikely, 0.03). Nearest passage: sentence 3 Repairs cost $2m"
    assert any(one.startswith(found) for one in said)


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_fold_behind_the_table_and_their_passages_stand_at_the_end() -> None:
    html = report.report_html(weighted(), made="x")
    page = Reading(html)
    assert page.of("summary") == ["and 2 smaller facts"]
    assert [name for name in page.ids if name.startswith("fact-")] == [f"fact-f{n}" for n in range(1, 6)]
    assert {address[1:] for address in page.values("href")} <= set(page.ids)
    assert "smaller facts: 2 of 5 facts" in page.of("ss-sidehead")
    assert any(" · weight 0.62 " in text for text in page.of("ss-why"))
    assert "also: Friday; 40 bolts" in page.of("ss-added")


def test_the_contents_lead_to_every_section_that_is_there() -> None:
    page = Reading(report.report_html(corrected(), made="x"))
    assert (
        page.of("nav")[0].split()
        == (
            "Differences Details that do not differ Who states what Words in common Who speaks Where in the story Side by side "
            "Facts and their passages Made by hand Removed Method"
        ).split()
    )
    assert "Made by hand" not in Reading(report.report_html(bridge(), made="x")).of("nav")[0]


def test_a_selection_shows_its_facts_and_says_so() -> None:
    wanted = Selection(group="only in A", order="story")
    page = Reading(report.report_html(bridge(), made="x", selection=wanted))
    assert [name for name in page.ids if name.startswith("fact-")] == ["fact-f5", "fact-f2"]
    assert page.of("ss-shown") == [SHOWN]
    assert "Differences" not in page.of("h2")
    assert {s.text for s in bridge().articles[1].sentences} <= set(page.of("ss-t")), "articles stay whole"
    assert {address[1:] for address in page.values("href")} <= set(page.ids)


def test_what_is_exported_keeps_the_numbers_of_the_screen() -> None:
    comparison = every_kind()
    page = Reading(report.report_html(comparison, made="x", selection=Selection(search="denied")))
    assert [name for name in page.ids if name.startswith("fact-")] == ["fact-f3"]
    assert [text for text in page.of("h3") if text.startswith("≠")] == ["≠7 affirmed in one, denied in the other"]


def test_what_a_person_did_is_told_where_it_stands() -> None:
    page = Reading(report.report_html(corrected(), made="x"))
    text = " ".join(page.of("body")[0].split())
    assert "not found (set by hand; the machine gave 0.70)" in text
    assert "date differs two days of the week · checked by hand" in text
    assert "B 2 by hand" in " ".join(page.of("ss-partners"))
    assert "in both articles · checked by a person" in text
    told = "1 of 5 facts checked; 1 of 2 differing details checked; 11 corrections made by hand, 1 of them not applied"
    assert told in page.of("dd")
    assert len(page.of("ss-log")[0].split("\n")) > 13


def test_the_page_says_how_it_was_made() -> None:
    comparison = replace(
        bridge(),
        notes=("One article is about something else.",),
        errors=(SkippedFile("a.pdf", "It is empty; give another."),),
        calibrated=False,
    )
    page = Reading(report.report_html(comparison, made="on 22 November 2026"))
    for said in ("0.4", "tiny", "abc123", "on 22 November 2026"):
        assert said in page.of("dd")
    text = page.of("body")[0]
    assert "not calibrated for this model" in text
    assert "Machine-made." in text
    assert "One article is about something else." in text
    assert "a.pdf It is empty; give another." in text
    assert "machine-made, 0 of 5 facts checked" in text


def test_an_empty_comparison_still_makes_a_page() -> None:
    comparison = replace(bridge(), facts=(), links=(), differences=())
    assert "No facts to show." in report.report_html(comparison, made="x")


def moved() -> Comparison:
    """The bridge, told by B at its very end."""
    comparison = bridge()
    b = comparison.article("B")
    last = Fact("f1", "closed", (*comparison.fact("f1").mentions_in("A"), whole(b, 2)), comparison.fact("f1").presence)
    return replace(comparison, facts=(last, *comparison.facts[1:]))


def test_the_drawing_says_which_fact_moved() -> None:
    assert (
        describe_moves(ReportModel(bridge()).fact_positions())
        == "None of 1 shared fact stands more than 15% of an article apart."
    )
    assert "ss-moved" not in draw_positions(bridge())
    assert describe_moves(ReportModel(moved()).fact_positions()) == "1 of 1 shared fact stands 15% of an article or more apart."
    drawn = Reading(draw_positions(moved()))
    assert drawn.of("li") == ["A puts “closed” 2nd of 4 sentences, B 3rd of 3."]
    assert [name for name in drawn.values("class") if name.startswith("ss-path ss-moved")]
    assert charts.where_in_story(moved()).alt.startswith(describe_moves(ReportModel(moved()).fact_positions()))


def test_no_shared_fact_is_no_drawing() -> None:
    assert draw_positions(hostile(["alone"], articles=1)) == ""


@settings(max_examples=15)
@given(st.text(min_size=1, max_size=20) | st.sampled_from(["<script>x</script>", "“”", "</td></tr>", "{{ 7 }}"]))
def test_a_hostile_correction_stays_text_in_the_log(text: str) -> None:
    comparison = bridge()
    made = (
        Correction("label_fact", (Anchor("0" * 16, 0, text),), value=text, made=text),
        Correction("masthead", (anchor(comparison, "A"),), field=text, value=text),
        Correction("withdraw", value=text),
    )
    page = Reading(report.report_html(replace(comparison, corrections=made), made="x"))
    assert f"Correction {text} withdrawn" in page.of("ss-t")
    assert {tag for tag, _, _ in page.attributes}.isdisjoint({"script", "img", "iframe", "link", "object"})
