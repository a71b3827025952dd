"""An article with the parse of each of its sentences: what every reader of English syntax here works on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from ..story import Article, Detail, Span
from .quotation_marks import spans_in_quotation_marks
from .syntax.dependencies import is_content

if TYPE_CHECKING:
    from spacy.tokens import Doc

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ParsedArticle:
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


def pair_with_parse(article: Article, docs: Sequence[Doc]) -> ParsedArticle:
    """An article with its parse; `docs` has one Doc a sentence."""
    quoted = spans_in_quotation_marks([sent.text for sent in article.sentences])
    return ParsedArticle(article, tuple(docs), tuple(tuple(spans) for spans in quoted))


def cached_per_article(read: Callable[[ParsedArticle], Read]) -> Callable[[ParsedArticle], Read]:
    """A reader of articles that reads each of them once; what it read goes when the article goes."""
    known: WeakKeyDictionary[ParsedArticle, Read] = WeakKeyDictionary()

    @wraps(read)
    def reading(article: ParsedArticle) -> Read:
        if article not in known:
            known[article] = read(article)
        return known[article]

    return reading


def spans_of_words(doc: Doc, marked: Sequence[bool]) -> tuple[Span, ...]:
    """The spans of the marked words of a sentence: what lies between two of them joins them if it tells nothing by itself."""
    out: list[Span] = []
    bridged = False
    for token, own in zip(doc, marked, strict=True):
        if own and not token.is_space and not token.is_punct:
            start = out.pop()[0] if bridged and out else token.idx
            out.append((start, token.idx + len(token)))
            bridged = True
        elif is_content(token):
            bridged = False
    return tuple(out)
