"""What each token of a sentence finds in another sentence: the inputs of the token model, for chosen pairs of sentences only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from ..settings.matching import CLOSE_MATCH, SAME_MATCH
from .arrays import Matrix
from .indexed_text import IndexedText
from .late_interaction import token_weights
from .sentence_features import MaxSimilarities, match_strength

TOKEN_FEATURES: Final = (
    "closeness",  # cosine with the best match in the other sentence
    "same_word",  # whether its stem stands there
    "margin",  # over the best match in any other sentence of that article
    "spread",  # in how much of that article it has a close match: what is everywhere says little
    "rarity",  # its weight
    "number",
    "name",
    "quoted",
    "mark",  # no part of a word
    "close",  # the cosine as a close match
    "same",  # the cosine as the same word
)
"""The features of a token, in the order of the columns of `TokenRows.values`."""
GATE_FEATURES: Final = ("rarity", "number", "name", "quoted", "mark")
"""What a token is by itself: with its type, this decides how much it weighs."""
TOKEN_GROUPS: Final = ("numbers", "quotes", "names", "words", "meaning")
"""The feature group a token belongs to, the first that fits: `words` if its stem is in the other sentence, else `meaning`."""

SentencePairs: TypeAlias = "tuple[Matrix, Matrix]"
"""The indices of the left and the right sentences of c pairs, (c,) each."""


@dataclass(frozen=True, slots=True, eq=False)
class TokenRows:
    """One side of c pairs of sentences, a row for every token of its sentence in each pair: r rows, those of a pair together.

    Attributes:
        starts: The first row of each pair, (c,).
        token: The index of the token in its article, (r,).
        other: The sentence of the other article it is compared with, (r,).
        values: Its features in the order of `TOKEN_FEATURES`, (r, 11) float32.
        weights: Its inverse document frequency, (r,) float32.
        group: The index of its group in `TOKEN_GROUPS`, (r,).
    """

    starts: Matrix
    token: Matrix
    other: Matrix
    values: Matrix
    weights: Matrix
    group: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class RankedSimilarity:
    """The similarity of t tokens to m sentences, with the best two of each token.

    Attributes:
        similarity: As `max_similarity` gives it, (t, m).
        best: The highest of each token, (t,).
        second: The second highest, (t,); 0 if there is one sentence only.
        alone: Whether each of the m sentences is a statement by itself, so that none is another's rival.
    """

    similarity: Matrix
    best: Matrix
    second: Matrix
    alone: bool = False

    def with_rival(self, token: Matrix, other: Matrix) -> tuple[Matrix, Matrix]:
        """Return the similarity of tokens (r,) to sentences (r,), and the best to any other sentence of that article, (r,)."""
        similarity = self.similarity[token, other]
        if self.alone:
            return similarity, np.zeros_like(similarity)
        return similarity, np.where(similarity >= self.best[token], self.second[token], self.best[token])


def rank_similarity(similarity: Matrix, *, alone: bool = False) -> RankedSimilarity:
    """Find the two best sentences of each token, once however many pairs are scored; `similarity` (t, m)."""
    ordered = np.partition(similarity, -2, axis=1) if similarity.shape[1] > 1 else np.pad(similarity, ((0, 0), (1, 0)))
    return RankedSimilarity(similarity, ordered[:, -1], ordered[:, -2], alone)


@dataclass(frozen=True, slots=True, eq=False)
class TokenContext:
    """An article beside another, before pairs are chosen: its n sentences, its t tokens, and the m sentences of the other.

    Attributes:
        starts: The first token of each sentence, (n,).
        lengths: How many tokens each sentence has, (n,).
        similarity: Of each token to each sentence of the other article.
        spread: In how much of the other article each token has a close match, (t, m), 0 to 1; a statement is one of its own.
        weights: The inverse document frequency of each token, (t,).
        flags: Whether each token is a number, a name, quoted, no part of a word, (t, 4) float32.
        stem_matches: Whether its stem stands in the sentence, (t, m).
    """

    starts: Matrix
    lengths: Matrix
    similarity: RankedSimilarity
    spread: Matrix
    weights: Matrix
    flags: Matrix
    stem_matches: Matrix


def token_context(
    text: IndexedText, other: IndexedText, similarity: Matrix, idf: Mapping[str, float], *, alone: bool = False
) -> TokenContext:
    """Return what can be said at once of the tokens of an article beside another.

    Args:
        text: The article, of t tokens.
        other: The article it is compared with, of m sentences.
        similarity: Of the tokens to its sentences, as `max_similarity` gives it, (t, m).
        idf: The weight of each stem.
        alone: Whether each sentence of the other is a statement by itself.
    """
    flags, stems = _flags(text)
    rows = {stem: row for row, stem in enumerate(dict.fromkeys(stems))}
    present = np.zeros((len(rows), len(other)), bool)
    for column, sentence in enumerate(other.sentences):
        for stem in sentence.stems:
            if stem and stem in rows:
                present[rows[stem], column] = True
    close = match_strength(similarity, CLOSE_MATCH)
    return TokenContext(
        starts=text.starts,
        lengths=text.lengths,
        similarity=rank_similarity(similarity, alone=alone),
        spread=close if alone else np.broadcast_to(close.mean(axis=1, keepdims=True), close.shape),
        weights=token_weights(text, idf),
        flags=flags,
        stem_matches=present[[rows[stem] for stem in stems]],
    )


def _flags(text: IndexedText) -> tuple[Matrix, list[str]]:
    """Return what kind of token each is, (t, 4), and its stem ("" for none)."""
    flags, stems = np.zeros((len(text.tokens), 4), np.float32), [""] * len(text.tokens)
    for sentence, start, end in zip(text.sentences, text.starts, text.ends, strict=True):
        for row in range(start, end):
            if (word := text.token_word[row]) < 0:
                flags[row, 3] = 1
            else:
                stems[row] = stem = sentence.stems[word]
                flags[row, :3] = stem in sentence.numbers, stem in sentence.names, stem in sentence.quoted
    return flags, stems


def token_rows(context: TokenContext, sentences: Matrix, others: Matrix) -> TokenRows:
    """Return the rows for c pairs of sentences: those of the article itself, (c,), and those of the other, (c,)."""
    lengths = context.lengths[sentences]
    starts = np.cumsum(np.append(0, lengths[:-1])).astype(np.intp)
    other = np.repeat(others, lengths)
    token = np.repeat(context.starts[sentences] - starts, lengths) + np.arange(lengths.sum())
    similarity, rival = context.similarity.with_rival(token, other)
    stem_match = context.stem_matches[token, other]
    values = np.stack(
        [
            similarity * 2,
            stem_match,
            (similarity - rival) * 3,
            np.log(context.spread[token, other] + 0.02) / 2 + 1,
            context.weights[token] * 2,
            *context.flags[token].T,
            match_strength(similarity, CLOSE_MATCH),
            match_strength(similarity, SAME_MATCH),
        ],
        axis=1,
    ).astype(np.float32)
    number, name, quoted, _ = context.flags[token].T > 0
    group = np.select([number, quoted, name, stem_match], [0, 1, 2, 3], default=4)
    return TokenRows(starts, token, other, values, context.weights[token], group)


@dataclass(frozen=True, slots=True, eq=False)
class ArticlePair:
    """Two articles of n and m sentences with everything that was measured of them before the token model.

    Attributes:
        texts: The left and the right article.
        max_similarities: As `max_similarity` gives them for the plain vectors.
        idf: The weight of each stem of both.
        features: Feature -> (n, m).
        statements: Whether the left text is no article, but statements, each by itself.
    """

    texts: tuple[IndexedText, IndexedText]
    max_similarities: MaxSimilarities
    idf: Mapping[str, float]
    features: Mapping[str, Matrix]
    statements: bool = False

    def contexts(self) -> tuple[TokenContext, TokenContext]:
        """Return the left article beside the right one, and the right beside the left."""
        left, right = self.texts
        of_left, of_right = self.max_similarities
        beside_left = token_context(right, left, of_right, self.idf, alone=self.statements)
        return token_context(left, right, of_left, self.idf), beside_left

    def feature_table(self, names: Iterable[str], pairs: SentencePairs) -> Matrix:
        """Return the f named features of c pairs, (c, f)."""
        out: Matrix = np.stack([self.features[name][pairs] for name in names], axis=1)
        return out
