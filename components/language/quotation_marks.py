"""Which stretches of consecutive sentences stand in quotation marks; a quotation may run on over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

from ..story import Span
from .lexicon.function_words import SELVES

_OPENING, _CLOSING = '“„«"', '”»"'
_LOW = "„"
"""Closed by the mark that elsewhere opens: „ja“."""


def spans_in_quotation_marks(sentences: Sequence[str]) -> list[list[Span]]:
    """For each sentence the spans inside double quotation marks, without the marks.

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
        for at, character in enumerate(text):
            closes = character in _CLOSING or opener + character == _LOW + "“"
            if start is not None and closes and not _opens_anew(text, at):
                spans.append((start, at))
                start = None
            elif start in (None, 0) and character in _OPENING:  # 0: anew, after a lost mark or with a new paragraph
                start, opener = at + 1, character
        if start is not None and start > 0:
            spans.append((start, len(text)))
        elif start == 0 and carried and _goes_on(text):
            spans.append((0, len(text)))
        open_since = start if spans and spans[-1][1] == len(text) else None
        out.append(spans)
    return out


def _opens_anew(text: str, at: int) -> bool:
    """A straight mark right before the first word of a sentence opens: it has nothing to close there."""
    return at == 0 and text[0] == '"' and bool(text[1:2].strip())


def _goes_on(text: str) -> bool:
    """A middle sentence of a long quotation has no mark of its own; it is taken for one only if it speaks as a person does."""
    return any(word in SELVES for word in text.replace("’", "'").split())
