"""The named features of a claim beside a sentence, and beside a whole article: a row a claim.

Beside a sentence: words are compared by their vectors in context, so that mere phrasing counts little; the claim's predicate, and
whether the other sentence has one like it with like arguments, count most (as predicate and arguments do in QA-Align, Weiss and
others 2021, https://aclanthology.org/2021.emnlp-main.778).

Beside an article: how much of the claim stands in the best passage, in the best two together, in any. What a sentence states may
be stated over two sentences elsewhere; a claim none of whose content words comes near any passage is not found there, however
well the rest of its sentence is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from ..language.syntax.arguments import argument_heads
from ..language.syntax.dependencies import VERBAL
from ..settings.matching import (
    ARGUMENT_WEIGHT,
    CLOSE_WORD_FLOOR,
    NO_ARGUMENT_SIMILARITY,
    OTHER_POS_WEIGHT,
    POS_WEIGHTS,
    SAME_MATCH,
    SAME_WORD_FLOOR,
)
from ..story import Span
from .arrays import Booleans, Floats, Indices, Matrix, product, zscores
from .indexed_text import IndexedText, excerpts
from .late_interaction import WordVectors, token_weights
from .sentence_features import match_strength

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

PREDICATES = VERBAL | {"NOUN"}
"""Parts of speech of what may have arguments."""
NO_PREDICATE = (-1.0, 0.0, NO_ARGUMENT_SIMILARITY, NO_ARGUMENT_SIMILARITY)
"""What stands for the most similar predicate of a sentence without one."""
_EPSILON = 1e-6
"""Added to what is divided by, which may be 0."""


class ClaimLike(Protocol):
    """A claim of a sentence: its spans, and the word of the parse that it hangs on, its predicate or noun."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return its spans, counted from the start of the sentence."""

    @property
    def head(self) -> int:
        """Return the index of its head in the parse."""


@dataclass(frozen=True, slots=True, eq=False)
class SegmentedSentence:
    """A sentence of n words and k claims, ready to be compared with others.

    Attributes:
        vectors: The vectors of its words.
        sentence: Its own vector, (d,).
        lemmas: The lemma of each word, in lower case.
        weights: The weight of each word by its part of speech, (n,) float32.
        claim_words: Which words each claim has, (k, n).
        heads: The word that each claim hangs on, (k,).
        verbs: Which words are verbs or auxiliaries, their indices.
        arguments: For each claim the words of every argument of its head that lie in the claim, (arguments, n) each.
        predicates: Each word that takes arguments, with the heads of these.
    """

    vectors: WordVectors
    sentence: Floats
    lemmas: tuple[str, ...]
    weights: Floats
    claim_words: Booleans
    heads: Indices
    verbs: Indices
    arguments: tuple[Booleans, ...]
    predicates: tuple[tuple[int, Indices], ...]


def segment_sentence(vectors: WordVectors, sentence: Floats, doc: Doc, claims: Sequence[ClaimLike]) -> SegmentedSentence:
    """Return a sentence with its parse and its claims.

    Args:
        vectors: The vectors of its words.
        sentence: Its own vector, (d,).
        doc: Its parse.
        claims: Its claims.
    """
    inside, starts = np.zeros((len(claims), len(doc)), bool), [token.idx for token in doc]
    for row, claim in enumerate(claims):
        inside[row] = words_in_spans(starts, claim.spans)
        inside[row, claim.head] = True
    weights = [POS_WEIGHTS.get(token.pos_, OTHER_POS_WEIGHT) for token in doc]
    arguments = tuple(_arguments_of(doc[claim.head], inside[row]) for row, claim in enumerate(claims))
    predicates = tuple(
        (token.i, np.array([argument.i for argument in argument_heads(token)], np.intp))
        for token in doc
        if token.pos_ in PREDICATES
    )
    return SegmentedSentence(
        vectors=vectors,
        sentence=sentence,
        lemmas=tuple(token.lemma_.lower() for token in doc),
        weights=np.array(weights, np.float32),
        claim_words=inside,
        heads=np.array([claim.head for claim in claims], np.intp),
        verbs=np.array([token.i for token in doc if token.pos_ in VERBAL], np.intp),
        arguments=arguments,
        predicates=predicates,
    )


def words_in_spans(starts: Sequence[int], spans: Sequence[Span]) -> Booleans:
    """Return which words, given by the offsets where they start, lie in one of the spans, (n,)."""
    offsets, inside = np.array(starts, int), np.zeros(len(starts), bool)
    for start, end in spans:
        inside |= (offsets >= start) & (offsets < end)
    return inside


def _arguments_of(head: Token, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the words of each argument of a claim's head that lie in the claim, (arguments, n)."""
    rows = []
    for argument in argument_heads(head):
        row = np.zeros(len(inside), bool)
        row[[token.i for token in argument.subtree]] = True
        row &= inside
        row[head.i] = False
        if row.any():
            rows.append(row)
    return np.stack(rows) if rows else np.zeros((0, len(inside)), bool)


def claim_features(sentence: SegmentedSentence, other: SegmentedSentence, similarity: Floats) -> dict[str, Floats]:
    """Return what says that another sentence states each claim of a sentence.

    Args:
        sentence: A sentence of n words and k claims.
        other: A sentence of m words.
        similarity: Of their words, as `token_similarity` gives it, (n, m).

    Returns:
        Feature -> (k,) float32.
    """
    if not similarity.shape[1]:
        similarity = np.zeros((len(sentence.weights), 1), np.float32)  # a text without words
    best = similarity.max(axis=1)
    mass = sentence.claim_words * sentence.weights
    is_content = sentence.weights > OTHER_POS_WEIGHT
    content_words = sentence.claim_words & is_content
    n_content = content_words.sum(axis=1)
    other_lemmas = set(other.lemmas)
    same_lemma = np.array([lemma in other_lemmas for lemma in sentence.lemmas], np.float32)
    close = _rescale_above(best, CLOSE_WORD_FLOOR)
    words_close = claim_coverage(mass, close)
    features = {
        "head": best[sentence.heads],
        "head_same": same_lemma[sentence.heads],
        "head_verb": similarity[np.ix_(sentence.heads, other.verbs)].max(axis=1, initial=0),
        "words": claim_coverage(mass, best),
        "words_close": words_close,
        "words_same": claim_coverage(mass, _rescale_above(best, SAME_WORD_FLOOR)),
        "words_least": np.where(content_words, best, 1.0).min(axis=1, initial=1),
        "lemmas": content_words @ same_lemma / np.maximum(n_content, 1),
        "length": np.log1p(n_content),
        "sentence_words": word_coverage(best, sentence.weights),
        "back": word_coverage(similarity.max(axis=0, initial=0)[: len(other.weights)], other.weights),
        "sentence": np.full(len(sentence.heads), sentence.sentence @ other.sentence),
        "longer": np.log((len(other.weights) + 1) / (len(sentence.weights) + 1)),
        "standing": words_close - word_coverage(close, sentence.weights),
        **_argument_features(sentence, best),
        **_predicate_features(sentence, other, similarity),
    }
    return {name: np.broadcast_to(np.asarray(value, np.float32), (len(sentence.heads),)) for name, value in features.items()}


def _rescale_above(similarity: Floats, floor: float) -> Floats:
    """Return similarities as shares of the way from a floor, 0, to 1."""
    return np.asarray((similarity - floor).clip(0) / (1 - floor), np.float32)


def word_coverage(scores: Matrix, weights: Matrix) -> float:
    """Return the weighted mean of the scores of some words, (n,) and (n,); 0 for no words."""
    return float((scores * weights).sum() / (weights.sum() + _EPSILON))


def claim_coverage(mass: Matrix, scores: Matrix) -> Matrix:
    """Return the weighted mean of scores over the words of each claim.

    Args:
        mass: The weight of each word in each claim, 0 outside it, (k, n).
        scores: Of each word, (n,) or, for c scores, (n, c).

    Returns:
        An array (k,) or (k, c), in the range of `scores`.
    """
    total = mass.sum(axis=1, keepdims=scores.ndim > 1)
    out: Matrix = product(mass, scores) / (total + _EPSILON)
    return out


def _argument_features(sentence: SegmentedSentence, best: Floats) -> dict[str, Floats]:
    """Return how well the arguments of each claim are covered: mean, worst and best of them, and their number.

    Args:
        sentence: A sentence of k claims.
        best: The similarity of each of its words to the most similar word of the other sentence, (n,).
    """
    rows = []
    for arguments in sentence.arguments:
        if len(arguments):
            coverage = claim_coverage(arguments * sentence.weights, best)
        else:
            coverage = np.full(1, NO_ARGUMENT_SIMILARITY, np.float32)
        rows.append((coverage.mean(), coverage.min(), coverage.max(), len(arguments)))
    table = np.array(rows, np.float32).reshape(-1, 4)
    return dict(zip(("argument", "argument_least", "argument_best", "arguments"), table.T, strict=True))


def _predicate_features(sentence: SegmentedSentence, other: SegmentedSentence, similarity: Floats) -> dict[str, Floats]:
    """Return how similar the most similar predicate of the other sentence is to each claim's head, and their arguments."""
    predicates = np.array([head for head, _ in other.predicates], np.intp)
    by_predicate = np.zeros((len(sentence.weights), len(predicates)), np.float32)  # of each word to its closest argument
    for column, (_, arguments) in enumerate(other.predicates):
        by_predicate[:, column] = similarity[:, arguments].max(axis=1, initial=0)
    arguments_of, rows = dict(sentence.predicates), []
    for head, claim_words in zip(sentence.heads.tolist(), sentence.claim_words, strict=True):
        arguments = arguments_of.get(head, np.zeros(0, np.intp))
        of_arguments = by_predicate[arguments[claim_words[arguments]]]
        if len(of_arguments):
            mean, least = of_arguments.mean(axis=0), of_arguments.min(axis=0)
        else:
            mean = least = np.full(len(predicates), NO_ARGUMENT_SIMILARITY)
        joint = similarity[head, predicates] + ARGUMENT_WEIGHT * mean
        if not len(predicates):
            rows.append(NO_PREDICATE)
            continue
        best = int(joint.argmax())
        rows.append((joint[best], similarity[head, predicates[best]], mean[best], least[best]))
    table = np.array(rows, np.float32).reshape(-1, 4)
    return dict(zip(("joint", "joint_head", "joint_arguments", "joint_least"), table.T, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class ClaimTokens:
    """The k claims of one sentence as tokens and stems.

    Attributes:
        rows: The t tokens of the sentence in its indexed text.
        shares: How much of a claim each token is, (k, t); a row adds up to 1.
        weights: The weight of each token, 0 outside the claim, (k, t) float32.
        vectors: The mean of each claim's tokens, of unit length, (k, d).
        stems: The stems of each claim, in order.
        numbers: The numbers of each claim.
    """

    rows: slice
    shares: Floats
    weights: Floats
    vectors: Floats
    stems: tuple[tuple[str, ...], ...]
    numbers: tuple[frozenset[str], ...]


def claim_masks(text: IndexedText, claims: Sequence[Sequence[Sequence[Span]] | None]) -> list[Booleans]:
    """Return for each sentence of an article, of n words, which of them each of its claims has, (k, n).

    Args:
        text: The article.
        claims: For each sentence the spans of each of its claims; None for the whole sentence as one claim.
    """
    masks = []
    for sentence, spans_of_claims in zip(text.sentences, claims, strict=True):
        starts = [word.start for word in sentence.words]
        rows = [words_in_spans(starts, spans) for spans in spans_of_claims] if spans_of_claims else [[True] * len(starts)]
        masks.append(np.array(rows, bool))
    return masks


def claim_tokens(text: IndexedText, masks: Sequence[Booleans], idf: Mapping[str, float]) -> list[ClaimTokens]:
    """Return the claims of every sentence of an article as tokens and stems.

    Args:
        text: The article.
        masks: As `claim_masks` gives them.
        idf: The weight of each stem.
    """
    weights = token_weights(text, idf)
    return [_tokens_of_claims(text, sentence, claim_words, weights) for sentence, claim_words in enumerate(masks)]


def claims_as_statements(text: IndexedText, masks: Sequence[Booleans]) -> IndexedText:
    """Return the claims of every sentence of an article, as `claim_masks` gives them, as the sentences of one text."""
    return excerpts(text, [(sentence, words) for sentence, claim_words in enumerate(masks) for words in claim_words])


def _tokens_of_claims(text: IndexedText, sentence: int, claim_words: Booleans, token_weights: Matrix) -> ClaimTokens:
    rows = text.rows(sentence)
    words, token_word = text.sentences[sentence], text.token_word[rows]
    member = np.where(token_word >= 0, claim_words[:, token_word], False) if words.words else np.ones((1, len(token_word)), bool)
    member[~member.any(axis=1)] = True  # a claim without a token of its own
    weights = (member * token_weights[rows]).astype(np.float32)
    vectors = member @ text.tokens[rows]
    stems = [{words.stems[word] for word in row.nonzero()[0]} for row in claim_words]
    return ClaimTokens(
        rows=rows,
        shares=weights / weights.sum(axis=1, keepdims=True),
        weights=weights,
        vectors=vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _EPSILON),
        stems=tuple(tuple(sorted(claim_stems)) for claim_stems in stems),
        numbers=tuple(words.numbers & claim_stems for claim_stems in stems),
    )


def article_features(
    claims: Sequence[ClaimTokens], article: IndexedText, similarity: Matrix, idf: Mapping[str, float]
) -> Iterator[dict[str, Matrix]]:
    """Yield for each sentence of a text what says that an article states its claims, feature -> (k,).

    Args:
        claims: The claims of each sentence of the text.
        article: The other article, of m sentences.
        similarity: Of the text's T tokens to its sentences, as `max_similarity` gives it, (T, m).
        idf: The weight of each stem.
    """
    sentences_with: dict[str, list[int]] = {}
    for index, words in enumerate(article.sentences):
        for stem in set(words.stems):
            sentences_with.setdefault(stem, []).append(index)
    for tokens in claims:
        cosines = similarity[tokens.rows]
        two, _ = _best_two_passages(tokens.shares, cosines)
        same = match_strength(cosines, SAME_MATCH)
        same_two, best = _best_two_passages(tokens.shares, same)
        sentence_cosines = tokens.vectors @ article.vectors.T
        yield {
            "meaning_two": two,
            "same_two": same_two,
            "same_gap": ((1 - same[:, best].T) * tokens.weights).max(axis=1),
            "sentence_standing": zscores(sentence_cosines, axis=1).max(axis=1),
            "words_best": np.array([_best_overlap(stems, sentences_with, len(article), idf) for stems in tokens.stems]),
            "numbers_missing": np.array([len(numbers - sentences_with.keys()) for numbers in tokens.numbers], float),
        }


def _best_two_passages(shares: Floats, strength: Matrix) -> tuple[Matrix, Indices]:
    """Return how much of each claim the best two passages cover together, (k,) float32, and the best one, (k,).

    Args:
        shares: How much of a claim each token is, (k, t).
        strength: How well each token matches in each passage, (t, m).
    """
    best = (shares @ strength).argmax(axis=1)
    coverage = []
    for row, passage in zip(shares, best, strict=True):
        (tokens,) = row.nonzero()
        of_tokens = strength[tokens]
        coverage.append((row[tokens] @ np.maximum(of_tokens, of_tokens[:, [passage]])).max())
    return np.array(coverage, np.float32), best


def _best_overlap(
    stems: Sequence[str], sentences_with: Mapping[str, Sequence[int]], n_sentences: int, idf: Mapping[str, float]
) -> float:
    """Return the largest share of a claim's weight in stems that one sentence has, 0 to 1."""
    overlap = [0.0] * n_sentences
    for stem in stems:
        for sentence in sentences_with.get(stem, ()):
            overlap[sentence] += idf[stem]
    return max(overlap, default=0.0) / (sum(idf[stem] for stem in stems) or 1.0)
