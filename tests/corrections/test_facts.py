"""Facts and details by hand: merged, split, labelled, checked; presence set; differences that hold or are none."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from components.corrections import check_fact, judge_difference, label_fact, merge_facts, set_presence, split_fact, withdraw
from components.corrections.kinds.facts import ClusteredFact, FactLabel, FactMerge
from components.settings import Settings, Strictness
from components.story import Anchor, ClaimRef, Comparison, Fact, LabelAddition, SentenceRef
from tests.corrections.factories import decided, stated_by

EVERY = [Settings.of(word) for word in get_args(Strictness)]


def shared(comparison: Comparison) -> Fact:
    """A fact with mentions in two articles."""
    return next(fact for fact in comparison.facts if len({mention.article for mention in fact.mentions}) > 1)


def alone(comparison: Comparison, key: str) -> Fact:
    return next(fact for fact in comparison.facts if {mention.article for mention in fact.mentions} == {key})


@pytest.mark.parametrize("settings", EVERY)
def test_a_merge_joins_all_passages_at_every_strictness(settings: Settings) -> None:
    before = decided()
    one, other = alone(before, "B"), alone(before, "C")
    after = decided(merge_facts(before, one.id, other.id), settings=settings)
    places = [m.sentence_ref for fact in (one, other) for m in fact.mentions]
    joined = stated_by(after, *places)
    assert len(joined) == 1
    assert joined[0].checked
    assert joined[0].presence["B"].status == joined[0].presence["C"].status == "stated"
    assert one.id in (joined[0].id, *joined[0].aliases)
    assert other.id in (joined[0].id, *joined[0].aliases)


def test_a_split_sets_passages_apart_and_the_rest_stays() -> None:
    before = decided()
    fact = shared(before)
    places = [mention.sentence_ref for mention in fact.mentions]
    after = decided(split_fact(before, fact.id, places[:1]))
    assert not [item for item in stated_by(after, *places) if fact.label == item.label]
    assert len(after.facts) >= len(before.facts)
    assert sum(item.checked for item in after.facts) == 1


def test_a_merge_after_a_split_brings_the_fact_back() -> None:
    before = decided()
    [fact] = stated_by(before, SentenceRef("A", 2), SentenceRef("B", 2))
    split = split_fact(before, fact.id, [SentenceRef("A", 2)])
    parted = decided(split)
    [one], [other] = stated_by(parted, SentenceRef("A", 2)), stated_by(parted, SentenceRef("B", 2))
    assert one.id != other.id
    again = decided(split, merge_facts(parted, one.id, other.id))
    assert [item.id for item in stated_by(again, SentenceRef("A", 2), SentenceRef("B", 2))] == [fact.id]


def test_a_split_of_nothing_or_all_and_a_merge_with_itself_are_refused() -> None:
    before = decided()
    fact = shared(before)
    for mentions in ([], [mention.sentence_ref for mention in fact.mentions]):
        with pytest.raises(ValueError, match="some of the passages"):
            split_fact(before, fact.id, mentions)
    with pytest.raises(ValueError, match="one fact already"):
        merge_facts(before, fact.id, fact.id)


@pytest.mark.parametrize("settings", EVERY)
def test_a_label_stays_with_its_fact(settings: Settings) -> None:
    before = decided()
    fact = shared(before)
    named = label_fact(before, fact.id, "  The  grounding ")
    after = decided(named, settings=settings)
    assert [item.label for item in after.facts if item.checked] == ["The grounding"]
    check = check_fact(decided(named), fact.id)
    assert check.anchors == named.anchors


def test_a_label_of_no_words_or_of_a_page_is_refused() -> None:
    fact = shared(decided())
    for label in ("  ", "word " * 100):
        with pytest.raises(ValueError, match="label"):
            label_fact(decided(), fact.id, label)


@pytest.mark.parametrize("settings", EVERY)
@pytest.mark.parametrize("status", ["stated", "partly", "not_found", "unclear", "differs"])
def test_a_presence_set_by_hand_stays(settings: Settings, status: str) -> None:
    before = decided()
    fact = alone(before, "A")
    after = decided(set_presence(before, fact.id, "C", status), settings=settings)
    [found] = [item for item in after.facts if item.checked]
    assert (found.presence["C"].status, found.presence["C"].by_hand) == (status, True)
    assert not found.presence["B"].by_hand


def test_what_is_not_found_by_hand_has_no_passage_there() -> None:
    before = decided()
    fact = shared(before)
    key = fact.mentions[-1].article
    after = decided(set_presence(before, fact.id, key, "not_found"))
    assert not next(item for item in after.facts if item.id == fact.id).mentions_in(key)


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(ValueError, match="is no state"):
        set_presence(decided(), decided().facts[0].id, "A", "true")


def test_a_difference_holds_or_is_none() -> None:
    before = decided()
    [difference] = [d for d in before.differences if d.kind == "number" and d.verdict == "differs"]
    held = decided(judge_difference(before, difference, holds=True))
    assert [d.checked for d in held.differences if d.verdict == "differs" and d.kind == "number"] == ["checked"]
    none = decided(judge_difference(before, difference, holds=False))
    assert [(d.verdict, d.checked) for d in none.differences if d.kind == "number"] == [("compatible", "none")]


def test_a_withdrawn_correction_no_longer_holds_and_can_hold_again() -> None:
    before = decided()
    fact = shared(before)
    made = (label_fact(before, fact.id, "Another name"), withdraw(1), withdraw(2))
    labels = [{item.label for item in decided(*made[:count]).facts} for count in range(4)]
    assert ["Another name" in found for found in labels] == [False, True, False, True]


def test_the_last_state_set_counts_and_a_passage_comes_back_with_it() -> None:
    before = decided()
    [fact] = stated_by(before, SentenceRef("A", 2), SentenceRef("B", 2))
    gone = set_presence(before, fact.id, "B", "not_found")
    back = set_presence(decided(gone), fact.id, "B", "stated")
    [found] = stated_by(decided(gone, back), SentenceRef("A", 2), SentenceRef("B", 2))
    assert found.presence["B"].status == "stated"


def test_a_merge_leaves_a_state_set_by_hand_before() -> None:
    before = decided()
    one, other = alone(before, "B"), alone(before, "C")
    said = set_presence(before, one.id, "B", "partly")
    joined = decided(said, merge_facts(decided(said), one.id, other.id)).fact(one.id)
    assert joined.presence["B"].status == "partly"


def test_a_merge_leaves_what_an_article_tells_otherwise() -> None:
    before = decided()
    one = alone(before, "B")
    presence = {**one.presence, "B": replace(one.presence["B"], status="differs")}
    claims = (ClaimRef("B", 0), ClaimRef("C", 0))
    made = FactMerge(claims[:1], claims[1:]).apply(ClusteredFact(replace(one, presence=presence), claims)).fact
    assert (made.presence["B"].status, made.presence["C"].status) == ("differs", "stated")


def test_a_name_given_by_hand_has_nothing_that_is_ours_apart() -> None:
    fact = replace(decided().facts[0], label="He [Anto] spoke", label_additions=(LabelAddition(2, " [Anto]"),))
    named = FactLabel((ClaimRef("A", 0),), "The speech").apply(ClusteredFact(fact, (ClaimRef("A", 0),))).fact
    assert (named.label, named.verbatim_label, named.label_additions) == ("The speech", "The speech", ())


def test_a_fact_is_found_again_by_its_label_without_what_is_ours() -> None:
    before = decided()
    fact = shared(before)
    labelled = next(mention for mention in fact.mentions if mention.text == fact.label)
    ours = replace(fact, label=f"{fact.label} [Anto]", label_additions=(LabelAddition(len(fact.label), " [Anto]"),))
    found = replace(before, facts=tuple(ours if item.id == fact.id else item for item in before.facts))
    anchor = check_fact(found, fact.id).anchors[0]
    assert anchor.text == before.article(labelled.article).text[slice(*labelled.spans[0])]
    assert check_fact(found, fact.id) == check_fact(before, fact.id)


def test_a_merge_holds_by_the_passages_that_are_there() -> None:
    before = decided()
    [two] = stated_by(before, SentenceRef("A", 2), SentenceRef("B", 2))
    made = merge_facts(before, two.id, alone(before, "C").id)
    lost = replace(made, anchors=(*made.anchors, Anchor("0" * 16, 3, "words of an article that went")))
    after = decided(lost)
    assert after.corrections[0].applied
    assert stated_by(after, SentenceRef("A", 2), SentenceRef("C", 1)) or after.fact(two.id).presence["C"].counts_as_in
