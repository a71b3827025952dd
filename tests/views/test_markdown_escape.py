"""Words on their way into a widget's label come out as they went in, whatever marks they hold."""

from __future__ import annotations

import re

import pytest

from components.views.markdown_escape import JOINER, escape_label, shorten

HOSTILE = "[x](y) **b** <img> :red[x] $x$"


def unescaped(shown: str) -> str:
    """What a Markdown reader shows of a label: escapes undone, joiners without width."""
    return re.sub(r"\\(.)", r"\1", shown).replace(JOINER, "")


@pytest.mark.parametrize(
    "text",
    [
        HOSTILE,
        r"back\slash",
        "`code` ~~gone~~ ==x==",
        "# heading",
        "- item",
        "1. item",
        "a|b|c",
        "&amp; &#58;",
        "plain words",
        "émile œuvre",
    ],
)
def test_a_label_shows_the_words_themselves(text: str) -> None:
    assert unescaped(escape_label(text)) == text


def test_every_mark_of_markdown_is_escaped() -> None:
    assert escape_label(HOSTILE).replace(JOINER, "") == r"\[x\]\(y\) \*\*b\*\* \<img\> :red\[x\] \$x\$"


@pytest.mark.parametrize(
    "text", [":smile:", ":material/home:", "see www.herald.example", "mail desk@herald.example", "https://herald.example"]
)
def test_what_is_found_in_plain_text_is_parted(text: str) -> None:
    shown = escape_label(text)
    assert JOINER in shown
    assert not re.search(r":\w|@\w|www\\?\.|:\\?/", shown)


def test_line_breaks_become_spaces_and_long_labels_are_cut() -> None:
    assert escape_label("one\n\ntwo\tthree") == "one two three"
    assert escape_label("word " * 100, longest=20) == "word word word word…"
    assert len(escape_label("x" * 500)) == 120


@pytest.mark.parametrize(
    ("text", "longest", "shown"), [("The  Post", 8, "The Post"), ("The Post", 7, "The Po…"), ("The Post", 5, "The…")]
)
def test_a_name_is_cut_wherever_its_room_ends(text: str, longest: int, shown: str) -> None:
    assert shorten(text, longest) == shown
