"""The word-level difference inside a link: whole words, in order, nothing lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.alignment import WordRun, diff_words, differing_spans
from components.language import tokenize

WORDS = ["rain", "Rain", "fell", "the", "—", "40%", "U.S.", "don’t", "😀", "雨", ",", "Ramón"]
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)


def shown(left: str, right: str) -> list[tuple[str, str, str]]:
    """Kind and passages of each stretch."""
    return [
        (s.kind, left[slice(*s.left)] if s.left else "", right[slice(*s.right)] if s.right else "")
        for s in diff_words(left, right)
    ]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("", "", []),
        ("Rain fell.", "", [("differs", "Rain fell", "")]),
        ("", "Rain fell.", [("differs", "", "Rain fell")]),
        ("Rain fell.", "RAIN, fell", [("same", "Rain fell", "RAIN, fell")]),
        ("Rain fell.", "Snow fell.", [("differs", "Rain", "Snow"), ("same", "fell", "fell")]),
        ("It cost $1.5", "It cost $15", [("same", "It cost", "It cost"), ("differs", "$1.5", "$15")]),
        ("the old bridge", "the bridge", [("same", "the", "the"), ("differs", "old", ""), ("same", "bridge", "bridge")]),
        ("Ramón’s vote", "Ramon's vote", [("same", "Ramón’s vote", "Ramon's vote")]),
        ("one two", "three four", [("differs", "one two", "three four")]),
        ("sovereign", "sovereignty", [("differs", "sovereign", "sovereignty")]),
    ],
)
def test_stretches(left: str, right: str, expected: list[tuple[str, str, str]]) -> None:
    assert shown(left, right) == expected


def spans(stretches: tuple[WordRun, ...], side: str) -> list[tuple[int, int]]:
    return [span for stretch in stretches if (span := getattr(stretch, side))]


def one_by_one(text: str, found: list[tuple[int, int]]) -> list[str]:
    """The words of the passages, in order."""
    return [word.form for start, end in found for word in tokenize(text[start:end])]


@given(texts, texts)
def test_the_stretches_rebuild_both_sides_and_cut_no_word(left: str, right: str) -> None:
    found = diff_words(left, right)
    for text, side in ((left, "left"), (right, "right")):
        mine = spans(found, side)
        assert mine == sorted(mine)
        assert all(end <= start for (_, end), (start, _) in pairwise(mine))
        starts, ends = {word.start for word in tokenize(text)}, {word.end for word in tokenize(text)}
        assert all(start in starts and end in ends for start, end in mine)
        assert one_by_one(text, mine) == [word.form for word in tokenize(text)]


@given(texts, texts)
def test_same_is_the_same_and_differs_is_not(left: str, right: str) -> None:
    for stretch in diff_words(left, right):
        assert stretch.left or stretch.right
        mine = one_by_one(left, [stretch.left] if stretch.left else [])
        yours = one_by_one(right, [stretch.right] if stretch.right else [])
        assert (mine == yours) == (stretch.kind == "same")


@given(texts)
def test_a_text_beside_itself_is_one_stretch(text: str) -> None:
    assert [stretch.kind for stretch in diff_words(text, text)] == ["same"] * bool(tokenize(text))


@given(texts, texts)
def test_differing_gives_the_spans_that_differ(left: str, right: str) -> None:
    ours, theirs = differing_spans(left, right)
    found = [stretch for stretch in diff_words(left, right) if stretch.kind == "differs"]
    assert list(ours) == spans(tuple(found), "left")
    assert list(theirs) == spans(tuple(found), "right")


def test_a_long_passage_with_common_words_is_still_compared_word_by_word() -> None:
    left = "the " * 300 + "rain"
    assert shown(left, "the " * 300 + "snow")[-1] == ("differs", "rain", "snow")
