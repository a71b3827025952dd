"""A page -> an Article: furniture removed, masthead read, sentences split, language detected."""

from __future__ import annotations

from collections.abc import Sequence

from ..story import Article, InputError, Masthead, Sentence
from .dates import check_published
from .furniture import find_furniture
from .furniture.headlines import read_headline
from .language_id import detect_language
from .lines import clean_text, comparison_key, visible_text
from .masthead import read_masthead
from .page import Page
from .sentences import split_sentences
from .validation import check_length, check_words


def build_article(page: Page, *, outlet: str | None = None, published: str | None = None, name: str | None = None) -> Article:
    """Return the article on a page.

    Args:
        page: what a reader of a file format returns.
        outlet: who published it, if the caller knows; else it is read from the page.
        published: ISO 8601, perhaps without the year (--01-09); else it is read from the page.
        name: the file's name.

    Raises:
        InputError: no sentence is left, or the text is over the limit.
        ValueError: `published` is no ISO 8601 date.
    """
    published = check_published(published)
    check_length(page.raw, name)
    removed = find_furniture(page.raw, page.removed)
    text = clean_text(page.raw, removed)
    if not any(char.isalnum() for char in text):
        raise InputError(
            "The text has no sentence once page furniture is taken away; paste the text of the article itself.", name=name
        )
    check_words(text, name)
    headline = read_headline(text.split("\n"), page.hints.headline)
    masthead = read_masthead([line for line in text.split("\n") if line], removed, headline, page.hints)
    return Article(
        text=text,
        sentences=split_clean_text(text, headline),
        raw=page.raw,
        removed=removed,
        outlet=visible_text(outlet or "") or masthead.outlet,
        agency=masthead.agency,
        headline=headline,
        published=published or masthead.date,
        language=detect_language(text),
        masthead=Masthead(dateline=masthead.dateline, byline=masthead.byline, date=masthead.date),
        name=visible_text(name or "") or None,
    )


def split_clean_text(text: str, headline: str | None) -> tuple[Sentence, ...]:
    """Return the sentences of a clean text; its first line is one sentence if it is the headline."""
    first_line = text.split("\n", 1)[0]
    has_headline = headline is not None and bool(first_line) and comparison_key(first_line) == comparison_key(headline)
    spans = [(0, len(first_line))] if has_headline else []
    offset = len(first_line) if has_headline else 0
    spans += [(start + offset, end + offset) for start, end in split_sentences(text[offset:])]
    return label_sentences(text, spans, headline=has_headline)


def label_sentences(text: str, spans: Sequence[tuple[int, int]], *, headline: bool) -> tuple[Sentence, ...]:
    """Return the sentences at these spans of `text` with their roles: headline (if the first is one), then lede, then body."""
    lede = 1 if headline else 0
    return tuple(
        Sentence(i, start, end, text[start:end], "headline" if headline and i == 0 else "lede" if i == lede else "body")
        for i, (start, end) in enumerate(spans)
    )
