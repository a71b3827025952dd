"""Which facts are shown and in which order: what a reader chose on a page, the same in every file that leaves from there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..language import words as words_of
from ..story import Comparison, Difference, Fact
from . import words
from .orders import Order, ordered

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
        names["in all"] = "in both" if several == words.PAIR else f"in all {several}"
    if several > words.PAIR:
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
    return words.of(len(shown(comparison, selection)), len(comparison.facts)) if limited else ""


def told(comparison: Comparison, selection: Selection) -> str:
    """A selection in one sentence, as "Shown: 9 of 127 facts, those only in A, in the order of the story" says it."""
    limits = []
    if selection.group != ALL:
        limits.append(f"those {choices(comparison).get(selection.group, selection.group).partition(':')[0]}")
    if selection.search.strip():
        limits.append(f"with “{words.shorten(' '.join(selection.search.split()), 80)}”")
    if selection.keys:
        limits.append(f"stated in {words.listed(selection.keys)}")
    part = extent(comparison, selection)
    counted = part or f"all {words.plural(len(comparison.facts), 'fact')}"
    sentence = f"Shown: {', '.join([counted, *limits, ORDERS[selection.order]])}."
    every = words.differing_details(comparison)
    if every and part:
        pairs = differences_of(comparison, shown(comparison, selection))
        sentence += f" Of {every} differing details {sum(pair.verdict == 'differs' for pair in pairs)} belong to these facts."
    return sentence


def as_dict(comparison: Comparison, selection: Selection) -> dict[str, Any]:
    """A selection as plain JSON values: what was asked for, in a sentence, and how many of how many facts that is."""
    return {
        "told": told(comparison, selection),
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
