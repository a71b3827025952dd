"""The reader: a small network that goes over the tokens of two sentences and says how much speaks for a same fact.

Every token of either sentence is judged by what it finds in the other (token_features.py, and its best match once more after a
fitted projection of the token vectors, the late interaction of ColBERT, Khattab and Zaharia 2020), weighed by a fitted gate, and
pooled over its sentence; the two sides and the features of the pair then give one log-odds. Symmetric in the two sentences.
One model reads the sentences of two articles, another a statement and the passages nearest to it. docs/model-card.md says what
they were fitted on and what they are worth; training/ fits them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from .feature_groups import KINDS, group_of
from .indexed_text import IndexedText
from .late_interaction import max_similarity
from .shapley import shapley_values
from .token_features import (
    GATED,
    PARTED,
    TOKEN_FEATURES,
    ArticlePair,
    Pairs,
    RankedSimilarity,
    TokenRows,
    rank_similarity,
    token_rows,
)

if TYPE_CHECKING:
    from .indexed_text import Matrix

CLIP: Final = 5.0
"""Standardised features of a pair are kept within this many deviations: a page unlike all others must not decide alone."""
LEAST_LENGTH: Final = 1e-4
LEAST_MASS: Final = 1e-3
_BLOCK = 100_000
"""Tokens read at a time, so that long sentences in many pairs fill no memory; a single pair is never cut."""


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """The fitted numbers, as they lie in a file of arrays.

    `projection` (d, p) with `slope` and `centre` of what counts as close after it; `sort` (d, s) and `sort_bias` tell sorts of
    tokens apart; `inner`, `outer` judge a token; `gate` weighs it; `hidden`, `last` and `direct` judge the pair.
    """

    projection: Matrix
    slope: Matrix
    centre: Matrix
    sort: Matrix
    sort_bias: Matrix
    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    outer_bias: Matrix
    gate: Matrix
    gate_bias: Matrix
    hidden: Matrix
    hidden_bias: Matrix
    last: Matrix
    bias: Matrix
    direct: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class TokenModel:
    """A fitted network with the features of a pair it takes: name -> (centre, scale)."""

    parameters: Parameters
    features: Mapping[str, tuple[float, float]]

    @classmethod
    def load(cls, arrays: Mapping[str, Any], prefix: str = "") -> TokenModel:
        """From arrays by name, as `arrays` gives them; raises KeyError for one that is missing."""
        parameters = Parameters(**{field.name: arrays[prefix + field.name].astype("f4") for field in fields(Parameters)})
        names, *scales = (arrays[prefix + part].tolist() for part in ("features", "means", "scales"))
        return cls(parameters, dict(zip(names, zip(*scales, strict=True), strict=True)))

    def arrays(self) -> dict[str, Matrix]:
        """Everything fitted, as arrays by name."""
        import numpy as np

        means, scales = np.array(list(self.features.values()), np.float32).T
        found = {field.name: getattr(self.parameters, field.name) for field in fields(Parameters)}
        return {**found, "features": np.array(list(self.features)), "means": means, "scales": scales}

    def score(self, articles: ArticlePair, pairs: Pairs) -> Iterator[TokenScores]:
        """Read the chosen pairs, some at a time."""
        projected = [rank_similarity(best) for best in max_similarity(*(self._project(side) for side in articles.sides))]
        sorts = [self._sorts(side) for side in articles.sides]
        ours, theirs = articles.contexts()
        for left, right in _blocks(articles, pairs):
            yield TokenScores(
                self,
                (left, right),
                self._pooled(token_rows(ours, left, right), projected[0], sorts[0]),
                self._pooled(token_rows(theirs, right, left), projected[1], sorts[1]),
                self.standard(articles.table(self.features, (left, right))),
            )

    def standard(self, table: Matrix) -> Matrix:
        """Features of pairs, (c, f), on the scale they were fitted on."""
        import numpy as np

        centre, scale = np.array(list(self.features.values()), np.float32).T
        out: Matrix = np.clip((table - centre) / scale, -CLIP, CLIP)
        return out.astype(np.float32)

    def _project(self, side: IndexedText) -> IndexedText:
        """The same tokens after the projection, of unit length."""
        import numpy as np

        projected = side.tokens @ self.parameters.projection
        length = np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), LEAST_LENGTH)
        return replace(side, tokens=projected / length)

    def _sorts(self, side: IndexedText) -> Matrix:
        import numpy as np

        out: Matrix = np.tanh(side.tokens @ (2 * self.parameters.sort) + self.parameters.sort_bias)
        return out

    def _pooled(self, given: TokenRows, projected: RankedSimilarity, sorts: Matrix) -> Pooled:
        """The judgements of all tokens, gathered for each pair and kind of evidence."""
        import numpy as np

        by = self.parameters
        sort = sorts[given.token]
        own = [TOKEN_FEATURES.index(name) for name in GATED]
        values = np.concatenate([given.values, self._again(given, projected), sort], axis=1)
        judged = _bent(_bent(values @ by.inner + by.inner_bias) @ by.outer + by.outer_bias)
        gate = given.weight * _softplus(np.concatenate([given.values[:, own], sort], axis=1) @ by.gate + by.gate_bias)
        total, mass, most = [], [], []
        for part in range(len(PARTED)):
            mine = (given.part == part).astype(np.float32)
            mass.append(np.add.reduceat(gate * mine, given.starts))
            total.append(np.add.reduceat(judged * (gate * mine)[:, None], given.starts))
            most.append(np.maximum.reduceat(judged * mine[:, None], given.starts))
        return Pooled(np.array(total), np.array(mass), np.array(most))

    def _again(self, given: TokenRows, projected: RankedSimilarity) -> Matrix:
        """Closeness, whether it counts as close, and the margin, once more after the projection: (r, 3)."""
        import numpy as np

        near, rival = projected.and_rival(given.token, given.other)
        close = 1 / (1 + np.exp(-self.parameters.slope * (near - self.parameters.centre)))
        out: Matrix = np.stack([near * 2, close, (near - rival) * 3], axis=1)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Pooled:
    """One side of c pairs after pooling its tokens by the p kinds of PARTED: `total`, `most` (p, c, k), `mass` (p, c)."""

    total: Matrix
    mass: Matrix
    most: Matrix

    def among(self, pairs: Matrix) -> Pooled:
        """Of some of the pairs only."""
        return Pooled(self.total[:, pairs], self.mass[:, pairs], self.most[:, pairs])

    def vector(self, parts: Sequence[int]) -> Matrix:
        """Mean, sum and maximum of what these kinds of tokens found, (c, 3 k); zeros for none."""
        import numpy as np

        total, mass = self.total[parts].sum(axis=0), np.maximum(self.mass[parts].sum(axis=0), LEAST_MASS)
        most = self.most[parts].max(axis=0, initial=0.0)
        out: Matrix = np.concatenate([total / mass[:, None], np.log1p(total), most], axis=1)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class TokenScores:
    """Some pairs after reading: what either side found, and the features of the pairs on their standard scale, (c, f)."""

    model: TokenModel
    pairs: Pairs
    left: Pooled
    right: Pooled
    table: Matrix

    def log_odds(self) -> Matrix:
        """The log-odds that they state a same fact, (c,)."""
        by, (of_tokens, of_table) = self.model.parameters, self._hidden()
        inside = _found((self.left, self.right), range(len(PARTED))) @ of_tokens + self.table @ of_table
        out: Matrix = _bent(inside + by.hidden_bias) @ by.last + self.table @ by.direct + by.bias
        return out

    def contributions(self, among: Matrix) -> dict[str, Matrix]:
        """Kind of evidence -> what it adds to the log-odds of the pairs `among` (indices), (a,).

        They add up to the difference from a pair with every feature at its mean and no token at all.
        """
        import numpy as np

        kinds, by, (of_tokens, of_table) = list(KINDS), self.model.parameters, self._hidden()
        own = np.array([kinds.index(group_of(name)) for name in self.model.features])
        table = self.table[among]
        inside = [table[:, own == at] @ of_table[own == at] for at in range(len(kinds))]
        direct = [table[:, own == at] @ by.direct[own == at] for at in range(len(kinds))]
        sides = self.left.among(among), self.right.among(among)
        found = [_found(sides, _members(group, len(PARTED))) @ of_tokens for group in range(2 ** len(PARTED))]
        places = [kinds.index(kind) for kind in PARTED]
        values = []
        for group in range(2 ** len(kinds)):
            joined = _members(group, len(kinds))
            tokens = found[sum(1 << at for at, place in enumerate(places) if place in joined)]
            hidden = _bent(tokens + by.hidden_bias + sum(inside[at] for at in joined))
            values.append(hidden @ by.last + sum(direct[at] for at in joined))
        return dict(zip(kinds, shapley_values(np.array(values)), strict=True))

    def _hidden(self) -> tuple[Matrix, Matrix]:
        """The weights of the hidden layer for what the tokens found, and for the features of the pair."""
        hidden, features = self.model.parameters.hidden, self.table.shape[1]
        return hidden[:-features], hidden[-features:]


def _found(sides: tuple[Pooled, Pooled], parts: Sequence[int]) -> Matrix:
    """What the tokens of these kinds found on both sides, whichever is left: sum and difference, (c, 6 k)."""
    import numpy as np

    a, b = (side.vector(list(parts)) for side in sides)
    out: Matrix = np.concatenate([a + b, np.abs(a - b)], axis=1)
    return out


def _blocks(articles: ArticlePair, pairs: Pairs) -> Iterator[Pairs]:
    """The pairs in order, as many at a time as have about `_BLOCK` tokens together."""
    import numpy as np

    left, right = articles.sides
    block = np.cumsum(left.lengths[pairs[0]] + right.lengths[pairs[1]]) // _BLOCK
    for part in np.split(np.arange(len(block)), np.nonzero(np.diff(block))[0] + 1):
        if len(part):
            yield pairs[0][part], pairs[1][part]


def _members(group: int, size: int) -> list[int]:
    return [at for at in range(size) if group >> at & 1]


def _bent(values: Matrix) -> Matrix:
    import numpy as np

    out: Matrix = np.maximum(values, 0)
    return out


def _softplus(values: Matrix) -> Matrix:
    import numpy as np

    out: Matrix = np.logaddexp(0, values)
    return out
