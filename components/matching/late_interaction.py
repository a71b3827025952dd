"""What two profiles share, for every pair of sentences at once: matrices of n left by m right sentences.

Late interaction is that of ColBERT (Khattab and Zaharia 2020): each token meets its best match on the other side; here each
token weighs as much as the word it is part of is rare within the two articles. Shared words and runs are weighted alike.


How alike the words of two parsed sentences are in their contexts: cosines of token vectors, gathered to parsed words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language import idf
from .indexed_text import IndexedText, SentenceTokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from .indexed_text import Matrix

_BLOCK = 2_000
"""Tokens met at a time: a 10,000-word article against another would fill a gigabyte in one go."""
_PUNCTUATION = 0.05
"""The weight of a token that is no part of a word."""


def idf_of(*profiles: IndexedText) -> Mapping[str, float]:
    """The weight of each stem within these articles taken together, from 0 to about 1."""
    return idf([lex.stems for profile in profiles for lex in profile.sentences])


def token_weights(profile: IndexedText, weight: Mapping[str, float]) -> Matrix:
    """The weight of each token, (T,)."""
    import numpy as np

    ends = [*profile.starts[1:], len(profile.tokens)]
    out = np.full(len(profile.tokens), _PUNCTUATION, np.float32)
    for lex, start, end in zip(profile.sentences, profile.starts, ends, strict=True):
        for row in range(start, end):
            if (word := profile.token_word[row]) >= 0:
                out[row] = max(_PUNCTUATION, weight[lex.stems[word]])
    return out


def max_similarity(left: IndexedText, right: IndexedText) -> tuple[Matrix, Matrix]:
    """The cosine of each left token with its best match in each right sentence, (T left, m), and the other way, (T right, n)."""
    import numpy as np

    ours = np.empty((len(left.tokens), len(right)), np.float32)
    theirs = np.full((len(right.tokens), len(left)), -1, np.float32)
    ends = [*left.starts[1:], len(left.tokens)]
    first = 0
    while first < len(left):
        last = first + 1
        while last < len(left) and ends[last] - left.starts[first] <= _BLOCK:
            last += 1
        rows = slice(left.starts[first], ends[last - 1])
        cosines = left.tokens[rows] @ right.tokens.T
        ours[rows] = np.maximum.reduceat(cosines, right.starts, axis=1)
        theirs[:, first:last] = np.maximum.reduceat(cosines, left.starts[first:last] - left.starts[first], axis=0).T
        first = last
    return ours, theirs


def weighted_coverage(best: Matrix, weight: Matrix, starts: Matrix) -> Matrix:
    """The weighted mean of `best` over the tokens of each sentence: how much of a sentence the other side covers, (n, m)."""
    import numpy as np

    summed = np.add.reduceat(best * weight[:, None], starts, axis=0)
    out: Matrix = summed / np.add.reduceat(weight, starts)[:, None]
    return out


def shared(
    left: IndexedText, right: IndexedText, parts: Callable[[SentenceTokens], Iterable[str]], weight: Mapping[str, float]
) -> tuple[Matrix, Matrix, Matrix]:
    """For a kind of item (stems, names, ...) the weight each two sentences share, (n, m), and of either side: (n,), (m,).

    Items that `weight` lacks count 1.
    """
    import numpy as np

    ours, theirs = [set(parts(lex)) for lex in left.sentences], [set(parts(lex)) for lex in right.sentences]
    column = {item: at for at, item in enumerate(sorted(set().union(*ours) & set().union(*theirs)))} if ours and theirs else {}
    values = np.array([weight.get(item, 1.0) for item in column], np.float32)

    def incidence(rows: list[set[str]]) -> Matrix:
        table = np.zeros((len(rows), len(column)), np.float32)
        for at, items in enumerate(rows):
            table[at, [column[item] for item in items if item in column]] = 1
        return table

    def total(rows: list[set[str]]) -> Matrix:
        return np.array([sum(weight.get(item, 1.0) for item in sorted(items)) for items in rows], np.float32)

    with np.errstate(invalid="ignore"):  # now and then BLAS sets the flag, though all is finite: else `*` would have warned first
        both = (incidence(ours) * values) @ incidence(theirs).T
    return both, total(ours), total(theirs)


def runs(lex: SentenceTokens) -> list[str]:
    """The pairs of neighbouring words of a sentence."""
    return [f"{first} {second}" for first, second in zip(lex.stems, lex.stems[1:], strict=False)]


def run_weights(profiles: Iterable[IndexedText], weight: Mapping[str, float]) -> Mapping[str, float]:
    """The weight of each run: the mean of its words' weights."""
    return {
        f"{a} {b}": (weight[a] + weight[b]) / 2
        for profile in profiles
        for lex in profile.sentences
        for a, b in zip(lex.stems, lex.stems[1:], strict=False)
    }


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """The token vectors of one sentence by the words of its parse, n in all.

    `vectors` (t, d), a token once for every word that it is part of; `words` (k,), the words that have a token; `starts` (k,) the
    first vector of each.
    """

    vectors: NDArray[np.float32]
    words: NDArray[np.intp]
    starts: NDArray[np.intp]
    n: int


def word_vectors(profile: IndexedText, sentence: int, doc: Doc) -> WordVectors:
    """The vectors of one sentence of a profile, gathered to the words of its parse."""
    import numpy as np

    first, length = int(profile.starts[sentence]), int(profile.lengths[sentence])
    tokens_of: dict[int, list[int]] = {}
    for row, word in enumerate(profile.token_word[first : first + length].tolist()):
        tokens_of.setdefault(word, []).append(first + row)
    lexis, at = profile.sentences[sentence].words, 0
    picked, words, starts = list[int](), list[int](), list[int]()
    for token in doc:
        end = token.idx + len(token)
        while at < len(lexis) and lexis[at].end <= token.idx:
            at += 1
        rows, place = list[int](), at
        while place < len(lexis) and lexis[place].start < end:
            rows += tokens_of.get(place, ())
            place += 1
        if rows:
            words.append(token.i)
            starts.append(len(picked))
            picked += rows
    vectors = profile.tokens[np.array(picked, np.intp)]
    return WordVectors(vectors, np.array(words, np.intp), np.array(starts, np.intp), len(doc))


def token_similarity(left: WordVectors, right: WordVectors) -> NDArray[np.float32]:
    """For each word of one sentence and each of another the cosine of their closest tokens, (n, m); 0 for a word without one."""
    import numpy as np

    near = np.zeros((left.n, right.n), np.float32)
    if len(left.words) and len(right.words):
        cosines = np.maximum.reduceat(left.vectors @ right.vectors.T, left.starts, axis=0)
        near[np.ix_(left.words, right.words)] = np.maximum.reduceat(cosines, right.starts, axis=1)
    return near
