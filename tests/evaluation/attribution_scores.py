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
    """Figures over records of polnear_train.

    `direct`: gold attributions with quoted content and a source; `speaker`: the share of them whose speaker is found (the words
    for it overlap the head of the gold source; where they stand in another sentence, the name agrees); `speaker_nearest`: the
    same by the nearest name. `reported_recall`: share of the other gold attributions (most are attitudes, not speech) whose
    content and source overlap a reported row's; `reported_precision`: share of reported rows that agree so with any of the gold.
    """
    articles = [(record, (read or read_plain)(record["text"])) for record in records]
    hits = nearest = total = reported = wanted = agreed = rows = 0
    for record, article in articles:
        found = list(attribute(article))
        gold = [one for one in record["attributions"] if one["source"]]
        for one in gold:
            if one["direct"]:
                total += 1
                hits += speaker_right(article, found, one)
                nearest += nearest_right(article, one)
            else:
                wanted += 1
                reported += any(_agrees(row, one) for row in found if not row.direct)
        mine = [row for row in found if not row.direct]
        rows += len(mine)
        agreed += sum(any(_agrees(row, one) for one in gold) for row in mine)
    return {
        "direct": total,
        "speaker": hits / max(total, 1),
        "speaker_nearest": nearest / max(total, 1),
        "reported": wanted,
        "reported_recall": reported / max(wanted, 1),
        "reported_precision": agreed / max(rows, 1),
    }


def read_plain(text: str) -> ParsedArticle:
    """A parsed article of this text as it stands, so that offsets are those of the gold."""
    spans = split_sentences(text)
    sentences = tuple(Sentence(n, a, b, text[a:b], "headline" if n == 0 else "body") for n, (a, b) in enumerate(spans))
    return pair_with_parse(Article(text, sentences, text), parse([sentence.text for sentence in sentences]))


def speaker_right(article: ParsedArticle, found: Sequence[Attribution], gold: Mapping[str, Any]) -> bool:
    """Whether the row that covers most of the gold content has the gold speaker."""
    row = covering(found, gold)
    if row is None:
        return False
    heads = source_heads(article, gold)
    if row.speaker_span is not None:
        return any(_overlap(row.speaker_span, head) for head in heads)
    if row.speaker is None:
        return False
    here = {one.speaker for one in found if one.speaker_span is not None and any(_overlap(one.speaker_span, h) for h in heads)}
    return row.speaker in here or any(_last(row.speaker) == _last(article.article.text[slice(*head)]) for head in heads)


def covering(found: Sequence[Attribution], gold: Mapping[str, Any]) -> Attribution | None:
    """The row that covers most of the gold content; of several those in quotation marks first."""
    best, most = None, (False, 0)
    for row in found:
        shared = sum(_overlap(span, part) for span in row.content for part in _spans(gold["content"]))
        if shared and (row.direct, shared) > most:
            best, most = row, (row.direct, shared)
    return best


def nearest_right(article: ParsedArticle, gold: Mapping[str, Any]) -> bool:
    """The baseline: the name (as the parser finds names) nearest to the quotation, in characters, speaks."""
    start, end = min(a for a, _ in _spans(gold["content"])), max(b for _, b in _spans(gold["content"]))
    heads = source_heads(article, gold)
    names = (
        (at.start + name.start_char, at.start + name.end_char)
        for at, doc in zip(article.article.sentences, article.docs, strict=True)
        for name in doc.ents
        if name.label_ in ("PERSON", "ORG")
    )
    outside = [span for span in names if span[1] <= start or span[0] >= end]
    near = min(outside, key=lambda span: max(start - span[1], span[0] - end), default=None)
    text = article.article.text
    return near is not None and any(_overlap(near, h) or _last(text[slice(*near)]) == _last(text[slice(*h)]) for h in heads)


def source_heads(article: ParsedArticle, gold: Mapping[str, Any]) -> list[Span]:
    """The span of the head word of a gold source, and of the name set beside it: "the mayor, Ann Lee" has two."""
    start, end = _spans(gold["source"])[0]
    for at, doc in zip(article.article.sentences, article.docs, strict=True):
        if at.start <= start < at.end:
            inside = doc.char_span(start - at.start, min(end, at.end) - at.start, alignment_mode="expand")
            if inside is not None:
                head = inside.root
                beside = [child for child in head.children if child.dep_ == "appos" and inside.start <= child.i < inside.end]
                return [(at.start + one.idx, at.start + one.idx + len(one.text)) for one in (head, *beside)]
    return [(start, end)]


def _agrees(row: Attribution, gold: Mapping[str, Any]) -> bool:
    content = any(_overlap(span, part) for span in row.content for part in _spans(gold["content"]))
    source = row.speaker_span is not None and any(_overlap(row.speaker_span, part) for part in _spans(gold["source"]))
    return content and source


def _spans(parts: Sequence[Mapping[str, Any]]) -> list[Span]:
    return [(part["start"], part["end"]) for part in parts]


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _last(name: str) -> str:
    words = name.replace("’", "'").removesuffix("'s").split()
    return words[-1].casefold() if words else ""
