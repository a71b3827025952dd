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

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class ParsedArticle:
    """An article and the parse of each of its sentences, in order. In a Doc, `token.idx` counts from the start of its sentence.

    `quoted` has, for each sentence, the spans inside quotation marks, without the marks, counted like `token.idx`.
    """

    article: Article
    docs: tuple[Doc, ...]
    quoted: tuple[tuple[Span, ...], ...]

    def detail(self, sentence: int, span: Span, value: str | None = None) -> Detail:
        """Return the Detail of a span that is counted from the start of its sentence."""
        offset = self.article.sentences[sentence].start
        start, end = offset + span[0], offset + span[1]
        return Detail(self.article.key, sentence, start, end, self.article.text[start:end], value)

    def in_quotes(self, sentence: int, span: Span) -> bool:
        """Return whether a span of a sentence lies in quotation marks."""
        return any(start <= span[0] and span[1] <= end for start, end in self.quoted[sentence])


def pair_with_parse(article: Article, docs: Sequence[Doc]) -> ParsedArticle:
    """Return an article with its parse and its quotations; `docs` has one Doc for each sentence."""
    quoted = spans_in_quotation_marks([sent.text for sent in article.sentences])
    return ParsedArticle(article, tuple(docs), tuple(tuple(spans) for spans in quoted))


def cached_per_article(read: Callable[[ParsedArticle], Result]) -> Callable[[ParsedArticle], Result]:
    """Return a reader that reads each article once, and keeps the result as long as the article lives."""
    results: WeakKeyDictionary[ParsedArticle, Result] = WeakKeyDictionary()

    @wraps(read)
    def cached_read(article: ParsedArticle) -> Result:
        if article not in results:
            results[article] = read(article)
        return results[article]

    return cached_read


def characters(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return the characters, from the start of the text, of the tokens from `start` up to `end`."""
    span = doc[start:end]
    return span.start_char, span.end_char


def spans_of_words(doc: Doc, mask: Sequence[bool]) -> tuple[Span, ...]:
    """Return the spans of some words of a sentence; two with no content word between them share a span.

    Args:
        doc: The parsed sentence.
        mask: Whether a token is one of these words, for each token of the sentence.
    """
    spans: list[Span] = []
    joins_previous = False
    for token, is_chosen in zip(doc, mask, strict=True):
        if is_chosen and not token.is_space and not token.is_punct:
            start = spans.pop()[0] if joins_previous and spans else token.idx
            spans.append((start, token.idx + len(token)))
            joins_previous = True
        elif is_content(token):
            joins_previous = False
    return tuple(spans)
