"""Articles that run together word for word: how many accounts that leaves, and each two of them with their longest run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..coverage import SharedText, independent_accounts, shared_texts
from ..coverage.text_reuse import RUN, same_agency
from ..story import Article, Comparison
from . import wording
from .render import render_template

CANNOT_TELL: Final = (
    "It cannot tell whose words they are: the same ones may come from an agency or a press release that no text names, and copy "
    "that was rewritten is not found."
)
SHOWN: Final = 160
"""Letters of a run that are shown."""


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """Two articles with words in common; `shares` in per cent; the longest run, and the sentence of each that it begins in.

    `agency`: the one that both name, or empty.
    """

    articles: tuple[Article, Article]
    copy: SharedText
    shares: tuple[str, str]
    longest: str
    places: tuple[int, int]
    agency: str


def shared_copy(comparison: Comparison, *, prefix: str | None = None) -> str:
    """The sentence, and a table of each two articles that share a run of words; empty for one article.

    `prefix`: a sentence number leads to its place in `side_by_side` with this prefix.
    """
    if len(comparison.articles) < wording.PAIR:
        return ""
    found = shared_texts(comparison.articles)
    return render_template(
        "text_reuse.html",
        comparison=comparison,
        told=describe(comparison, found),
        rows=[_pair(comparison, copy) for copy in sorted(found, key=lambda copy: (-max(copy.shares), copy.keys))],
        least=RUN,
        cannot_tell=CANNOT_TELL,
        prefix=prefix,
    )


def describe(comparison: Comparison, found: Sequence[SharedText]) -> str:
    """How many accounts there are: "5 outlets, 2 independent accounts: A, C and D run mostly the same words; so do B and E."."""
    groups = independent_accounts(comparison, found)
    several = {article.outlet for article in comparison.articles if article.outlet}
    outlets = wording.plural(len(comparison.articles), "outlet" if len(several) == len(comparison.articles) else "article")
    joined = [wording.listed(keys) for keys in groups if len(keys) > 1]
    if joined:
        more = "".join(f"; so do {keys}" for keys in joined[1:])
        return f"{outlets}, {wording.plural(len(groups), 'independent account')}: {joined[0]} run mostly the same words{more}."
    if not found:
        return f"{outlets}, {len(groups)} accounts: no two run {RUN} words or more together outside quotations."
    most = max(found, key=lambda copy: max(copy.shares))
    share, key, other = max(zip(most.shares, most.keys, reversed(most.keys), strict=True))
    known = f"at most {wording.percent(share)} of {key} stands in {other}"
    return f"{outlets}, {len(groups)} accounts: no two run mostly the same words; {known}."


def _pair(comparison: Comparison, copy: SharedText) -> SharedCopy:
    first, second = (comparison.article(key) for key in copy.keys)
    spans = max(copy.runs, key=lambda run: run[0][1] - run[0][0])
    return SharedCopy(
        (first, second),
        copy,
        (wording.percent(copy.shares[0]), wording.percent(copy.shares[1])),
        _beginning(first, *spans[0]),
        (_sentence(first, spans[0][0]), _sentence(second, spans[1][0])),
        (first.agency or "") if same_agency(first, second) else "",
    )


def _beginning(article: Article, start: int, end: int) -> str:
    """A run as far as its first sentence goes, with an ellipsis where it goes on."""
    stop = article.sentences[_sentence(article, start)].end
    shown = wording.shorten(" ".join(article.text[start : min(end, stop)].split()), SHOWN)
    return f"{shown} …" if end > stop else shown


def _sentence(article: Article, offset: int) -> int:
    return next(sentence.index for sentence in article.sentences if offset < sentence.end)
