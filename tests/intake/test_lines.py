"""Logical lines of the raw text, clean text from what is kept, and printed lines as paragraphs."""

from __future__ import annotations

import pytest

from components.intake.formats.html_tree import parse_html, text_units
from components.intake.formats.paragraphs import PrintedLine, paragraphs
from components.intake.lines import clean_text, comparison_key, ends_like_sentence, is_prose, logical_lines, visible_text
from components.story import Removed

WRAPPED = [
    "The River Elm burst its banks on Friday and closed the only bridge",
    "into the old town, and the mayor, who had warned of it, said that",
    "Elm Street would stay shut until Monday.",
]


def test_white_space_and_invisible_characters() -> None:
    assert visible_text(" a\u00a0\u2003b\tc\u200b\ufeff\x00 ") == "a b c"
    assert comparison_key("Élan — 'Vital'!") == "élanvital"


@pytest.mark.parametrize(
    ("text", "ends"), [("He left.", True), ('"No!"', True), ("(He left.)", True), ("He left", False), ("", False)]
)
def test_final_marks(text: str, ends: bool) -> None:
    assert ends_like_sentence(text) is ends


def test_prose() -> None:
    assert is_prose("The river rose on Friday again.")
    assert is_prose("word " * 25)
    assert not is_prose("It rained.")
    assert not is_prose("Bridge closes after flood in the old town")


def test_a_hard_wrapped_paragraph_is_one_line() -> None:
    raw = "\n".join([*WRAPPED, "", "It rained.", "It poured."])
    lines = logical_lines(raw)
    assert [line.text for line in lines] == [" ".join(WRAPPED), "It rained.", "It poured."]
    assert [line.after_blank_line for line in lines] == [True, True, False]
    assert raw[lines[0].start : lines[0].end] == "\n".join(WRAPPED)


def test_headlines_and_short_lines_are_not_joined() -> None:
    raw = "Bridge closes after flood in the old town of Elm and the mayor speaks\nThe river rose.\nnobody came"
    assert len(logical_lines(raw)) == 3


def test_clean_text_leaves_no_trace_of_what_went() -> None:
    raw = "One two\nthree\n\nfour AD five\nsix"
    cut = [Removed(8, 13, "three", "by hand"), Removed(20, 22, "AD", "by hand")]
    assert clean_text(raw, cut) == "One two\n\nfour five\nsix"
    assert clean_text(raw, []) == raw
    assert clean_text(raw, [Removed(0, len(raw), raw, "by hand")]) == ""


def test_a_removed_stretch_over_several_lines() -> None:
    raw = "One\nTwo\nThree"
    assert clean_text(raw, [Removed(1, 9, raw[1:9], "by hand")]) == "O\nhree"


def printed(*lines: tuple[str, float, float]) -> list[PrintedLine]:
    return [PrintedLine(text, y=y, size=size) for text, y, size in lines]


def blocks(*pages: list[PrintedLine]) -> list[str]:
    return [block.text for block in paragraphs(pages) if block.rule is None]


def test_type_and_space_part_paragraphs() -> None:
    page = printed(
        ("Bridge closes after flood", 780, 20),
        ("The river rose on Friday and closed", 740, 11),
        ("the only bridge into the old town.", 726, 11),
        ("It rained until the next morning and", 698, 11),
        ("nobody came.", 684, 11),
    )
    assert blocks(page) == [
        "Bridge closes after flood",
        "The river rose on Friday and closed the only bridge into the old town.",
        "It rained until the next morning and nobody came.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the coun-", "cil met", "the council met"),
        ("a well-", "known man", "a well-known man"),
        ("cross-border talks, a cross-", "border deal", "cross-border talks, a cross-border deal"),
        ("border and inter-", "national", "border and international"),
        ("from Mexico-", "City", "from Mexico- City"),
        ("in 2015-", "six", "in 2015- six"),
    ],
)
def test_words_broken_at_line_ends(first: str, second: str, whole: str) -> None:
    assert blocks(printed((first, 700, 11), (second, 686, 11))) == [whole]


def test_running_lines_need_two_pages_and_no_sentence() -> None:
    def page(number: int) -> list[PrintedLine]:
        return printed(
            ("VALLEY COURIER", 800, 9),
            (f"Part {number} of the story is told here and it is not over yet", 700, 11),
            ("and goes on for another line before it comes to a full stop.", 686, 11),
            (f"Page {number}", 40, 9),
        )

    found = paragraphs([page(1), page(2)])
    assert [block.text for block in found if block.rule] == ["VALLEY COURIER", "Page 1", "VALLEY COURIER", "Page 2"]
    assert sum(block.rule is None for block in found) == 2
    assert [block.text for block in paragraphs([page(1)]) if block.rule] == ["Page 1"]


def test_a_page_number_below_a_running_header() -> None:
    page = printed(
        ("VALLEY COURIER", 800, 9), ("Page 3", 790, 9), ("The river rose.", 700, 11), ("It fell.", 600, 11), ("It rose.", 500, 11)
    )
    assert [block.text for block in paragraphs([page]) if block.rule] == ["Page 3"]


def test_continued_lines_do_not_part_a_paragraph() -> None:
    first = printed(("The river rose on Friday and closed the only bridge to", 700, 11), ("Continued on Page 4", 686, 11))
    second = printed(("Continued from Page 3", 800, 11), ("the old town.", 786, 11))
    assert blocks(first, second) == ["The river rose on Friday and closed the only bridge to the old town."]


def test_units_of_a_tree() -> None:
    units = text_units(
        parse_html(
            "<div>One <b>two</b><br>three<p>four</p>five<script>six</script> seven</div><p hidden>eight</p><a>nine</a><a>ten</a>"
        )
    )
    assert [(unit.text, unit.tag) for unit in units] == [
        ("One two", "div"),
        ("three", "div"),
        ("four", "p"),
        ("five seven", "div"),
        ("nine ten", "body"),
    ]
