"""Logical lines of the raw text, and clean text from what furniture rules leave."""

from __future__ import annotations

import pytest

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
    removed = [Removed(8, 13, "three", "by hand"), Removed(20, 22, "AD", "by hand")]
    assert clean_text(raw, removed) == "One two\n\nfour five\nsix"
    assert clean_text(raw, []) == raw
    assert clean_text(raw, [Removed(0, len(raw), raw, "by hand")]) == ""


def test_a_removed_stretch_over_several_lines() -> None:
    raw = "One\nTwo\nThree"
    assert clean_text(raw, [Removed(1, 9, raw[1:9], "by hand")]) == "O\nhree"
