"""A difference that a person looked at: it holds, or is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Self

from ...story import Comparison, Correction, Detail, Difference, Span
from ..anchors import Anchors
from .base import Choice, CorrectionWords, StoryEdit, register_kind
from .passages import StoryPassages

DetailPair = tuple[tuple[str, Span], tuple[str, Span]]
"""Two details: the key of the article and the span of each."""


@dataclass(frozen=True, slots=True)
class DifferenceEdit(StoryEdit[StoryPassages, Difference]):
    """A verdict on one difference, which is known again by its kind and its two details."""

    difference: tuple[str, DetailPair]
    holds: ClassVar[bool]

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the two details, in the order of the keys of their articles."""
        passages = sorted(context.all_or_none(correction.anchors), key=lambda passage: passage.key)
        if len(passages) != 2 or not correction.field:
            return None
        one, other = ((passage.key, (passage.start, passage.end)) for passage in passages)
        return cls((correction.field, (one, other)))

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the place of a difference in the comparison."""
        return judge_difference(comparison, comparison.differences[int(choice["difference"])], holds=cls.holds)


@register_kind("check_difference")
@dataclass(frozen=True, slots=True)
class DifferenceCheck(DifferenceEdit):
    """A person says that the difference holds."""

    holds: ClassVar[bool] = True

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Difference checked ({words.difference(correction.field)}): {words.quotes(correction.anchors)}"

    def apply(self, target: Difference) -> Difference:
        """Return the difference, which somebody has looked at."""
        return replace(target, checked="checked")


@register_kind("no_difference")
@dataclass(frozen=True, slots=True)
class DifferenceDenial(DifferenceEdit):
    """A person says that the two details do not differ."""

    holds: ClassVar[bool] = False

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"No difference ({words.difference(correction.field)}): {words.quotes(correction.anchors)}"

    def apply(self, target: Difference) -> Difference:
        """Return it with the verdict `compatible`, checked as none."""
        return replace(target, verdict="compatible", why=f"No difference, by hand. {target.why}", checked="none")


def judge_difference(comparison: Comparison, difference: Difference, *, holds: bool) -> Correction:
    """Make the correction that somebody looked at a difference: it holds, or is none."""
    anchors = Anchors(comparison.articles)
    details = tuple(
        anchors.anchor_span(detail.article, detail.start, detail.end) for detail in (difference.left, difference.right)
    )
    return Correction("check_difference" if holds else "no_difference", details, field=difference.kind)


def detail_pair(difference: Difference) -> DetailPair:
    """Return what the two details of a difference are known by."""

    def place(detail: Detail) -> tuple[str, Span]:
        return detail.article, (detail.start, detail.end)

    return place(difference.left), place(difference.right)
