"""Printed lines of a PDF as paragraphs, and the visible text of an HTML tree as units."""

from __future__ import annotations

import pytest

from components.intake.formats.html_tree import parse_html, text_units
from components.intake.formats.paragraphs import PrintedLine, paragraphs


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
    ("first", "second", "joined"),
    [
        ("the coun-", "cil met", "the council met"),
        ("a well-", "known man", "a well-known man"),
        ("cross-border talks, a cross-", "border deal", "cross-border talks, a cross-border deal"),
        ("border and inter-", "national", "border and international"),
        ("from Mexico-", "City", "from Mexico- City"),
        ("in 2015-", "six", "in 2015- six"),
    ],
)
def test_words_broken_at_line_ends(first: str, second: str, joined: str) -> None:
    assert blocks(printed((first, 700, 11), (second, 686, 11))) == [joined]


def test_running_lines_need_two_pages_and_no_sentence() -> None:
    def page(number: int) -> list[PrintedLine]:
        return printed(
            ("VALLEY COURIER", 800, 9),
            (f"Part {number} of the story is told here and it is not over yet", 700, 11),
            ("and goes on for another line before it comes to a full stop.", 686, 11),
            (f"Page {number}", 40, 9),
        )

    all_blocks = paragraphs([page(1), page(2)])
    assert [block.text for block in all_blocks if block.rule] == ["VALLEY COURIER", "Page 1", "VALLEY COURIER", "Page 2"]
    assert sum(block.rule is None for block in all_blocks) == 2
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


def test_units_of_an_html_tree() -> None:
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
