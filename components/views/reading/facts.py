"""The facts of the reading view, as plain JSON values: where the shown articles mention each, and its state in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...report.wording import describe_added
from ...story import Comparison, Fact, Mention, SentenceRef, Span

Values = dict[str, Any]
SentenceMention = tuple[SentenceRef, list[list[int]]]
"""A sentence that mentions a fact, and the spans in its text that do."""


def shown_facts(comparison: Comparison, keys: Sequence[str]) -> tuple[list[Values], Mapping[SentenceRef, list[int]]]:
    """Return the facts that some articles mention, and which of them each sentence states.

    Args:
        comparison: The whole comparison.
        keys: The articles that are shown.

    Returns:
        The facts, as types.js says. And the positions in that list of the facts of each sentence, as they stand in the sentence.
    """
    facts: list[Values] = []
    starts: dict[SentenceRef, list[tuple[int, int]]] = {}
    for fact in comparison.facts:
        mentions = [mention for key in keys for mention in _mentions_by_sentence(comparison, fact, key)]
        if not mentions:
            continue
        for sentence, spans in mentions:
            starts.setdefault(sentence, []).append((spans[0][0], len(facts)))
        facts.append(_fact(fact, keys, mentions))
    return facts, {sentence: [number for _, number in sorted(numbers)] for sentence, numbers in starts.items()}


def _fact(fact: Fact, keys: Sequence[str], mentions: Sequence[SentenceMention]) -> Values:
    return {
        "id": fact.id,
        "label": [] if {mention.text for mention in fact.mentions} == {fact.label} else list(map(list, fact.label_pieces)),
        "checked": fact.checked,
        "places": len(fact.sentence_refs),
        "mentions": [[*sentence, spans] for sentence, spans in mentions],
        "states": {key: fact.presence[key].status for key in keys},
        "by_hand": [key for key in keys if fact.presence[key].by_hand],
        "adds": {key: list(describe_added(fact.presence[key].adds)) for key in keys if fact.presence[key].adds},
    }


def _mentions_by_sentence(comparison: Comparison, fact: Fact, key: str) -> list[SentenceMention]:
    """Return the mentions of a fact in one article: one a sentence, with all its spans there."""
    mentions: dict[int, list[Mention]] = {}
    for mention in fact.mentions_in(key):
        mentions.setdefault(mention.sentence, []).append(mention)
    sentences = comparison.article(key).sentences
    return [
        (SentenceRef(key, index), _spans([span for mention in in_sentence for span in mention.spans], sentences[index].start))
        for index, in_sentence in mentions.items()
    ]


def _spans(spans: Sequence[Span], offset: int) -> list[list[int]]:
    return [[start - offset, end - offset] for start, end in sorted(set(spans))]
