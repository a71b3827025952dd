"""Scores speakers of quoted speech, and reported speech, against the attributions of PolNeAR; with the nearest-name baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from components.attribution.attribute import attribute
from components.intake import split_sentences
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.story import Article, Attribution, Sentence

Finder = Callable[[ParsedArticle], Sequence[Attribution]]
Span = tuple[int, int]


def attribution_scores(
    records: Sequence[Mapping[str, Any]], read: Callable[[str], ParsedArticle] | None = None
) -> dict[str, float]:
    """Return figures over records of polnear_train.

    Args:
        records: Each with its `text` and its `attributions`.
        read: How a text becomes a parsed article; `read_plain` if None.

    Returns:
        `direct`: gold attributions with quoted content and a source. `speaker`: the share of them whose speaker is right (the
        words for it overlap the head of the gold source; where they stand in another sentence, the name agrees).
        `speaker_nearest`: the same by the nearest name. `reported`: the other gold attributions (most are attitudes, not speech).
        `reported_recall`: the share of them whose content and source overlap those of a reported attribution.
        `reported_precision`: the share of reported attributions that agree so with any of the gold.
    """
    direct = right = nearest = reported = recalled = predicted = agreed = 0
    for record in records:
        article = (read or read_plain)(record["text"])
        attributions = list(attribute(article))
        indirect = [attribution for attribution in attributions if not attribution.direct]
        gold = [attribution for attribution in record["attributions"] if attribution["source"]]
        for truth in gold:
            if truth["direct"]:
                direct += 1
                right += speaker_right(article, attributions, truth)
                nearest += nearest_right(article, truth)
            else:
                reported += 1
                recalled += any(_agrees(attribution, truth) for attribution in indirect)
        predicted += len(indirect)
        agreed += sum(any(_agrees(attribution, truth) for truth in gold) for attribution in indirect)
    return {
        "direct": direct,
        "speaker": right / max(direct, 1),
        "speaker_nearest": nearest / max(direct, 1),
        "reported": reported,
        "reported_recall": recalled / max(reported, 1),
        "reported_precision": agreed / max(predicted, 1),
    }


def read_plain(text: str) -> ParsedArticle:
    """Parse a text as it stands, so that offsets are those of the gold."""
    spans = split_sentences(text)
    sentences = tuple(Sentence(n, a, b, text[a:b], "headline" if n == 0 else "body") for n, (a, b) in enumerate(spans))
    return pair_with_parse(Article(text, sentences, text), parse([sentence.text for sentence in sentences]))


def speaker_right(article: ParsedArticle, attributions: Sequence[Attribution], gold: Mapping[str, Any]) -> bool:
    """Return whether the attribution that covers most of the gold content has the gold speaker."""
    best = covering(attributions, gold)
    if best is None:
        return False
    heads = source_heads(article, gold)
    if best.speaker_span is not None:
        return any(_overlap(best.speaker_span, head) for head in heads)
    if best.speaker is None:
        return False
    at_source = {
        attribution.speaker
        for attribution in attributions
        if attribution.speaker_span is not None and any(_overlap(attribution.speaker_span, head) for head in heads)
    }
    return best.speaker in at_source or any(
        _last_name(best.speaker) == _last_name(article.article.text[slice(*head)]) for head in heads
    )


def covering(attributions: Sequence[Attribution], gold: Mapping[str, Any]) -> Attribution | None:
    """Return the attribution that covers most of the gold content; of several those in quotation marks first."""
    best, most = None, (False, 0)
    for attribution in attributions:
        shared = sum(_overlap(span, part) for span in attribution.content for part in _spans(gold["content"]))
        if shared and (attribution.direct, shared) > most:
            best, most = attribution, (attribution.direct, shared)
    return best


def nearest_right(article: ParsedArticle, gold: Mapping[str, Any]) -> bool:
    """Return whether the baseline is right: the name (by the parser) nearest to the quotation, in characters, speaks."""
    start, end = min(a for a, _ in _spans(gold["content"])), max(b for _, b in _spans(gold["content"]))
    heads = source_heads(article, gold)
    names = (
        (sentence.start + name.start_char, sentence.start + name.end_char)
        for sentence, doc in zip(article.article.sentences, article.docs, strict=True)
        for name in doc.ents
        if name.label_ in ("PERSON", "ORG")
    )
    outside = [span for span in names if span[1] <= start or span[0] >= end]
    nearest = min(outside, key=lambda span: max(start - span[1], span[0] - end), default=None)
    text = article.article.text
    return nearest is not None and any(
        _overlap(nearest, head) or _last_name(text[slice(*nearest)]) == _last_name(text[slice(*head)]) for head in heads
    )


def source_heads(article: ParsedArticle, gold: Mapping[str, Any]) -> list[Span]:
    """Return the span of the head word of a gold source, and of a name in apposition to it: "the mayor, Ann Lee" has two."""
    start, end = _spans(gold["source"])[0]
    for sentence, doc in zip(article.article.sentences, article.docs, strict=True):
        if sentence.start <= start < sentence.end:
            source = doc.char_span(start - sentence.start, min(end, sentence.end) - sentence.start, alignment_mode="expand")
            if source is not None:
                head = source.root
                appositions = [child for child in head.children if child.dep_ == "appos" and source.start <= child.i < source.end]
                words = (head, *appositions)
                return [(sentence.start + word.idx, sentence.start + word.idx + len(word.text)) for word in words]
    return [(start, end)]


def _agrees(attribution: Attribution, gold: Mapping[str, Any]) -> bool:
    """Return whether content and source of an attribution overlap those of the gold."""
    content = any(_overlap(span, part) for span in attribution.content for part in _spans(gold["content"]))
    span = attribution.speaker_span
    return content and span is not None and any(_overlap(span, part) for part in _spans(gold["source"]))


def _spans(parts: Sequence[Mapping[str, Any]]) -> list[Span]:
    return [(part["start"], part["end"]) for part in parts]


def _overlap(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _last_name(name: str) -> str:
    """Return the last word of a name as it is compared, "" for none."""
    words = name.replace("’", "'").removesuffix("'s").split()
    return words[-1].casefold() if words else ""
