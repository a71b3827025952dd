"""The facts of the reading view, as plain JSON values: where the shown articles mention each, and its state in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...story import Comparison, Fact, Mention, SentenceRef

Values = dict[str, Any]
Place = list[Any]
"""Where a fact is mentioned: [key, sentence, spans]."""


def claims(comparison: Comparison, keys: Sequence[str]) -> tuple[list[Values], Mapping[SentenceRef, list[int]]]:
    """The facts that the articles `keys` mention, and by sentence their places in that list, as they stand in the sentence.

    A fact: {id, label, checked, places, mentions: [[key, sentence, spans], ...], states: {key: status}, by_hand: [key, ...]}.
    `places` counts the sentences that mention it in all articles, shown or not; `label` is empty where every mention has
    these very words. Spans are [start, end] in code points of the sentence's text.
    """
    drawn: list[Values] = []
    starts: dict[SentenceRef, list[tuple[int, int]]] = {}
    for fact in comparison.facts:
        mentions = [mention for key in keys for mention in _by_sentence(comparison, fact, key)]
        if not mentions:
            continue
        for key, index, spans in mentions:
            starts.setdefault(SentenceRef(key, index), []).append((spans[0][0], len(drawn)))
        drawn.append(_fact(fact, keys, mentions))
    return drawn, {sentence: [number for _, number in sorted(found)] for sentence, found in starts.items()}


def _fact(fact: Fact, keys: Sequence[str], mentions: list[Place]) -> Values:
    return {
        "id": fact.id,
        "label": "" if {mention.text for mention in fact.mentions} == {fact.label} else fact.label,
        "checked": fact.checked,
        "places": len(fact.sentence_refs),
        "mentions": mentions,
        "states": {key: fact.presence[key].status for key in keys},
        "by_hand": [key for key in keys if fact.presence[key].by_hand],
    }


def _by_sentence(comparison: Comparison, fact: Fact, key: str) -> list[Place]:
    """The mentions of a fact in one article: one a sentence, with all its spans there."""
    found: dict[int, list[Mention]] = {}
    for mention in fact.mentions_in(key):
        found.setdefault(mention.sentence, []).append(mention)
    sentences = comparison.article(key).sentences
    return [
        [key, index, _spans([span for mention in mine for span in mention.spans], sentences[index].start)]
        for index, mine in found.items()
    ]


def _spans(spans: Sequence[tuple[int, int]], offset: int) -> list[list[int]]:
    return [[start - offset, end - offset] for start, end in sorted(set(spans))]
