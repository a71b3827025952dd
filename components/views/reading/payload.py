"""What the reading view draws, as plain JSON values: columns with their sentences, and the links between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ...report.model import ComparisonLike, ReportModel, as_model
from ...report.side_by_side import SentenceLine, lines, only_in, reasons
from ...report.verdicts import heading
from ...report.wording import extent, masthead, same
from ...story import LABELS, SYMBOLS, Comparison, Difference, Link, SentenceRef, Status, Verdict
from .claims import Values, claims

TOLD: Final[tuple[Verdict, ...]] = ("differs", "more_specific")
"""Verdicts that the dock tells of unasked; the page Differences has them all."""


def payload(comparison: ComparisonLike, keys: Sequence[str]) -> Values:
    """The articles `keys`, compared with each other only.

    Returns {columns: [{key, title, masthead, sentences}], links: [{ends: [{key, sentence, differing}, ...], words, extent,
    reasons, against, by_hand}], differences: [{index, tag, heading, why, checked, ends: [{key, sentence, text}, ...]}], facts
    (see `claims`), rejected: [[{key, sentence}, {key, sentence}]], states: [[status, symbol, label]], legend}, reasons strongest
    first. Sentences name their links by place in `links`, most probable first, in the same way their differences and facts,
    and under `elsewhere` each column without a partner: the state there and the nearest passage. `index` counts through
    `Comparison.differences`. Spans are [start, end] in code points of the sentence's text.
    """
    model = as_model(comparison)
    comparison = model.comparison
    links = [link for link in comparison.links if link.left in keys and link.right in keys]
    links.sort(key=lambda link: (-link.probability, link.endpoints))
    numbered = [(n, d) for n, d in enumerate(comparison.differences) if _told(d) and {d.left.article, d.right.article} <= {*keys}]
    numbered.sort(key=lambda item: item[1].verdict != "differs")
    facts, facts_at = claims(comparison, keys)
    rejected = [(one, other) for one, other in comparison.rejected if {one.article, other.article} <= {*keys}]
    pairs = [pair for _, pair in numbered]
    return {
        "columns": [_column(model, key, keys, links, pairs, facts_at) for key in keys],
        "links": [_link(comparison, link) for link in links],
        "differences": [{"index": n, **_difference(pair, model.signs.get(pair, ""))} for n, pair in numbered],
        "facts": facts,
        "rejected": [[_place(one), _place(other)] for one, other in rejected],
        "states": [[status, SYMBOLS[status], label] for status, label in LABELS.items()],
        "legend": [[SYMBOLS[status], label] for status, label in _legend(len(keys))] if len(keys) > 1 else [],
    }


def _legend(columns: int) -> tuple[tuple[Status, str], ...]:
    one, every = ("the other", "the other") if columns == 2 else ("another column", "the others")
    return (
        ("stated", f"{LABELS['stated']} in {one}"),
        ("partly", LABELS["partly"]),
        ("not_found", f"{LABELS['not_found']} in {every}"),
        ("unclear", LABELS["unclear"]),
    )


def _column(
    model: ReportModel,
    key: str,
    keys: Sequence[str],
    links: Sequence[Link],
    pairs: Sequence[Difference],
    facts_at: Mapping[SentenceRef, list[int]],
) -> Values:
    comparison = model.comparison
    article = comparison.article(key)
    drawn = []
    for line in lines(model, key, keys):
        index = line.sentence.index
        sentence = SentenceRef(key, index)
        mine = [number for number, link in enumerate(links) if link.side(key) == index]
        linked = {key, *(links[number].other(key)[0] for number in mine)}
        elsewhere = [_elsewhere(comparison, sentence, other) for other in keys if other not in linked]
        details = [n for n, pair in enumerate(pairs) if sentence in pair.endpoints]
        facts = facts_at.get(sentence, [])
        drawn.append({**_sentence(line), "partners": mine, "elsewhere": elsewhere, "differences": details, "facts": facts})
    return {"key": key, "title": article.title, "masthead": masthead(article), "sentences": drawn}


def _sentence(line: SentenceLine) -> Values:
    """A sentence as it is drawn: no symbol and no label beside no other column.

    `marks` are [start, end, kind, tag]: details that differ, and words stated only here unless the whole sentence is.
    """
    marks, at = [], 0
    for piece in line.pieces:
        if piece.kind == "differs" or (piece.kind and line.status != "not_found"):
            marks.append([at, at + len(piece.text), piece.kind, piece.tag])
        at += len(piece.text)
    return {
        "number": line.sentence.index + 1,
        "role": line.sentence.role,
        "text": line.sentence.text,
        "status": line.status,
        "symbol": SYMBOLS[line.status] if line.spoken else "",
        "label": line.spoken,
        "marks": marks,
    }


def _elsewhere(comparison: Comparison, sentence: SentenceRef, other: str) -> Values:
    """A column without a partner: its likeliest state among the facts of a sentence, and the passage that comes closest."""
    states = [fact.presence[other] for fact in comparison.facts_of(*sentence)]
    if not states:
        return {"key": other, "label": f"{LABELS['unclear']} in {other}", "sentence": None}
    state = max(states, key=lambda found: found.probability)
    return {
        "key": other,
        "label": f"{LABELS[state.status]} in {other}{', set by hand' if state.by_hand else ''}",
        "sentence": state.nearest.sentence if state.nearest else None,
    }


def _link(comparison: Comparison, link: Link) -> Values:
    ends = [
        {"key": key, "sentence": index, "differing": [list(span) for span in spans]}
        for (key, index), spans in zip(link.endpoints, only_in(comparison, link), strict=True)
    ]
    telling = [name for name, _ in reasons(link)]
    return {
        "ends": ends,
        "words": same(link.probability, calibrated=comparison.calibrated),
        "extent": extent(link.extent),
        "reasons": [name for name in telling if link.reasons[name] > 0],
        "against": [name for name in telling if link.reasons[name] < 0],
        "by_hand": link.by_hand,
    }


def _place(sentence: SentenceRef) -> Values:
    return {"key": sentence.article, "sentence": sentence.sentence}


def _told(pair: Difference) -> bool:
    """Whether the dock tells of it: also of one that a person found to be none, so that they can think again."""
    return pair.verdict in TOLD or pair.checked != ""


def _difference(pair: Difference, tag: str) -> Values:
    ends = [{"key": side.article, "sentence": side.sentence, "text": side.text} for side in (pair.left, pair.right)]
    return {"tag": tag, "heading": heading(pair), "why": pair.why, "checked": pair.checked, "ends": ends}
