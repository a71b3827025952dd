"""Two details of one fact in words: their kind, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..story import Difference, DifferenceKind, Verdict

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
DIFFERENCE_HEADINGS: Final[Mapping[DifferenceKind, str]] = {
    "quote": "two versions of this quotation",
    "polarity": "affirmed in one, denied in the other",
}
"""Kinds of which more can be said than that they differ."""
REVIEW_NOTES: Final[Mapping[str, str]] = {"checked": " · checked by hand", "none": " · found by hand to be no difference"}
VERDICT_MEANINGS: Final[Mapping[Verdict, str]] = {
    "differs": "the two details do not agree; which of them is true is not ours to say",
    "compatible": "both can hold",
    "more_specific": "one of the two says more",
    "unresolved": "what was found does not decide it",
}


def heading(difference: Difference) -> str:
    """Return kind and verdict: "date differs", "two versions of this quotation", "number: more specific"."""
    kind = KINDS[difference.kind]
    if difference.verdict != "differs":
        return f"{kind}: {VERDICTS[difference.verdict]}"
    return DIFFERENCE_HEADINGS.get(difference.kind, f"{kind} differs")


def review_note(difference: Difference) -> str:
    """Return what a person found of a pair of details, to follow how the machine found it; empty if nobody looked."""
    return REVIEW_NOTES.get(difference.checked, "")
