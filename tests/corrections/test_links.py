"""Links by hand: rejected, confirmed, made where the machine saw none; what hangs on them follows, at every strictness."""

from __future__ import annotations

from typing import get_args

import pytest

from components.corrections import confirm_link, reject_link
from components.settings import Settings, Strictness
from components.story import Anchor, Comparison, Correction, LinkEndpoints, SentenceRef
from tests.corrections.factories import decided, stated_by, story_analysis

EVERY = [Settings.of(word) for word in get_args(Strictness)]
GROUNDING = SentenceRef("A", 1), SentenceRef("B", 1)
LIFEBOATS = SentenceRef("A", 2), SentenceRef("B", 2)
FAR = SentenceRef("A", 2), SentenceRef("C", 3)


def ends(comparison: Comparison) -> set[LinkEndpoints]:
    return {link.endpoints for link in comparison.links}


def test_without_corrections_nothing_changes() -> None:
    before = decided()
    assert before.corrections == ()
    assert before.rejected == ()
    assert not any(fact.checked for fact in before.facts)


@pytest.mark.parametrize("settings", EVERY)
def test_a_rejected_link_is_gone_at_every_strictness(settings: Settings) -> None:
    before = decided(settings=settings)
    rejected = reject_link(decided(), *GROUNDING)
    after = decided(rejected, settings=settings)
    assert ends(after) == ends(before) - {GROUNDING}
    assert after.rejected == (GROUNDING,)
    assert stated_by(before, *GROUNDING)
    assert not stated_by(after, *GROUNDING)
    assert not [d for d in after.differences if (d.left.article, d.left.sentence) == ("A", 1) and d.right.article == "B"]


def test_what_only_the_rejected_passage_stated_is_not_found_afterwards() -> None:
    before, after = decided(), decided(reject_link(decided(), *LIFEBOATS))
    assert stated_by(before, *LIFEBOATS)
    for fact in stated_by(before, *LIFEBOATS):
        now = next(item for item in after.facts if fact.id in (item.id, *item.aliases))
        assert sorted(now.presence[key].status for key in "AB") == ["not_found", "stated"]


@pytest.mark.parametrize("settings", EVERY)
def test_a_link_made_by_hand_holds_at_every_strictness(settings: Settings) -> None:
    assert FAR not in ends(decided(settings=settings))
    after = decided(confirm_link(decided(), *FAR), settings=settings)
    made = [link for link in after.links if link.by_hand]
    assert [(link.left, link.left_sentence, link.right, link.right_sentence) for link in made] == [("A", 2, "C", 3)]
    assert made[0].probability < settings.link_probability
    assert stated_by(after, *FAR)
    assert any(fact.presence["C"].counts_as_in for fact in after.facts_of("A", 2))


def test_of_a_link_by_hand_only_the_words_chosen_state_each_other() -> None:
    text = story_analysis().sentence_matches.articles[0].sentences[3].text
    refund, inquiry = text.index("The ferry"), text.index("an inquiry")
    plain = decided()
    inside = confirm_link(plain, SentenceRef("A", 3), SentenceRef("C", 1), spans=((inquiry, len(text) - 1), None))
    after = decided(inside)
    joined = stated_by(after, SentenceRef("A", 3), SentenceRef("C", 1))
    assert [mention.text for fact in joined for mention in fact.mentions_in("A")] == [
        mention.text for fact in plain.facts_of("A", 3) for mention in fact.mentions_in("A") if "inquiry" in mention.text
    ]
    assert all(fact.presence["C"].counts_as_in for fact in joined)
    assert refund == 0


def test_a_link_by_hand_is_looked_into_for_details_that_differ() -> None:
    before = decided(reject_link(decided(), *GROUNDING))
    assert not [d for d in before.differences if d.kind == "number"]
    again = decided(reject_link(decided(), *GROUNDING), confirm_link(decided(), *GROUNDING))
    found = [(d.left.text, d.right.text) for d in again.differences if d.kind == "number" and d.verdict == "differs"]
    assert [("214" in one, "241" in other) for one, other in found] == [(True, True)]


def test_the_last_word_on_a_link_counts() -> None:
    made = [reject_link(decided(), *GROUNDING), confirm_link(decided(), *GROUNDING)]
    assert decided(*made).rejected == ()
    assert decided(*made[::-1]).rejected == (GROUNDING,)


def test_a_link_inside_one_article_or_outside_a_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="two articles"):
        confirm_link(decided(), SentenceRef("A", 1), SentenceRef("A", 2))
    with pytest.raises(ValueError, match="do not lie in that sentence"):
        confirm_link(decided(), *GROUNDING, spans=((0, 999), None))


def test_a_correction_whose_words_are_gone_changes_nothing_and_says_so() -> None:
    lost = Correction("reject_link", (Anchor("0" * 16, 3, "Some words"), Anchor("1" * 16, 3, "Other words")))
    after = decided(lost)
    assert after.links == decided().links
    assert [correction.applied for correction in after.corrections] == [False]
