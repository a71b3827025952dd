"""The report as a Word document: it opens, says what the page says, and no text from outside does anything in it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.report import report_docx
from components.report.docx.elements import clean
from components.report.selection import Selection
from components.story import Comparison, SkippedFile
from tests.report.factories import article, bridge, hostile, weighted
from tests.report.factories_corrections import corrected
from tests.report.factories_details import every_kind
from tests.test_wording import FORBIDDEN, emptied, loaded

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(comparison: Comparison, made: str = "2026-11-22", selection: Selection | None = None) -> Any:  # noqa: ANN401
    content = report_docx(comparison, made=made, selection=selection) if selection else report_docx(comparison, made=made)
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(content: str | bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - what we have just written


def paragraphs(document: Any, style: str) -> list[str]:  # noqa: ANN401
    return [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == style]


def rows(table: Any) -> list[list[str]]:  # noqa: ANN401
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_it_has_the_sections_of_the_page_in_its_order() -> None:
    document = opened(corrected())
    assert paragraphs(document, "Title") == ["Bridge closes"]
    assert paragraphs(document, "Heading 1") == [
        "Differences",
        "Who states what",
        "Facts and their passages",
        "Who speaks",
        "Made by hand",
        "Removed before the comparison",
        "Method",
    ]
    assert paragraphs(document, "Heading 2")[:3] == [
        "≠1 date differs",
        "≠2 number differs",
        "1 note on details that do not differ",
    ]
    assert len(paragraphs(document, "Heading 3")) == 1 + 5
    assert any("of 5 facts checked" in text for text in paragraphs(document, "Normal"))


def test_every_line_has_outlet_state_sentence_and_words() -> None:
    document = opened(bridge())
    states, said = paragraphs(document, "State in an Article"), paragraphs(document, "Article Words")
    assert "● A · Quernby Courier: stated (very likely, >0.99)" in states
    assert "○ B · Elver <b>Live</b>: not found (stated: very unlikely, 0.03)" in states
    assert "sentence 4: Cows watched." in said
    assert "nearest passage, sentence 3: Repairs cost $2m and take weeks." in said


def test_words_that_differ_are_bold_and_double_underlined() -> None:
    document = opened(bridge())
    marked = [
        (run.text, str(run.underline).partition(" ")[0])
        for paragraph in document.paragraphs
        if paragraph.style.name == "Article Words"
        for run in paragraph.runs
        if run.bold
    ]
    assert marked[:4] == [("on Friday", "DOUBLE"), ("on Saturday", "DOUBLE"), ("40", "DOUBLE"), ("14", "DOUBLE")]
    assert ("says the mayor", "True") in marked


def test_tables_repeat_their_first_row_and_no_row_is_parted() -> None:
    document = opened(corrected())
    assert len(document.tables) == 6
    for table in document.tables:
        head, *others = table.rows
        assert head._tr.find(f".//{W}tblHeader") is not None
        assert all(row._tr.find(f".//{W}tblHeader") is None for row in others)
        assert all(row._tr.find(f".//{W}cantSplit") is not None for row in table.rows)
    coverage, speakers, by_hand, *_, method = (rows(table) for table in document.tables)
    assert coverage[0] == ["fact, in the words of an article", "A · Quernby Courier", "B · Elver <b>Live</b>"]
    assert ["A ferry runs", "● stated 3", "○ not found by hand"] in coverage
    assert speakers[1] == ["the mayor", "0 quoted, 3 reported, sentence 3", "no words found"]
    assert by_hand[13] == ["13", "Correction 2 withdrawn", "2026-11-22T10:00", "done"]
    told = dict(method[1:])
    assert (told["model"], told["model digest"], told["made"], told["link probability"]) == (
        "tiny",
        "abc123",
        "2026-11-22",
        "0.4",
    )
    assert told["limits"].startswith("Machine-made.")


def test_a_selection_is_what_is_in_it() -> None:
    document = opened(every_kind(), selection=Selection(search="denied"))
    assert paragraphs(document, "Heading 3") == ["The company denied that the engine was old."]
    assert paragraphs(document, "Heading 2")[0] == "≠7 affirmed in one, denied in the other"
    assert not [text for text in paragraphs(document, "Heading 2")[1:] if "≠" in text]
    said = "Shown: 1 of 6 facts, with “denied”, the weightiest first. Of 9 differing details"
    assert any(text.startswith(said) for text in paragraphs(document, "Normal"))


def test_words_that_are_ours_are_a_grey_run_in_heading_and_table() -> None:
    document = opened(weighted())
    headings = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Heading 3"]
    labels = [*headings, *(row.cells[0].paragraphs[0] for row in document.tables[0].rows)]
    runs = [run for paragraph in labels for run in paragraph.runs if run.text == " [the bridge]"]
    assert len(runs) == 2
    assert {(str(run.font.color.rgb), run.bold, run.italic) for run in runs} == {("555555", False, False)}


@pytest.mark.usefixtures("three_large_facts")
def test_small_facts_stand_at_the_end_of_the_table_and_of_the_passages() -> None:
    document = opened(weighted())
    table = [row[0] for row in rows(document.tables[0])[1:]]
    assert table[3:] == ["and 2 smaller facts", "A ferry runs", "says the mayor"]
    assert "smaller facts: 2 of 5 facts" in paragraphs(document, "Heading 2")
    assert paragraphs(document, "Heading 3")[-2:] == ["A ferry runs", "says the mayor"]


def test_what_an_article_adds_and_why_a_fact_stands_there_are_told() -> None:
    document = opened(weighted())
    states, notes = paragraphs(document, "State in an Article"), paragraphs(document, "Small Note")
    told = "≠ A · Quernby Courier: differs (told: very likely, 0.99) · 40 there, 14 here · also: Friday; 40 bolts"
    assert told in states
    assert any("how many outlets tell it (+0.50)" in note for note in notes)
    assert any(row[1] == "≠ differs 2" for row in rows(document.tables[0]))


def test_the_same_input_gives_the_same_bytes() -> None:
    first = report_docx(bridge(), made="2026-11-22")
    assert first == report_docx(bridge(), made="2026-11-22")
    assert first != report_docx(bridge(), made="2026-11-23")


def test_it_names_no_machine_and_no_other_program() -> None:
    content = report_docx(bridge(), made="2026-11-22")
    document = docx.Document(io.BytesIO(content))
    core = document.core_properties
    assert (core.author, core.last_modified_by, core.title) == ("Samestory", "Samestory", "Bridge closes")
    assert (core.created.isoformat()[:10], core.modified.isoformat()[:10], core.comments) == ("2026-11-22", "2026-11-22", "")
    assert {"docProps/app.xml", "docProps/thumbnail.jpeg"}.isdisjoint(parts(content))
    assert b"python-docx" not in b"".join(parts(content).values())


@pytest.mark.parametrize("made", ["x", "", "2026-99-99"])
def test_a_date_that_cannot_be_read_is_still_printed(made: str) -> None:
    document = opened(bridge(), made=made)
    assert document.core_properties.created.year == 2000
    assert ["made", made] in rows(document.tables[-1])


def test_pages_are_numbered_and_every_style_exists() -> None:
    content = report_docx(corrected(), made="2026-11-22")
    files = parts(content)
    feet = [files[name] for name in files if "footer" in name]
    assert len(feet) == 2
    assert all(b'"PAGE"' in foot and b'"NUMPAGES"' in foot for foot in feet)
    style_ids = {style.get(f"{W}styleId") for style in xml(files["word/styles.xml"]).iter(f"{W}style")}
    used = {node.get(f"{W}val") for node in xml(files["word/document.xml"]).iter(f"{W}pStyle")}
    assert used <= style_ids
    assert {"Heading1", "Heading2", "Heading3", "ArticleWords", "StateinanArticle", "SmallNote", "Caption"} <= used


def test_the_words_of_an_article_carry_its_language() -> None:
    comparison = bridge()
    german = replace(comparison.articles[1], language="de")
    content = report_docx(replace(comparison, articles=(comparison.articles[0], german)), made="x")
    assert re.findall(rb'<w:lang w:val="([^"]*)"', parts(content)["word/document.xml"])[0] == b"de"


def test_notes_and_files_set_aside_stand_at_the_top() -> None:
    told = replace(bridge(), notes=("One article is about something else.",), errors=(SkippedFile("a.pdf", "It is empty."),))
    assert paragraphs(opened(told), "List Bullet") == ["One article is about something else.", "Set aside: a.pdf: It is empty."]


def test_articles_that_run_the_same_words_are_named() -> None:
    run = (
        "The bridge over the river closed on Friday after forty bolts failed in the frost and a ferry was called from the coast."
    )
    same = tuple(article(key, [f"Headline {key}", run, f"End of {key}."]) for key in "AB")
    document = opened(replace(bridge(), facts=(), links=(), differences=(), attributions=(), articles=same))
    assert "Words in common" in paragraphs(document, "Heading 1")
    assert "Words in common" not in paragraphs(opened(bridge()), "Heading 1")


def test_nothing_to_show_is_a_document_too() -> None:
    nothing = replace(bridge(), facts=(), links=(), differences=(), attributions=(), articles=(article("A", ["One."]),))
    assert "No facts to show." in paragraphs(opened(nothing), "Normal")


@settings(max_examples=20)
@given(
    st.lists(
        st.text(min_size=1, max_size=20)
        | st.sampled_from(["\x00\x0b\ud800\ufffe", "<w:p/>", "]]>&amp;", "a\nb\tc", "{{ x }} PAGE"]),
        min_size=1,
        max_size=3,
    ),
    st.integers(1, 3),
)
def test_hostile_text_stays_text(texts: list[str], articles: int) -> None:
    comparison = hostile(texts, articles=articles)
    content = report_docx(comparison, made=texts[0])
    document = docx.Document(io.BytesIO(content))
    said = "\n".join(paragraphs(document, "Article Words"))
    assert all(clean(fact.label) in said for fact in comparison.facts)
    body = xml(parts(content)["word/document.xml"])
    assert list(body.iter(f"{W}fldSimple")) == []
    assert list(body.iter(f"{W}hyperlink")) == []
    assert not [name for name in parts(content) if "media" in name or "embed" in name]


@given(st.text())
def test_clean_text_is_one_line_that_xml_can_hold(text: str) -> None:
    xml(f"<a>{clean(text).replace('&', '').replace('<', '')}</a>")
    assert not set(clean(text)) & set("\n\r\t\x0b\x0c")
    assert clean("Ça va? 🙂 a\nb") == "Ça va? 🙂 a b"


def test_quoted_text_keeps_its_words_and_ours_stay_clean() -> None:
    document = opened(loaded(), made="x")
    text = "\n".join([p.text for p in document.paragraphs] + [cell for t in document.tables for row in rows(t) for cell in row])
    assert FORBIDDEN.search(text), "quoted"
    ours = re.sub(r"The minister[^\n]*?…", " ", emptied(text))
    assert not FORBIDDEN.search(ours)
