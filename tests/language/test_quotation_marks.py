"""Quotation marks over sentences: closed, run on, lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language.quotation_marks import bridge_open_quotations, closed_quotation_spans, spans_in_quotation_marks


def quoted(*sentences: str) -> list[list[str]]:
    """Return the quoted passages of each sentence."""
    return [[text[a:b] for a, b in spans] for text, spans in zip(sentences, spans_in_quotation_marks(sentences), strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Nobody spoke.", []),
        ("“We go,” he said.", ["We go,"]),
        ('"We go," he said.', ["We go,"]),
        ("«On y va», dit-il.", ["On y va"]),
        ("„Wir gehen“", ["Wir gehen"]),
        ("He said “no” and then “yes”.", ["no", "yes"]),
        ("The state's 'plan' isn't new.", []),
        ("It ends “here", ["here"]),
        ("“”", [""]),
    ],
)
def test_one_sentence(text: str, expected: list[str]) -> None:
    assert quoted(text) == [expected]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("“We go.", "We return,” he said."), [["We go."], ["We return,"]]),
        (('"We go.', 'We return," he said.'), [["We go."], ["We return,"]]),
        (("“We go.", "I am sure of it.", "We return,” he said."), [["We go."], ["I am sure of it."], ["We return,"]]),
        (("“It ends.", "The minister left.", "Rain fell."), [["It ends."], [], []]),
        (("“It ends.", "The minister left.", "Rain fell,” he said."), [["It ends."], [], []]),
        (("“It ends.", "“We go on,” he said.", "Rain fell."), [["It ends."], ["We go on,"], []]),
        (("He said “yes.", "She said “no,” and “never.”"), [["yes."], ["no,", "never."]]),
        (('"It ends.', '"We go on," he said.', "Rain fell."), [["It ends."], ["We go on,"], []]),
        (('"It ends.', '" he said, and fell.'), [["It ends."], [""]]),
        (("„Wir gehen.", "Wir kommen“, sagte er.", "Es regnet."), [["Wir gehen."], ["Wir kommen"], []]),
    ],
)
def test_several_sentences(sentences: tuple[str, ...], expected: list[list[str]]) -> None:
    assert quoted(*sentences) == expected


def test_one_lost_mark_does_not_quote_the_rest_of_an_article() -> None:
    rest = [f"Sentence {number} is told by the paper." for number in range(20)]
    assert quoted("He said “yes.", *rest) == [["yes."], *([] for _ in rest)]


@given(st.lists(st.text(alphabet='aI “”"«»„ we.', max_size=12), max_size=6))
def test_spans_are_inside_in_order_and_apart(sentences: list[str]) -> None:
    for text, spans in zip(sentences, spans_in_quotation_marks(sentences), strict=True):
        previous_end = 0
        for start, end in spans:
            assert previous_end <= start <= end <= len(text)
            previous_end = end


def closed(*sentences: str) -> list[list[str]]:
    """Return the quoted passages of each sentence, as quotations are read that are compared with each other."""
    return [[text[a:b] for a, b in spans] for text, spans in zip(sentences, closed_quotation_spans(sentences), strict=True)]


def test_quotation_marks_of_each_kind_are_read() -> None:
    assert closed('He said "we stay," and “nobody leaves.”') == [["we stay,", "nobody leaves."]]
    assert closed("She said «on reste» there.") == [["on reste"]]
    assert closed('""We stay," he said.') == [["We stay,"]], "a doubled mark is one"
    assert closed("No quotation here.") == [[]]


def test_a_quotation_runs_on_over_sentences_to_its_closing_mark() -> None:
    assert closed('He said: "The dam is old.', "The walls are thin.", 'The pumps are gone."', "Rain fell.") == [
        ["The dam is old."], ["The walls are thin."], ["The pumps are gone."], [],
    ]  # fmt: skip


def test_a_lost_mark_quotes_nothing_of_what_follows() -> None:
    assert closed("He said: “The dam is old.", "Rain fell on Osmere.", "“We stay,” she said.")[1:] == [[], ["We stay,"]]
    assert closed("The dam is old,” he said.") == [[]]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (("“The dam is old.", "Rain fell.", "It broke,” she said."), [["The dam is old."], ["Rain fell."], ["It broke,"]]),
        (("“The dam is old.", "Rain fell.", "“It broke,” she said."), [["The dam is old."], [], ["It broke,"]]),
        (("“The dam is old.", *["Rain fell."] * 6, "It broke,” she said."), [["The dam is old."], *[[]] * 7]),
    ],
)
def test_an_open_quotation_is_bridged_to_the_mark_that_closes_it(sentences: tuple[str, ...], expected: list[list[str]]) -> None:
    bridged = bridge_open_quotations(sentences, spans_in_quotation_marks(sentences))
    assert [[text[a:b] for a, b in spans] for text, spans in zip(sentences, bridged, strict=True)] == expected
