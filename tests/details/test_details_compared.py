"""Details of two articles side by side: which differ, in which fact, at which strictness, and texts that nobody would write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from time import perf_counter
from typing import Any

import pytest

from components import Settings, compare
from components.analysis import StoryAnalysis, analyze, decide
from components.details import ScoredDifference, decided_differences
from components.embeddings import Encoder
from components.settings import DETAIL_COMPARISON_MINIMUM
from components.story import Article, Comparison, Detail, Difference, Fact, Mention
from tests.fakes import TinyEncoder
from tests.matching.factories import ODD
from tests.report.factories import article

pytestmark = pytest.mark.model

FRIDAY = "2018-04-06"
HERALD = (
    "Blaze at Osmere warehouse",
    "Forty people were injured when a warehouse burned down in Osmere on Thursday, the fire chief said.",
    "“We could not reach the upper floor in time because the stairs had fallen,” Ilka Tamsvold said.",
    "The mayor said on Friday that the city would rebuild the warehouse.",
    "The river Talven rose by three meters.",
)
WIRE = (
    "Warehouse burns in Osmere",
    "The fire chief said 14 people were injured when a warehouse burned down in Osmere on Thursday.",
    "“We could not reach the top floor in time because the stairs had fallen,” Ilka Tamsvold said.",
    "The city would rebuild the warehouse, the mayor said on Friday.",
    "Bees sleep in winter.",
)
POST = (
    "A warehouse in Osmere burned down on Wednesday, and 40 people were injured.",
    "“We could not get to the upper floor in time because the stairs had fallen,” said Ilka Tamsvold of the fire brigade.",
    "A study of hives shows that bees sleep in winter.",
)
STRICTNESS = (0.95, 0.6, 0.33, 0.2)

Analyze = Callable[..., StoryAnalysis]


def outlet_article(outlet: str, sentences: Sequence[str], language: str | None = "en") -> Article:
    return replace(article("", sentences, outlet=outlet, headline=False), language=language, published=FRIDAY)


@pytest.fixture(scope="module")
def analyze_texts(encoder: Encoder) -> Analyze:
    """Analyze articles given as their sentences, with the bundled model."""
    return lambda *texts: analyze([outlet_article(f"Outlet {i}", own) for i, own in enumerate(texts)], encoder=encoder)


@pytest.fixture(scope="module")
def three_articles(analyze_texts: Analyze) -> StoryAnalysis:
    return analyze_texts(HERALD, WIRE, POST)


def decide_at(analysis: StoryAnalysis, probability: float) -> Comparison:
    return decide(analysis, Settings(link_probability=probability, not_found_probability=0.1))


def pairs(differences: Sequence[Difference]) -> list[tuple[str, Detail, Detail]]:
    return [(difference.kind, difference.left, difference.right) for difference in differences]


def kinds(analyze_texts: Analyze, left: str, right: str) -> list[tuple[str, str]]:
    return [(item.difference.kind, item.difference.verdict) for item in analyze_texts([left], [right]).differences]


def differing(analyze_texts: Analyze, left: str, right: str) -> list[str]:
    return [kind for kind, verdict in kinds(analyze_texts, left, right) if verdict == "differs"]


def test_a_number_and_a_quotation_in_two_versions(analyze_texts: Analyze) -> None:
    differences = decide(analyze_texts(HERALD, WIRE)).differences
    assert [(item.kind, item.verdict) for item in differences] == [("number", "differs"), ("quote", "differs")]
    assert [(item.left.value, item.right.value) for item in differences] == [("40 people", "14 people"), ("the upper", "the top")]
    for difference, words in zip(differences, (("40", "14"), ("upper", "top")), strict=True):
        assert all(word in difference.why for word in words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The warehouse burned down yesterday, she said on Friday.", "The warehouse burned down on Thursday, she said."),
        ("A ferry sank off Osmere on Tuesday.", "On Tuesday, a ferry sank off Osmere."),
        ("Forty people were injured in Osmere.", "In Osmere, 40 people were injured."),
        ("“We will rebuild the bridge,” he said.", "“We will rebuild the bridge,” said the mayor."),
        ("The council will rebuild the bridge.", "The bridge will be rebuilt by the council of Osmere."),
        ("A ferry with 214 passengers sank off Osmere.", "Bees sleep in winter, a study of 40 hives shows."),
    ],
)
def test_what_agrees_or_is_about_something_else_does_not_differ(analyze_texts: Analyze, left: str, right: str) -> None:
    assert differing(analyze_texts, left, right) == []
    assert differing(analyze_texts, right, left) == []


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("A ferry sank on Tuesday, the coast guard said.", "A ferry sank on Thursday, the coast guard said.", "date"),
        ("Nine people died when a ferry sank off Osmere.", "Twelve people died when a ferry sank off Osmere.", "number"),
        (
            "“We will rebuild the old bridge before the winter comes,” the mayor said.",
            "“We will rebuild the old bridge before the summer comes,” the mayor said.",
            "quote",
        ),
    ],
)
def test_what_differs_does_whichever_article_comes_first(analyze_texts: Analyze, left: str, right: str, kind: str) -> None:
    assert differing(analyze_texts, left, right) == [kind]
    assert differing(analyze_texts, right, left) == [kind]


@pytest.mark.parametrize("texts", [HERALD, WIRE, POST])
def test_an_article_beside_itself_does_not_differ(analyze_texts: Analyze, texts: Sequence[str]) -> None:
    assert not [item for item in analyze_texts(texts, texts).differences if item.difference.verdict == "differs"]


def by_outlet(story: Comparison) -> set[tuple[Any, ...]]:
    """The differences without keys, sides in the order of their outlets, and reasons without theirs."""
    outlets = {item.key: str(item.outlet) for item in story.articles}

    def row(difference: Difference) -> tuple[Any, ...]:
        details = (difference.left, difference.right)
        sides = sorted((outlets[d.article], d.sentence, d.start, d.end, d.text, d.value) for d in details)
        return difference.kind, difference.fact, difference.verdict, *sorted(difference.why.split()), *sides

    return {row(difference) for difference in story.differences}


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_articles_changes_the_sides_and_nothing_else(
    encoder: Encoder, three_articles: StoryAnalysis, order: Sequence[int]
) -> None:
    articles = [outlet_article(f"Outlet {number}", (HERALD, WIRE, POST)[number]) for number in order]
    reordered, expected = compare(articles, encoder=encoder), decide(three_articles)
    assert len(expected.differences) >= 3
    assert by_outlet(reordered) == by_outlet(expected)
    for item in (*reordered.differences, *expected.differences):
        assert item.left.article < item.right.article


@pytest.mark.parametrize("probability", STRICTNESS)
def test_each_difference_is_shown_once_in_a_fact_that_has_one_of_its_sentences(
    three_articles: StoryAnalysis, probability: float
) -> None:
    story = decide_at(three_articles, probability)
    assert len(set(pairs(story.differences))) == len(story.differences)
    for item in story.differences:
        mentions = {(mention.article, mention.sentence) for mention in story.fact(item.fact).mentions}
        assert mentions & {(detail.article, detail.sentence) for detail in (item.left, item.right)}
        for detail in (item.left, item.right):
            text, sent = story.article(detail.article).text, story.article(detail.article).sentences[detail.sentence]
            assert text[detail.start : detail.end] == detail.text
            assert sent.start <= detail.start < detail.end <= sent.end
    assert list(story.differences) == sorted(story.differences, key=lambda d: (d.left.article, d.left.start, d.right.article))


def test_a_higher_probability_shows_a_part_of_what_a_lower_shows(three_articles: StoryAnalysis) -> None:
    shown = [set(pairs(decide_at(three_articles, probability).differences)) for probability in STRICTNESS]
    assert shown[-1]
    assert all(fewer <= more for fewer, more in pairwise(shown))


def test_only_sentences_that_may_be_linked_are_looked_into(three_articles: StoryAnalysis) -> None:
    assert all(item.probability >= DETAIL_COMPARISON_MINIMUM for item in three_articles.differences)
    assert all(item.difference.fact == "" for item in three_articles.differences), "the fact depends on the strictness"


def test_without_a_parser_nothing_is_compared(encoder: Encoder) -> None:
    for left, right in (("de", "en"), ("en", None), ("de", "de")):
        articles = [outlet_article("Herald", HERALD, left), outlet_article("Wire", WIRE, right)]
        assert compare(articles, encoder=encoder).differences == ()


def detail(key: str, sentence: int, start: int, text: str = "40") -> Detail:
    return Detail(key, sentence, start, start + len(text), text)


def fact(name: str, *mentions: tuple[str, int, int, int]) -> Fact:
    """Mentions as (article, sentence, start, end)."""
    return Fact(name, name, tuple(Mention(key, index, ((start, end),), "") for key, index, start, end in mentions), {})


LEFT, RIGHT = detail("A", 0, 10), detail("B", 2, 100, "14")
SCORED = ScoredDifference(0.5, Difference("number", "", LEFT, RIGHT, "differs", "40 and 14"))


@pytest.mark.parametrize(
    ("facts", "chosen"),
    [
        ([fact("beside", ("A", 0, 0, 5), ("B", 2, 90, 95)), fact("both", ("A", 0, 0, 20), ("B", 2, 90, 110))], "both"),
        ([fact("one", ("A", 0, 0, 5)), fact("beside", ("A", 0, 0, 5), ("B", 2, 90, 95))], "beside"),
        ([fact("elsewhere", ("A", 1, 30, 40)), fact("one", ("B", 2, 90, 95))], "one"),
        ([fact("first", ("A", 0, 0, 20), ("B", 2, 90, 110)), fact("second", ("A", 0, 0, 20), ("B", 2, 90, 110))], "first"),
    ],
)
def test_a_difference_belongs_to_the_fact_that_has_most_of_it(facts: list[Fact], chosen: str) -> None:
    (difference,) = decided_differences([SCORED], facts, probability=0.33)
    assert difference == replace(SCORED.difference, fact=chosen)


def test_without_a_fact_or_below_the_probability_nothing_is_shown() -> None:
    assert decided_differences([SCORED], [], probability=0.33) == ()
    assert decided_differences([SCORED], [fact("elsewhere", ("A", 1, 30, 40), ("C", 2, 90, 110))], probability=0.33) == ()
    both = [fact("both", ("A", 0, 0, 20), ("B", 2, 90, 110))]
    assert decided_differences([SCORED], both, probability=0.51) == ()
    assert len(decided_differences([SCORED], both, probability=0.5)) == 1


def test_one_pair_of_details_is_shown_once() -> None:
    both = [fact("both", ("A", 0, 0, 20), ("B", 2, 90, 110))]
    (difference,) = decided_differences([SCORED, SCORED], both, probability=0.33)
    assert (difference.left, difference.right) == (LEFT, RIGHT)
    other = ScoredDifference(0.9, replace(SCORED.difference, kind="date"))
    assert [item.kind for item in decided_differences([SCORED, other], both, probability=0.33)] == ["date", "number"]


LONG = ("The mayor of Osmere said on Friday that 40 people were hurt and 12 boats sank as the “river rose” and " * 150).split()
HOSTILE = {
    "one sentence": [" ".join(LONG[:3000]) + "."],
    "one word": ["river " * 3000],
    "numbers": ["1 2 3.5m $4 5% " * 200],
    "marks": ["“" * 300, "”" * 300, "“ ” " * 150, "((((" * 100],
    "symbols": ["%%% $$$ --", "…!?", "😀🎉", "'"],
    "odd": list(ODD),
    "spaces": [" ", "\t\n"],
    "empty": [],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_are_compared_all_the_same(name: str) -> None:
    start = perf_counter()
    articles = [outlet_article("Herald", HERALD), outlet_article("Odd", HOSTILE[name]), outlet_article("Twin", HOSTILE[name][:1])]
    story = compare(articles[: 2 if name == "one sentence" else 3], encoder=TinyEncoder())
    assert perf_counter() - start < 60
    assert {item.left.article for item in story.differences} <= {"A", "B"}
    assert not [item for item in story.differences if item.left.article == "B"], "twins agree"


def test_articles_without_anything() -> None:
    for texts in ([], [""], ["…"]):
        story = compare([outlet_article("One", texts), outlet_article("Other", texts)], encoder=TinyEncoder())
        assert not (story.facts or story.differences or story.attributions)
