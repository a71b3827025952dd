"""Measures of a decided comparison: each fact in exactly one group, the state of a sentence, where a fact first stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..story import Comparison, Fact, Status


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts are in each group of `Fact.group`; they add up to `total`.

    Attributes:
        total: Of all facts.
        in_all: Those that every article states.
        in_some: Those that two articles or more tell, but not all state.
        only: Those that one tells and no other, by the key of that one.
        probably_only: The same where it is unclear whether another tells it.
        unclear: The rest.
        checked: How many of all a person has looked at.
    """

    total: int
    in_all: int
    in_some: int
    only: Mapping[str, int]
    probably_only: Mapping[str, int]
    unclear: int
    checked: int = 0


def count_facts(comparison: Comparison) -> Counts:
    """Count the facts of a comparison, each in exactly one group; partly stated is never counted as stated."""
    groups = [fact.group for fact in comparison.facts]
    only = Counter(fact.only_in for fact in comparison.facts)
    probably_only = Counter(fact.probably_only_in for fact in comparison.facts)
    return Counts(
        total=len(groups),
        in_all=groups.count("all"),
        in_some=groups.count("some"),
        only={key: only[key] for key in comparison.keys},
        probably_only={key: probably_only[key] for key in comparison.keys},
        unclear=groups.count("unclear"),
        checked=sum(fact.checked for fact in comparison.facts),
    )


def sentence_status(comparison: Comparison, key: str, sentence: int, others: tuple[str, ...] | None = None) -> Status:
    """Return the state of a sentence's facts in the other articles (`others`, or all of them).

    `differs` if one of them is told differently somewhere else; else `stated` if one is stated there, `partly` if one is partly
    stated, `not_found` only if all are not found everywhere else, and `unclear` between.
    """
    elsewhere = [k for k in (others or comparison.keys) if k != key]
    statuses = {fact.presence[k].status for fact in comparison.facts_of(key, sentence) for k in elsewhere}
    first: tuple[Status, ...] = ("differs", "stated", "partly")
    return next((status for status in first if status in statuses), "not_found" if statuses == {"not_found"} else "unclear")


def prominence(comparison: Comparison, fact: Fact, key: str) -> float | None:
    """Return how early a fact first stands in an article: 0 at its first character, 1 at its end; None without a mention."""
    mentions = fact.mentions_in(key)
    if not mentions:
        return None
    return min(mention.spans[0][0] for mention in mentions) / max(1, len(comparison.article(key).text))
