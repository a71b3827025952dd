"""What two profiles share, for every pair of sentences at once: matrices of n left by m right sentences.

Late interaction is that of ColBERT (Khattab and Zaharia 2020): each token meets its best match on the other side; here each
token weighs as much as the word it is part of is rare within the two articles. Shared words and runs are weighted alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ..language import rarity
from .profile import Lexis, Profile

if TYPE_CHECKING:
    from .profile import Matrix

_BLOCK = 2_000
"""Tokens met at a time: a 10,000-word article against another would fill a gigabyte in one go."""
_PUNCTUATION = 0.05
"""The weight of a token that is no part of a word."""


def weights(*profiles: Profile) -> Mapping[str, float]:
    """The weight of each stem within these articles taken together, from 0 to about 1."""
    return rarity([lex.stems for profile in profiles for lex in profile.lexis])


def token_weights(profile: Profile, weight: Mapping[str, float]) -> Matrix:
    """The weight of each token, (T,)."""
    import numpy as np

    ends = [*profile.starts[1:], len(profile.tokens)]
    out = np.full(len(profile.tokens), _PUNCTUATION, np.float32)
    for lex, start, end in zip(profile.lexis, profile.starts, ends, strict=True):
        for row in range(start, end):
            if (word := profile.token_word[row]) >= 0:
                out[row] = max(_PUNCTUATION, weight[lex.stems[word]])
    return out


def best_matches(left: Profile, right: Profile) -> tuple[Matrix, Matrix]:
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


def covered(best: Matrix, weight: Matrix, starts: Matrix) -> Matrix:
    """The weighted mean of `best` over the tokens of each sentence: how much of a sentence the other side covers, (n, m)."""
    import numpy as np

    summed = np.add.reduceat(best * weight[:, None], starts, axis=0)
    out: Matrix = summed / np.add.reduceat(weight, starts)[:, None]
    return out


def shared(
    left: Profile, right: Profile, parts: Callable[[Lexis], Iterable[str]], weight: Mapping[str, float]
) -> tuple[Matrix, Matrix, Matrix]:
    """For a kind of item (stems, names, ...) the weight each two sentences share, (n, m), and of either side: (n,), (m,).

    Items that `weight` lacks count 1.
    """
    import numpy as np

    ours, theirs = [set(parts(lex)) for lex in left.lexis], [set(parts(lex)) for lex in right.lexis]
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


def runs(lex: Lexis) -> list[str]:
    """The pairs of neighbouring words of a sentence."""
    return [f"{first} {second}" for first, second in zip(lex.stems, lex.stems[1:], strict=False)]


def run_weights(profiles: Iterable[Profile], weight: Mapping[str, float]) -> Mapping[str, float]:
    """The weight of each run: the mean of its words' weights."""
    return {
        f"{a} {b}": (weight[a] + weight[b]) / 2
        for profile in profiles
        for lex in profile.lexis
        for a, b in zip(lex.stems, lex.stems[1:], strict=False)
    }
