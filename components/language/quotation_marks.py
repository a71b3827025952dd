"""The one reader of quotation marks: which stretches of consecutive sentences stand in them.

A quotation may run on over several sentences, and marks get lost. Who asks whether words are the writer's own takes the cautious
reading, `spans_in_quotation_marks`, and may let `bridge_open_quotations` close what it leaves open; who sets quotations beside
each other takes `closed_quotation_spans`, in which a mark opens or closes by what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span
from .lexicon.function_words import SELVES

PAIRS: Final = ("“”", "«»", '""')
"""The double marks that open and close a quotation."""
PAIRED_MARKS: Final = "".join(PAIRS)
ENGLISH_MARKS: Final = '“”"'
LOW: Final = "„"
"""Closed by the mark that elsewhere opens: „ja“."""
OPENING_MARKS: Final = "".join(pair[0] for pair in PAIRS) + LOW
CLOSING_MARKS: Final = "".join(pair[1] for pair in PAIRS)
ENGLISH_OPENING: Final = "\"“'‘"
"""With the single marks."""
BRIDGED: Final = 6
"""Sentences that a quotation may run on for without a mark of its own, in the cautious reading."""
RUN_ON: Final = 12
"""The same until a mark closes it."""
_MARKS: Final = re.compile(rf"[{PAIRED_MARKS}{LOW}]+")


def spans_in_quotation_marks(sentences: Sequence[str]) -> list[list[Span]]:
    """Return for each sentence the spans inside double quotation marks, without the marks.

    A quotation left open goes on in the next sentence, and stops there unless a mark closes it: one lost mark must not turn the
    rest of an article into a quotation.
    """
    out: list[list[Span]] = []
    open_since: int | None = None
    opener = ""
    for text in sentences:
        spans: list[Span] = []
        carried = open_since is not None
        start = 0 if carried else None
        for i, character in enumerate(text):
            closes = character in CLOSING_MARKS or opener + character == LOW + "“"
            if start is not None and closes and not _opens_anew(text, i):
                spans.append((start, i))
                start = None
            elif start in (None, 0) and character in OPENING_MARKS:  # 0: anew, after a lost mark or with a new paragraph
                start, opener = i + 1, character
        if start is not None and start > 0:
            spans.append((start, len(text)))
        elif start == 0 and carried and _goes_on(text):
            spans.append((0, len(text)))
        open_since = start if spans and spans[-1][1] == len(text) else None
        out.append(spans)
    return out


def bridge_open_quotations(sentences: Sequence[str], quoted: Sequence[Sequence[Span]]) -> list[tuple[Span, ...]]:
    """Return the spans with the quotations closed that run on over sentences without a mark.

    The next mark decides: it closes the quotation, or shows that the mark of its end was lost.

    Args:
        sentences: consecutive sentences.
        quoted: for each of them the spans that `spans_in_quotation_marks` gives.
    """
    out = [tuple(spans) for spans in quoted]
    for n, spans in enumerate(quoted):
        if not spans or spans[-1][1] < len(sentences[n]) or spans[-1][0] == 0:
            continue
        for m in range(n + 1, min(n + BRIDGED, len(sentences))):
            text = sentences[m]
            mark = next((i for i, character in enumerate(text) if character in ENGLISH_MARKS), None)
            if mark is None:
                continue
            straight = text[mark] == '"' and mark > 0 and not text[mark - 1].isspace() and not text[mark + 1 : mark + 2].isalnum()
            if straight or text[mark] == "”":
                rest = spans_in_quotation_marks([text[mark + 1 :]])[0]
                out[m] = ((0, mark), *((start + mark + 1, end + mark + 1) for start, end in rest))
                out[n + 1 : m] = [((0, len(between)),) for between in sentences[n + 1 : m]]
            break
    return out


def closed_quotation_spans(sentences: Sequence[str]) -> list[list[Span]]:
    """Return for each sentence the spans in quotation marks, without the marks, by what stands beside each mark.

    A sentence without marks counts as quoted if the quotation left open before it is closed after it: a mark lost does no harm.
    """
    out: list[list[Span]] = [[] for _ in sentences]
    running: list[int] | None = None
    for i, text in enumerate(sentences):
        start: int | None = None
        for mark in _MARKS.finditer(text):
            if _opens(text, mark):
                start, running = mark.end(), None
                continue
            if start is not None:
                out[i].append((start, mark.start()))
            elif running is not None:
                for between in running:
                    out[between].append((0, len(sentences[between])))
                out[i].append((0, mark.start()))
            start = running = None
        if start is not None:
            out[i].append((start, len(text)))
            running = []
        elif running is not None:
            running = [*running, i] if len(running) < RUN_ON else None
    return out


def _opens_anew(text: str, i: int) -> bool:
    """Whether a straight mark opens: right before the first word of a sentence it has nothing to close."""
    return i == 0 and text[0] == '"' and bool(text[1:2].strip())


def _goes_on(text: str) -> bool:
    """Whether a sentence speaks as a person does: a middle one of a long quotation has no mark of its own."""
    return any(word in SELVES for word in text.replace("’", "'").split())


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether quotation marks open; straight ones do where a word follows them and none stands right before them."""
    before, after = text[: mark.start()][-1:], text[mark.end() : mark.end() + 1]
    last = mark.group()[-1]
    if last in OPENING_MARKS and last != '"':
        return True
    return (not before or before.isspace() or before in "([—–-/") and bool(after) and not after.isspace()
