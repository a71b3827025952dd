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
    """Split two passages into runs, in order; each word of either lies in exactly one. Case and accents make no difference."""
    left_words, right_words = tokenize(left), tokenize(right)
    matcher = SequenceMatcher(None, [word.form for word in left_words], [word.form for word in right_words], autojunk=False)
    return tuple(
        WordRun(
            "same" if tag == "equal" else "differs",
            (left_words[i1].start, left_words[i2 - 1].end) if i1 < i2 else None,
            (right_words[j1].start, right_words[j2 - 1].end) if j1 < j2 else None,
        )
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    )


def differing_spans(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of words that only `left` has, and those that only `right` has."""
    runs = [run for run in diff_words(left, right) if run.kind == "differs"]
    return tuple(run.left for run in runs if run.left), tuple(run.right for run in runs if run.right)
