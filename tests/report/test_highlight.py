"""A text cut by marks is still that text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.report.highlight import PRIORITY, Mark, intersect_spans, label_pieces, split_by_marks
from components.report.wording import shorten
from components.story import Fact, LabelAddition

MARKS = st.lists(
    st.builds(Mark, st.integers(-5, 45), st.integers(-5, 45), st.sampled_from(PRIORITY), st.sampled_from(["", "≠1"]))
)


@given(st.text(max_size=40), MARKS, st.integers(-3, 3))
def test_pieces_joined_are_the_text(text: str, marks: list[Mark], offset: int) -> None:
    pieces = split_by_marks(text, marks, offset=offset)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


@given(st.text(min_size=1, max_size=40), MARKS)
def test_each_character_shows_its_first_kind(text: str, marks: list[Mark]) -> None:
    shown = [piece.kind for piece in split_by_marks(text, marks) for _ in piece.text]
    for place, kind in enumerate(shown):
        over = [mark.kind for mark in marks if mark.start <= place < mark.end]
        assert kind == (min(over, key=PRIORITY.index) if over else "")


def test_marks_count_from_the_offset() -> None:
    pieces = split_by_marks("on Friday night", [Mark(103, 109, "differs", "≠1")], offset=100)
    assert [(p.text, p.kind, p.tag) for p in pieces] == [("on ", "", ""), ("Friday", "differs", "≠1"), (" night", "", "")]


def test_of_two_marks_of_a_kind_the_shorter_shows_and_each_has_its_tag_once() -> None:
    pieces = split_by_marks("we saw 40 boats go", [Mark(0, 18, "differs", "≠1"), Mark(7, 9, "differs", "≠2")])
    assert [(p.text, p.tag) for p in pieces] == [("we saw ", ""), ("40", "≠2"), (" boats go", "≠1")]


def test_words_that_differ_from_each_partner() -> None:
    assert intersect_spans([]) == ()
    assert intersect_spans([[(0, 5), (8, 9)]]) == ((0, 5), (8, 9))
    assert intersect_spans([[(0, 5)], [(3, 8)], [(4, 5)]]) == ((4, 5),)
    assert intersect_spans([[(0, 5)], []]) == ()


@given(st.text(max_size=30), st.text(min_size=1, max_size=12), st.integers(0, 30), st.one_of(st.none(), st.integers(2, 45)))
def test_a_label_in_pieces_is_the_label_also_where_it_is_cut(label: str, ours: str, at: int, limit: int | None) -> None:
    at = min(at, len(label))
    fact = Fact("f", label[:at] + ours + label[at:], (), {}, label_additions=(LabelAddition(at, ours),))
    pieces = label_pieces(fact, limit)
    assert "".join(text for text, _ in pieces) == shorten(fact.label, limit)
    assert "".join(text for text, is_ours in pieces if is_ours) in ours
    assert all(text for text, _ in pieces)
