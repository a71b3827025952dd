"""From groups to facts: ids that last, the shortest label, every mention, the order of the story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.facts import gather
from components.story import Article, Fact, Link
from tests.report.making import article

Spot = tuple[str, int]

A = article("A", ["Flood kills forty in Osmere", "It rained.", "The minister told Rosa Diaz that nobody is left behind."])
B = article("B", ["Forty people were killed in the town of Osmere, he said.", "Nobody is left behind.", "The river rose."])
C = article("C", ["Forty dead in Osmere flood today", "The river rose."])
ARTICLES = [A, B, C]
SINGLES: list[tuple[Spot, ...]] = [((item.key, sent.index),) for item in ARTICLES for sent in item.sentences]


def joined(*together: Sequence[Spot]) -> list[tuple[Spot, ...]]:
    """These groups, and each other sentence alone."""
    taken = {spot for group in together for spot in group}
    return [*(tuple(group) for group in together), *(single for single in SINGLES if single[0] not in taken)]


def facts(groups: Sequence[Sequence[Spot]], links: Sequence[Link] = (), articles: Sequence[Article] = ARTICLES) -> list[Fact]:
    return [fact for fact, _ in gather(articles, groups, links)]


def link(one: Spot, other: Spot) -> Link:
    return Link(one[0], other[0], one[1], other[1], 0.9, "full")


def saying(found: Sequence[Fact], label: str) -> Fact:
    return next(fact for fact in found if fact.label == label)


def test_one_fact_a_group_and_each_mention_is_its_sentence() -> None:
    groups = joined([("A", 0), ("B", 0), ("C", 0)], [("B", 2), ("C", 1)])
    found = gather(ARTICLES, groups, [])
    assert len(found) == len(groups)
    by_key = {item.key: item for item in ARTICLES}
    for fact, label in found:
        assert fact.label == by_key[label[0]].sentences[label[1]].text
        assert label in {(mention.article, mention.sentence) for mention in fact.mentions}
        for mention in fact.mentions:
            ((start, end),) = mention.spans
            assert by_key[mention.article].text[start:end] == mention.text
    assert len({fact.id for fact, _ in found}) == len(found)


def test_the_label_is_the_shortest_of_the_group_but_not_a_scrap() -> None:
    assert facts([[("A", 0), ("B", 0), ("C", 0)]])[0].label == "Flood kills forty in Osmere"
    assert facts([[("A", 1), ("B", 0)]])[0].label == B.sentences[0].text, "two words are no label"
    assert facts([[("A", 1)]])[0].label == "It rained.", "unless there is nothing else"
    assert facts([[("A", 1), ("C", 1)]])[0].label == "It rained.", "or nothing longer"


def test_mentions_are_the_group_and_what_is_linked_with_the_label() -> None:
    groups = joined([("A", 2), ("B", 1)])
    links = [link(("B", 1), ("C", 0)), link(("A", 2), ("C", 1)), link(("A", 0), ("B", 1))]
    fact = saying(facts(groups, links), "Nobody is left behind.")
    assert [(m.article, m.sentence) for m in fact.mentions] == [("A", 0), ("A", 2), ("B", 1), ("C", 0)]
    assert fact.mentions_in("A")[1].text == A.sentences[2].text


def test_facts_come_in_the_order_of_the_story() -> None:
    labels = [fact.label for fact in facts(joined([("B", 2), ("C", 1)]))]
    assert {labels[0], labels[1], labels[2]} == {A.sentences[0].text, B.sentences[0].text, C.sentences[0].text}
    assert labels[-1] == A.sentences[2].text or labels[-1] == "The river rose."


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_groups_and_articles_changes_nothing(order: tuple[int, ...]) -> None:
    groups = joined([("A", 0), ("B", 0), ("C", 0)], [("B", 2), ("C", 1)])
    expected = [(fact.id, fact.label) for fact in facts(groups)]
    articles = [ARTICLES[at] for at in order]
    assert [(fact.id, fact.label) for fact in facts(groups[::-1], (), articles)] == expected


def test_keys_and_outlets_are_no_part_of_an_id() -> None:
    other = article("K", [sent.text for sent in A.sentences], outlet="Elsewhere")
    alone = [[("A", at)] for at in range(3)]
    assert [f.id for f in facts(alone)] == [f.id for f in facts([[("K", at)] for at in range(3)], (), [other])]


def test_a_merged_fact_keeps_the_id_of_its_earliest_sentence() -> None:
    apart = facts(joined())
    together = facts(joined([("B", 1), ("A", 2)]))
    assert saying(together, "Nobody is left behind.").id == saying(apart, A.sentences[2].text).id, "nearer the top of its article"
    assert {fact.id for fact in together} < {fact.id for fact in apart}
    assert saying(together, "Nobody is left behind.").aliases == (saying(apart, "Nobody is left behind.").id,)


@given(st.lists(st.tuples(st.sampled_from(SINGLES), st.sampled_from(SINGLES)), max_size=5))
def test_coarser_groups_bring_no_new_ids(merges: list[tuple[tuple[Spot, ...], tuple[Spot, ...]]]) -> None:
    groups = {single[0]: {single[0]} for single in SINGLES}
    for (one,), (other,) in merges:
        union = groups[one] | groups[other]
        groups.update(dict.fromkeys(union, union))
    coarse = list(dict.fromkeys(tuple(sorted(group)) for group in groups.values()))
    found = facts(coarse)
    assert sorted(name for fact in found for name in (fact.id, *fact.aliases)) == sorted(fact.id for fact in facts(SINGLES))
    for fact in facts(SINGLES):
        (kept,) = [other for other in found if fact.id in (other.id, *other.aliases)]
        assert fact.mentions[0] in kept.mentions
    assert len({fact.id for fact in facts(coarse)}) == len(coarse)


def test_the_same_text_twice_has_ids_of_its_own() -> None:
    twin = article("B", [sent.text for sent in A.sentences], outlet="Twin")
    found = facts([[(key, at)] for key in "AB" for at in range(3)], (), [A, twin])
    assert len({fact.id for fact in found}) == 6
    pairs = facts([[("A", at), ("B", at)] for at in range(3)], (), [A, twin])
    assert all(fact.aliases == () for fact in pairs), "an alias is never another fact's id, nor its own"
    assert {fact.id.removesuffix("-2") for fact in found} == {fact.id for fact in facts([[("A", at)] for at in range(3)])}


def test_a_sentence_said_twice_in_one_article_has_two_ids() -> None:
    item = article("A", ["It rained.", "It rained."], headline=False)
    assert len({fact.id for fact in facts([[("A", 0)], [("A", 1)]], (), [item])}) == 2


def test_broken_text_has_an_id_too() -> None:
    item = article("A", ["Half a \ud83d sign", "and \udc00 more"])
    assert len(facts([[("A", 0)], [("A", 1)]], (), [item])) == 2


def test_nothing_gives_nothing() -> None:
    assert gather([], [], []) == []
    assert gather(ARTICLES, [], [link(("A", 0), ("B", 0))]) == []
