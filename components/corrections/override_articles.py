"""Corrections of the articles themselves, before anything is compared: furniture put back or taken out, the masthead set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..intake import edit, remove, restore
from ..story import Article, Correction, CorrectionKind, Removed, digests
from .log import active

KINDS: Final[frozenset[CorrectionKind]] = frozenset({"restore", "remove", "masthead"})
"""Corrections of articles; all others are of what was found in them."""
FIELDS: Final = ("outlet", "agency", "headline", "published", "dateline", "byline")
"""What can be set in a masthead."""


def apply_article_corrections(articles: Sequence[Article], corrections: Sequence[Correction]) -> tuple[Article, ...]:
    """The articles as a person corrected them; a correction that finds nothing to change changes nothing."""
    return _applied(articles, corrections)[0]


def ineffective_corrections(articles: Sequence[Article], corrections: Sequence[Correction]) -> frozenset[int]:
    """The places in `corrections` of those of articles that change nothing; `articles` are as read."""
    return _applied(articles, corrections)[1]


def _applied(articles: Sequence[Article], corrections: Sequence[Correction]) -> tuple[tuple[Article, ...], frozenset[int]]:
    found = dict(zip(digests(articles), articles, strict=True))
    idle = set()
    for at, correction in active(corrections):
        if correction.kind not in KINDS:
            continue
        digest = correction.anchors[0].article if correction.anchors else ""
        if digest not in found:
            idle.add(at)
            continue
        try:
            found[digest] = _changed(found[digest], correction)
        except ValueError:
            idle.add(at)
    return tuple(found.values()), frozenset(idle)


def _changed(article: Article, correction: Correction) -> Article:
    """The article with one change. Raises ValueError where it does not fit."""
    anchor = correction.anchors[0]
    if correction.kind == "masthead":
        if correction.field not in FIELDS:
            raise ValueError(f"{correction.field} is no field of a masthead")
        return edit(article, **{correction.field: correction.value})
    end = anchor.start + len(anchor.text)
    if article.raw[anchor.start : end] != anchor.text:
        raise ValueError("these words do not stand there")
    if correction.kind == "restore":
        return restore(article, _removed(article, anchor.start, end))
    return _under_its_rule(remove(article, anchor.start, end), anchor.start, correction.value)


def _removed(article: Article, start: int, end: int) -> Removed:
    """The removed stretch raw[start:end]. Raises ValueError if there is none."""
    for item in article.removed:
        if (item.start, item.end) == (start, end):
            return item
    raise ValueError("nothing was removed there")


def _under_its_rule(article: Article, start: int, rule: str | None) -> Article:
    """What is removed again goes under the rule that took it first, so that the article is what it was."""
    if rule is None:
        return article
    return replace(article, removed=tuple(replace(r, rule=rule) if r.start == start else r for r in article.removed))
