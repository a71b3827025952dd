"""Two details of one fact in words: their kind, the verdict, and the number by which every page names those that differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..story import Comparison, Difference, DifferenceKind, Fact, Verdict

KINDS: Final[Mapping[DifferenceKind, str]] = {
    "number": "number",
    "date": "date",
    "name": "name",
    "place": "place",
    "quote": "quotation",
    "term": "term",
    "order": "order of events",
    "polarity": "affirmed or denied",
}
VERDICTS: Final[Mapping[Verdict, str]] = {
    "differs": "differs",
    "compatible": "compatible",
    "more_specific": "more specific",
    "unresolved": "unresolved",
}
DIFFERING: Final[Mapping[DifferenceKind, str]] = {
    "quote": "two versions of this quotation",
    "polarity": "affirmed in one, denied in the other",
}
"""Kinds of which more can be said than that they differ."""
HAND: Final[Mapping[str, str]] = {"checked": " · checked by hand", "none": " · found by hand to be no difference"}
MEANINGS: Final[Mapping[Verdict, str]] = {
    "differs": "the two details do not agree; which of them is true is not ours to say",
    "compatible": "both can hold",
    "more_specific": "one of the two says more",
    "unresolved": "what was found does not decide it",
}


def heading(difference: Difference) -> str:
    """Kind and verdict: "date differs", "two versions of this quotation", "number: more specific"."""
    kind = KINDS[difference.kind]
    if difference.verdict != "differs":
        return f"{kind}: {VERDICTS[difference.verdict]}"
    return DIFFERING.get(difference.kind, f"{kind} differs")


def by_hand(difference: Difference) -> str:
    """What a person found of a pair of details, to follow how the machine found it; empty if nobody looked."""
    return HAND.get(difference.checked, "")


def numbered(comparison: Comparison) -> tuple[tuple[int, Difference], ...]:
    """The details that differ, numbered from 1 through the comparison, the same everywhere: ≠1, ≠2."""
    return tuple(enumerate((d for d in comparison.differences if d.verdict == "differs"), start=1))


def difference_signs(comparison: Comparison) -> dict[Difference, str]:
    """The sign and number of each difference, "≠3"; notes have none."""
    return {difference: f"≠{n}" for n, difference in numbered(comparison)}


def notes(comparison: Comparison) -> tuple[Difference, ...]:
    """Pairs of details that do not differ: compatible, more specific, unresolved."""
    return tuple(d for d in comparison.differences if d.verdict != "differs")


def of_fact(comparison: Comparison, fact: Fact) -> tuple[Difference, ...]:
    """The pairs of details of one fact, also where they name it by an alias."""
    return tuple(d for d in comparison.differences if d.fact == fact.id or d.fact in fact.aliases)
