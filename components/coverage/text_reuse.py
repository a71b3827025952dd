"""Which articles run together word for word: runs of the same words outside quotation marks, and the accounts that leaves.

Shared runs of words are the measure of text reuse of Broder (1997, shingles and containment) and of the METER corpus of agency
copy in newspapers (Clough, Gaizauskas and Piao 2002). Runs are found wherever they stand, so that moved paragraphs count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from ..language import spans_in_quotation_marks
from ..settings.coverage import ACCOUNT_SHARE, LEAST_SHARED_WORDS, REFRAIN, RUN_WORDS, SAME_AGENCY_SHARE
from ..story import Article, Comparison, Span

WORD: Final = re.compile(r"\w+(?:['’]\w+)*")

Token = tuple[str, int, int]
"""A word with its offsets in `Article.text`; of a quoted word the text is empty, and no run goes over it."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two articles (keys in order) and the runs of words that stand in both: how many words, and of how many in each article.

    Only words outside quotation marks are counted: what somebody said is anybody's to print. `runs` pairs the spans, in the
    `Article.text` of either, in the order of the first.
    """

    keys: tuple[str, str]
    words: int
    own: tuple[int, int]
    runs: tuple[tuple[Span, Span], ...]

    @property
    def shares(self) -> tuple[float, float]:
        """Which share of the words of each article stands in the other, 0 to 1."""
        first, second = self.own
        return self.words / max(1, first), self.words / max(1, second)


@dataclass(frozen=True, slots=True)
class _WordIndex:
    """An article as words, with the places in them at which each run of `RUN_WORDS` words begins."""

    tokens: tuple[Token, ...]
    starts: Mapping[tuple[str, ...], Sequence[int]]

    @property
    def own(self) -> int:
        """Words outside quotation marks."""
        return sum(bool(word) for word, _, _ in self.tokens)


def shared_texts(articles: Sequence[Article]) -> tuple[SharedText, ...]:
    """Return every two articles that share a run of words, in the order of the articles. That order changes nothing else."""
    indexes = {article.key: _index_words(article) for article in articles}
    pairs = (_shared_text(one, other, indexes) for one, other in combinations(articles, 2))
    return tuple(shared for shared in pairs if shared.runs)


def independent_accounts(comparison: Comparison, shared: Sequence[SharedText] | None = None) -> tuple[tuple[str, ...], ...]:
    """Return the keys of all articles, those that are one account together. `shared`: their `shared_texts`, if at hand."""
    group = {key: {key} for key in comparison.keys}
    for text in shared_texts(comparison.articles) if shared is None else shared:
        if _one_account(comparison, text):
            joined = set.union(*(group[key] for key in text.keys))
            group.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(tuple(key for key in comparison.keys if key in group[one]) for one in comparison.keys))


def same_agency(one: Article, other: Article) -> bool:
    """Say whether two articles name one and the same agency as the origin of what they print."""
    first, second = (" ".join((article.agency or "").casefold().split()) for article in (one, other))
    return bool(first) and first == second


def _one_account(comparison: Comparison, shared: SharedText) -> bool:
    threshold = SAME_AGENCY_SHARE if same_agency(*(comparison.article(key) for key in shared.keys)) else ACCOUNT_SHARE
    return shared.words >= LEAST_SHARED_WORDS and max(shared.shares) >= threshold


def _index_words(article: Article) -> _WordIndex:
    tokens: list[Token] = []
    quoted = spans_in_quotation_marks([sentence.text for sentence in article.sentences])
    for sentence, spans in zip(article.sentences, quoted, strict=True):
        for match in WORD.finditer(sentence.text):
            in_quotes = any(start <= match.start() < end for start, end in spans)
            word = "" if in_quotes else match.group().casefold().replace("’", "'")
            tokens.append((word, sentence.start + match.start(), sentence.start + match.end()))
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(tokens) - RUN_WORDS + 1):
        run = tuple(word for word, _, _ in tokens[i : i + RUN_WORDS])
        if all(run) and len(starts[run]) < REFRAIN:
            starts[run].append(i)
    return _WordIndex(tuple(tokens), {run: places for run, places in starts.items() if places})


def _shared_text(one: Article, other: Article, indexes: Mapping[str, _WordIndex]) -> SharedText:
    """Lay two articles over each other in an order that only the texts decide: the same runs are found either way."""
    turned = other.text < one.text
    first, second = (indexes[article.key] for article in ((other, one) if turned else (one, other)))
    tiles = _tiles(first, second)
    runs = [(_span(first, i, size), _span(second, j, size)) for i, j, size in tiles]
    ordered = tuple(sorted((b, a) if turned else (a, b) for a, b in runs))
    return SharedText(
        (one.key, other.key), sum(size for *_, size in tiles), (indexes[one.key].own, indexes[other.key].own), ordered
    )


def _tiles(first: _WordIndex, second: _WordIndex) -> list[tuple[int, int, int]]:
    """Return the runs of words in both that do not overlap, at each place the longest: (place, place in the other, words)."""
    taken: set[int] = set()
    tiles, i = [], 0
    if first.starts.keys().isdisjoint(second.starts):
        return []
    while i <= len(first.tokens) - RUN_WORDS:
        places = second.starts.get(tuple(word for word, _, _ in first.tokens[i : i + RUN_WORDS]), ())
        size, place = max(((_length(first, second, i, j, taken), -j) for j in places), default=(0, 0))
        if size < RUN_WORDS:
            i += 1
            continue
        tiles.append((i, -place, size))
        taken.update(range(-place, -place + size))
        i += size
    return tiles


def _length(first: _WordIndex, second: _WordIndex, i: int, j: int, taken: set[int]) -> int:
    """Count the words from here on that are the same, quoted by neither, and of no earlier run."""
    size, longest = 0, min(len(first.tokens) - i, len(second.tokens) - j)
    while size < longest and first.tokens[i + size][0] == second.tokens[j + size][0] != "" and j + size not in taken:
        size += 1
    return size


def _span(index: _WordIndex, i: int, size: int) -> Span:
    return index.tokens[i][1], index.tokens[i + size - 1][2]
