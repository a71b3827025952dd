"""Reads quotation marks: which spans of consecutive sentences stand in them.

A quotation may run on over several sentences, and marks get lost. `spans_in_quotation_marks` is the cautious reading, for the
question whether words are the writer's own; `bridge_open_quotations` closes what it leaves open. `closed_quotation_spans`, in
which a mark opens or closes by what stands beside it, is for comparing quotations with each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..settings.claims_and_speech import MAX_SENTENCES_TO_CLOSING_MARK, MAX_UNMARKED_SENTENCES
from ..story import Span
from .lexicon.function_words import SELVES

PAIRS: Final = ("“”", "«»", '""')
"""The double marks that open and close a quotation."""
PAIRED_MARKS: Final = "".join(PAIRS)
ENGLISH_MARKS: Final = '“”"'
LOW_MARK: Final = "„"
"""Opens a quotation that the mark closes which elsewhere opens: „ja“."""
OPENING_MARKS: Final = "".join(pair[0] for pair in PAIRS) + LOW_MARK
CLOSING_MARKS: Final = "".join(pair[1] for pair in PAIRS)
ENGLISH_OPENING: Final = "\"“'‘"
"""With the single marks."""
_MARKS: Final = re.compile(rf"[{PAIRED_MARKS}{LOW_MARK}]+")


def spans_in_quotation_marks(sentences: Sequence[str]) -> list[list[Span]]:
    """Return for each sentence the spans inside double quotation marks, without the marks.

    A quotation left open goes on in the next sentence, and stops there unless a mark closes it: one lost mark must not turn the
    rest of an article into a quotation.
    """
    sentence_spans: list[list[Span]] = []
    open_since: int | None = None
    opener = ""
    for text in sentences:
        spans: list[Span] = []
        runs_on = open_since is not None
        start = 0 if runs_on else None
        for i, character in enumerate(text):
            closes = character in CLOSING_MARKS or opener + character == LOW_MARK + "“"
            if start is not None and closes and not _opens_at_start(text, i):
                spans.append((start, i))
                start = None
            elif start in (None, 0) and character in OPENING_MARKS:  # 0: anew, after a lost mark or with a new paragraph
                start, opener = i + 1, character
        if start is not None and start > 0:
            spans.append((start, len(text)))
        elif start == 0 and runs_on and _is_first_or_second_person(text):
            spans.append((0, len(text)))
        open_since = start if spans and spans[-1][1] == len(text) else None
        sentence_spans.append(spans)
    return sentence_spans


def bridge_open_quotations(sentences: Sequence[str], quoted: Sequence[Sequence[Span]]) -> list[tuple[Span, ...]]:
    """Return quoted spans in which quotations that run on over sentences without a mark are closed.

    The next mark decides: it closes the quotation, or shows that the mark of its end was lost.

    Args:
        sentences: Consecutive sentences.
        quoted: For each of them the spans that `spans_in_quotation_marks` gives.
    """
    bridged = [tuple(spans) for spans in quoted]
    for n, spans in enumerate(quoted):
        if not spans or spans[-1][1] < len(sentences[n]) or spans[-1][0] == 0:
            continue
        for m in range(n + 1, min(n + MAX_UNMARKED_SENTENCES, len(sentences))):
            text = sentences[m]
            mark = next((i for i, character in enumerate(text) if character in ENGLISH_MARKS), None)
            if mark is None:
                continue
            closes = text[mark] == '"' and mark > 0 and not text[mark - 1].isspace() and not text[mark + 1 : mark + 2].isalnum()
            if closes or text[mark] == "”":
                rest = spans_in_quotation_marks([text[mark + 1 :]])[0]
                bridged[m] = ((0, mark), *((start + mark + 1, end + mark + 1) for start, end in rest))
                bridged[n + 1 : m] = [((0, len(unmarked)),) for unmarked in sentences[n + 1 : m]]
            break
    return bridged


def closed_quotation_spans(sentences: Sequence[str]) -> list[list[Span]]:
    """Return for each sentence the spans in quotation marks, without the marks, by what stands beside each mark.

    A sentence without marks counts as quoted if the quotation left open before it is closed after it, so that a lost mark does no
    harm.
    """
    sentence_spans: list[list[Span]] = [[] for _ in sentences]
    unmarked: list[int] | None = None  # sentences without a mark since a quotation was left open
    for i, text in enumerate(sentences):
        start: int | None = None
        for mark in _MARKS.finditer(text):
            if _opens(text, mark):
                start, unmarked = mark.end(), None
                continue
            if start is not None:
                sentence_spans[i].append((start, mark.start()))
            elif unmarked is not None:
                for j in unmarked:
                    sentence_spans[j].append((0, len(sentences[j])))
                sentence_spans[i].append((0, mark.start()))
            start = unmarked = None
        if start is not None:
            sentence_spans[i].append((start, len(text)))
            unmarked = []
        elif unmarked is not None:
            unmarked = [*unmarked, i] if len(unmarked) < MAX_SENTENCES_TO_CLOSING_MARK else None
    return sentence_spans


def _opens_at_start(text: str, i: int) -> bool:
    """Return whether a straight mark opens: before the first word of a sentence it has nothing to close."""
    return i == 0 and text[0] == '"' and bool(text[1:2].strip())


def _is_first_or_second_person(text: str) -> bool:
    """Return whether a sentence says "I", "we" or "you", as one inside a long quotation does that has no mark of its own."""
    return any(word in SELVES for word in text.replace("’", "'").split())


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Return whether quotation marks open; straight ones do if a word follows them and none stands next to them before."""
    before, after = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    last = mark.group()[-1]
    if last in OPENING_MARKS and last != '"':
        return True
    return (not before or before.isspace() or before in "([—–-/") and bool(after) and not after.isspace()
