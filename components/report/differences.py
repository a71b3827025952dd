"""Pairs of details on a page: both sentences with the words marked, the verdict and how it was reached; or in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..story import Article, Comparison, Detail, Difference
from . import wording
from .highlight import Kind, Mark, split_by_marks
from .render import render_template
from .side_by_side import Passage
from .verdicts import KINDS, MEANINGS, VERDICTS, by_hand, difference_signs, heading, notes, numbered

SHORT = 90
"""Letters of a detail in a list of one line each; the rows with whole sentences cut nothing."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """Two details as they are shown. `tag` is empty for a note; `links` are the addresses of the sentences, or empty."""

    difference: Difference
    tag: str
    heading: str
    hand: str
    sides: tuple[Passage, Passage]
    links: tuple[str, str]


def differences_html(
    comparison: Comparison, *, chosen: Sequence[Difference] | None = None, level: int = 3, prefix: str | None = None
) -> str:
    """Each of the details that differ (or those `chosen`, which may be notes), with both sentences, verdict and derivation.

    Headings are of `level`. `prefix`: a sentence's name leads to its place in `side_by_side` with this prefix.
    """
    shown = [d for _, d in numbered(comparison)] if chosen is None else chosen
    known = difference_signs(comparison)
    pairs = [_pair(comparison, difference, known.get(difference, ""), prefix) for difference in shown]
    return render_template("differences.html", pairs=pairs, level=level, meanings=MEANINGS) if pairs else ""


def detail_list(comparison: Comparison) -> str:
    """The details that differ in one line each, the words alone; empty if there are none."""
    rows = [
        (f"≠{n}", KINDS[d.kind], heading(d), [_shortly(comparison, detail) for detail in (d.left, d.right)])
        for n, d in numbered(comparison)
    ]
    return render_template("detail_list.html", rows=rows) if rows else ""


def _shortly(comparison: Comparison, detail: Detail) -> tuple[Article, int, str]:
    return comparison.article(detail.article), detail.sentence, wording.shorten(detail.text, SHORT)


def describe_notes(comparison: Comparison, chosen: Sequence[Difference] | None = None) -> str:
    """How many pairs of details (or of those `chosen`) do not differ, by verdict; empty if there are none.

    "4 notes: 1 compatible, 3 more specific"
    """
    found = [d.verdict for d in (notes(comparison) if chosen is None else chosen)]
    counted = [f"{found.count(verdict)} {said}" for verdict, said in VERDICTS.items() if verdict in found]
    return f"{len(found)} {'note' if len(found) == 1 else 'notes'}: {', '.join(counted)}" if found else ""


def sides(comparison: Comparison, difference: Difference, sign: str) -> tuple[Passage, Passage]:
    """Both sentences of a pair of details, whole, their words marked with its sign, or as a note where it has none."""
    return _side(comparison, difference.left, sign), _side(comparison, difference.right, sign)


def _pair(comparison: Comparison, difference: Difference, sign: str, prefix: str | None) -> DifferenceRow:
    both = sides(comparison, difference, sign)
    links = tuple("" if prefix is None else f"#{prefix}-{side.article.key}-{side.sentence + 1}" for side in both)
    return DifferenceRow(difference, sign, heading(difference), by_hand(difference), both, (links[0], links[1]))


def _side(comparison: Comparison, detail: Detail, sign: str) -> Passage:
    """The whole sentence of a detail, its words marked: a double line where they differ, a single one in a note."""
    article = comparison.article(detail.article)
    sentence = article.sentences[detail.sentence]
    kind: Kind = "differs" if sign else "mention"
    marks = [Mark(detail.start, detail.end, kind, sign)]
    return Passage(article, detail.sentence, split_by_marks(sentence.text, marks, offset=sentence.start))
