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
from components.settings import LOOKED_INTO
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

Told = Callable[..., StoryAnalysis]


def made(outlet: str, sentences: Sequence[str], language: str | None = "en") -> Article:
    return replace(article("", sentences, outlet=outlet, headline=False), language=language, published=FRIDAY)


@pytest.fixture(scope="module")
def told(encoder: Encoder) -> Told:
    """Stories as their sentences, understood by the bundled model."""
    return lambda *stories: analyze([made(f"Outlet {at}", texts) for at, texts in enumerate(stories)], encoder=encoder)


@pytest.fixture(scope="module")
def three(told: Told) -> StoryAnalysis:
    return told(HERALD, WIRE, POST)


def at(story: StoryAnalysis, probability: float) -> Comparison:
    return decide(story, Settings(link_probability=probability, not_found_probability=0.1))


def pairs(found: Sequence[Difference]) -> list[tuple[str, Detail, Detail]]:
    return [(item.kind, item.left, item.right) for item in found]


def kinds(told: Told, one: str, other: str) -> list[tuple[str, str]]:
    return [(item.difference.kind, item.difference.verdict) for item in told([one], [other]).differences]


def differing(told: Told, one: str, other: str) -> list[str]:
    return [kind for kind, verdict in kinds(told, one, other) if verdict == "differs"]


def test_a_number_and_a_quotation_in_two_versions(told: Told) -> None:
    found = decide(told(HERALD, WIRE)).differences
    assert [(item.kind, item.verdict) for item in found] == [("number", "differs"), ("quote", "differs")]
    assert [(item.left.value, item.right.value) for item in found] == [("40 people", "14 people"), ("the upper", "the top")]
    for item, named in zip(found, (("40", "14"), ("upper", "top")), strict=True):
        assert all(word in item.why for word in named)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The warehouse burned down yesterday, she said on Friday.", "The warehouse burned down on Thursday, she said."),
        ("A ferry sank off Osmere on Tuesday.", "On Tuesday, a ferry sank off Osmere."),
        ("Forty people were injured in Osmere.", "In Osmere, 40 people were injured."),
        ("“We will rebuild the bridge,” he said.", "“We will rebuild the bridge,” said the mayor."),
        ("The council will rebuild the bridge.", "The bridge will be rebuilt by the council of Osmere."),
        ("A ferry with 214 passengers sank off Osmere.", "Bees sleep in winter, a study of 40 hives shows."),
    ],
)
def test_what_agrees_or_is_about_something_else_does_not_differ(told: Told, one: str, other: str) -> None:
    assert differing(told, one, other) == []
    assert differing(told, other, one) == []


@pytest.mark.parametrize(
    ("one", "other", "kind"),
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
def test_what_differs_does_whichever_article_comes_first(told: Told, one: str, other: str, kind: str) -> None:
    assert differing(told, one, other) == [kind]
    assert differing(told, other, one) == [kind]


@pytest.mark.parametrize("texts", [HERALD, WIRE, POST])
def test_an_article_beside_itself_does_not_differ(told: Told, texts: Sequence[str]) -> None:
    assert not [item for item in told(texts, texts).differences if item.difference.verdict == "differs"]


def by_outlet(story: Comparison) -> set[tuple[Any, ...]]:
    """The differences without keys, sides in the order of their outlets, and reasons without theirs."""
    outlets = {item.key: str(item.outlet) for item in story.articles}

    def of(item: Difference) -> tuple[Any, ...]:
        sides = sorted((outlets[d.article], d.sentence, d.start, d.end, d.text, d.value) for d in (item.left, item.right))
        return item.kind, item.fact, item.verdict, *sorted(item.why.split()), *sides

    return {of(item) for item in story.differences}


@pytest.mark.parametrize("order", [(1, 0, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_the_articles_changes_the_sides_and_nothing_else(
    encoder: Encoder, three: StoryAnalysis, order: Sequence[int]
) -> None:
    articles = [made(f"Outlet {number}", (HERALD, WIRE, POST)[number]) for number in order]
    again, expected = compare(articles, encoder=encoder), decide(three)
    assert len(expected.differences) >= 3
    assert by_outlet(again) == by_outlet(expected)
    for item in (*again.differences, *expected.differences):
        assert item.left.article < item.right.article


@pytest.mark.parametrize("probability", STRICTNESS)
def test_each_difference_is_shown_once_in_a_fact_that_has_one_of_its_sentences(three: StoryAnalysis, probability: float) -> None:
    story = at(three, probability)
    assert len(set(pairs(story.differences))) == len(story.differences)
    for item in story.differences:
        mentions = {(mention.article, mention.sentence) for mention in story.fact(item.fact).mentions}
        assert mentions & {(detail.article, detail.sentence) for detail in (item.left, item.right)}
        for detail in (item.left, item.right):
            text, sent = story.article(detail.article).text, story.article(detail.article).sentences[detail.sentence]
            assert text[detail.start : detail.end] == detail.text
            assert sent.start <= detail.start < detail.end <= sent.end
    assert list(story.differences) == sorted(story.differences, key=lambda d: (d.left.article, d.left.start, d.right.article))


def test_a_higher_probability_shows_a_part_of_what_a_lower_shows(three: StoryAnalysis) -> None:
    shown = [set(pairs(at(three, probability).differences)) for probability in STRICTNESS]
    assert shown[-1]
    assert all(fewer <= more for fewer, more in pairwise(shown))


def test_only_sentences_that_may_be_linked_are_looked_into(three: StoryAnalysis) -> None:
    assert all(item.probability >= LOOKED_INTO for item in three.differences)
    assert all(item.difference.fact == "" for item in three.differences), "the fact hangs on the strictness"


def test_without_a_parser_nothing_is_compared(encoder: Encoder) -> None:
    for one, other in (("de", "en"), ("en", None), ("de", "de")):
        assert compare([made("Herald", HERALD, one), made("Wire", WIRE, other)], encoder=encoder).differences == ()


def detail(key: str, sentence: int, start: int, text: str = "40") -> Detail:
    return Detail(key, sentence, start, start + len(text), text)


def fact(name: str, *mentions: tuple[str, int, int, int]) -> Fact:
    """Mentions as (article, sentence, start, end)."""
    return Fact(name, name, tuple(Mention(key, at, ((start, end),), "") for key, at, start, end in mentions), {})


LEFT, RIGHT = detail("A", 0, 10), detail("B", 2, 100, "14")
FOUND = ScoredDifference(0.5, Difference("number", "", LEFT, RIGHT, "differs", "40 and 14"))


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
    (found,) = decided_differences([FOUND], facts, probability=0.33)
    assert found == replace(FOUND.difference, fact=chosen)


def test_without_a_fact_or_below_the_probability_nothing_is_shown() -> None:
    assert decided_differences([FOUND], [], probability=0.33) == ()
    assert decided_differences([FOUND], [fact("elsewhere", ("A", 1, 30, 40), ("C", 2, 90, 110))], probability=0.33) == ()
    both = [fact("both", ("A", 0, 0, 20), ("B", 2, 90, 110))]
    assert decided_differences([FOUND], both, probability=0.51) == ()
    assert len(decided_differences([FOUND], both, probability=0.5)) == 1


def test_one_pair_of_details_is_shown_once() -> None:
    both = [fact("both", ("A", 0, 0, 20), ("B", 2, 90, 110))]
    (found,) = decided_differences([FOUND, FOUND], both, probability=0.33)
    assert (found.left, found.right) == (LEFT, RIGHT)
    other = ScoredDifference(0.9, replace(FOUND.difference, kind="date"))
    assert [item.kind for item in decided_differences([FOUND, other], both, probability=0.33)] == ["date", "number"]


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
    articles = [made("Herald", HERALD), made("Odd", HOSTILE[name]), made("Twin", HOSTILE[name][:1])]
    story = compare(articles[: 2 if name == "one sentence" else 3], encoder=TinyEncoder())
    assert perf_counter() - start < 60
    assert {item.left.article for item in story.differences} <= {"A", "B"}
    assert not [item for item in story.differences if item.left.article == "B"], "twins agree"


def test_articles_without_anything() -> None:
    for texts in ([], [""], ["…"]):
        story = compare([made("One", texts), made("Other", texts)], encoder=TinyEncoder())
        assert not (story.facts or story.differences or story.attributions)
