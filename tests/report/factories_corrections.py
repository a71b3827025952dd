"""The bridge story after a person went over it: a correction of every kind, one withdrawn, one whose words are gone."""

from __future__ import annotations

from dataclasses import replace

from components.story import Anchor, Article, Comparison, Correction, digests
from tests.report.factories import bridge

MADE = "2026-11-22T10:00"


def anchor(comparison: Comparison, key: str, words: str = "") -> Anchor:
    """Some words of an article as they stand in its raw text; the whole article without words."""
    item: Article = comparison.article(key)
    digest = dict(zip(comparison.keys, digests(comparison.articles), strict=True))[key]
    return Anchor(digest, item.raw.index(words), words) if words else Anchor(digest)


def corrections(comparison: Comparison) -> tuple[Correction, ...]:
    """One of every kind, in the order of the kinds."""

    def at(key: str, words: str = "") -> tuple[Anchor, ...]:
        return (anchor(comparison, key, words),)

    friday, saturday, cows = at("A", "on Friday"), at("B", "on Saturday"), at("A", "Cows watched.")
    gone = (Anchor(friday[0].article, 9999, "words that are gone"),)
    return (
        Correction("confirm_link", (*at("A", "The bridge closed"), *at("B", "It shut on Saturday")), made=MADE),
        Correction("reject_link", (*cows, *at("B", "Repairs cost $2m")), made=MADE),
        Correction("merge_facts", cows, at("B", "Repairs cost $2m"), made=MADE),
        Correction("split_fact", at("A", "A ferry runs"), at("A", "says the mayor"), made=MADE),
        Correction("label_fact", cows, value="Cows looked on", made=MADE),
        Correction("check_fact", at("A", "The bridge closed"), made=MADE),
        Correction("set_presence", at("A", "A ferry runs"), at("B"), value="not_found", made=MADE),
        Correction("check_difference", (*friday, *saturday), field="date", made=MADE),
        Correction("no_difference", (*at("A", "40"), *gone), field="number", made=MADE, applied=False),
        Correction("restore", at("A", "Share this story\n"), value="share buttons", made=MADE),
        Correction("remove", at("B", "Share this story\n"), made=MADE),
        Correction("masthead", at("B"), field="outlet", value="Elver Live", made=MADE),
        Correction("withdraw", value="2", made=MADE),
    )


def corrected() -> Comparison:
    """The story with its log, and what came of some of it."""
    comparison = bridge()
    first, second = comparison.facts[0], comparison.fact("f4")
    facts = {
        "f1": replace(first, checked=True),
        "f4": replace(
            second,
            presence={**second.presence, "B": replace(second.presence["B"], status="not_found", by_hand=True)},
        ),
    }
    return replace(
        comparison,
        facts=tuple(facts.get(fact.id, fact) for fact in comparison.facts),
        links=(replace(comparison.links[0], by_hand=True, probability=0.3),),
        differences=(replace(comparison.differences[0], checked="checked"), *comparison.differences[1:]),
        corrections=corrections(comparison),
    )
