"""What a reader sees first: the summary line, the notes, the legend."""

from __future__ import annotations

from ..coverage import accounts, counts
from ..story import LABELS, Comparison
from . import words
from .render import markup
from .stated import INLINE


def summary_header(comparison: Comparison, *, level: int = 1, title: bool = True) -> str:
    """The story's title (a heading of `level`, unless `title` is off), a chip an article, and the counts with denominators."""
    return markup(
        "header.html",
        comparison=comparison,
        level=level,
        title=title,
        pieces=(*words.pieces(comparison), *_independent(comparison)),
        checked=words.checked(counts(comparison)),
        uncalibrated=not comparison.calibrated,
    )


def _independent(comparison: Comparison) -> tuple[words.Piece, ...]:
    """How many accounts there are, where articles run together word for word."""
    apart, all_ = len(accounts(comparison)), len(comparison.articles)
    if apart == all_:
        return ()
    return (words.Piece(apart, f"independent {'account' if apart == 1 else 'accounts'} in {all_} outlets"),)


def notes(comparison: Comparison, *, folded: bool = False) -> str:
    """What a reader must know first, and the files that were set aside; empty if there is neither.

    `folded`: the files are counted, and named when the reader opens the line.
    """
    if not comparison.notes and not comparison.errors:
        return ""
    return markup("notes.html", notes=comparison.notes, errors=comparison.errors, folded=folded)


def legend(comparison: Comparison, *, marks: bool = True) -> str:
    """What the signs mean, and the marks in a text, unless no text is shown (`marks`)."""
    keys = comparison.keys if len(comparison.keys) <= INLINE else comparison.keys[:1]
    differ = words.differing_details(comparison) > 0
    return markup("legend.html", labels=LABELS, keys=keys if marks else (), differ=differ)
