"""The word-level difference inside a link: which words of two passages are the same, in order, and which differ.

difflib's longest matching blocks (Ratcliff and Obershelp, 1988) over words instead of characters, so that no word is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from ..language import tokenize
from ..story import Span


@dataclass(frozen=True, slots=True)
class WordRun:
    """A stretch of words that two passages share or not. A span is (start, end) in its passage, or None if that side has none."""

    kind: Literal["same", "differs"]
    left: Span | None
    right: Span | None


def diff_words(left: str, right: str) -> tuple[WordRun, ...]:
    """The stretches of two passages in order; each word of either lies in exactly one. Case and accents make no difference."""
    ours, theirs = tokenize(left), tokenize(right)
    matcher = SequenceMatcher(None, [w.form for w in ours], [w.form for w in theirs], autojunk=False)
    return tuple(
        WordRun(
            "same" if tag == "equal" else "differs",
            (ours[i1].start, ours[i2 - 1].end) if i1 < i2 else None,
            (theirs[j1].start, theirs[j2 - 1].end) if j1 < j2 else None,
        )
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def differing_spans(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of words that only `left` has, and those that only `right` has."""
    stretches = [stretch for stretch in diff_words(left, right) if stretch.kind == "differs"]
    return tuple(s.left for s in stretches if s.left), tuple(s.right for s in stretches if s.right)
