"""Which stretches of consecutive sentences stand in quotation marks; a quotation may run on over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'


def quoted_spans(sentences: Sequence[str]) -> list[list[Span]]:
    """For each sentence the spans inside double quotation marks, without the marks.

    A quotation left open goes on in the next sentence, and stops there unless a mark closes it: one lost mark must not turn the
    rest of an article into a quotation.
    """
    out: list[list[Span]] = []
    open_since: int | None = None
    for text in sentences:
        spans: list[Span] = []
        carried = open_since is not None
        start = 0 if carried else None
        for at, character in enumerate(text):
            if start is None and (character in _OPENING or character == _STRAIGHT):
                start = at + 1
            elif start is not None and (character in _CLOSING or character == _STRAIGHT):
                spans.append((start, at))
                start = None
        if start is not None and start > 0:
            spans.append((start, len(text)))
        elif start == 0 and carried and _goes_on(text):
            spans.append((0, len(text)))
        open_since = start if spans and spans[-1][1] == len(text) else None
        out.append(spans)
    return out


def _goes_on(text: str) -> bool:
    """A middle sentence of a long quotation has no mark of its own; it is taken for one only if it speaks as a person does."""
    return any(word in {"I", "we", "We", "us", "our", "my", "you", "You"} for word in text.replace("’", "'").split())
