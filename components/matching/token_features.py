"""What each token of a sentence finds in another sentence: the inputs of the reader, for chosen pairs of sentences only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from .indexed_text import IndexedText
from .late_interaction import token_weights
from .sentence_features import CLOSE, SAME, Closeness, sigmoid

if TYPE_CHECKING:
    from .indexed_text import Matrix

TOKEN_FEATURES: Final = (
    "closeness",  # cosine with the best match in the other sentence
    "same_word",  # its stem stands there
    "margin",  # over the best match in any other sentence of that article
    "spread",  # in how much of that article it has a close match: what is everywhere tells little
    "rarity",
    "number",
    "name",
    "quoted",
    "mark",  # no part of a word
    "close",  # closeness at the two depths of features.py
    "same",
)
GATED: Final = ("rarity", "number", "name", "quoted", "mark")
"""What a token is by itself: with its sort, this decides how much it weighs."""
PARTED: Final = ("numbers", "quotes", "names", "words", "meaning")
"""The kind of evidence a token belongs to, the first that fits: `words` if its stem is in the other sentence, else `meaning`."""


@dataclass(frozen=True, slots=True, eq=False)
class TokenRows:
    """One side of c pairs of sentences, a row for every token of its sentence in each pair: r rows, those of a pair together.

    `starts` (c,) the first row of each pair; `token` (r,) the token's index in its article; `other` (r,) the sentence it is set
    beside; `values` (r, features); `weight` (r,) its rarity; `part` (r,) its place in PARTED.
    """

    starts: Matrix
    token: Matrix
    other: Matrix
    values: Matrix
    weight: Matrix
    part: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class RankedSimilarity:
    """The closeness (t, m) of tokens to sentences, and for each token the best and the second best, (t,) each; 0 for none."""

    closeness: Matrix
    best: Matrix
    second: Matrix

    def and_rival(self, token: Matrix, other: Matrix) -> tuple[Matrix, Matrix]:
        """Of tokens (r,) set beside sentences (r,) the closeness, and the best in any other sentence of that article."""
        import numpy as np

        near = self.closeness[token, other]
        return near, np.where(near >= self.best[token], self.second[token], self.best[token])


def rank_similarity(closeness: Matrix) -> RankedSimilarity:
    """With the two best sentences of each token found once, however many pairs are read."""
    import numpy as np

    ordered = np.partition(closeness, -2, axis=1) if closeness.shape[1] > 1 else np.pad(closeness, ((0, 0), (1, 0)))
    return RankedSimilarity(closeness, ordered[:, -1], ordered[:, -2])


@dataclass(frozen=True, slots=True, eq=False)
class TokenContext:
    """An article set beside another, before pairs are chosen: for its n sentences, its t tokens and the m sentences of the other.

    `starts`, `lengths` (n,) of its sentences, in tokens; `spread` (t,) in how much of the other article each token has a close
    match; `flags` (t, 4) number, name, quoted, mark; `words` (t, m) whether its stem stands in the sentence.
    """

    starts: Matrix
    lengths: Matrix
    near: RankedSimilarity
    spread: Matrix
    weight: Matrix
    flags: Matrix
    words: Matrix


def token_context(this: IndexedText, other: IndexedText, closeness: Matrix, weight: Mapping[str, float]) -> TokenContext:
    """What can be said of the tokens of `this` beside `other` at once; `closeness` as `best_matches` gives it."""
    import numpy as np

    flags, stems = _flags(this)
    columns = {stem: at for at, stem in enumerate(dict.fromkeys(stems))}
    stands = np.zeros((len(columns), len(other)), bool)
    for sentence, lex in enumerate(other.sentences):
        for stem in lex.stems:
            if stem and stem in columns:
                stands[columns[stem], sentence] = True
    return TokenContext(
        starts=this.starts,
        lengths=this.lengths,
        near=rank_similarity(closeness),
        spread=sigmoid(closeness, CLOSE).mean(axis=1),
        weight=token_weights(this, weight),
        flags=flags,
        words=stands[[columns[stem] for stem in stems]],
    )


def _flags(this: IndexedText) -> tuple[Matrix, list[str]]:
    """What kind of token each is, (t, 4), and its stem ("" for none)."""
    import numpy as np

    ends = [*this.starts[1:], len(this.tokens)]
    flags, stems = np.zeros((len(this.tokens), 4), np.float32), [""] * len(this.tokens)
    for lex, start, end in zip(this.sentences, this.starts, ends, strict=True):
        for row in range(start, end):
            if (word := this.token_word[row]) < 0:
                flags[row, 3] = 1
            else:
                stems[row] = stem = lex.stems[word]
                flags[row, :3] = stem in lex.numbers, stem in lex.names, stem in lex.quoted
    return flags, stems


def token_rows(of: TokenContext, mine: Matrix, theirs: Matrix) -> TokenRows:
    """The rows for pairs of sentences: `mine` (c,) of the article itself, `theirs` (c,) of the other."""
    import numpy as np

    lengths = of.lengths[mine]
    starts = np.cumsum(np.append(0, lengths[:-1])).astype(np.intp)
    other = np.repeat(theirs, lengths)
    token = np.repeat(of.starts[mine] - starts, lengths) + np.arange(lengths.sum())
    near, rival = of.near.and_rival(token, other)
    values = np.stack(
        [
            near * 2,
            of.words[token, other],
            (near - rival) * 3,
            np.log(of.spread[token] + 0.02) / 2 + 1,
            of.weight[token] * 2,
            *of.flags[token].T,
            sigmoid(near, CLOSE),
            sigmoid(near, SAME),
        ],
        axis=1,
    ).astype(np.float32)
    number, name, quoted, _ = of.flags[token].T > 0
    part = np.select([number, quoted, name, of.words[token, other]], [0, 1, 2, 3], default=4)
    return TokenRows(starts, token, other, values, of.weight[token], part)


Pairs: TypeAlias = "tuple[Matrix, Matrix]"
"""The left and the right sentences of c pairs, (c,) each."""


@dataclass(frozen=True, slots=True, eq=False)
class ArticlePair:
    """Two articles beside each other, with all that was measured of them before the reading.

    `closeness` as `best_matches` gives it for the plain vectors; `weight` of each stem; `features` (n, m) each.
    """

    sides: tuple[IndexedText, IndexedText]
    closeness: Closeness
    weight: Mapping[str, float]
    features: Mapping[str, Matrix]

    def contexts(self) -> tuple[TokenContext, TokenContext]:
        """Either article as the other sees it."""
        left, right = self.sides
        return token_context(left, right, self.closeness[0], self.weight), token_context(
            right, left, self.closeness[1], self.weight
        )

    def table(self, names: Iterable[str], pairs: Pairs) -> Matrix:
        """These features of the chosen pairs, (c, f)."""
        import numpy as np

        out: Matrix = np.stack([self.features[name][pairs] for name in names], axis=1)
        return out
