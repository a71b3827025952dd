"""The text of chosen tokens as spans of their sentence: whole words, no stray marks at the ends, brackets in pairs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ..language import tokenize
from ..language.quotation_marks import PAIRS
from ..language.syntax.dependencies import is_content
from ..story import Span, join_spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_PAIRS: Final = ("()", "[]", *PAIRS)


class SpanFinder:
    """The words of one sentence, ready to be given as spans of its text."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        self._words = {token.i: token for token in doc if _is_word(token)}
        self._words_before = list(accumulate((token.i in self._words for token in doc), initial=0))
        """How many words stand before each token."""
        self._whole_words: dict[int, Span] = {}
        """For each character of a word the span of the whole word."""
        for start, end in _hyphenated_words(self._text):
            self._whole_words |= dict.fromkeys(range(start, end), (start, end))

    def spans_of(self, indices: set[int]) -> tuple[Span, ...]:
        """Return the spans of tokens, sorted and disjoint; neighbours share one span.

        Args:
            indices: Numbers of the tokens in the sentence; punctuation among them is passed over.
        """
        spans: list[Span] = []
        previous = -1
        for index in sorted(indices & self._words.keys()):
            token = self._words[index]
            if _is_stray_conjunction(token, indices):
                continue
            end = token.idx + len(token.text)
            if spans and self._words_before[index] == self._words_before[previous + 1]:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((token.idx, end))
            previous = index
        whole = ((self._whole_word(start)[0], self._whole_word(end - 1)[1]) for start, end in spans)
        return tuple(self._with_partner_marks(span) for span in join_spans(whole))

    def _whole_word(self, offset: int) -> Span:
        """Return the whole word at an offset; a token of the parser may be a part of one ("Spain" in "Spain's")."""
        return self._whole_words.get(offset, (offset, offset + 1))

    def _with_partner_marks(self, span: Span) -> Span:
        """Return a span with the bracket or quotation mark next to it, if the span holds the partner of that mark."""
        text, (start, end) = self._text, span
        first, last = span
        for opening, closing in _PAIRS:
            openings, closings = (text.count(mark, start, end) for mark in (opening, closing))
            unpaired = opening == closing and openings % 2
            if (openings > closings or unpaired) and text[last : last + 1] == closing:
                last += 1
            elif (closings > openings or unpaired) and first and text[first - 1] == opening:
                first -= 1
        return first, last


def _is_word(token: Token) -> bool:
    return is_content(token) or any(character.isalnum() or character in "$£€¥%" for character in token.text)


def _is_stray_conjunction(token: Token, indices: set[int]) -> bool:
    """Return whether a token is an "and" whose second conjunct is not among the chosen tokens."""
    return token.dep_ == "cc" and not is_content(token) and token.i > 0 and token.i + 1 not in indices


def _hyphenated_words(text: str) -> Iterator[Span]:
    """Yield the words of a text; words joined by a hyphen are one."""
    previous: Span | None = None
    for word in tokenize(text):
        if previous and text[previous[1] : word.start] == "-":
            previous = (previous[0], word.end)
            continue
        if previous:
            yield previous
        previous = (word.start, word.end)
    if previous:
        yield previous
