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
from ..story import Article, Comparison, Span

RUN: Final = 8
"""Words in a row that count as a run. Names, titles and stock phrases are shorter: among 144 pairs of articles that three outlets
wrote on their own no more than 14 % of the words of one stand in such runs of the other, 9 % in the next."""
MOST: Final = 0.5
"""Share of an article's words that makes it one account with the article they also stand in: most of it."""
SAME_AGENCY: Final = 0.25
"""The share that is enough where both name the same agency as the origin of what they print. Of 437 pairs of pages on one event
13 share most of their words and 23 this much; what outlets wrote on their own stays clearly below."""
LEAST: Final = 3 * RUN
"""Words in common below which a share says nothing: all of a text of two lines may stand in another by chance."""
REFRAIN: Final = 20
"""Places of one run that are looked at: an article in which it stands more often repeats itself, and no more is to be found."""
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
class _Read:
    """An article as words, with the places in them at which each run of `RUN` words begins."""

    tokens: tuple[Token, ...]
    starts: Mapping[tuple[str, ...], Sequence[int]]

    @property
    def own(self) -> int:
        """Words outside quotation marks."""
        return sum(bool(word) for word, _, _ in self.tokens)


def shared_texts(articles: Sequence[Article]) -> tuple[SharedText, ...]:
    """Every two articles that share a run of words, in the order of the articles. That order changes nothing else."""
    known = {article.key: _read(article) for article in articles}
    pairs = (_copy(one, other, known) for one, other in combinations(articles, 2))
    return tuple(copy for copy in pairs if copy.runs)


def independent_accounts(comparison: Comparison, found: Sequence[SharedText] | None = None) -> tuple[tuple[str, ...], ...]:
    """The keys of all articles, those that are one account together. `found`: the `copies` of these articles, if at hand."""
    group = {key: {key} for key in comparison.keys}
    for copy in shared_texts(comparison.articles) if found is None else found:
        if _one_account(comparison, copy):
            joined = set.union(*(group[key] for key in copy.keys))
            group.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(tuple(key for key in comparison.keys if key in group[one]) for one in comparison.keys))


def same_agency(one: Article, other: Article) -> bool:
    """Whether two articles name one and the same agency as the origin of what they print."""
    first, second = (" ".join((article.agency or "").casefold().split()) for article in (one, other))
    return bool(first) and first == second


def _one_account(comparison: Comparison, copy: SharedText) -> bool:
    enough = SAME_AGENCY if same_agency(*(comparison.article(key) for key in copy.keys)) else MOST
    return copy.words >= LEAST and max(copy.shares) >= enough


def _read(article: Article) -> _Read:
    tokens: list[Token] = []
    quoted = spans_in_quotation_marks([sentence.text for sentence in article.sentences])
    for sentence, spans in zip(article.sentences, quoted, strict=True):
        for found in WORD.finditer(sentence.text):
            said = any(start <= found.start() < end for start, end in spans)
            word = "" if said else found.group().casefold().replace("’", "'")
            tokens.append((word, sentence.start + found.start(), sentence.start + found.end()))
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(tokens) - RUN + 1):
        run = tuple(word for word, _, _ in tokens[at : at + RUN])
        if all(run) and len(starts[run]) < REFRAIN:
            starts[run].append(at)
    return _Read(tuple(tokens), {run: places for run, places in starts.items() if places})


def _copy(one: Article, other: Article, known: Mapping[str, _Read]) -> SharedText:
    """Laid over each other in an order that only the texts decide, so that the same runs are found whichever comes first."""
    turned = other.text < one.text
    first, second = (known[article.key] for article in ((other, one) if turned else (one, other)))
    tiles = _tiles(first, second)
    runs = [(_span(first, i, size), _span(second, j, size)) for i, j, size in tiles]
    ordered = tuple(sorted((b, a) if turned else (a, b) for a, b in runs))
    return SharedText((one.key, other.key), sum(size for *_, size in tiles), (known[one.key].own, known[other.key].own), ordered)


def _tiles(first: _Read, second: _Read) -> list[tuple[int, int, int]]:
    """Runs of words in both that do not overlap, at each place the longest: (place in the first, place in the second, words)."""
    taken: set[int] = set()
    found, at = [], 0
    if first.starts.keys().isdisjoint(second.starts):
        return []
    while at <= len(first.tokens) - RUN:
        places = second.starts.get(tuple(word for word, _, _ in first.tokens[at : at + RUN]), ())
        size, place = max(((_length(first, second, at, j, taken), -j) for j in places), default=(0, 0))
        if size < RUN:
            at += 1
            continue
        found.append((at, -place, size))
        taken.update(range(-place, -place + size))
        at += size
    return found


def _length(first: _Read, second: _Read, i: int, j: int, taken: set[int]) -> int:
    """How many words from here on are the same, quoted by neither, and of no earlier run."""
    size, most = 0, min(len(first.tokens) - i, len(second.tokens) - j)
    while size < most and first.tokens[i + size][0] == second.tokens[j + size][0] != "" and j + size not in taken:
        size += 1
    return size


def _span(read: _Read, at: int, size: int) -> Span:
    return read.tokens[at][1], read.tokens[at + size - 1][2]
