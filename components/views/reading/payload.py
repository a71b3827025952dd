"""What the reading view draws, as plain JSON values: columns with their sentences, and the links between them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from ...report.model import ComparisonLike, ReportModel, as_model
from ...report.side_by_side import SentenceLine, reasons, sentence_lines, unshared_spans
from ...report.verdicts import heading
from ...report.wording import describe_extent, describe_match, masthead_line
from ...story import LABELS, SYMBOLS, Comparison, Difference, Link, SentenceRef, Status, Verdict
from .facts import Values, shown_facts

SHOWN_VERDICTS: Final[tuple[Verdict, ...]] = ("differs", "more_specific")
"""Verdicts that the dock shows unasked; the page Differences has them all."""


def payload(comparison: ComparisonLike, keys: Sequence[str]) -> Values:
    """Return what the view draws: some articles, compared with each other only.

    Args:
        comparison: The whole comparison, or the report model of it.
        keys: The articles to show, in the order of their columns.

    Returns:
        What types.js calls the Payload, without what `show` adds. Sentences name their links, differences and facts by position
        in the lists of these; links stand most probable first, reasons strongest first.
    """
    model = as_model(comparison)
    comparison = model.comparison
    links = [link for link in comparison.links if {link.left, link.right} <= {*keys}]
    links.sort(key=lambda link: (-link.probability, link.endpoints))
    numbered = [
        (index, pair)
        for index, pair in enumerate(comparison.differences)
        if _is_shown(pair) and {pair.left.article, pair.right.article} <= {*keys}
    ]
    numbered.sort(key=lambda item: item[1].verdict != "differs")
    facts, facts_by_sentence = shown_facts(comparison, keys)
    rejected = [(one, other) for one, other in comparison.rejected if {one.article, other.article} <= {*keys}]
    pairs = [pair for _, pair in numbered]
    columns = [_column(model, key, keys, links, pairs, facts_by_sentence) for key in keys]
    statuses = {sentence["status"] for column in columns for sentence in column["sentences"]}
    return {
        "columns": columns,
        "links": [_link(comparison, link) for link in links],
        "differences": [{"index": index, **_difference(pair, model.difference_signs.get(pair, ""))} for index, pair in numbered],
        "facts": facts,
        "rejected": [[_end(one), _end(other)] for one, other in rejected],
        "states": [[status, SYMBOLS[status], label] for status, label in LABELS.items()],
        "legend": [[SYMBOLS[status], label] for status, label in _legend(len(keys), statuses)] if len(keys) > 1 else [],
    }


def _legend(columns: int, statuses: Collection[Status]) -> tuple[tuple[Status, str], ...]:
    """Return the signs with their words; that of what differs only where a sentence has it, for it is rare."""
    one, every = ("the other", "the other") if columns == 2 else ("another column", "the others")
    return (
        ("stated", f"{LABELS['stated']} in {one}"),
        ("partly", LABELS["partly"]),
        ("not_found", f"{LABELS['not_found']} in {every}"),
        ("unclear", LABELS["unclear"]),
        *((("differs", f"{LABELS['differs']} in {one}"),) if "differs" in statuses else ()),
    )


def _column(
    model: ReportModel,
    key: str,
    keys: Sequence[str],
    links: Sequence[Link],
    pairs: Sequence[Difference],
    facts_by_sentence: Mapping[SentenceRef, list[int]],
) -> Values:
    comparison = model.comparison
    article = comparison.article(key)
    sentences = []
    for line in sentence_lines(model, key, keys):
        index = line.sentence.index
        sentence = SentenceRef(key, index)
        partners = [number for number, link in enumerate(links) if link.side(key) == index]
        linked = {key, *(links[number].other(key)[0] for number in partners)}
        elsewhere = [_elsewhere(comparison, sentence, other) for other in keys if other not in linked]
        differences = [number for number, pair in enumerate(pairs) if sentence in pair.endpoints]
        sentences.append(
            {
                **_sentence(line),
                "partners": partners,
                "elsewhere": elsewhere,
                "differences": differences,
                "facts": facts_by_sentence.get(sentence, []),
            }
        )
    return {"key": key, "title": article.title, "masthead": masthead_line(article), "sentences": sentences}


def _sentence(line: SentenceLine) -> Values:
    """Return a sentence as it is drawn: no symbol and no label beside no other column.

    `marks` are [start, end, kind, tag]: details that differ, and words stated only here unless the whole sentence is.
    """
    marks, offset = [], 0
    for piece in line.pieces:
        if piece.kind == "differs" or (piece.kind and line.status != "not_found"):
            marks.append([offset, offset + len(piece.text), piece.kind, piece.tag])
        offset += len(piece.text)
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
    """Return a column without a partner: its likeliest state among a sentence's facts, and the passage that comes closest."""
    states = [fact.presence[other] for fact in comparison.facts_of(*sentence)]
    if not states:
        return {"key": other, "label": f"{LABELS['unclear']} in {other}", "sentence": None}
    state = max(states, key=lambda presence: presence.probability)
    return {
        "key": other,
        "label": f"{LABELS[state.status]} in {other}{', set by hand' if state.by_hand else ''}",
        "sentence": state.nearest.sentence if state.nearest else None,
    }


def _link(comparison: Comparison, link: Link) -> Values:
    ends = [
        {"key": key, "sentence": index, "differing": [list(span) for span in spans]}
        for (key, index), spans in zip(link.endpoints, unshared_spans(comparison, link), strict=True)
    ]
    names = [name for name, _ in reasons(link)]
    return {
        "ends": ends,
        "words": describe_match(link.probability, calibrated=comparison.calibrated),
        "extent": describe_extent(link.extent),
        "reasons": [name for name in names if link.reasons[name] > 0],
        "against": [name for name in names if link.reasons[name] < 0],
        "by_hand": link.by_hand,
    }


def _end(sentence: SentenceRef) -> Values:
    return {"key": sentence.article, "sentence": sentence.sentence}


def _is_shown(pair: Difference) -> bool:
    """Whether the dock shows it: also one that a person found to be none, so that they can think again."""
    return pair.verdict in SHOWN_VERDICTS or pair.checked != ""


def _difference(pair: Difference, tag: str) -> Values:
    ends = [{"key": side.article, "sentence": side.sentence, "text": side.text} for side in (pair.left, pair.right)]
    return {"tag": tag, "heading": heading(pair), "why": pair.why, "checked": pair.checked, "ends": ends}
