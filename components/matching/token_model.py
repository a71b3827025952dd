"""The token model: a small network that goes over the tokens of two sentences and gives the log-odds that they state a same fact.

Every token of either sentence is scored by what it finds in the other (token_features.py, and its best match once more after a
fitted projection of the token vectors, the late interaction of ColBERT, Khattab and Zaharia 2020), weighted by a fitted gate, and
pooled over its sentence; the two sides and the features of the pair then give one log-odds. Symmetric in the two sentences.
One model scores the sentences of two articles, another a statement and the passages nearest to it. docs/model-card.md says what
they were fitted on and how good they are; training/ fits them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np

from .arrays import Matrix, sigmoid
from .feature_groups import FEATURE_GROUPS, group_of
from .indexed_text import IndexedText
from .late_interaction import max_similarity
from .shapley import shapley_values
from .token_features import (
    GATE_FEATURES,
    TOKEN_FEATURES,
    TOKEN_GROUPS,
    ArticlePair,
    RankedSimilarity,
    SentencePairs,
    TokenRows,
    rank_similarity,
    token_rows,
)

CLIP: Final = 5.0
"""Standardised features of a pair are kept within this many deviations: a page unlike all others must not decide alone."""
MIN_LENGTH: Final = 1e-4
"""The least length that a projected vector is divided by."""
MIN_MASS: Final = 1e-3
"""The least sum of gates that scores are divided by: a sentence may have no token of a group."""
_BLOCK = 100_000
"""Tokens scored at a time, so that long sentences in many pairs fill no memory; a single pair is never cut."""


@dataclass(frozen=True, slots=True, eq=False)
class Parameters:
    """The fitted numbers, float32, named as they lie in the file of arrays.

    d is the width of the encoder's vectors, p that of the projection, s the number of token types, v the number of values of a
    token (11 features, 3 after the projection, s types), k the width of a token's scores, f the number of features of a pair.

    Attributes:
        projection: (d, p), of token vectors.
        slope: Of the sigmoid that says what counts as close after the projection, ().
        centre: Of the same, a cosine, ().
        sort: (d, s), and `sort_bias` (s,): the types of tokens.
        inner: (v, i), and `inner_bias` (i,): the first layer over a token's values.
        outer: (i, k), and `outer_bias` (k,): the second, which gives its scores.
        gate: (5 + s,), and `gate_bias` (): how much a token weighs.
        hidden: (6 k + f, h), and `hidden_bias` (h,): the layer over a pair.
        last: (h,), and `bias` (): the log-odds from it.
        direct: (f,): the log-odds from the pair's features past the hidden layer.
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
    def from_arrays(cls, arrays: Mapping[str, Any], prefix: str = "") -> TokenModel:
        """Return the model that `to_arrays` gave, whose names here begin with a prefix.

        Raises:
            KeyError: If an array is missing.
        """
        parameters = Parameters(**{field.name: arrays[prefix + field.name].astype("f4") for field in fields(Parameters)})
        names, *scales = (arrays[prefix + name].tolist() for name in ("features", "means", "scales"))
        return cls(parameters, dict(zip(names, zip(*scales, strict=True), strict=True)))

    def to_arrays(self) -> dict[str, Matrix]:
        """Return everything fitted, as arrays by name."""
        means, scales = np.array(list(self.features.values()), np.float32).T
        parameters = {field.name: getattr(self.parameters, field.name) for field in fields(Parameters)}
        return {**parameters, "features": np.array(list(self.features)), "means": means, "scales": scales}

    def score(self, articles: ArticlePair, pairs: SentencePairs) -> Iterator[TokenScores]:
        """Yield the scores of the chosen pairs, a block of them at a time, in order."""
        of_left, of_right = max_similarity(*(self._project(text) for text in articles.texts))
        projected = rank_similarity(of_left), rank_similarity(of_right, alone=articles.statements)
        types = [self._token_types(text) for text in articles.texts]
        left_context, right_context = articles.contexts()
        for left, right in _blocks(articles, pairs):
            yield TokenScores(
                self,
                (left, right),
                self._pool(token_rows(left_context, left, right), projected[0], types[0]),
                self._pool(token_rows(right_context, right, left), projected[1], types[1]),
                self.standardize(articles.feature_table(self.features, (left, right))),
            )

    def standardize(self, table: Matrix) -> Matrix:
        """Return features of pairs, (c, f), in deviations from the mean they were fitted with, float32 within `CLIP`."""
        centre, scale = np.array(list(self.features.values()), np.float32).T
        out: Matrix = np.clip((table - centre) / scale, -CLIP, CLIP)
        return out.astype(np.float32)

    def _project(self, text: IndexedText) -> IndexedText:
        """Return the text with its tokens projected, of unit length."""
        projected = text.tokens @ self.parameters.projection
        length = np.maximum(np.linalg.norm(projected, axis=1, keepdims=True), MIN_LENGTH)
        return replace(text, tokens=projected / length)

    def _token_types(self, text: IndexedText) -> Matrix:
        """Return how much each token is of each type, (T, s), -1 to 1."""
        out: Matrix = np.tanh(text.tokens @ (2 * self.parameters.sort) + self.parameters.sort_bias)
        return out

    def _pool(self, rows: TokenRows, projected: RankedSimilarity, types: Matrix) -> PooledTokens:
        """Return the scores of all tokens, pooled for each pair and group."""
        parameters = self.parameters
        row_types = types[rows.token]
        gate_columns = [TOKEN_FEATURES.index(name) for name in GATE_FEATURES]
        values = np.concatenate([rows.values, self._projected_features(rows, projected), row_types], axis=1)
        scores = _relu(_relu(values @ parameters.inner + parameters.inner_bias) @ parameters.outer + parameters.outer_bias)
        gate_values = np.concatenate([rows.values[:, gate_columns], row_types], axis=1)
        gates = rows.weights * _softplus(gate_values @ parameters.gate + parameters.gate_bias)
        total, mass, most = [], [], []
        for group in range(len(TOKEN_GROUPS)):
            member = (rows.group == group).astype(np.float32)
            mass.append(np.add.reduceat(gates * member, rows.starts))
            total.append(np.add.reduceat(scores * (gates * member)[:, None], rows.starts))
            most.append(np.maximum.reduceat(scores * member[:, None], rows.starts))
        return PooledTokens(np.array(total), np.array(mass), np.array(most))

    def _projected_features(self, rows: TokenRows, projected: RankedSimilarity) -> Matrix:
        """Return the cosine after the projection, whether it counts as close, and its margin over the rival, (r, 3)."""
        similarity, rival = projected.with_rival(rows.token, rows.other)
        close = sigmoid(similarity, self.parameters.centre, self.parameters.slope)
        out: Matrix = np.stack([similarity * 2, close, (similarity - rival) * 3], axis=1)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class PooledTokens:
    """One side of c pairs after pooling its tokens by the g groups of `TOKEN_GROUPS`; a token has k scores.

    Attributes:
        total: The sum of the tokens' scores, each times its gate, (g, c, k).
        mass: The sum of the gates, (g, c).
        most: The highest of each score, (g, c, k).
    """

    total: Matrix
    mass: Matrix
    most: Matrix

    def select(self, pairs: Matrix) -> PooledTokens:
        """Return the same of some of the pairs only, by their indices."""
        return PooledTokens(self.total[:, pairs], self.mass[:, pairs], self.most[:, pairs])

    def summary(self, groups: Sequence[int]) -> Matrix:
        """Return mean, sum (as log(1 + sum)) and maximum of the scores of some groups, (c, 3 k); zeros for none."""
        total, mass = self.total[groups].sum(axis=0), np.maximum(self.mass[groups].sum(axis=0), MIN_MASS)
        most = self.most[groups].max(axis=0, initial=0.0)
        out: Matrix = np.concatenate([total / mass[:, None], np.log1p(total), most], axis=1)
        return out


@dataclass(frozen=True, slots=True, eq=False)
class TokenScores:
    """A block of c pairs as the token model scored them.

    Attributes:
        model: The token model.
        pairs: Their sentences.
        left: The pooled tokens of the left sentences.
        right: The pooled tokens of the right sentences.
        features: The features of the pairs, standardised, (c, f).
    """

    model: TokenModel
    pairs: SentencePairs
    left: PooledTokens
    right: PooledTokens
    features: Matrix

    def log_odds(self) -> Matrix:
        """Return the log-odds that two sentences state a same fact, (c,)."""
        parameters, (token_weights, feature_weights) = self.model.parameters, self._hidden_weights()
        tokens = _both_sides((self.left, self.right), range(len(TOKEN_GROUPS))) @ token_weights
        hidden = _relu(tokens + self.features @ feature_weights + parameters.hidden_bias)
        out: Matrix = hidden @ parameters.last + self.features @ parameters.direct + parameters.bias
        return out

    def contributions(self, among: Matrix) -> dict[str, Matrix]:
        """Return what each feature group adds to the log-odds of some of the pairs: its Shapley value.

        The contributions add up to the difference from a pair with every feature at its mean and no token at all.

        Args:
            among: Indices of a pairs of the block, (a,).

        Returns:
            Feature group -> (a,).
        """
        groups, parameters, (token_weights, feature_weights) = list(FEATURE_GROUPS), self.model.parameters, self._hidden_weights()
        group_index = np.array([groups.index(group_of(name)) for name in self.model.features])
        columns = [group_index == index for index in range(len(groups))]
        features = self.features[among]
        to_hidden = [features[:, chosen] @ feature_weights[chosen] for chosen in columns]
        to_output = [features[:, chosen] @ parameters.direct[chosen] for chosen in columns]
        sides = self.left.select(among), self.right.select(among)
        tokens = [
            _both_sides(sides, _members(coalition, len(TOKEN_GROUPS))) @ token_weights
            for coalition in range(2 ** len(TOKEN_GROUPS))
        ]
        token_groups = [groups.index(group) for group in TOKEN_GROUPS]
        values = []
        for coalition in range(2 ** len(groups)):
            members = _members(coalition, len(groups))
            of_tokens = tokens[sum(1 << bit for bit, group in enumerate(token_groups) if group in members)]
            hidden = _relu(of_tokens + parameters.hidden_bias + sum(to_hidden[group] for group in members))
            values.append(hidden @ parameters.last + sum(to_output[group] for group in members))
        return dict(zip(groups, shapley_values(np.array(values)), strict=True))

    def _hidden_weights(self) -> tuple[Matrix, Matrix]:
        """Return the weights of the hidden layer for the pooled tokens, (6 k, h), and for the features of the pair, (f, h)."""
        hidden, features = self.model.parameters.hidden, self.features.shape[1]
        return hidden[:-features], hidden[-features:]


def _both_sides(sides: tuple[PooledTokens, PooledTokens], groups: Sequence[int]) -> Matrix:
    """Return the sum and the difference of both sides' summaries of some groups, (c, 6 k): the same whichever is left."""
    left, right = (side.summary(list(groups)) for side in sides)
    out: Matrix = np.concatenate([left + right, np.abs(left - right)], axis=1)
    return out


def _blocks(articles: ArticlePair, pairs: SentencePairs) -> Iterator[SentencePairs]:
    """Yield the pairs in order, as many at a time as have about `_BLOCK` tokens together."""
    left, right = articles.texts
    block = np.cumsum(left.lengths[pairs[0]] + right.lengths[pairs[1]]) // _BLOCK
    for indices in np.split(np.arange(len(block)), np.nonzero(np.diff(block))[0] + 1):
        if len(indices):
            yield pairs[0][indices], pairs[1][indices]


def _members(coalition: int, size: int) -> list[int]:
    """Return the players of a coalition, the bits that are set, of `size` players in all."""
    return [player for player in range(size) if coalition >> player & 1]


def _relu(values: Matrix) -> Matrix:
    out: Matrix = np.maximum(values, 0)
    return out


def _softplus(values: Matrix) -> Matrix:
    out: Matrix = np.logaddexp(0, values)
    return out
