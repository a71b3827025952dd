"""Pairs of details on a page: both sentences with the words marked, the verdict and how it was reached; or in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..story import Article, Comparison, Detail, Difference
from . import wording
from .highlight import Mark, MarkKind, split_by_marks
from .model import ComparisonLike, as_model
from .render import render_template
from .side_by_side import Passage
from .verdicts import KINDS, VERDICT_MEANINGS, VERDICTS, heading, review_note

LINE_LETTERS = 90
"""Letters of a detail in a list of one line each; the rows with whole sentences cut nothing."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Two details as they are shown.

    Attributes:
        difference: The pair.
        sign: Of a difference, "≠3"; empty for a note.
        heading: Kind and verdict.
        by_hand: What a person found of it; empty if nobody looked.
        passages: The sentences of both.
        links: The addresses of both sentences, or empty.
    """

    difference: Difference
    sign: str
    heading: str
    by_hand: str
    passages: tuple[Passage, Passage]
    links: tuple[str, str]


def differences_html(
    comparison: ComparisonLike, *, chosen: Sequence[Difference] | None = None, level: int = 3, prefix: str | None = None
) -> str:
    """Return each of the details that differ with both sentences, verdict and derivation; empty if there are none.

    Args:
        comparison: The comparison, or its model.
        chosen: These pairs of details instead, which may be notes.
        level: Of the headings.
        prefix: A sentence's name leads to its place in `side_by_side_html` with this prefix.
    """
    model = as_model(comparison)
    pairs = [difference for _, difference in model.numbered_differences] if chosen is None else chosen
    rows = [_row(model.comparison, difference, model.difference_signs.get(difference, ""), prefix) for difference in pairs]
    return render_template("differences.html", rows=rows, level=level, meanings=VERDICT_MEANINGS) if rows else ""


def detail_list(comparison: ComparisonLike, *, most: int | None = None) -> str:
    """Return the details that differ in one line each, the words alone; empty if there are none.

    Args:
        comparison: The comparison, or its model.
        most: Only the first so many; all by default.
    """
    model = as_model(comparison)
    rows = [
        (f"≠{n}", KINDS[d.kind], heading(d), [_in_one_line(model.comparison, detail) for detail in (d.left, d.right)])
        for n, d in model.numbered_differences[:most]
    ]
    return render_template("detail_list.html", rows=rows) if rows else ""


def _in_one_line(comparison: Comparison, detail: Detail) -> tuple[Article, int, str]:
    return comparison.article(detail.article), detail.sentence, wording.shorten(detail.text, LINE_LETTERS)


def describe_notes(comparison: ComparisonLike, chosen: Sequence[Difference] | None = None) -> str:
    """Return how many pairs of details (or of those `chosen`) do not differ, by verdict; empty if there are none.

    "4 notes: 1 compatible, 3 more specific"
    """
    verdicts = [pair.verdict for pair in (as_model(comparison).notes if chosen is None else chosen)]
    counts = [f"{verdicts.count(verdict)} {label}" for verdict, label in VERDICTS.items() if verdict in verdicts]
    return f"{len(verdicts)} {'note' if len(verdicts) == 1 else 'notes'}: {', '.join(counts)}" if verdicts else ""


def passages(comparison: Comparison, difference: Difference, sign: str) -> tuple[Passage, Passage]:
    """Return both sentences of a pair of details, whole, their words marked with its sign, or as a note where it has none."""
    return _passage(comparison, difference.left, sign), _passage(comparison, difference.right, sign)


def _row(comparison: Comparison, difference: Difference, sign: str, prefix: str | None) -> DifferenceRow:
    both = passages(comparison, difference, sign)
    links = tuple("" if prefix is None else f"#{prefix}-{side.article.key}-{side.sentence + 1}" for side in both)
    return DifferenceRow(difference, sign, heading(difference), review_note(difference), both, (links[0], links[1]))


def _passage(comparison: Comparison, detail: Detail, sign: str) -> Passage:
    """The whole sentence of a detail, its words marked: a double line where they differ, a single one in a note."""
    article = comparison.article(detail.article)
    sentence = article.sentences[detail.sentence]
    kind: MarkKind = "differs" if sign else "mention"
    marks = [Mark(detail.start, detail.end, kind, sign)]
    return Passage(article, detail.sentence, split_by_marks(sentence.text, marks, offset=sentence.start))
