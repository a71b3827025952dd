"""Which facts are shown and in which order: what a reader chose on a page, the same in every file that leaves from there.

The orders in which facts stand in a table: by weight (as they stand in a comparison), by place in the story, by who states them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ..coverage import prominence
from ..language import tokenize
from ..settings.report import LARGE_FACTS, SMALL_FACT_WEIGHT
from ..story import Comparison, Difference, Fact, Group
from . import wording

Order = Literal["weight", "story", "group"]
Sections = tuple[tuple[str, tuple[Fact, ...]], ...]
"""Facts under headings."""
ALL: Final = "all"
ONLY: Final = "only in "
PROBABLY_ONLY: Final = "probably only"
GROUPS: Final[tuple[Group, ...]] = ("all", "some", "only", "probably_only", "unclear")
"""The groups of facts, in the order of their headings."""
ORDERS: Final[Mapping[Order, str]] = {
    "weight": "the weightiest first",
    "story": "in the order of the story",
    "group": "grouped by the outlets that state them",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader asked for.

    Attributes:
        group: One of `choices`.
        order: Of the facts.
        search: Words that a passage of the fact has, or its label.
        keys: Articles that tell the fact, whole, in part or otherwise; None for any.
        disagreeing: Only facts of which a second reader says something else than ours.
    """

    group: str = ALL
    order: Order = "weight"
    search: str = ""
    keys: tuple[str, ...] | None = None
    disagreeing: bool = False


WHOLE: Final = Selection(order="group")
"""All facts, under headings: the order of a report that no page stands behind."""
EVERYTHING: Final = Selection()
"""All facts as they stand in the comparison: the order of data."""


def choices(comparison: Comparison) -> dict[str, str]:
    """Return the groups and what people see of each, with how many of how many facts: {choice: "only in A: 9 of 27"}."""
    articles = len(comparison.articles)
    names = {}
    if articles > 1:
        names["in all"] = "in both" if articles == wording.PAIR else f"in all {articles}"
        names["in some"] = wording.IN_SOME_OF_PAIR if articles == wording.PAIR else "in some"
        names |= {f"{ONLY}{key}": f"{ONLY}{key}" for key in comparison.keys}
        names[PROBABLY_ONLY] = "probably only in one"
        names["unclear"] = "unclear"
    total = len(comparison.facts)
    counts = {choice: sum(is_in_group(fact, choice) for fact in comparison.facts) for choice in names}
    return {ALL: f"all {total}", **{choice: f"{name}: {counts[choice]} of {total}" for choice, name in names.items()}}


def is_in_group(fact: Fact, choice: str) -> bool:
    """Return whether a fact is in a group that `choices` names."""
    if choice == ALL:
        return True
    if choice.startswith(ONLY):
        return fact.only_in == choice.removeprefix(ONLY)
    if choice == PROBABLY_ONLY:
        return fact.group == "probably_only"
    return fact.group == choice.removeprefix("in ")


def select_facts(comparison: Comparison, selection: Selection) -> tuple[Fact, ...]:
    """Return the facts that a selection lets through, in its order."""
    return sort_facts(comparison, filter_facts(comparison, selection), selection.order)


def filter_facts(comparison: Comparison, selection: Selection) -> list[Fact]:
    """Return the facts that a selection lets through, as they stand in the comparison."""
    forms = [word.form for word in tokenize(selection.search)]
    return [
        fact
        for fact in comparison.facts
        if is_in_group(fact, selection.group)
        and all(fact.presence[key].counts_as_in for key in selection.keys or ())
        and (fact.readers_disagree or not selection.disagreeing)
        and _has(fact, forms)
    ]


def _has(fact: Fact, forms: Sequence[str]) -> bool:
    """Whether each of some words begins a word of the fact's label or of a passage that states it."""
    if not forms:
        return True
    words = [word.form for text in (fact.label, *(mention.text for mention in fact.mentions)) for word in tokenize(text)]
    return all(any(word.startswith(form) for word in words) for form in forms)


def differences_of(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Difference, ...]:
    """Return the pairs of details of these facts, also those that name a fact by an alias."""
    names = {name for fact in facts for name in (fact.id, *fact.aliases)}
    return tuple(difference for difference in comparison.differences if difference.fact in names)


def describe_extent(comparison: Comparison, selection: Selection, facts: Sequence[Fact] | None = None) -> str:
    """Return how many of how many facts a selection lets through: "9 of 127 facts"; empty where it asks for all.

    Args:
        comparison: The comparison.
        selection: The selection.
        facts: Those that it lets through, if they are at hand.
    """
    if not (selection.group != ALL or selection.search.strip() or selection.keys or selection.disagreeing):
        return ""
    return wording.part_of(len(filter_facts(comparison, selection) if facts is None else facts), len(comparison.facts))


def describe_selection(comparison: Comparison, selection: Selection, facts: Sequence[Fact] | None = None) -> str:
    """Return a selection in one sentence, as "Shown: 9 of 127 facts, those only in A, in the order of the story" says it.

    Args:
        comparison: The comparison.
        selection: The selection.
        facts: Those that it lets through, if they are at hand.
    """
    facts = filter_facts(comparison, selection) if facts is None else facts
    limits = []
    if selection.group != ALL:
        limits.append(f"those {choices(comparison).get(selection.group, selection.group).partition(':')[0]}")
    if selection.search.strip():
        limits.append(f"with “{wording.shorten(' '.join(selection.search.split()), 80)}”")
    if selection.keys:
        limits.append(f"told in {wording.format_list(selection.keys)}")
    if selection.disagreeing:
        limits.append("those on which the readers disagree")
    part = describe_extent(comparison, selection, facts)
    total = part or f"all {wording.plural(len(comparison.facts), 'fact')}"
    sentence = f"Shown: {', '.join([total, *limits, ORDERS[selection.order]])}."
    differing = sum(pair.verdict == "differs" for pair in comparison.differences)
    if differing and part:
        of_these = sum(pair.verdict == "differs" for pair in differences_of(comparison, facts))
        sentence += f" Of {differing} differing details {of_these} belong to these facts."
    return sentence


def part_small(facts: Sequence[Fact]) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """Return the facts that are shown first, and the small ones that fold away behind them; the weightiest never fold."""
    weightiest = {fact.id for fact in sorted(facts, key=lambda fact: -fact.weight)[:LARGE_FACTS]}
    small = {fact.id for fact in facts if fact.weight < SMALL_FACT_WEIGHT and fact.id not in weightiest}
    return tuple(fact for fact in facts if fact.id not in small), tuple(fact for fact in facts if fact.id in small)


def set_apart(grouped: Sequence[tuple[str, Sequence[Fact]]], small: Sequence[Fact]) -> Sections:
    """Return facts under their headings without the small ones, of which each heading says how many are its own."""
    ids = {fact.id for fact in small}
    parts = []
    for heading, facts in grouped:
        rest = tuple(fact for fact in facts if fact.id not in ids)
        folded = len(facts) - len(rest)
        if rest:
            parts.append((f"{heading}, {folded} of them smaller" if heading and folded else heading, rest))
    return tuple(parts)


def story_position(comparison: Comparison, fact: Fact) -> float:
    """Return where a fact stands in the story, 0 to 1: the mean of where it first stands in the articles that mention it."""
    positions = [prominence(comparison, fact, key) for key in comparison.keys]
    present = [position for position in positions if position is not None]
    return sum(present) / len(present) if present else 1.0


def in_story_order(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts by their place in the story."""
    return tuple(sorted(facts, key=lambda fact: story_position(comparison, fact)))


def in_weight_order(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return facts as they stand in the comparison: the weightiest first."""
    places = {fact.id: place for place, fact in enumerate(comparison.facts)}
    return tuple(sorted(facts, key=lambda fact: places[fact.id]))


def sort_facts(comparison: Comparison, facts: Sequence[Fact], order: Order) -> tuple[Fact, ...]:
    """Return facts in one of the orders, without headings."""
    return tuple(fact for _, members in sections(comparison, facts, order) for fact in members)


def sections(comparison: Comparison, facts: Sequence[Fact], order: Order = "group") -> Sections:
    """Return facts under headings: one section without a heading, or one for each group that has any, by weight inside."""
    if order == "story":
        return (("", in_story_order(comparison, facts)),)
    facts = in_weight_order(comparison, facts)
    if order == "weight":
        return (("", facts),)
    parts = []
    for group in GROUPS:
        keys: tuple[str | None, ...] = comparison.keys if group in ("only", "probably_only") else (None,)
        for key in keys:
            members = tuple(f for f in facts if f.group == group and key == (f.only_in or f.probably_only_in))
            if members:
                heading = (
                    f"{wording.group_heading(comparison, group, key)}: {wording.part_of(len(members), len(comparison.facts))}"
                )
                parts.append((heading, members))
    return tuple(parts)
