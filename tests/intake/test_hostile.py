"""Input of a size and shape at which anything quadratic would run for hours. There is no clock here: a hang is the failure."""

from __future__ import annotations

import contextlib

import pytest

from components.intake import read_bytes, read_text, split_sentences
from components.story import InputError

SIZE = 200_000
TEXTS = {
    "one word": "a",
    "quotation marks": '".',
    "brackets": "(",
    "full stops": ". ",
    "question marks": "? ",
    "acronyms": "U.S.",
    "ellipses": ". . . ",
    "list items": "1. a ",
    "spaces": " " * 500,
    "words": "The man walked. ",
}
LINES = {
    "bylines": "By " + "Ay de " * 30,
    "names": "A B " * 40,
    "credits": "(Reporting by " * 40 + ")",
    "contributed": "A " * 140 + "contributed x",
    "addresses": "a@" * 90,
    "crumbs": "a > " * 70,
    "photo credits": "A " * 140 + "/AP/" * 10 + "x",
    "signs": "© 2024 " * 100,
    "rights": "all rights reserved " * 40,
    "cookies": "by using this " * 60,
    "places": "A" * 60 + " " + "B-" * 60,
    "dates": "Jan 9 " * 19,
    "tags": "#a " * 200,
    "sharing": "Share " * 100,
}
DEEP = 10_000
PAGES = {
    "deep": "<div>" * DEEP + "<p>The river rose on Friday.</p>",
    "deep and inline": "<p><b>" * DEEP + "The river rose on Friday.",
    "nested tables": "<table><tr><td>" * 3000 + "The river rose.",
    "angle brackets": "<" * 500_000,
    "attributes": "<p " + 'a="b" ' * 100_000 + ">The river.</p>",
    "line breaks": "<br>" * 100_000 + "x",
    "many paragraphs": "<p>a</p>" * 100_000,
    "entities": "&amp;" * 200_000,
}
MARKUP = {
    "brackets": "[" * 100_000,
    "stars": "*a " * 50_000,
    "quotes": "> " * 5000 + "a",
    "links": "[a](" * 20_000,
    "references": "[a]: b\n" * 20_000,
    "mixed emphasis": "_a*" * 40_000,
}


@pytest.mark.parametrize("piece", TEXTS.values(), ids=TEXTS.keys())
def test_long_lines(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    assert split_sentences(text) is not None
    with contextlib.suppress(InputError):
        read_text(text)


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_lines_that_almost_match_a_rule(line: str) -> None:
    with contextlib.suppress(InputError):
        read_text(f"{line}\n" * 300)


def test_ten_megabytes_of_rulers() -> None:
    with pytest.raises(InputError, match="far longer"):
        read_bytes(b"-\n" * 5_000_000, "a.txt")


def test_many_short_lines() -> None:
    with contextlib.suppress(InputError):
        read_text("Most read\nAbc def\n07:40\n-\n" * 4500)


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES.keys())
def test_pages(markup: str) -> None:
    with contextlib.suppress(InputError):
        read_bytes(f"<html>{markup}".encode(), "a.html")


@pytest.mark.parametrize("markup", MARKUP.values(), ids=MARKUP.keys())
def test_markdown(markup: str) -> None:
    with contextlib.suppress(InputError):
        read_bytes(markup.encode(), "a.md")
