"""What a person changes by hand: a stretch put back, a stretch taken out, a field of the masthead. Everything else follows."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..story import Article, Removed
from .build import cut_text
from .dates import check_published
from .language_id import language_of
from .lines import clean, visible

BY_HAND: Final = "by hand"


class _Same:
    """The value of a field that is not to change."""


SAME: Final = _Same()
Field = str | None | _Same


def restore(article: Article, removed: Removed) -> Article:
    """`article` with one removed stretch put back. Raises ValueError if it is not one of `article.removed`."""
    if removed not in article.removed:
        raise ValueError("That stretch is not among those removed from this article; choose one that is.")
    left = list(article.removed)
    left.remove(removed)
    return _rebuilt(article, left)


def remove(article: Article, start: int, end: int) -> Article:
    """`article` without raw[start:end], which becomes a `Removed` with the rule "by hand".

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
    changed = _rebuilt(article, sorted([*article.removed, stretch], key=lambda r: r.start))
    if not changed.sentences:
        raise ValueError("Nothing would remain of this article; keep at least one sentence.")
    return changed


def edit(  # noqa: PLR0913 - one keyword for each field of the masthead
    article: Article,
    *,
    outlet: Field = SAME,
    agency: Field = SAME,
    headline: Field = SAME,
    published: Field = SAME,
    dateline: Field = SAME,
    byline: Field = SAME,
) -> Article:
    """`article` with the given fields changed; None or blank clears one. The text stays as it is.

    A headline that is the first line makes that line the headline sentence; None makes it the lede; any other text changes the
    field alone. Raises ValueError if `published` is no ISO 8601 date.
    """
    if not isinstance(published, _Same):
        published = check_published(published)
    masthead = replace(
        article.masthead, dateline=_value(dateline, article.masthead.dateline), byline=_value(byline, article.masthead.byline)
    )
    changed = replace(
        article,
        outlet=_value(outlet, article.outlet),
        agency=_value(agency, article.agency),
        headline=_value(headline, article.headline),
        published=_value(published, article.published),
        masthead=masthead,
    )
    return _relabelled(article, changed)


def _value(given: Field, current: str | None) -> str | None:
    if isinstance(given, _Same):
        return current
    return visible(given or "") or None


def _relabelled(before: Article, after: Article) -> Article:
    """Sentences cut again only when the first line became, or ceased to be, the headline."""
    if after.headline == before.headline or not after.sentences:
        return after
    first = after.sentences[0]
    line = after.text.split("\n", 1)[0]
    if after.headline is None and first.role == "headline":
        return replace(after, sentences=cut_text(after.text, None))
    if after.headline == line and first.role != "headline":
        return replace(after, sentences=cut_text(after.text, line))
    return after


def _rebuilt(article: Article, removed: list[Removed]) -> Article:
    text = clean(article.raw, removed)
    first = article.sentences[0] if article.sentences else None
    headline = first.text if first and first.role == "headline" else article.headline
    return replace(article, text=text, sentences=cut_text(text, headline), removed=tuple(removed), language=language_of(text))
