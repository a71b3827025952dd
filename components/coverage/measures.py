"""Measures of a decided comparison: each fact in exactly one group, the state of a sentence, where a fact first stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..story import Comparison, Fact, Status


@dataclass(frozen=True, slots=True)
class Counts:
    """How many facts are in all articles, in some, only in one (by key), and unclear; they add up to `total`.

    `checked`: how many of all a person has looked at.
    """

    total: int
    in_all: int
    in_some: int
    only: Mapping[str, int]
    unclear: int
    checked: int = 0


def count_facts(comparison: Comparison) -> Counts:
    """Count the facts of a comparison; partly stated counts as in."""
    groups = [fact.group for fact in comparison.facts]
    only = Counter(fact.only_in for fact in comparison.facts)
    return Counts(
        total=len(groups),
        in_all=groups.count("all"),
        in_some=groups.count("some"),
        only={key: only[key] for key in comparison.keys},
        unclear=groups.count("unclear"),
        checked=sum(fact.checked for fact in comparison.facts),
    )


def sentence_status(comparison: Comparison, key: str, sentence: int, others: tuple[str, ...] | None = None) -> Status:
    """Return the state of a sentence's facts in the other articles (`others`, or all of them).

    `stated` if one of them is stated somewhere else, else `partly` if one is partly stated, `not_found` only if all are not found
    everywhere else, and `unclear` between.
    """
    elsewhere = [k for k in (others or comparison.keys) if k != key]
    statuses = {fact.presence[k].status for fact in comparison.facts_of(key, sentence) for k in elsewhere}
    if "stated" in statuses:
        return "stated"
    if "partly" in statuses:
        return "partly"
    return "not_found" if statuses == {"not_found"} else "unclear"


def prominence(comparison: Comparison, fact: Fact, key: str) -> float | None:
    """Return how early a fact first stands in an article: 0 at its first character, 1 at its end; None without a mention."""
    mentions = fact.mentions_in(key)
    if not mentions:
        return None
    return min(mention.spans[0][0] for mention in mentions) / max(1, len(comparison.article(key).text))
