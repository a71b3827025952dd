"""A page -> an Article: furniture out, masthead read, sentences split, language told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..settings import MAX_WORDS
from ..story import Article, InputError, Masthead, Removed, Sentence
from .dates import check_published
from .furniture import find_furniture
from .furniture.headlines import headline_of
from .language_id import language_of
from .lines import bare, clean, visible
from .masthead import Hints, read_masthead
from .sentences import split_sentences


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader of one file format hands on: all visible text, what the form itself tells apart, and its hints."""

    raw: str
    removed: tuple[Removed, ...] = ()
    hints: Hints = field(default_factory=Hints)


MAX_CHARACTERS = 100 * MAX_WORDS
"""Characters in the raw text: an article at the word limit and ten times as much furniture fit."""
MAX_LINES = 2 * MAX_WORDS
"""Lines in the raw text."""


def build_article(page: Page, *, outlet: str | None = None, published: str | None = None, name: str | None = None) -> Article:
    """The article on a page.

    Raises:
        InputError: no sentence is left, or the text is over the limit.
        ValueError: `published` is no ISO 8601 date.
    """
    given = check_published(published)
    check_length(page.raw, name)
    removed = find_furniture(page.raw, page.removed)
    text = clean(page.raw, removed)
    if not any(char.isalnum() for char in text):
        raise InputError(
            "The text has no sentence once page furniture is taken away; paste the text of the article itself.", name=name
        )
    check_words(text, name)
    headline = headline_of(text.split("\n"), page.hints.headline)
    sentences = cut_text(text, headline)
    found = read_masthead([line for line in text.split("\n") if line], removed, headline, page.hints)
    return Article(
        text=text,
        sentences=sentences,
        raw=page.raw,
        removed=removed,
        outlet=visible(outlet or "") or found.outlet,
        agency=found.agency,
        headline=headline,
        published=given or found.date,
        language=language_of(text),
        masthead=Masthead(dateline=found.dateline, byline=found.byline, date=found.date),
        name=visible(name or "") or None,
    )


def check_length(raw: str, name: str | None) -> None:
    """Raise InputError if a text is far over the word limit, before any work on it."""
    if len(raw) > MAX_CHARACTERS or raw.count("\n") > MAX_LINES:
        raise InputError(
            f"The text is far longer than an article of {MAX_WORDS:,} words, the limit; shorten it or split it in parts.",
            name=name,
        )


def check_words(text: str, name: str | None) -> None:
    """Raise InputError if a clean text is over the word limit."""
    words = len(text.split())
    if words > MAX_WORDS:
        raise InputError(
            f"The text has {words:,} words and the limit is {MAX_WORDS:,}; shorten it or split it in parts.", name=name
        )


def cut_text(text: str, headline: str | None) -> tuple[Sentence, ...]:
    """The sentences of a clean text; its first line is one sentence if it is the headline."""
    first = text.split("\n", 1)[0]
    heads = headline is not None and bool(first) and bare(first) == bare(headline)
    spans = [(0, len(first))] if heads else []
    offset = len(first) if heads else 0
    spans += [(start + offset, end + offset) for start, end in split_sentences(text[offset:])]
    return as_sentences(text, spans, headline=heads)


def as_sentences(text: str, spans: Sequence[tuple[int, int]], *, headline: bool) -> tuple[Sentence, ...]:
    """Spans of `text` with their roles: headline if the first is one, then the lede, then the body."""
    lede = 1 if headline else 0
    return tuple(
        Sentence(n, start, end, text[start:end], "headline" if headline and n == 0 else "lede" if n == lede else "body")
        for n, (start, end) in enumerate(spans)
    )
