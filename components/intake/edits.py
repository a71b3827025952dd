"""What a person changes by hand: a stretch put back, a stretch taken out, a field of the masthead. Everything else follows.

Each function returns a new Article; text, sentences and language are made anew where the text changes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..story import Article, Removed
from .build import split_clean_text
from .dates import check_published
from .language_id import detect_language
from .lines import clean_text, visible_text

BY_HAND: Final = "by hand"
"""The rule of a stretch that a person removed."""


class _Unchanged:
    """The value of a field that is not to change; None would clear it."""


UNCHANGED: Final = _Unchanged()
Field = str | None | _Unchanged


def restore(article: Article, removed: Removed) -> Article:
    """Return the article with one removed stretch put back. Raises ValueError if it is not one of `article.removed`."""
    if removed not in article.removed:
        raise ValueError("That stretch is not among those removed from this article; choose one that is.")
    remaining = list(article.removed)
    remaining.remove(removed)
    return _with_removed(article, remaining)


def remove(article: Article, start: int, end: int) -> Article:
    """Return the article without raw[start:end], which becomes a `Removed` with the rule "by hand".

    Raises:
        ValueError: the stretch is empty, outside the raw text, already removed in part, or all that is left.
    """
    if not 0 <= start < end <= len(article.raw):
        raise ValueError(
            f"{start} to {end} is no stretch of a text of {len(article.raw)} characters; give offsets in Article.raw."
        )
    if any(start < other.end and other.start < end for other in article.removed):
        raise ValueError("A part of that stretch is removed already; choose one that does not overlap it.")
    stretch = Removed(start, end, article.raw[start:end], BY_HAND)
    changed = _with_removed(article, sorted([*article.removed, stretch], key=lambda other: other.start))
    if not changed.sentences:
        raise ValueError("Nothing would remain of this article; keep at least one sentence.")
    return changed


def edit(  # noqa: PLR0913 - one keyword for each field of the masthead
    article: Article,
    *,
    outlet: Field = UNCHANGED,
    agency: Field = UNCHANGED,
    headline: Field = UNCHANGED,
    published: Field = UNCHANGED,
    dateline: Field = UNCHANGED,
    byline: Field = UNCHANGED,
) -> Article:
    """Return the article with the given fields changed; None or blank clears one. The text stays as it is.

    A headline that is the first line makes that line the headline sentence; None makes it the lede; any other text changes the
    field alone.

    Raises:
        ValueError: `published` is no ISO 8601 date.
    """
    if not isinstance(published, _Unchanged):
        published = check_published(published)
    masthead = replace(
        article.masthead,
        dateline=_new_value(dateline, article.masthead.dateline),
        byline=_new_value(byline, article.masthead.byline),
    )
    changed = replace(
        article,
        outlet=_new_value(outlet, article.outlet),
        agency=_new_value(agency, article.agency),
        headline=_new_value(headline, article.headline),
        published=_new_value(published, article.published),
        masthead=masthead,
    )
    return _with_headline_sentence(article, changed)


def _new_value(field: Field, current: str | None) -> str | None:
    """Return the value of a field after an edit."""
    if isinstance(field, _Unchanged):
        return current
    return visible_text(field or "") or None


def _with_headline_sentence(before: Article, after: Article) -> Article:
    """Split the sentences anew, but only if the first line became, or ceased to be, the headline."""
    if after.headline == before.headline or not after.sentences:
        return after
    first = after.sentences[0]
    first_line = after.text.split("\n", 1)[0]
    if after.headline is None and first.role == "headline":
        return replace(after, sentences=split_clean_text(after.text, None))
    if after.headline == first_line and first.role != "headline":
        return replace(after, sentences=split_clean_text(after.text, first_line))
    return after


def _with_removed(article: Article, removed: list[Removed]) -> Article:
    """Return the article without these stretches of its raw text, and with no other removed."""
    text = clean_text(article.raw, removed)
    first = article.sentences[0] if article.sentences else None
    headline = first.text if first and first.role == "headline" else article.headline
    return replace(
        article,
        text=text,
        sentences=split_clean_text(text, headline),
        removed=tuple(removed),
        language=detect_language(text),
    )
