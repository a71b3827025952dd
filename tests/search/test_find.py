"""Words and names found in every article; what reads as a statement; examples that are really there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components import read_sentences
from components.compare import compare
from components.report.search_results import describe_hits, hits_html
from components.search.find import find, names, normalize_query, reads_as_statement
from components.search.suggestions import suggestions
from components.settings import MAX_QUESTION
from components.story import Comparison
from tests.fakes import TinyEncoder
from tests.report.factories import bridge, hostile


def comparison_of(*texts: list[str]) -> Comparison:
    return compare([read_sentences(text, outlet=f"Outlet {n}") for n, text in enumerate(texts)], encoder=TinyEncoder())


def places(comparison: Comparison, asked: str) -> list[tuple[str, int]]:
    found = find(comparison, asked)
    return [(key, passage.sentence) for key, passages in found.passages.items() for passage in passages]


MAYOR = ["The council met.", "Mayor Ida Marsh spoke first.", "Marsh then left the room.", "Ida, a dog, barked."]
UNION = ["On Friday the European Union replied.", "The EU pays for it.", "The Union Jack flew on Friday."]


def test_every_article_is_there_with_the_sentences_that_have_the_words() -> None:
    found = find(bridge(), "bolts")
    assert {key: [p.sentence for p in passages] for key, passages in found.passages.items()} == {"A": [1], "B": [0, 1]}
    assert found.total == 3


def test_spans_are_the_words_as_written_whatever_their_ending_and_case() -> None:
    comparison = bridge()
    (passage,) = find(comparison, "BOLT failing").passages["A"]
    text = comparison.article("A").sentences[passage.sentence].text
    assert [text[start:end] for start, end in passage.spans] == ["bolts failed"]


@pytest.mark.parametrize(("asked", "expected"), [("40 bolts", [("A", 1)]), ("the 14", [("B", 1)]), ("zeppelin", []), ("", [])])
def test_all_telling_words_have_to_stand_in_one_sentence(asked: str, expected: list[tuple[str, int]]) -> None:
    assert places(bridge(), asked) == expected


def test_words_that_stand_everywhere_are_looked_for_only_alone() -> None:
    assert ("A", 3) not in places(bridge(), "the bridge")
    assert places(bridge(), "it") == [("B", 1)]


def test_a_name_is_found_in_its_other_forms_and_these_are_marked() -> None:
    comparison = comparison_of(MAYOR, UNION)
    found = find(comparison, "Ida Marsh").passages["A"]
    assert [(p.sentence, p.form) for p in found] == [(1, None), (2, "Marsh")]
    assert places(comparison, "ida marsh") == [("A", 1), ("A", 2)]


def test_an_acronym_and_its_words_are_one_name_but_a_part_of_a_name_is_not_it() -> None:
    comparison = comparison_of(MAYOR, UNION)
    assert places(comparison, "European Union") == [("B", 0), ("B", 1)]
    assert places(comparison, "EU") == [("B", 0), ("B", 1)]


def test_words_beside_a_name_make_no_name_of_it() -> None:
    assert places(comparison_of(MAYOR, UNION), "reply on Friday") == [("B", 0)]


def test_the_facts_are_those_whose_own_words_have_it() -> None:
    comparison = bridge()
    assert [fact.id for fact in find(comparison, "ferry").facts] == ["f4"]
    assert [fact.id for fact in find(comparison, "mayor").facts] == ["f5"]
    assert find(comparison, "zeppelin").facts == ()


def test_names_are_capitals_together_and_lose_a_first_word_that_begins_the_sentence() -> None:
    text = "Yesterday Ida Marsh met al-Tarifa, J. P. Holm and the press."
    found = [text[start:end] for start, end in names(text)]
    assert found == ["Yesterday Ida Marsh", "Tarifa", "J. P. Holm", "Ida Marsh"]


@pytest.mark.parametrize("asked", ["Nobody was hurt", "The bridge will open in March", "fares rise in May, the company said"])
def test_what_says_something_is_a_statement(asked: str) -> None:
    assert reads_as_statement(asked)


@pytest.mark.parametrize("asked", ["Ida Marsh", "Lunde", "engine room fire", "", "?!", "rose"])
def test_names_and_some_words_are_none(asked: str) -> None:
    assert not reads_as_statement(asked)


def test_without_a_parser_the_number_of_words_tells() -> None:
    assert reads_as_statement("Die Brücke wird im März geöffnet", ["de"])
    assert not reads_as_statement("Die Brücke über die Quern".rsplit(" ", 1)[0], ["de", None])


def test_what_is_typed_becomes_one_line_of_a_bounded_length() -> None:
    assert normalize_query("  a \n b\t c ") == "a b c"
    assert len(normalize_query("x" * 10_000)) == MAX_QUESTION
    assert normalize_query(" " * 10_000 + "x") == ""


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_anything_may_be_typed(asked: str) -> None:
    comparison = bridge()
    found = find(comparison, normalize_query(asked))
    for key, passages in found.passages.items():
        for passage in passages:
            text = comparison.article(key).sentences[passage.sentence].text
            assert passage.spans
            assert all(0 <= start < end <= len(text) for start, end in passage.spans)
    assert describe_hits(comparison, asked, found)


def test_each_sentence_that_is_asked_for_is_found() -> None:
    comparison = bridge()
    for article in comparison.articles:
        for sentence in article.sentences:
            assert (article.key, sentence.index) in places(comparison, sentence.text)


def test_what_was_found_is_counted_with_denominators() -> None:
    comparison = bridge()
    html = hits_html(comparison, find(comparison, "ferry"))
    assert "in 1 of 4 sentences" in html
    assert "none of 3 sentences has it" in html
    assert "In 1 of 5 facts" in html
    assert 'href="#at-A-3"' in html
    assert 'href="#fact-f4"' in html
    assert (
        describe_hits(comparison, "ferry", find(comparison, "ferry")) == "“ferry” stands in 1 of 2 articles, in 1 of 7 sentences."
    )
    assert describe_hits(comparison, "x", find(comparison, "x")) == "No sentence of 2 articles has “x”, in this form or another."


def test_many_sentences_fold_after_the_first() -> None:
    comparison = comparison_of([f"The ferry number {n} stopped." for n in range(9)], ["A ferry runs."])
    html = hits_html(comparison, find(comparison, "ferry"))
    assert html.count("<li>") >= 10
    assert "4 more sentences" in html


def test_hostile_articles_are_escaped() -> None:
    comparison = hostile(["The <script>alert(1)</script> ferry & <img src=x onerror=alert(2)> stopped."], articles=2)
    html = hits_html(comparison, find(comparison, "ferry"))
    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_examples_stand_in_the_articles_and_are_found() -> None:
    comparison = comparison_of(
        ["Ferry stops", "On Friday Captain Ida Marsh stopped the ferry.", "The harbour police counted 48 passengers on board."],
        ["Fire at sea", "The ship of Ida Marsh burned.", "Later Per Holm sang, and the ship of Ida Marsh drifted."],
    )
    found = suggestions(comparison)
    assert "Ida Marsh" in found
    assert len(found) <= 4
    assert all(find(comparison, example).total for example in found)


def test_a_story_without_names_or_whole_statements_offers_none() -> None:
    assert suggestions(comparison_of(["rain"], ["sun"])) == ()
