"""From groups to facts: ids that last, the shortest label, every mention, the order of the story."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.claims import FactDraft, PlacedClaim, build_facts
from components.story import Article, ClaimRef, Fact
from tests.report.factories import article

Splits = dict[tuple[str, int], tuple[tuple[str, ...], ...]]

A = article("A", ["Flood kills forty in Osmere", "It rained.", "The minister told Rosa Diaz that nobody is left behind."])
B = article("B", ["Forty people were killed in the town of Osmere, he said.", "Nobody is left behind.", "The river rose."])
C = article("C", ["Forty dead in Osmere flood today", "The river rose."])
ARTICLES = [A, B, C]
A0, A1, A2, A3, B0, B1, B2, C0, C1 = (ClaimRef(name[0], int(name[1])) for name in "A0 A1 A2 A3 B0 B1 B2 C0 C1".split())
SINGLES: list[tuple[ClaimRef, ...]] = [(ClaimRef(item.key, sent.index),) for item in ARTICLES for sent in item.sentences]
"""Each sentence one claim, so that the number of a claim is that of its sentence, where no `splits` are named."""
SPLITS: Splits = {
    ("A", 2): (("The minister told Rosa Diaz",), ("nobody is left behind",)),
    ("B", 0): (("Forty people were killed", "he said"), ("in the town of Osmere",)),
}
"""Two sentences in claims, each the stretches of its words. The claims of A: 0, 1, 2 and 3; of B: 0 and 1, 2, 3."""


def joined(*together: Sequence[ClaimRef]) -> list[tuple[ClaimRef, ...]]:
    """These groups, and each other sentence alone."""
    taken = {claim for group in together for claim in group}
    return [*(tuple(group) for group in together), *(single for single in SINGLES if single[0] not in taken)]


def placed(item: Article, splits: Splits) -> tuple[PlacedClaim, ...]:
    """The claims of an article: a sentence, or its stretches named in `splits`."""
    out = []
    for sent in item.sentences:
        for number, claim in enumerate(splits.get((item.key, sent.index), ((sent.text,),))):
            starts = [item.text.index(words, sent.start) for words in claim]
            spans = tuple((start, start + len(words)) for start, words in zip(starts, claim, strict=True))
            out.append(PlacedClaim(sent.index, spans, number))
    return tuple(out)


def fact_drafts(
    groups: Sequence[Sequence[ClaimRef]],
    partners: dict[ClaimRef, list[ClaimRef]] | None = None,
    articles: Sequence[Article] = ARTICLES,
    splits: Splits | None = None,
) -> list[FactDraft]:
    claims = {item.key: placed(item, splits or {}) for item in articles}
    probabilities = {(claim, other): 0.9 for claim, others in (partners or {}).items() for other in others}
    return build_facts(articles, claims, groups, probabilities, link_probability=0.5)


def facts(
    groups: Sequence[Sequence[ClaimRef]],
    partners: dict[ClaimRef, list[ClaimRef]] | None = None,
    articles: Sequence[Article] = ARTICLES,
    splits: Splits | None = None,
) -> list[Fact]:
    return [draft.fact for draft in fact_drafts(groups, partners, articles, splits)]


def saying(found: Sequence[Fact], label: str) -> Fact:
    return next(fact for fact in found if fact.label == label)


def test_one_fact_a_group_and_each_mention_is_its_claim() -> None:
    groups = joined([A0, B0, C0], [B2, C1])
    drafts = fact_drafts(groups)
    assert len(drafts) == len(groups)
    by_key = {item.key: item for item in ARTICLES}
    for draft in drafts:
        fact, label = draft.fact, draft.label_claim
        assert fact.label == by_key[label[0]].sentences[label[1]].text
        assert label in draft.claims
        assert draft.claims == tuple((mention.article, mention.sentence) for mention in fact.mentions)
        for mention in fact.mentions:
            ((start, end),) = mention.spans
            assert by_key[mention.article].text[start:end] == mention.text
    assert {frozenset(draft.claims) for draft in drafts} == {frozenset(group) for group in groups}
    assert len({draft.fact.id for draft in drafts}) == len(drafts)


def test_a_claim_of_several_stretches_is_mentioned_as_it_stands() -> None:
    groups: list[list[ClaimRef]] = [
        [A0, B0],
        [B1],
        [A2],
        [A3, B2],
    ]
    by_label = {draft.label_claim: draft for draft in fact_drafts(groups, splits=SPLITS)}
    assert set(by_label) == {A0, B1, A2, A3}
    killed, town, minister, behind = (by_label[claim].fact for claim in (A0, B1, A2, A3))
    assert [mention.text for mention in killed.mentions] == ["Flood kills forty in Osmere", "Forty people were killed … he said"]
    stretches = [B.text[start:end] for start, end in killed.mentions[1].spans]
    assert stretches == ["Forty people were killed", "he said"]
    assert [(m.article, m.sentence, m.text) for m in town.mentions] == [("B", 0, "in the town of Osmere")]
    assert (minister.label, behind.label) == ("The minister told Rosa Diaz", "nobody is left behind")
    assert by_label[A3].claims == (A3, B2), "claims are counted through the article, sentences apart from that"
    assert [(m.article, m.sentence) for m in behind.mentions] == [("A", 2), ("B", 1)]


def test_claims_of_one_sentence_are_facts_of_their_own() -> None:
    split = facts([[ClaimRef("A", at)] for at in range(4)], splits=SPLITS)
    assert len({fact.id for fact in split}) == 4
    unsplit = facts([[ClaimRef("A", at)] for at in range(3)])
    assert [fact.id for fact in split[:2]] == [fact.id for fact in unsplit[:2]], "how another sentence is split changes no id"


def test_the_sign_between_stretches_is_no_word_of_a_label() -> None:
    splits: Splits = {("A", 2): (("The minister", "told", "Rosa"),), ("C", 0): (("Forty dead in Osmere flood",),)}
    assert facts([[A2, C0]], splits=splits)[0].label == "The minister … told … Rosa"
    splits["A", 2] = (("The minister", "Diaz"),)
    assert facts([[A2, C0]], splits=splits)[0].label == "Forty dead in Osmere flood", "three words are no label"


def test_the_label_is_the_shortest_of_the_group_but_not_a_scrap() -> None:
    assert facts([[A0, B0, C0]])[0].label == "Flood kills forty in Osmere"
    assert facts([[A1, B0]])[0].label == B.sentences[0].text, "two words are no label"
    assert facts([[A1]])[0].label == "It rained.", "unless there is nothing else"
    assert facts([[A1, C1]])[0].label == "The river rose.", "begun by a pronoun none stands alone"


def test_mentions_are_the_group_and_what_is_linked_with_the_label() -> None:
    groups = joined([A2, B1])
    pairs: list[tuple[ClaimRef, ClaimRef]] = [
        (B1, C0),
        (A2, C1),
        (A0, B1),
    ]
    partners: dict[ClaimRef, list[ClaimRef]] = {}
    for one, other in pairs:
        partners.setdefault(one, []).append(other)
        partners.setdefault(other, []).append(one)
    fact = saying(facts(groups, partners), "Nobody is left behind.")
    assert [(m.article, m.sentence) for m in fact.mentions] == [("A", 0), ("A", 2), ("B", 1), ("C", 0)]
    assert fact.mentions_in("A")[1].text == A.sentences[2].text


PARTNERS = {(B1, C0): 0.9, (B1, A2): 0.5, (B1, A0): 0.4}
"""What says the same as "Nobody is left behind.", surest first."""


@pytest.mark.parametrize(
    ("apart", "expected"),
    [
        (set(), [("A", 2), ("B", 1), ("C", 0)]),
        ({(B1, C0), (C0, B1)}, [("A", 2), ("B", 1)]),
        ({(A2, C0), (C0, A2)}, [("B", 1), ("C", 0)]),
        ({(A2, B1), (B1, A2), (C0, B1), (B1, C0)}, [("B", 1)]),
    ],
    ids=["nothing", "the label and a partner", "two partners: the surer one stays", "both"],
)
def test_a_partner_is_a_mention_if_probable_and_not_set_apart(
    apart: set[tuple[ClaimRef, ClaimRef]], expected: list[tuple[str, int]]
) -> None:
    claims = {item.key: placed(item, {}) for item in ARTICLES}
    (draft,) = build_facts(ARTICLES, claims, [(B1,)], PARTNERS, link_probability=0.5, apart=apart)
    assert [(mention.article, mention.sentence) for mention in draft.fact.mentions] == expected


def test_facts_come_in_the_order_of_the_story() -> None:
    labels = [fact.label for fact in facts(joined([B2, C1]))]
    assert {labels[0], labels[1], labels[2]} == {A.sentences[0].text, B.sentences[0].text, C.sentences[0].text}
    assert labels[-1] == A.sentences[2].text or labels[-1] == "The river rose."


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_groups_and_articles_changes_nothing(order: tuple[int, ...]) -> None:
    groups = joined([A0, B0, C0], [B2, C1])
    expected = [(fact.id, fact.label) for fact in facts(groups)]
    articles = [ARTICLES[at] for at in order]
    assert [(fact.id, fact.label) for fact in facts(groups[::-1], {}, articles)] == expected


def test_keys_and_outlets_are_no_part_of_an_id() -> None:
    other = article("K", [sent.text for sent in A.sentences], outlet="Elsewhere")
    alone = [[ClaimRef("A", at)] for at in range(3)]
    assert [f.id for f in facts(alone)] == [f.id for f in facts([[ClaimRef("K", at)] for at in range(3)], {}, [other])]


def test_a_merged_fact_keeps_the_id_of_its_earliest_sentence() -> None:
    apart = facts(joined())
    together = facts(joined([B1, A2]))
    assert saying(together, "Nobody is left behind.").id == saying(apart, A.sentences[2].text).id, "nearer the top of its article"
    assert {fact.id for fact in together} < {fact.id for fact in apart}
    assert saying(together, "Nobody is left behind.").aliases == (saying(apart, "Nobody is left behind.").id,)


merged = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=5)


@given(st.sampled_from([{}, SPLITS]), merged)
def test_coarser_groups_bring_no_new_ids(splits: Splits, merges: list[tuple[int, int]]) -> None:
    singles: list[ClaimRef] = [ClaimRef(item.key, at) for item in ARTICLES for at in range(len(placed(item, splits)))]
    groups = {single: {single} for single in singles}
    for one, other in merges:
        union = groups[singles[one % len(singles)]] | groups[singles[other % len(singles)]]
        groups.update(dict.fromkeys(union, union))
    coarse = list(dict.fromkeys(tuple(sorted(group)) for group in groups.values()))
    found, fine = facts(coarse, splits=splits), facts([(single,) for single in singles], splits=splits)
    assert sorted(name for fact in found for name in (fact.id, *fact.aliases)) == sorted(fact.id for fact in fine)
    for fact in fine:
        (kept,) = [other for other in found if fact.id in (other.id, *other.aliases)]
        assert fact.mentions[0] in kept.mentions
    assert len({fact.id for fact in found}) == len(coarse)


def test_the_same_text_twice_has_ids_of_its_own() -> None:
    twin = article("B", [sent.text for sent in A.sentences], outlet="Twin")
    found = facts([[ClaimRef(key, at)] for key in "AB" for at in range(3)], {}, [A, twin])
    assert len({fact.id for fact in found}) == 6
    pairs = facts([[ClaimRef("A", at), ClaimRef("B", at)] for at in range(3)], {}, [A, twin])
    assert all(fact.aliases == () for fact in pairs), "an alias is never another fact's id, nor its own"
    assert {fact.id.removesuffix("-2") for fact in found} == {fact.id for fact in facts([[ClaimRef("A", at)] for at in range(3)])}


def test_a_sentence_said_twice_in_one_article_has_two_ids() -> None:
    item = article("A", ["It rained.", "It rained."], headline=False)
    assert len({fact.id for fact in facts([[A0], [A1]], {}, [item])}) == 2


def test_broken_text_has_an_id_too() -> None:
    item = article("A", ["Half a \ud83d sign", "and \udc00 more"])
    assert len(facts([[A0], [A1]], {}, [item])) == 2


def test_nothing_gives_nothing() -> None:
    assert build_facts([], {}, [], {}, link_probability=0.5) == []
    assert fact_drafts([], {A0: [B0], B0: [A0]}) == []
