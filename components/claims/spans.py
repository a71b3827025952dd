"""From tokens of a sentence to the stretches of text that show them: whole words, no loose marks, no half brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ..language import tokenize
from ..language.quotation_marks import PAIRS
from ..language.syntax.dependencies import is_content
from ..story import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_PAIRS: Final = ("()", "[]", *PAIRS)


class SpanFinder:
    """The text of one sentence, to cut stretches from."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        self._words = {token.i: token for token in doc if _says(token)}
        self._before = list(accumulate((token.i in self._words for token in doc), initial=0))
        """How many words stand before each token."""
        self._whole: dict[int, Span] = {}
        for start, end in _hyphenated(self._text):
            self._whole |= dict.fromkeys(range(start, end), (start, end))

    def of(self, chosen: set[int]) -> tuple[Span, ...]:
        """The chosen tokens as spans of whole words, sorted and disjoint, without marks at their ends."""
        out: list[Span] = []
        last = -1
        for at in sorted(chosen & self._words.keys()):
            token = self._words[at]
            if _dangles(token, chosen):
                continue
            end = token.idx + len(token.text)
            if out and self._before[at] == self._before[last + 1]:
                out[-1] = (out[-1][0], end)
            else:
                out.append((token.idx, end))
            last = at
        whole = ((self._around(start)[0], self._around(end - 1)[1]) for start, end in out)
        return tuple(self._balanced(span) for span in _merged(whole))

    def _around(self, at: int) -> Span:
        """The whole word at a place: a parser's token may be a part of one ("Spain" in "Spain's")."""
        return self._whole.get(at, (at, at + 1))

    def _balanced(self, span: Span) -> Span:
        """With the bracket or quotation mark right before or behind whose partner it holds."""
        text, (start, end) = self._text, span
        first, last = span
        for opening, closing in _PAIRS:
            opened, closed = (text.count(mark, start, end) for mark in (opening, closing))
            odd = opening == closing and opened % 2
            if (opened > closed or odd) and text[last : last + 1] == closing:
                last += 1
            elif (closed > opened or odd) and first and text[first - 1] == opening:
                first -= 1
        return first, last


def _says(token: Token) -> bool:
    return is_content(token) or any(c.isalnum() or c in "$£€¥%" for c in token.text)


def _dangles(token: Token, chosen: set[int]) -> bool:
    """An "and" whose second part is another claim's."""
    return token.dep_ == "cc" and not is_content(token) and token.i > 0 and token.i + 1 not in chosen


def _hyphenated(text: str) -> Iterator[Span]:
    """The words of a text, those joined by a hyphen as one."""
    last: Span | None = None
    for word in tokenize(text):
        if last and text[last[1] : word.start] == "-":
            last = (last[0], word.end)
            continue
        if last:
            yield last
        last = (word.start, word.end)
    if last:
        yield last


def _merged(spans: Iterable[Span]) -> list[Span]:
    out: list[Span] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
