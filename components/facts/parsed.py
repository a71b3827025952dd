"""Articles with the parse of their sentences, and two sentences set beside each other, for the rooms' readers of details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from ..evidence import quoted_spans
from ..story import Article, Detail

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

Span = tuple[int, int]
Read = TypeVar("Read")
TELLING = ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "ADV")
"""The parts of speech of words that tell something by themselves."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Parsed:
    """An article and the parse of each of its sentences, in order. In a Doc, `token.idx` counts from the start of its sentence.

    `quoted` has, for each sentence, the spans inside quotation marks, without the marks, counted like `token.idx`.
    """

    article: Article
    docs: tuple[Doc, ...]
    quoted: tuple[tuple[Span, ...], ...]

    def detail(self, sentence: int, span: Span, value: str | None = None) -> Detail:
        """The Detail of a span counted from the start of a sentence."""
        at = self.article.sentences[sentence]
        start, end = at.start + span[0], at.start + span[1]
        return Detail(self.article.key, sentence, start, end, self.article.text[start:end], value)

    def in_quotes(self, sentence: int, span: Span) -> bool:
        """Whether a span of a sentence lies in quotation marks."""
        return any(start <= span[0] and span[1] <= end for start, end in self.quoted[sentence])


def parsed(article: Article, docs: Sequence[Doc]) -> Parsed:
    """An article with its parse; `docs` has one Doc a sentence."""
    quoted = quoted_spans([sent.text for sent in article.sentences])
    return Parsed(article, tuple(docs), tuple(tuple(spans) for spans in quoted))


def once(read: Callable[[Parsed], Read]) -> Callable[[Parsed], Read]:
    """A reader of articles that reads each of them once; what it read goes when the article goes."""
    known: WeakKeyDictionary[Parsed, Read] = WeakKeyDictionary()

    @wraps(read)
    def reading(article: Parsed) -> Read:
        if article not in known:
            known[article] = read(article)
        return known[article]

    return reading


@dataclass(frozen=True, slots=True, eq=False)
class SentencePair:
    """Sentence `i` of one article and sentence `j` of another that may state a same fact, with that probability.

    `near` (tokens of the left Doc, of the right Doc) has the cosines of their vectors in context; 0 for a token without one.
    """

    left: Parsed
    i: int
    right: Parsed
    j: int
    probability: float
    near: NDArray[np.float32]

    @property
    def docs(self) -> tuple[Doc, Doc]:
        """The parses of the two sentences."""
        return self.left.docs[self.i], self.right.docs[self.j]

    def closeness(self, left: Token, right: Token) -> float:
        """How alike two tokens are in context: near 1 for the same word in the same role, below about .5 for unrelated ones."""
        return float(self.near[left.i, right.i])


def stretches(doc: Doc, marked: Sequence[bool]) -> tuple[Span, ...]:
    """The spans of the marked words of a sentence: what lies between two of them joins them if it tells nothing by itself."""
    out: list[Span] = []
    bridged = False
    for token, own in zip(doc, marked, strict=True):
        if own and not token.is_space and not token.is_punct:
            start = out.pop()[0] if bridged and out else token.idx
            out.append((start, token.idx + len(token)))
            bridged = True
        elif token.pos_ in TELLING:
            bridged = False
    return tuple(out)
