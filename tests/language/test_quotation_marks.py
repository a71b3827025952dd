"""Quotation marks over sentences: closed, run on, lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.language.quotation_marks import spans_in_quotation_marks


def quoted(*sentences: str) -> list[list[str]]:
    """The quoted passages of each sentence."""
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
    found = spans_in_quotation_marks(sentences)
    assert len(found) == len(sentences)
    for text, spans in zip(sentences, found, strict=True):
        at = 0
        for start, end in spans:
            assert at <= start <= end <= len(text)
            at = end
