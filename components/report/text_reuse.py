"""Articles that run together word for word: how many accounts that leaves, and each two of them with their longest run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..coverage import SharedText
from ..coverage.text_reuse import same_agency
from ..settings.coverage import RUN_WORDS
from ..story import Article
from . import wording
from .model import ComparisonLike, ReportModel, as_model
from .render import render_template

CANNOT_TELL: Final = (
    "It cannot tell whose words they are: the same ones may come from an agency or a press release that no text names, and copy "
    "that was rewritten is not found."
)
RUN_LETTERS: Final = 160
"""Letters of a run that are shown."""


@dataclass(frozen=True, slots=True)
class SharedTextRow:
    """Two articles with words in common.

    Attributes:
        articles: Both.
        shared_text: The runs that they share.
        shares: Of each article in per cent.
        longest: The words of the longest run.
        sentences: The sentence of each that the longest run begins in, from 0.
        agency: The one that both name, or empty.
    """

    articles: tuple[Article, Article]
    shared_text: SharedText
    shares: tuple[str, str]
    longest: str
    sentences: tuple[int, int]
    agency: str


def text_reuse_html(comparison: ComparisonLike, *, prefix: str | None = None) -> str:
    """Return how many accounts there are, and a table of each two articles that share a run of words; empty for one article.

    Args:
        comparison: The comparison, or its model.
        prefix: A sentence number leads to its place in `side_by_side_html` with this prefix.
    """
    model = as_model(comparison)
    if len(model.comparison.articles) < wording.PAIR:
        return ""
    pairs = sorted(model.shared_texts, key=lambda shared: (-max(shared.shares), shared.keys))
    return render_template(
        "text_reuse.html",
        summary=describe_accounts(model),
        rows=[_row(model, shared) for shared in pairs],
        least=RUN_WORDS,
        cannot_tell=CANNOT_TELL,
        prefix=prefix,
    )


def describe_accounts(comparison: ComparisonLike) -> str:
    """Return how many accounts there are.

    "5 outlets, 2 independent accounts: A, C and D run mostly the same words; so do B and E."
    """
    model = as_model(comparison)
    articles, accounts = model.comparison.articles, model.accounts
    names = {article.outlet for article in articles if article.outlet}
    outlets = wording.plural(len(articles), "outlet" if len(names) == len(articles) else "article")
    joined = [wording.format_list(keys) for keys in accounts if len(keys) > 1]
    if joined:
        more = "".join(f"; so do {keys}" for keys in joined[1:])
        return f"{outlets}, {wording.plural(len(accounts), 'independent account')}: {joined[0]} run mostly the same words{more}."
    if not model.shared_texts:
        return f"{outlets}, {len(accounts)} accounts: no two run {RUN_WORDS} words or more together outside quotations."
    most = max(model.shared_texts, key=lambda shared: max(shared.shares))
    share, key, other = max(zip(most.shares, most.keys, reversed(most.keys), strict=True))
    largest = f"at most {wording.format_percent(share)} of {key} stands in {other}"
    return f"{outlets}, {len(accounts)} accounts: no two run mostly the same words; {largest}."


def _row(model: ReportModel, shared: SharedText) -> SharedTextRow:
    first, second = (model.comparison.article(key) for key in shared.keys)
    longest = max(shared.runs, key=lambda run: run[0][1] - run[0][0])
    return SharedTextRow(
        (first, second),
        shared,
        (wording.format_percent(shared.shares[0]), wording.format_percent(shared.shares[1])),
        _beginning(first, *longest[0]),
        (_sentence_at(first, longest[0][0]), _sentence_at(second, longest[1][0])),
        (first.agency or "") if same_agency(first, second) else "",
    )


def _beginning(article: Article, start: int, end: int) -> str:
    """A run as far as its first sentence goes, with an ellipsis where it goes on."""
    stop = article.sentences[_sentence_at(article, start)].end
    words = wording.shorten(" ".join(article.text[start : min(end, stop)].split()), RUN_LETTERS)
    return f"{words} …" if end > stop else words


def _sentence_at(article: Article, offset: int) -> int:
    return next(sentence.index for sentence in article.sentences if offset < sentence.end)
