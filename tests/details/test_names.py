"""Names: which are found, which form stands for them, and what two sentences say of them."""

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


def read(key: str, sentences: Sequence[str]) -> ParsedArticle:
    return pair_with_parse(article(key, list(sentences)), parse(sentences))


def names(*sentences: str) -> list[list[tuple[str, str, str]]]:
    """For each sentence (as written, kind, fullest form)."""
    found = read("A", sentences)
    return [
        [(doc.text[slice(*name.span)], name.kind, name.value) for name in of_one]
        for doc, of_one in zip(found.docs, find_names(found), strict=True)
    ]


def compared(left: Sequence[str], right: Sequence[str], probability: float = 0.9) -> list[Difference]:
    """The differences of the first sentences; words with one lemma are close, others are not."""
    one, two = read("A", left), read("B", right)
    near = np.array([[float(a.lemma_.lower() == b.lemma_.lower()) for b in two.docs[0]] for a in one.docs[0]], dtype=np.float32)
    pair = SentencePair(one, 0, two, 0, probability, near)
    found = list(compare_names(pair, find_names(one)[0], find_names(two)[0]))
    back = list(compare_names(SentencePair(two, 0, one, 0, probability, near.T), find_names(two)[0], find_names(one)[0]))
    assert {(d.kind, d.left, d.right, d.verdict) for d in found} == {(d.kind, d.right, d.left, d.verdict) for d in back}
    return found


def told(left: str, right: str, probability: float = 0.9) -> list[tuple[str, str, str, str]]:
    return [(d.kind, d.verdict, d.left.text, d.right.text) for d in compared([left], [right], probability)]


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


SPELLED = [
    ("Former President Vincenz Holt paid for the wall.", "Vicenz Holt will not pay for a wall.", "name"),
    ("He served six months on Norris Island in the army.", "He served for six months on Noris Island.", "place"),
]


@pytest.mark.parametrize(("left", "right", "kind"), SPELLED)
def test_one_name_spelled_in_two_ways(left: str, right: str, kind: str) -> None:
    (found,) = compared([left], [right], 0.4)
    assert (found.kind, found.verdict) == (kind, "differs")
    assert found.why.startswith("spelled “")


def test_another_place_of_the_same_event() -> None:
    left = "He misspoke about his service at a 2008 event in Norfolk."
    right = "He misspoke about his service during the Hartford event."
    assert told(left, right) == [("place", "differs", "Norfolk", "Hartford")]
    assert told(left, right, probability=0.4) == []


def test_another_person_in_the_same_role() -> None:
    left, right = "The court fined Karen Baker for the leak.", "Peter Lind was fined for the leak by the court."
    assert told(left, right) == [("name", "differs", "Karen Baker", "Peter Lind")]


def test_the_odd_one_of_a_list() -> None:
    left = "The plan came from three aides, Karen Holt, Peter Lind and Paul Orme."
    right = "Three aides made the plan: Karen Holt, Peter Lind and Susan Dunn."
    assert ("name", "differs", "Paul Orme", "Susan Dunn") in told(left, right)


NOTHING = [
    ("Karen Holt said she was sorry.", "Peter Lind said he was sorry."),
    ("Senator Karen Holt resigned.", "Sen. Holt resigned."),
    ("The fire in Denver on Monday killed two.", "The fire in Boston on Friday killed two."),
    ("The meeting was held in Denver.", "The meeting was held in Colorado."),
    ("The Ohio governor resigned on Monday.", "The Texas governor resigned on Monday."),
    ("Karen Holt met Peter Lind.", "Peter Lind met Karen Holt."),
    ("The board of Valfresh met.", "The board of Val-Fresh met."),
]


@pytest.mark.parametrize(("left", "right"), NOTHING)
def test_what_is_no_difference(left: str, right: str) -> None:
    assert told(left, right) == []


def test_a_person_is_named_where_the_other_has_the_office() -> None:
    (found,) = compared(["Karen Holt, the treasurer, resigned on Monday."], ["The treasurer resigned on Monday."])
    assert (found.verdict, found.left.text, found.right.text) == ("more_specific", "Karen Holt", "The treasurer")
    assert found.why == "Karen Holt in one, “The treasurer” in the other"


def test_no_note_where_the_other_article_names_the_person_elsewhere() -> None:
    assert compared(["Karen Holt, the treasurer, resigned."], ["The treasurer resigned.", "Holt had been ill."]) == []


def test_a_town_within_a_state() -> None:
    (found,) = compared(["The server stood in her home in Denver, Ohio."], ["The server stood in her home in Ohio."])
    assert (found.kind, found.verdict, found.left.text, found.right.text) == ("place", "more_specific", "Denver", "Ohio")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(st.sampled_from("Holt Lind, O'Al-bin.Jr“’—Ż\n"), min_size=1, max_size=60), min_size=1, max_size=3))
def test_odd_texts(sentences: list[str]) -> None:
    docs = parse(sentences)
    found = find_names(ParsedArticle(article("A", ["It rained."]), docs, ((),) * len(docs)))
    for doc, of_one in zip(docs, found, strict=True):
        for name in of_one:
            assert isinstance(name, Name)
            assert 0 <= name.span[0] < name.span[1] <= len(doc.text)
            assert doc.text[slice(*name.span)] == name.text
            assert name.value
            assert 0 <= name.root < len(doc)


def test_a_long_table_of_names_stays_quick() -> None:
    table = ", ".join(f"Karen Holt{chr(97 + i % 26)}{chr(97 + i // 26)}" for i in range(300))
    before = time.monotonic()
    compared([table], [table])
    assert time.monotonic() - before < 10


def test_one_event_planned_at_two_places_differs_however_the_planning_is_worded() -> None:
    one = "A second round of talks on grain is planned for May in Paris."
    found = [("place", "differs", "Paris", "Vienna")]
    assert told(one, "A second round of talks on grain is to be held in Vienna in May.") == found
    assert told(one, "A second round of talks on grain will take place in Vienna in May.") == found
    assert told(one, "A first round of talks on grain is to be held in Vienna in May.") == []
    assert told(one, "A second round of votes on fishing is to be held in Vienna in May.") == []


def test_a_name_after_in_is_a_place_although_the_parser_is_of_two_minds() -> None:
    found = names("The talks are planned for April in Vienna.", "He told reporters in Vienna that it was late.")
    assert {kind for of_one in found for _, kind, _ in of_one} == {"place"}
