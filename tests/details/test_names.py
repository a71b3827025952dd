"""Names: which are extracted, which form stands for them, and how two sentences differ in them."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.details.names import Name, compare_names, find_names
from components.details.sentence_pair import SentencePair
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.story import Difference
from tests.report.factories import article

pytestmark = pytest.mark.model


def parsed_article(key: str, sentences: Sequence[str]) -> ParsedArticle:
    return pair_with_parse(article(key, list(sentences)), parse(sentences))


def names(*sentences: str) -> list[list[tuple[str, str, str]]]:
    """For each sentence (as written, kind, fullest form)."""
    parsed = parsed_article("A", sentences)
    return [
        [(doc.text[slice(*name.span)], name.kind, name.value) for name in sentence_names]
        for doc, sentence_names in zip(parsed.docs, find_names(parsed), strict=True)
    ]


def differences(left_sentences: Sequence[str], right_sentences: Sequence[str], probability: float = 0.9) -> list[Difference]:
    """The differences of the first sentences; words with one lemma are close, others are not."""
    left, right = parsed_article("A", left_sentences), parsed_article("B", right_sentences)
    near = np.array(
        [[float(a.lemma_.lower() == b.lemma_.lower()) for b in right.docs[0]] for a in left.docs[0]], dtype=np.float32
    )
    left_names, right_names = find_names(left)[0], find_names(right)[0]
    forward = list(compare_names(SentencePair(left, 0, right, 0, probability, near), left_names, right_names))
    backward = compare_names(SentencePair(right, 0, left, 0, probability, near.T), right_names, left_names)
    assert {(d.kind, d.left, d.right, d.verdict) for d in forward} == {(d.kind, d.right, d.left, d.verdict) for d in backward}
    return forward


def summaries(left: str, right: str, probability: float = 0.9) -> list[tuple[str, str, str, str]]:
    return [(d.kind, d.verdict, d.left.text, d.right.text) for d in differences([left], [right], probability)]


def test_a_short_form_stands_for_the_fullest_one() -> None:
    first, second = names("Governor Karen Holt met Peter Lind.", "Holt said that Mr. Lind had left.")
    assert first == [("Karen Holt", "person", "Karen Holt"), ("Peter Lind", "person", "Peter Lind")]
    assert second == [("Holt", "person", "Karen Holt"), ("Lind", "person", "Peter Lind")]


def test_a_short_form_of_two_persons_stands_for_neither() -> None:
    assert names("Karen Holt and Peter Holt were there.", "Holt left on Monday.")[1] == [("Holt", "person", "Holt")]


def test_a_parent_is_not_the_child() -> None:
    first, second = names("Raymond Dunn Jr. spoke in Boston.", "Raymond Dunn Sr. spoke in Denver.")
    assert [name[2] for name in (first[0], second[0])] == ["Raymond Dunn Jr.", "Raymond Dunn Sr"]


def test_a_dateline_names_no_place() -> None:
    assert names("DENVER (AP) — Mr. Holt resigned on Monday.") == [[("Holt", "person", "Holt")]]


def test_a_town_before_its_state_is_a_place() -> None:
    assert ("Denver Springs", "place", "Denver Springs") in names("They met on Monday in Denver Springs, Ohio.")[0]


SPELLING_VARIANTS = [
    ("Former President Vincenz Holt paid for the wall.", "Vicenz Holt will not pay for a wall.", "name"),
    ("He served six months on Norris Island in the army.", "He served for six months on Noris Island.", "place"),
]


@pytest.mark.parametrize(("left", "right", "kind"), SPELLING_VARIANTS)
def test_one_name_spelled_in_two_ways(left: str, right: str, kind: str) -> None:
    (difference,) = differences([left], [right], 0.4)
    assert (difference.kind, difference.verdict) == (kind, "differs")
    assert difference.why.startswith("spelled “")


def test_another_place_of_the_same_event() -> None:
    left = "He misspoke about his service at a 2008 event in Norfolk."
    right = "He misspoke about his service during the Hartford event."
    assert summaries(left, right) == [("place", "differs", "Norfolk", "Hartford")]
    assert summaries(left, right, probability=0.4) == []


def test_another_person_in_the_same_role() -> None:
    left, right = "The court fined Karen Baker for the leak.", "Peter Lind was fined for the leak by the court."
    assert summaries(left, right) == [("name", "differs", "Karen Baker", "Peter Lind")]


def test_one_list_has_another_name_than_the_other() -> None:
    left = "The plan came from three aides, Karen Holt, Peter Lind and Paul Orme."
    right = "Three aides made the plan: Karen Holt, Peter Lind and Susan Dunn."
    assert ("name", "differs", "Paul Orme", "Susan Dunn") in summaries(left, right)


NO_DIFFERENCE = [
    ("Karen Holt said she was sorry.", "Peter Lind said he was sorry."),
    ("Senator Karen Holt resigned.", "Sen. Holt resigned."),
    ("The fire in Denver on Monday killed two.", "The fire in Boston on Friday killed two."),
    ("The meeting was held in Denver.", "The meeting was held in Colorado."),
    ("The Ohio governor resigned on Monday.", "The Texas governor resigned on Monday."),
    ("Karen Holt met Peter Lind.", "Peter Lind met Karen Holt."),
    ("The board of Valfresh met.", "The board of Val-Fresh met."),
]


@pytest.mark.parametrize(("left", "right"), NO_DIFFERENCE)
def test_no_difference(left: str, right: str) -> None:
    assert summaries(left, right) == []


def test_a_person_is_named_where_the_other_has_the_office() -> None:
    (difference,) = differences(["Karen Holt, the treasurer, resigned on Monday."], ["The treasurer resigned on Monday."])
    assert (difference.verdict, difference.left.text, difference.right.text) == ("more_specific", "Karen Holt", "The treasurer")
    assert difference.why == "Karen Holt in one, “The treasurer” in the other"


def test_no_note_where_the_other_article_names_the_person_elsewhere() -> None:
    assert differences(["Karen Holt, the treasurer, resigned."], ["The treasurer resigned.", "Holt had been ill."]) == []


def test_a_town_within_a_state() -> None:
    (difference,) = differences(["The server stood in her home in Denver, Ohio."], ["The server stood in her home in Ohio."])
    assert (difference.kind, difference.verdict, difference.left.text, difference.right.text) == (
        "place",
        "more_specific",
        "Denver",
        "Ohio",
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.sampled_from("Holt Lind, O'Al-bin.Jr“’—Ż\n"), min_size=1, max_size=60), min_size=1, max_size=3))
def test_odd_texts(sentences: list[str]) -> None:
    docs = parse(sentences)
    parsed = ParsedArticle(article("A", ["It rained."]), docs, ((),) * len(docs))
    for doc, sentence_names in zip(docs, find_names(parsed), strict=True):
        for name in sentence_names:
            assert isinstance(name, Name)
            assert 0 <= name.span[0] < name.span[1] <= len(doc.text)
            assert doc.text[slice(*name.span)] == name.text
            assert name.value
            assert 0 <= name.root < len(doc)


def test_a_long_table_of_names_stays_quick() -> None:
    table = ", ".join(f"Karen Holt{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(300))
    started = time.monotonic()
    differences([table], [table])
    assert time.monotonic() - started < 10


def test_one_event_planned_at_two_places_differs_however_the_planning_is_worded() -> None:
    left = "A second round of talks on grain is planned for May in Paris."
    expected = [("place", "differs", "Paris", "Vienna")]
    assert summaries(left, "A second round of talks on grain is to be held in Vienna in May.") == expected
    assert summaries(left, "A second round of talks on grain will take place in Vienna in May.") == expected
    assert summaries(left, "A first round of talks on grain is to be held in Vienna in May.") == []
    assert summaries(left, "A second round of votes on fishing is to be held in Vienna in May.") == []


def test_a_name_after_in_is_a_place_although_the_parser_labels_it_in_two_ways() -> None:
    sentences = names("The talks are planned for April in Vienna.", "He told reporters in Vienna that it was late.")
    assert {kind for sentence_names in sentences for _, kind, _ in sentence_names} == {"place"}
