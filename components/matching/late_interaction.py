"""How much two texts share: best matches of tokens, weighted coverage, shared words, and cosines between words of a parse.

Late interaction (ColBERT, Khattab and Zaharia 2020, https://doi.org/10.1145/3397271.3401075): each token meets its best match on
the other side. Here each token weighs as much as the word it is part of is rare within the two articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..language import idf
from ..settings.matching import PUNCTUATION_WEIGHT
from .arrays import Floats, Indices, Matrix, product
from .indexed_text import IndexedText, SentenceTokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BLOCK = 2_000
"""Tokens compared at a time: a 10,000-word article against another would fill a gigabyte in one go."""


def idf_of(*texts: IndexedText) -> Mapping[str, float]:
    """Return the inverse document frequency of each stem within these texts taken together, from 0 to about 1.

    Each sentence counts as a document.
    """
    return idf([sentence.stems for text in texts for sentence in text.sentences])


def token_weights(text: IndexedText, idf: Mapping[str, float]) -> Matrix:
    """Return the weight of each token, that of its word or `PUNCTUATION_WEIGHT` if higher, (T,) float32."""
    weights = np.full(len(text.tokens), PUNCTUATION_WEIGHT, np.float32)
    for sentence, start, end in zip(text.sentences, text.starts, text.ends, strict=True):
        for row in range(start, end):
            if (word := text.token_word[row]) >= 0:
                weights[row] = max(PUNCTUATION_WEIGHT, idf[sentence.stems[word]])
    return weights


def max_similarity(left: IndexedText, right: IndexedText) -> tuple[Matrix, Matrix]:
    """Return the cosine of each token with its best match in each sentence of the other text (MaxSim of ColBERT).

    Returns:
        Of the left tokens in the m right sentences, (T left, m), and of the right tokens in the n left ones, (T right, n);
        float32, -1 to 1.
    """
    of_left = np.empty((len(left.tokens), len(right)), np.float32)
    of_right = np.full((len(right.tokens), len(left)), -1, np.float32)
    ends = left.ends
    first = 0
    while first < len(left):
        last = first + 1
        while last < len(left) and ends[last] - left.starts[first] <= _BLOCK:
            last += 1
        rows = slice(left.starts[first], ends[last - 1])
        cosines = left.tokens[rows] @ right.tokens.T
        of_left[rows] = np.maximum.reduceat(cosines, right.starts, axis=1)
        of_right[:, first:last] = np.maximum.reduceat(cosines, left.starts[first:last] - left.starts[first], axis=0).T
        first = last
    return of_left, of_right


def weighted_coverage(scores: Matrix, weights: Matrix, starts: Matrix) -> Matrix:
    """Return the weighted mean of token scores over each sentence: how much of it each sentence of the other text covers.

    Args:
        scores: Of each token in each of m sentences, (T, m).
        weights: Of each token, (T,), above 0.
        starts: The first token of each of n sentences, (n,).

    Returns:
        An array (n, m), in the range of `scores`.
    """
    sums = np.add.reduceat(scores * weights[:, None], starts, axis=0)
    out: Matrix = sums / np.add.reduceat(weights, starts)[:, None]
    return out


def shared_weight(
    left: IndexedText, right: IndexedText, items: Callable[[SentenceTokens], Iterable[str]], weights: Mapping[str, float]
) -> tuple[Matrix, Matrix, Matrix]:
    """Return the weight of the items that every two sentences share.

    Args:
        left: A text of n sentences.
        right: A text of m sentences.
        items: Which items a sentence has: stems, names, ...
        weights: The weight of each item; one that is not among them counts 1.

    Returns:
        The weight that two sentences share, (n, m), and the weight of all items of each left, (n,), and right sentence, (m,).
    """
    left_items, right_items = ([set(items(sentence)) for sentence in text.sentences] for text in (left, right))
    common = sorted(set().union(*left_items) & set().union(*right_items)) if left_items and right_items else []
    column = {item: index for index, item in enumerate(common)}
    values = np.array([weights.get(item, 1.0) for item in column], np.float32)

    def incidence(rows: list[set[str]]) -> Matrix:
        table = np.zeros((len(rows), len(column)), np.float32)
        for row, row_items in enumerate(rows):
            table[row, [column[item] for item in row_items if item in column]] = 1
        return table

    def total(rows: list[set[str]]) -> Matrix:
        return np.array([sum(weights.get(item, 1.0) for item in sorted(row_items)) for row_items in rows], np.float32)

    both = product(incidence(left_items) * values, incidence(right_items).T)
    return both, total(left_items), total(right_items)


def bigrams(sentence: SentenceTokens) -> list[str]:
    """Return the pairs of neighbouring stems of a sentence, each joined by a space."""
    return [f"{first} {second}" for first, second in zip(sentence.stems, sentence.stems[1:], strict=False)]


def bigram_idf(texts: Iterable[IndexedText], idf: Mapping[str, float]) -> Mapping[str, float]:
    """Return the weight of each bigram of some texts: the mean of its two stems' weights."""
    return {
        f"{first} {second}": (idf[first] + idf[second]) / 2
        for text in texts
        for sentence in text.sentences
        for first, second in zip(sentence.stems, sentence.stems[1:], strict=False)
    }


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """The token vectors of one sentence gathered to the words of its parse.

    Attributes:
        vectors: A token vector for every word that the token is part of, those of a word together, (t, d) float32.
        words: The indices of the words that have a token, (k,).
        starts: The first vector of each of these words, (k,).
        n_words: How many words the parse has, those without a token included.
    """

    vectors: Floats
    words: Indices
    starts: Indices
    n_words: int


def word_vectors(text: IndexedText, sentence: int, doc: Doc) -> WordVectors:
    """Gather the token vectors of one sentence (an index into `text`) to the words of its parse."""
    rows_of_sentence = text.rows(sentence)
    tokens_of: dict[int, list[int]] = {}
    for row, word in enumerate(text.token_word[rows_of_sentence].tolist(), rows_of_sentence.start):
        tokens_of.setdefault(word, []).append(row)
    indexed_words, index = text.sentences[sentence].words, 0
    all_rows, words, starts = list[int](), list[int](), list[int]()
    for token in doc:
        end = token.idx + len(token)
        while index < len(indexed_words) and indexed_words[index].end <= token.idx:
            index += 1
        rows, overlap = list[int](), index
        while overlap < len(indexed_words) and indexed_words[overlap].start < end:
            rows += tokens_of.get(overlap, ())
            overlap += 1
        if rows:
            words.append(token.i)
            starts.append(len(all_rows))
            all_rows += rows
    vectors = text.tokens[np.array(all_rows, np.intp)]
    return WordVectors(vectors, np.array(words, np.intp), np.array(starts, np.intp), len(doc))


def token_similarity(left: WordVectors, right: WordVectors) -> Floats:
    """Return the cosine of the closest tokens of every two words of two sentences.

    Returns:
        An array (n left words, m right words), float32, -1 to 1; 0 for a word without a token.
    """
    similarity = np.zeros((left.n_words, right.n_words), np.float32)
    if len(left.words) and len(right.words):
        cosines = np.maximum.reduceat(left.vectors @ right.vectors.T, left.starts, axis=0)
        similarity[np.ix_(left.words, right.words)] = np.maximum.reduceat(cosines, right.starts, axis=1)
    return similarity
