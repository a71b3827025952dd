"""What a story is called where nobody gave it a title, and the words it is found by."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

from ..corrections import active, apply_article_corrections
from ..story import Article
from .models import StoryState, tidy_title

UNTITLED: Final = "Story without a title"
FIRST_WORDS: Final = 80
"""Characters of an article that stand for a headline."""
SEARCH: Final = 200
"""Characters of a search that are looked for."""
_NOT_SEARCHED: Final = re.compile(r"[\x00-\x20\ud800-\udfff]+")


def shown_articles(work: StoryState) -> tuple[Article, ...]:
    """The articles with the mastheads that a person set; furniture stays as read, since no label shows it."""
    mastheads = [correction for _, correction in active(work.corrections) if correction.kind == "masthead"]
    return apply_article_corrections(work.articles, mastheads)


def heading(articles: Iterable[Article]) -> str:
    """The first headline, else the first words of the first article, else that there is no title."""
    articles = tuple(articles)
    headline = next(filter(None, (tidy_title(article.headline) for article in articles)), None)
    return headline or next(filter(None, (_first_words(article.text) for article in articles)), UNTITLED)


def _first_words(text: str) -> str:
    shown = tidy_title(text[: 2 * FIRST_WORDS]) or ""
    return shown if len(shown) <= FIRST_WORDS else shown[:FIRST_WORDS].rpartition(" ")[0] + " …"


def outlets(articles: Iterable[Article]) -> tuple[str, ...]:
    """The outlets, each once, in order."""
    return tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))


def searchable(*texts: str | None) -> str:
    """Texts as they are searched: case and the ways to write one letter made alike."""
    return _NOT_SEARCHED.sub(" ", normalize("NFKC", "\n".join(filter(None, texts))).casefold())


def wanted_words(search: str) -> list[str]:
    """The words of a search, each of which must occur."""
    return searchable(search[:SEARCH]).split()
