"""What a reader sees first: the summary line, the notes, the legend."""

from __future__ import annotations

from ..coverage import count_facts, independent_accounts
from ..story import LABELS, Comparison
from . import wording
from .coverage_table import INLINE
from .render import render_template


def summary_header(comparison: Comparison, *, level: int = 1, title: bool = True) -> str:
    """The story's title (a heading of `level`, unless `title` is off), a chip an article, and the counts with denominators."""
    return render_template(
        "header.html",
        comparison=comparison,
        level=level,
        title=title,
        pieces=(*wording.pieces(comparison), *_independent(comparison)),
        checked=wording.checked(count_facts(comparison)),
        uncalibrated=not comparison.calibrated,
    )


def _independent(comparison: Comparison) -> tuple[wording.CountedPart, ...]:
    """How many accounts there are, where articles run together word for word."""
    apart, all_ = len(independent_accounts(comparison)), len(comparison.articles)
    if apart == all_:
        return ()
    return (wording.CountedPart(apart, f"independent {'account' if apart == 1 else 'accounts'} in {all_} outlets"),)


def notes(comparison: Comparison, *, folded: bool = False) -> str:
    """What a reader must know first, and the files that were set aside; empty if there is neither.

    `folded`: the files are counted, and named when the reader opens the line.
    """
    if not comparison.notes and not comparison.errors:
        return ""
    return render_template("notes.html", notes=comparison.notes, errors=comparison.errors, folded=folded)


def legend(comparison: Comparison, *, marks: bool = True) -> str:
    """What the signs mean, and the marks in a text, unless no text is shown (`marks`)."""
    keys = comparison.keys if len(comparison.keys) <= INLINE else comparison.keys[:1]
    differ = wording.differing_details(comparison) > 0
    return render_template("legend.html", labels=LABELS, keys=keys if marks else (), differ=differ)
