"""Corrections of the articles themselves, before anything is compared: furniture put back or taken out, the masthead set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Self

from ...intake import BY_HAND, edit, remove, restore
from ...story import Anchor, Article, Correction, Removed
from ..anchors import RawOffsets
from .base import CorrectionWords, StoryEdit, register_kind

ArticlesByDigest = Mapping[str, Article]
FIELDS: Final = ("outlet", "agency", "headline", "published", "dateline", "byline")
"""What can be set in a masthead."""


@dataclass(frozen=True, slots=True)
class ArticleEdit(StoryEdit[ArticlesByDigest, Article]):
    """A change of one article. `apply` raises ValueError where the article does not allow it."""

    digest: str


@dataclass(frozen=True, slots=True)
class FurnitureEdit(ArticleEdit):
    """A stretch of the raw text, [start, end), that is furniture or is not; `rule` is the one that had taken it."""

    start: int
    end: int
    rule: str | None

    @classmethod
    def resolve(cls, correction: Correction, context: ArticlesByDigest) -> Self | None:
        """Find the stretch in the raw text of its article."""
        anchor = next(iter(correction.anchors), None)
        article = context.get(anchor.article) if anchor else None
        if not anchor or not article:
            return None
        start, end = anchor.start, anchor.start + len(anchor.text)
        return cls(anchor.article, start, end, correction.value) if article.raw[start:end] == anchor.text else None

    @staticmethod
    def _stretch(correction: Correction, words: CorrectionWords) -> str:
        rule = f" (rule: {correction.value})" if correction.value else ""
        return f"{words.outlet(correction.anchors)}: {words.quoted(correction.anchors)}{rule}"


@register_kind("restore")
@dataclass(frozen=True, slots=True)
class FurnitureRestored(FurnitureEdit):
    """A stretch of the raw text is no furniture."""

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Restored in {cls._stretch(correction, words)}"

    def apply(self, target: Article) -> Article:
        """Return the article with the stretch in its text."""
        for item in target.removed:
            if (item.start, item.end) == (self.start, self.end):
                return restore(target, item)
        raise ValueError("nothing was removed there")


def put_back(digest: str, removed: Removed) -> Correction:
    """Make the correction that a stretch of the raw text is no furniture; `digest` is that of its article."""
    return Correction("restore", (Anchor(digest, removed.start, removed.text),), value=removed.rule)


@register_kind("remove")
@dataclass(frozen=True, slots=True)
class FurnitureRemoved(FurnitureEdit):
    """A stretch of the raw text is furniture."""

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Removed from {cls._stretch(correction, words)}"

    def apply(self, target: Article) -> Article:
        """Return the article without the stretch, under the rule that took it first, so that the article is what it was."""
        article = remove(target, self.start, self.end)
        if self.rule is None:
            return article
        removed = (replace(item, rule=self.rule) if item.start == self.start else item for item in article.removed)
        return replace(article, removed=tuple(removed))


def take_out(digest: str, removed: Removed) -> Correction:
    """Make the correction that a stretch of the raw text is furniture; `digest` is that of its article."""
    return Correction("remove", (Anchor(digest, removed.start, removed.text),), value=removed.rule)


def take_out_sentences(article: Article, digest: str, indices: Sequence[int]) -> tuple[Correction, ...]:
    """Make the corrections that sentences (from 0) are no part of the story. Raises ValueError where they must stay."""
    offsets, rest, corrections = RawOffsets(article), article, []
    for index in indices:
        sent = article.sentences[index]
        start, end = offsets.raw_span(sent.start, sent.end)
        rest = remove(rest, start, end)  # says why, where it cannot be
        corrections.append(take_out(digest, Removed(start, end, article.raw[start:end], BY_HAND)))
    return tuple(corrections)


@register_kind("masthead")
@dataclass(frozen=True, slots=True)
class MastheadSetting(ArticleEdit):
    """What one field of a masthead says; None clears it."""

    field: str
    value: str | None

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        field, outlet = (correction.field or "masthead").capitalize(), words.outlet(correction.anchors)
        return f"{field} of {outlet} set to “{correction.value}”" if correction.value else f"{field} of {outlet} emptied"

    @classmethod
    def resolve(cls, correction: Correction, context: ArticlesByDigest) -> Self | None:
        """Find the article; None for what is no field of a masthead."""
        digest = correction.anchors[0].article if correction.anchors else ""
        return cls(digest, correction.field, correction.value) if digest in context and correction.field in FIELDS else None

    def apply(self, target: Article) -> Article:
        """Return the article with its masthead set."""
        return edit(target, **{self.field: self.value})


def set_masthead(digest: str, field: str, value: str | None) -> Correction:
    """Make the correction of what a masthead says; None clears it. Raises ValueError for what is no field of it."""
    if field not in FIELDS:
        raise ValueError(f"“{field}” is no part of a masthead; choose one of: {', '.join(FIELDS)}.")
    return Correction("masthead", (Anchor(digest),), field=field, value=value)
