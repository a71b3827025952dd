"""Which facts are shown and in which order: what a reader chose on a page, the same in every file that leaves from there.

The orders in which facts stand in a table: by place in the story, by weight, by who states them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from ..coverage import prominence
from ..language import tokenize as words_of
from ..story import Comparison, Difference, Fact, Group
from . import wording

ALL: Final = "all"
ONLY: Final = "only in "
ORDERS: Final[Mapping[Order, str]] = {
    "story": "in the order of the story",
    "weight": "first those that most articles state",
    "group": "grouped by the outlets that state them",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What a reader asked for: a group of `choices`, words that a passage has (`search`), articles that state it (`keys`)."""

    group: str = ALL
    order: Order = "story"
    search: str = ""
    keys: tuple[str, ...] | None = None


WHOLE: Final = Selection(order="group")
"""All facts, under headings: the order of a file that no page stands behind."""


def choices(comparison: Comparison) -> dict[str, str]:
    """The groups and what people see of each, with how many of how many facts: {choice: "only in A: 9 of 27"}."""
    several = len(comparison.articles)
    names = {}
    if several > 1:
        names["in all"] = "in both" if several == wording.PAIR else f"in all {several}"
    if several > wording.PAIR:
        names["in some"] = "in some"
    if several > 1:
        names |= {f"{ONLY}{key}": f"{ONLY}{key}" for key in comparison.keys}
        names["unclear"] = "unclear"
    total = len(comparison.facts)
    said = {choice: f"{name}: {sum(belongs(f, choice) for f in comparison.facts)} of {total}" for choice, name in names.items()}
    return {ALL: f"all {total}", **said}


def belongs(fact: Fact, choice: str) -> bool:
    """Whether a fact is in a group that `choices` names."""
    if choice == ALL:
        return True
    if choice.startswith(ONLY):
        return fact.only_in == choice.removeprefix(ONLY)
    return fact.group == choice.removeprefix("in ")


def shown(comparison: Comparison, selection: Selection) -> tuple[Fact, ...]:
    """The facts that a selection lets through, in its order."""
    wanted = [word.form for word in words_of(selection.search)]
    facts = [
        fact
        for fact in comparison.facts
        if belongs(fact, selection.group)
        and all(fact.presence[key].counts_as_in for key in selection.keys or ())
        and _has(fact, wanted)
    ]
    return ordered(comparison, facts, selection.order)


def selected(comparison: Comparison, selection: Selection) -> Comparison:
    """A comparison with only the facts that a selection lets through, in its order, and their differences; all else stays."""
    facts = shown(comparison, selection)
    return replace(comparison, facts=facts, differences=differences_of(comparison, facts), given_title=comparison.title or None)


def differences_of(comparison: Comparison, facts: Sequence[Fact]) -> tuple[Difference, ...]:
    """The pairs of details of these facts, also those that name a fact by an alias."""
    names = {name for fact in facts for name in (fact.id, *fact.aliases)}
    return tuple(difference for difference in comparison.differences if difference.fact in names)


def extent(comparison: Comparison, selection: Selection) -> str:
    """How many of how many facts a selection lets through: "9 of 127 facts"; empty where it asks for all."""
    limited = selection.group != ALL or selection.search.strip() or selection.keys
    return wording.of(len(shown(comparison, selection)), len(comparison.facts)) if limited else ""


def describe(comparison: Comparison, selection: Selection) -> str:
    """A selection in one sentence, as "Shown: 9 of 127 facts, those only in A, in the order of the story" says it."""
    limits = []
    if selection.group != ALL:
        limits.append(f"those {choices(comparison).get(selection.group, selection.group).partition(':')[0]}")
    if selection.search.strip():
        limits.append(f"with “{wording.shorten(' '.join(selection.search.split()), 80)}”")
    if selection.keys:
        limits.append(f"stated in {wording.listed(selection.keys)}")
    part = extent(comparison, selection)
    counted = part or f"all {wording.plural(len(comparison.facts), 'fact')}"
    sentence = f"Shown: {', '.join([counted, *limits, ORDERS[selection.order]])}."
    every = wording.differing_details(comparison)
    if every and part:
        pairs = differences_of(comparison, shown(comparison, selection))
        sentence += f" Of {every} differing details {sum(pair.verdict == 'differs' for pair in pairs)} belong to these facts."
    return sentence


def as_dict(comparison: Comparison, selection: Selection) -> dict[str, Any]:
    """A selection as plain JSON values: what was asked for, in a sentence, and how many of how many facts that is."""
    return {
        "told": describe(comparison, selection),
        "facts": len(shown(comparison, selection)),
        "of": len(comparison.facts),
        "group": selection.group,
        "order": selection.order,
        "search": selection.search,
        "stated_in": list(selection.keys or ()),
    }


def _has(fact: Fact, wanted: Sequence[str]) -> bool:
    """Whether each word begins a word of the fact's label or of a passage that states it."""
    if not wanted:
        return True
    known = [word.form for text in (fact.label, *(mention.text for mention in fact.mentions)) for word in words_of(text)]
    return all(any(form.startswith(want) for form in known) for want in wanted)


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
                found.append(
                    (f"{wording.group(comparison, name, key)}: {wording.of(len(members), len(comparison.facts))}", members)
                )
    return tuple(found)
