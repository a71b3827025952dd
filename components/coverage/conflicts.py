"""Articles that tell a fact, and otherwise: the cell of a figure, date, name or negation that differs from the label's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ..story import Detail, Difference, DifferenceKind, Fact, Mention

CONFLICTING: Final[frozenset[DifferenceKind]] = frozenset({"number", "date", "name", "polarity"})
"""The kinds of details of which two that differ can't both hold. Two versions of a quotation tell the same fact."""


def with_conflicts(facts: Sequence[Fact], differences: Sequence[Difference]) -> tuple[Fact, ...]:
    """Return decided facts in which an article differs that tells a detail of the label otherwise.

    What a person decided stays, and so does what is no more than near.

    Args:
        facts: The facts.
        differences: Those decided between the articles, each with the id of its fact.
    """
    conflicts: dict[str, list[Difference]] = {}
    for difference in differences:
        if difference.verdict == "differs" and difference.kind in CONFLICTING:
            conflicts.setdefault(difference.fact, []).append(difference)
    return tuple(_with_conflicts(fact, conflicts[fact.id]) if fact.id in conflicts else fact for fact in facts)


def _with_conflicts(fact: Fact, conflicts: Sequence[Difference]) -> Fact:
    presence = dict(fact.presence)
    for label_detail, detail in _beside_label(fact, conflicts):
        state = presence[detail.article]
        if state.status in ("stated", "partly") and not state.by_hand:
            why = f"a linked passage tells it with “{detail.text}”, not “{label_detail.text}”"
            presence[detail.article] = replace(state, status="differs", why=why)
    return replace(fact, presence=presence)


def _beside_label(fact: Fact, conflicts: Sequence[Difference]) -> Iterator[tuple[Detail, Detail]]:
    """Yield the pairs of details of which one stands in the label's own words, that one first, and one in another mention."""
    labels = [mention for mention in fact.mentions if mention.text == fact.verbatim_label]
    for conflict in conflicts:
        for detail, other in ((conflict.left, conflict.right), (conflict.right, conflict.left)):
            if any(_has(mention, detail) for mention in labels) and any(_has(mention, other) for mention in fact.mentions):
                yield detail, other


def _has(mention: Mention, detail: Detail) -> bool:
    return mention.article == detail.article and any(start <= detail.start and detail.end <= end for start, end in mention.spans)
