"""The orders in which facts stand in a table: by place in the story, by weight, by who states them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ..coverage import prominence
from ..story import Comparison, Fact, Group
from . import words

Order = Literal["story", "weight", "group"]
GROUPS: tuple[Group, ...] = ("all", "some", "only", "unclear")


def place(comparison: Comparison, fact: Fact) -> float:
    """Where a fact stands in the story, 0 to 1: the mean of where it first stands in the articles that mention it."""
    found = [p for key in comparison.keys if (p := prominence(comparison, fact, key)) is not None]
    return sum(found) / len(found) if found else 1.0


def in_story_order(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts by their place in the story."""
    return tuple(sorted(facts, key=lambda fact: place(comparison, fact)))


def in_weight_order(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Facts that most articles state (in part counts) first; of those that equally many state, the ones told earliest."""

    def weight(fact: Fact) -> tuple[int, float]:
        return -sum(state.counts_as_in for state in fact.presence.values()), place(comparison, fact)

    return tuple(sorted(facts, key=weight))


def ordered(comparison: Comparison, facts: Sequence[Fact], order: Order) -> tuple[Fact, ...]:
    """Facts in one of the orders, without headings."""
    return tuple(fact for _, members in sections(comparison, facts, order) for fact in members)


def sections(comparison: Comparison, facts: Sequence[Fact], order: Order = "group") -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    """Facts under headings: one section without a heading, or one for each group that has any, in story order inside."""
    if order == "weight":
        return (("", in_weight_order(comparison, facts)),)
    facts = in_story_order(comparison, facts)
    if order == "story":
        return (("", facts),)
    found = []
    for name in GROUPS:
        keys: tuple[str | None, ...] = comparison.keys if name == "only" else (None,)
        for key in keys:
            members = tuple(f for f in facts if f.group == name and f.only_in == key)
            if members:
                found.append((f"{words.group(comparison, name, key)}: {words.of(len(members), len(comparison.facts))}", members))
    return tuple(found)
