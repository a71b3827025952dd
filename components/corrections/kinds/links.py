"""Two sentences that a person says are linked, or are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from ...matching import LinkDecision
from ...story import Anchor, Comparison, Correction, LinkEndpoints, SentenceRef, Span
from ..anchors import Anchors
from .base import Choice, CorrectionWords, StoryEdit, register_kind
from .passages import StoryPassages

LinkDecisions = dict[LinkEndpoints, LinkDecision]
"""What was decided of two sentences, by the two."""


@dataclass(frozen=True, slots=True)
class LinkEdit(StoryEdit[StoryPassages, LinkDecisions]):
    """A decision about two sentences of two articles."""

    decision: LinkDecision
    linked: ClassVar[bool]

    @classmethod
    def resolve(cls, correction: Correction, context: StoryPassages) -> Self | None:
        """Find the two sentences; None unless each passage stands in one sentence, the two in two articles."""
        passages = sorted(context.all_or_none(correction.anchors), key=lambda passage: passage.key)
        if len(passages) != 2 or passages[0].key == passages[1].key:
            return None
        left, right = (context.sentence(passage) for passage in passages)
        if left is None or right is None:
            return None
        spans = ((passages[0].start, passages[0].end), (passages[1].start, passages[1].end))
        return cls(LinkDecision((left, right), cls.linked, spans))

    def apply(self, target: LinkDecisions) -> LinkDecisions:
        """Put this decision among the others, in place of an earlier one about the same sentences, and return them."""
        target[self.decision.sentences] = self.decision
        return target


@register_kind("confirm_link")
@dataclass(frozen=True, slots=True)
class LinkConfirmation(LinkEdit):
    """Two sentences, or stretches of them, state a same fact."""

    linked: ClassVar[bool] = True

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Link confirmed: {words.quotes(correction.anchors)}"

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the two ends of a link, each perhaps with a stretch of its sentence."""
        one, other = ((_sentence(end), _span(end)) for end in choice["ends"])
        return confirm_link(comparison, one[0], other[0], spans=(one[1], other[1]))


@register_kind("reject_link")
@dataclass(frozen=True, slots=True)
class LinkRejection(LinkEdit):
    """Two sentences state no same fact."""

    linked: ClassVar[bool] = False

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"No link: {words.quotes(correction.anchors)}"

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from the two ends of a link."""
        one, other = map(_sentence, choice["ends"])
        return reject_link(comparison, one, other)


def confirm_link(
    comparison: Comparison, one: SentenceRef, other: SentenceRef, *, spans: tuple[Span | None, Span | None] = (None, None)
) -> Correction:
    """Make the correction that two sentences state a same fact.

    Args:
        comparison: In which they were picked.
        one: A sentence.
        other: A sentence of another article.
        spans: The stretch of each that is meant, in its own letters, or None for all of it.

    Raises:
        ValueError: With cause and remedy, for what can be no link.
    """
    return Correction("confirm_link", _endpoints(comparison, (one, other), spans))


def reject_link(comparison: Comparison, one: SentenceRef, other: SentenceRef) -> Correction:
    """Make the correction that two sentences state no same fact. Raises ValueError, with cause and remedy, for what can't be."""
    return Correction("reject_link", _endpoints(comparison, (one, other), (None, None)))


def _endpoints(comparison: Comparison, sentences: LinkEndpoints, spans: tuple[Span | None, Span | None]) -> tuple[Anchor, Anchor]:
    one, other = sentences
    if one.article == other.article:
        raise ValueError("A link joins sentences of two articles; choose the second one in another column.")
    anchors = Anchors(comparison.articles)
    return _anchor(anchors, comparison, one, spans[0]), _anchor(anchors, comparison, other, spans[1])


def _anchor(anchors: Anchors, comparison: Comparison, sentence: SentenceRef, span: Span | None) -> Anchor:
    article = comparison.article(sentence.article)
    sent = article.sentences[sentence.sentence]
    start, stop = (sent.start + span[0], sent.start + span[1]) if span else (sent.start, sent.end)
    words = article.text[start:stop]
    start, stop = start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
    if not sent.start <= start < stop <= sent.end:
        raise ValueError("The words chosen do not lie in that sentence; choose them again.")
    return anchors.anchor_span(article.key, start, stop)


def _sentence(end: Choice) -> SentenceRef:
    return SentenceRef(str(end["key"]), int(end["sentence"]))


def _span(end: Choice) -> Span | None:
    span = end.get("span")
    return (int(span[0]), int(span[1])) if span else None
