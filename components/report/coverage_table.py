"""Who states what: the table of facts by articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..settings.report import ADDED_LETTERS, INLINE_DETAILS, MOST_ADDED, MOST_REMARKS, NAMED_COLUMNS
from ..story import LABELS, Detail, Difference, Fact, Status
from . import wording
from .model import ComparisonLike, FactState, ReportModel, as_model
from .render import render_template
from .second_reader import opinion_lines
from .selection import Order, sections
from .verdicts import VERDICTS, heading

DETAIL_LETTERS = 150
"""Letters of a detail that a row shows; of two versions of a quotation, which run long, it says only that there are two."""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """One fact in one article.

    Attributes:
        key: Of the article.
        status: Of the fact in it; its sign is drawn.
        is_told: Whether the article tells the fact: whole, in part or otherwise.
        sentences: Those that state the fact, from 0, or the nearest one where there is no clear match.
        caption: The small text beside the sign; empty where the sign and the sentence numbers say it all.
        spoken: The whole cell in words, for a screen reader.
        hint: The state with its probability; where the article tells the fact otherwise, also in what.
    """

    key: str
    status: Status
    is_told: bool
    sentences: tuple[int, ...]
    caption: str
    spoken: str
    hint: str


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One fact with its cells, what a second reader says, the details that differ, notes, and what articles add.

    Of a detail that differs there are a sign and the words of both. `added` has the details that an article adds to the label, by
    its key, of the first few articles; `adding_more` is how many more there are. They stand under the label: cells have no room
    for words.
    """

    fact: Fact
    cells: tuple[CoverageCell, ...]
    second: tuple[str, ...]
    differing: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    added: tuple[tuple[str, tuple[str, ...]], ...]
    adding_more: int


def coverage_table_html(
    comparison: ComparisonLike,
    *,
    facts: Sequence[Fact] | None = None,
    order: Order = "weight",
    limit: int | None = None,
    prefix: str | None = None,
    folded: bool = False,
) -> str:
    """Return the table of facts by articles: a sign and its meaning in each cell, sentence numbers from 1.

    Each row leads to `#fact-<id>` (see `fact_card`) and carries `data-fact`, every cell `data-key` and `data-status`.

    Args:
        comparison: The comparison, or its model.
        facts: These instead of all.
        order: Of the facts; "group" puts them under headings.
        limit: Characters to which labels are cut.
        prefix: A sentence number leads to its place in `side_by_side_html` with this prefix.
        folded: Whether each group is a table of its own that opens and closes, the first one open.
    """
    model = as_model(comparison)
    grouped = sections(model.comparison, model.comparison.facts if facts is None else facts, order)
    return table_of_sections(model, grouped, limit=limit, prefix=prefix, folded=folded and order == "group")


def smaller_facts_html(
    comparison: ComparisonLike, small: Sequence[Fact], *, limit: int | None = None, prefix: str | None = None
) -> str:
    """Return the table of the small facts behind one line that opens it, "and 23 smaller facts"; empty if there are none."""
    if not small:
        return ""
    heading = wording.smaller_facts(len(small))
    return table_of_sections(as_model(comparison), [(heading, small)], limit=limit, prefix=prefix, folded=True, opens=False)


def table_of_sections(
    model: ReportModel,
    grouped: Sequence[tuple[str, Sequence[Fact]]],
    *,
    limit: int | None = None,
    prefix: str | None = None,
    folded: bool = False,
    opens: bool = True,
) -> str:
    """Return the table of facts that already stand under their headings; see `coverage_table_html`.

    `opens`: whether the first of folded tables is open.
    """
    parts = [(heading, [_row(model, fact) for fact in facts]) for heading, facts in grouped]
    rows = [row for _, members in parts for row in members]
    articles = len(model.comparison.articles)
    return render_template(
        "coverage_table.html",
        comparison=model.comparison,
        tables=[(heading, [("", members)]) for heading, members in parts] if folded else [("", parts)],
        second=model.comparison.second_reader is not None,
        details=any(row.differing or row.notes for row in rows),
        inline=articles > INLINE_DETAILS or not any(row.differing for row in rows),
        named=articles <= NAMED_COLUMNS,
        labels=LABELS,
        prefix=prefix,
        limit=limit,
        opens=opens,
        empty=not rows,
    )


def _row(model: ReportModel, fact: Fact) -> CoverageRow:
    pairs = model.differences_of(fact)
    differing = [pair for pair in pairs if pair.verdict == "differs"]
    specific = [_specific(model, pair) for pair in pairs if pair.verdict == "more_specific"]
    voices = wording.describe_voices(model.voices(fact))
    remarks = [
        *_more(differing, "that differ"),
        *specific[:MOST_REMARKS],
        *_more(specific, f"that are {VERDICTS['more_specific']}"),
    ]
    added = [
        (key, wording.describe_added(presence.adds, most=MOST_ADDED, letters=ADDED_LETTERS))
        for key, presence in fact.presence.items()
        if presence.adds
    ]
    return CoverageRow(
        fact,
        tuple(_cell(state) for state in model.fact_states(fact).values()),
        opinion_lines(fact),
        tuple((model.difference_signs[pair], _both_details(model, pair)) for pair in differing[:MOST_REMARKS]),
        (*remarks, *([voices] if voices else []), *_nearest(model, fact)),
        tuple(added[:MOST_REMARKS]),
        len(added[MOST_REMARKS:]),
    )


def _nearest(model: ReportModel, fact: Fact) -> tuple[str, ...]:
    """The nearest passages in one line, where there are too many articles to name them in the cells."""
    passages = [
        f"{key} {wording.sentence_number(presence.nearest.sentence)}"
        for key, presence in fact.presence.items()
        if presence.status == "unclear" and presence.nearest
    ]
    if not passages or len(model.comparison.articles) <= NAMED_COLUMNS:
        return ()
    more = f" and {len(passages) - MOST_REMARKS} more" if len(passages) > MOST_REMARKS else ""
    return (f"nearest: {', '.join(passages[:MOST_REMARKS])}{more}",)


def _both_details(model: ReportModel, difference: Difference) -> tuple[str, ...]:
    if difference.kind == "quote":
        return (f"{heading(difference)}{_keys(model, difference)}",)
    return _named_detail(model, difference.left), _named_detail(model, difference.right)


def _named_detail(model: ReportModel, detail: Detail) -> str:
    """The words of a detail, with the key of its article where there are more than two."""
    words = wording.shorten(detail.text, DETAIL_LETTERS)
    return words if len(model.comparison.articles) <= wording.PAIR else f"{detail.article} {words}"


def _specific(model: ReportModel, difference: Difference) -> str:
    return f"{VERDICTS['more_specific']}{_keys(model, difference)}: {difference.why}"


def _keys(model: ReportModel, difference: Difference) -> str:
    """The keys of both articles in brackets, where there are more than two."""
    several = len(model.comparison.articles) > wording.PAIR
    return f" ({difference.left.article}, {difference.right.article})" if several else ""


def _more(items: Sequence[object], kind: str) -> list[str]:
    return [f"and {len(items) - MOST_REMARKS} more {kind}"] if len(items) > MOST_REMARKS else []


def _cell(state: FactState) -> CoverageCell:
    presence = state.presence
    nearest = (presence.nearest.sentence,) if presence.nearest else ()
    label = LABELS[presence.status]
    if presence.counts_as_in:
        sentences, caption = state.sentences or nearest, ""
    elif presence.status == "unclear":
        sentences, caption = nearest, "nearest" if nearest else label
    else:
        sentences, caption = (), label
    numbers = f", {caption} {wording.describe_sentences(sentences)}".replace("  ", " ") if sentences else ""
    hint = wording.describe_presence(presence)
    if presence.status == "differs" and presence.why:
        hint = f"{hint}: {presence.why}"
    is_told = presence.counts_as_in
    return CoverageCell(state.article.key, presence.status, is_told, sentences, caption, f"{label}{numbers}", hint)
