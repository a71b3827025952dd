"""Corrections from what a person picked in a comparison. Each raises ValueError, with cause and remedy, for what cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from ..intake import BY_HAND, remove
from ..settings.corrections import LONGEST_LABEL
from ..story import LABELS, Anchor, Article, Comparison, Correction, Difference, Fact, Mention, Removed, SentenceRef, Span
from .anchors import Anchors, RawOffsets
from .override_articles import FIELDS

End = tuple[str, int, Span | None]
"""A sentence (key, number from 0) and the stretch of it that is meant, in its own letters, or None for all of it."""


def confirm_link(comparison: Comparison, one: End, other: End) -> Correction:
    """Two sentences, or stretches of them, state a same fact."""
    return Correction("confirm_link", _ends(comparison, one, other))


def reject_link(comparison: Comparison, one: SentenceRef, other: SentenceRef) -> Correction:
    """Two sentences state no same fact."""
    return Correction("reject_link", _ends(comparison, (*one, None), (*other, None)))


def merge_facts(comparison: Comparison, one: str, other: str) -> Correction:
    """Two facts, by id, are one."""
    first, second = comparison.fact(one), comparison.fact(other)
    if first.id == second.id:
        raise ValueError("These are one fact already; choose another fact to merge it with.")
    return Correction("merge_facts", _mentions(comparison, first), _mentions(comparison, second))


def split_fact(comparison: Comparison, fact_id: str, mentions: Sequence[SentenceRef]) -> Correction:
    """The mentions in these sentences are another fact than the rest."""
    fact = comparison.fact(fact_id)
    out = [mention for mention in fact.mentions if mention.sentence_ref in mentions]
    rest = [mention for mention in fact.mentions if mention not in out]
    if not out or not rest:
        raise ValueError("One passage at least must go and one stay; choose some of the passages, not all.")
    named = _named(comparison, fact)
    if named in out:  # the fact stays with the passage that gives it its label
        out, rest = rest, out
    return Correction("split_fact", _spans(comparison, out), _spans(comparison, sorted(rest, key=lambda m: m != named)))


def label_fact(comparison: Comparison, fact_id: str, label: str) -> Correction:
    """A fact is called by other words."""
    words = " ".join(label.split())
    if not words:
        raise ValueError("A label needs a word; type what the fact says.")
    if len(words) > LONGEST_LABEL:
        raise ValueError(f"A label has at most {LONGEST_LABEL} letters; shorten it.")
    return Correction("label_fact", _label(comparison, comparison.fact(fact_id)), value=words)


def check_fact(comparison: Comparison, fact_id: str) -> Correction:
    """Somebody looked at a fact."""
    return Correction("check_fact", _label(comparison, comparison.fact(fact_id)))


def set_presence(comparison: Comparison, fact_id: str, key: str, status: str) -> Correction:
    """Whether article `key` states a fact."""
    if status not in LABELS:
        raise ValueError(f"“{status}” is no state of a fact; choose one of: {', '.join(LABELS.values())}.")
    fact = comparison.fact(fact_id)
    return Correction("set_presence", _label(comparison, fact), (Anchors(comparison.articles).whole(key),), value=status)


def judge_difference(comparison: Comparison, difference: Difference, *, holds: bool) -> Correction:
    """Somebody looked at a difference: it holds, or is none."""
    anchors = Anchors(comparison.articles)
    ends = tuple(anchors.of(end.article, end.start, end.end) for end in (difference.left, difference.right))
    return Correction("check_difference" if holds else "no_difference", ends, field=difference.kind)


def put_back(digest: str, removed: Removed) -> Correction:
    """A stretch of the raw text is no furniture; `digest` is that of its article."""
    return Correction("restore", (Anchor(digest, removed.start, removed.text),), value=removed.rule)


def take_out(digest: str, removed: Removed) -> Correction:
    """A stretch of the raw text is furniture."""
    return Correction("remove", (Anchor(digest, removed.start, removed.text),), value=removed.rule)


def take_out_sentences(article: Article, digest: str, indices: Sequence[int]) -> tuple[Correction, ...]:
    """Sentences (from 0) that are no part of the story."""
    places, left, made = RawOffsets(article), article, []
    for index in indices:
        sent = article.sentences[index]
        start, end = places.stretch(sent.start, sent.end)
        left = remove(left, start, end)  # says why, where it cannot be
        made.append(take_out(digest, Removed(start, end, article.raw[start:end], BY_HAND)))
    return tuple(made)


def set_masthead(digest: str, field: str, value: str | None) -> Correction:
    """What a masthead says; None clears it."""
    if field not in FIELDS:
        raise ValueError(f"“{field}” is no part of a masthead; choose one of: {', '.join(FIELDS)}.")
    return Correction("masthead", (Anchor(digest),), field=field, value=value)


def withdraw(number: int) -> Correction:
    """The correction with this number, from 1, no longer holds."""
    return Correction("withdraw", value=str(number))


def _ends(comparison: Comparison, one: End, other: End) -> tuple[Anchor, Anchor]:
    if one[0] == other[0]:
        raise ValueError("A link joins sentences of two articles; choose the second one in another column.")
    anchors = Anchors(comparison.articles)
    return _end(anchors, comparison, one), _end(anchors, comparison, other)


def _end(anchors: Anchors, comparison: Comparison, end: End) -> Anchor:
    key, index, span = end
    sent = comparison.article(key).sentences[index]
    start, stop = (sent.start + span[0], sent.start + span[1]) if span else (sent.start, sent.end)
    words = comparison.article(key).text[start:stop]
    start, stop = start + len(words) - len(words.lstrip()), stop - len(words) + len(words.rstrip())
    if not sent.start <= start < stop <= sent.end:
        raise ValueError("The words chosen do not lie in that sentence; choose them again.")
    return anchors.of(key, start, stop)


def _label(comparison: Comparison, fact: Fact) -> tuple[Anchor, ...]:
    """The spans of the passage that gives a fact its label, by which it is found again."""
    return _spans(comparison, [_named(comparison, fact)])


def _mentions(comparison: Comparison, fact: Fact) -> tuple[Anchor, ...]:
    """The spans of all passages of a fact, first those of the one that gives it its label."""
    named = _named(comparison, fact)
    return _spans(comparison, sorted(fact.mentions, key=lambda mention: mention != named))


def _named(comparison: Comparison, fact: Fact) -> Mention:
    named = next((mention for mention in fact.mentions if mention.text == fact.label), None)
    if named is None:  # the label was given by hand, to the passage that gave it before
        anchors = Anchors(comparison.articles)
        for correction in reversed(comparison.corrections):
            if correction.kind == "label_fact" and correction.value == fact.label:
                stretches = [anchors.find(anchor) for anchor in correction.anchors]
                spans = tuple((found.start, found.end) for found in stretches if found)
                key = next((found.key for found in stretches if found), "")
                named = next((m for m in fact.mentions_in(key) if m.spans == spans), named)
    return named or fact.mentions[0]


def _spans(comparison: Comparison, mentions: Sequence[Mention]) -> tuple[Anchor, ...]:
    anchors = Anchors(comparison.articles)
    return tuple(anchors.of(mention.article, start, end) for mention in mentions for start, end in mention.spans)
