"""Statements matched with articles: does an article state each of them, and where does it come closest?

A statement's tokens and words look for their match in the best passage, in the best two together, and anywhere in the article: a
fact may be stated over two sentences, and what stands nowhere at all speaks most clearly. Where the encoder has a token model for
it, that scores the passages nearest to the statement.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..settings.matching import CLOSE_MATCH, MAX_PASSAGES, MISSING_WORDS, NO_PASSAGE_LOG_ODDS, SHORT_WORD
from .arrays import Doubles, Indices, Matrix, product, sigmoid, zscores
from .indexed_text import IndexedText, SentenceTokens
from .late_interaction import bigrams, max_similarity, token_weights, weighted_coverage
from .logistic import probability
from .models import FittedModels
from .sentence_features import MATCH_DEPTHS, MaxSimilarities, match_strength, pair_features
from .token_features import ArticlePair, SentencePairs
from .token_model import TokenModel

StatementFeatures = dict[str, Doubles]
"""Feature -> its value for each of n statements, (n,)."""


@dataclass(frozen=True, slots=True, eq=False)
class StatementScores:
    """How n statements stand to an article.

    Attributes:
        log_odds: That the article states each, (n,).
        nearest: The index of the sentence that comes closest, (n,).
        similarity: How much of the statement that sentence covers, 0 to 1, (n,).
    """

    log_odds: Doubles
    nearest: Indices
    similarity: Doubles


@dataclass(frozen=True, slots=True)
class StatementMatch:
    """How a typed statement stands to an article.

    Attributes:
        probability: That the article states it, to four decimals.
        sentence: The index of the sentence that comes closest.
        similarity: How much of the statement that sentence covers, 0 to 1.
        missing_numbers: Its numbers that stand nowhere in the article.
        missing_words: Its rarest words that stand nowhere in the article, as typed.
    """

    probability: float
    sentence: int
    similarity: float
    missing_numbers: tuple[str, ...]
    missing_words: tuple[str, ...]


def match_statement(
    statement: IndexedText, article: IndexedText, idf: Mapping[str, float], models: FittedModels
) -> StatementMatch:
    """Match a typed statement with an article.

    Args:
        statement: A text of one sentence.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        models: The fitted models.
    """
    sentence = statement.sentences[0]
    content_stems = {stem for stem in sentence.stems if len(stem) > SHORT_WORD or not stem.isascii()}
    article_stems = {stem for other in article.sentences for stem in other.stems}
    missing = sorted(content_stems - article_stems - sentence.numbers, key=lambda stem: (-idf.get(stem, 1.0), stem))
    scores = match_statements(statement, article, idf, models)
    return StatementMatch(
        probability=float(probability(scores.log_odds)[0]),
        sentence=int(scores.nearest[0]),
        similarity=float(scores.similarity[0]),
        missing_numbers=tuple(sorted(sentence.numbers - article_stems)),
        missing_words=tuple(sentence.surface_forms[stem] for stem in missing[:MISSING_WORDS]),
    )


def match_statements(
    statements: IndexedText, article: IndexedText, idf: Mapping[str, float], models: FittedModels
) -> StatementScores:
    """Match n statements, each by itself, with an article.

    Args:
        statements: A text whose sentences are the statements.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        models: The fitted models.
    """
    similarities = max_similarity(statements, article) if models.calibrated else None
    features, nearest = statement_features(statements, article, idf, similarities)
    if models.passage_model and similarities:
        features |= passage_features(*nearest_passages(statements, article, idf, similarities), models.passage_model)
    similarity: Doubles = features["meaning_best" if models.calibrated else "words_best"]
    clipped: Doubles = np.clip(similarity, 0.0, 1.0).round(4)
    return StatementScores(models.statement.log_odds(features), nearest, clipped)


def statement_features(
    statements: IndexedText, article: IndexedText, idf: Mapping[str, float], similarities: MaxSimilarities | None
) -> tuple[StatementFeatures, Indices]:
    """Return the named features of n statements beside one article, and the index of the sentence nearest to each, (n,).

    Args:
        statements: A text whose sentences are the statements.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        similarities: As `max_similarity` gives them; None for features of words alone.
    """
    idf = _with_stems_of(statements, idf)
    lexical, nearest_by_words = _lexical_features(statements, article, idf)
    if similarities is None:
        return lexical, nearest_by_words
    semantic, nearest = _semantic_features(statements, article, idf, similarities)
    return {**semantic, **lexical}, nearest


def _with_stems_of(statements: IndexedText, idf: Mapping[str, float]) -> Mapping[str, float]:
    """Return the weights with those of the statements' own stems, 1 for a stem that the story does not have."""
    return {**{stem: 1.0 for sentence in statements.sentences for stem in sentence.stems}, **idf}


def _semantic_features(
    statements: IndexedText, article: IndexedText, idf: Mapping[str, float], similarities: MaxSimilarities
) -> tuple[StatementFeatures, Indices]:
    """Return what the vectors say, and for each statement the index of the sentence with the best close matches, (n,)."""
    similarity, back_similarity = similarities
    starts, weights = statements.starts, token_weights(statements, idf)
    owner = np.repeat(np.arange(len(statements)), statements.lengths)
    tokens, rows = np.arange(len(owner)), np.arange(len(statements))
    out: dict[str, Matrix] = {}
    nearest: Indices = np.zeros(len(statements), np.intp)
    for name, depth in MATCH_DEPTHS:
        strength = match_strength(similarity, depth)
        coverage = weighted_coverage(strength, weights, starts)
        best = coverage.argmax(axis=1)
        beside_best = strength[tokens, best[owner]][:, None]
        ordered = -np.sort(-coverage, axis=1)
        out |= {
            f"{name}_best": ordered[:, 0],
            f"{name}_second": ordered[:, 1] if ordered.shape[1] > 1 else np.zeros(len(statements)),
            f"{name}_two": weighted_coverage(np.maximum(strength, beside_best), weights, starts).max(axis=1),
            f"{name}_whole": weighted_coverage(strength.max(axis=1, keepdims=True), weights, starts)[:, 0],
            f"{name}_standing": zscores(coverage, axis=1).max(axis=1),
            f"{name}_gap": np.maximum.reduceat((1 - beside_best[:, 0]) * weights, starts),
            f"{name}_gap_whole": np.maximum.reduceat((1 - strength.max(axis=1)) * weights, starts),
        }
        nearest = best if name == "close" else nearest
    sentence_cosines = product(statements.vectors, article.vectors.T)
    back_strength = match_strength(back_similarity, CLOSE_MATCH)
    back = weighted_coverage(back_strength, token_weights(article, idf), article.starts)
    out |= {
        "sentence": sentence_cosines.max(axis=1),
        "sentence_standing": zscores(sentence_cosines, axis=1).max(axis=1),
        "back": back[nearest, rows],
        "back_best": back.max(axis=0),
    }
    return {name: values.astype("f8") for name, values in out.items()}, nearest


def _lexical_features(
    statements: IndexedText, article: IndexedText, idf: Mapping[str, float]
) -> tuple[StatementFeatures, Indices]:
    """Return what the words say, and for each statement the index of the sentence that shares the most weight, (n,)."""
    stems_of = [set(other.stems) for other in article.sentences]
    in_article = set().union(*stems_of)
    bigrams_of = [set(bigrams(other)) for other in article.sentences]
    rows = [_lexical_row(sentence, stems_of, in_article, bigrams_of, idf) for sentence in statements.sentences]
    names = rows[0][0] if rows else {}
    features = {name: np.array([row[name] for row, _ in rows], float) for name in names}
    return features, np.array([best for _, best in rows], np.intp)


def _lexical_row(
    statement: SentenceTokens,
    stems_of: Sequence[set[str]],
    in_article: set[str],
    bigrams_of: Sequence[set[str]],
    idf: Mapping[str, float],
) -> tuple[dict[str, float], int]:
    """Return the lexical features of one statement, and the index of the sentence that shares the most weight."""
    stems, runs = set(statement.stems), set(bigrams(statement))

    def mass(items: set[str]) -> float:
        return sum(idf.get(item, 1.0) for item in sorted(items))

    total = mass(stems) or 1.0
    coverage = [mass(stems & other) / total for other in stems_of]
    best = max(range(len(coverage)), key=lambda index: (coverage[index], -index))
    beside_best = stems & stems_of[best]
    row = {
        "words_best": coverage[best],
        "words_second": sorted(coverage, reverse=True)[1] if len(coverage) > 1 else 0.0,
        "words_two": max(mass(beside_best | (stems & other)) / total for other in stems_of),
        "words_whole": mass(stems & in_article) / total,
        "runs_best": max(len(runs & other) for other in bigrams_of) / max(1, len(runs)),
        "numbers_missing": len(statement.numbers - in_article),
        "numbers_any": float(bool(statement.numbers)),
        "names_missing": mass(set(statement.names) - in_article),
        "rarest_missing": max((idf.get(stem, 1.0) for stem in stems - in_article), default=0.0),
        "missing_mass": mass(stems - in_article),
        "statement_length": len(statement.words) ** 0.5,
        "article_length": len(stems_of) ** 0.5,
    }
    return row, best


def nearest_passages(
    statements: IndexedText, article: IndexedText, idf: Mapping[str, float], similarities: MaxSimilarities
) -> tuple[ArticlePair, SentencePairs]:
    """Return n statements beside an article, and their pairs with the passages nearest to each by meaning and words.

    The passages of a statement, as many as the article has, `MAX_PASSAGES` at most, stand together, in the order of the article.

    Args:
        statements: A text whose sentences are the statements.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        similarities: As `max_similarity` gives them.
    """
    idf = _with_stems_of(statements, idf)
    features = pair_features(statements, article, idf, similarities, statements=True)
    likeness = (features["close_more"] + features["words_more"]) / 2 + features["close_less"] / 4
    nearest = np.sort(np.argsort(-likeness, axis=1, kind="stable")[:, :MAX_PASSAGES], axis=1)
    articles = ArticlePair((statements, article), similarities, idf, features, statements=True)
    return articles, (np.repeat(np.arange(len(statements)), nearest.shape[1]), nearest.ravel())


def passage_features(articles: ArticlePair, pairs: SentencePairs, passage_model: TokenModel) -> StatementFeatures:
    """Return what a token model makes of the passages nearest to each of n statements.

    Args:
        articles: The statements and the article, as `nearest_passages` gives them.
        pairs: The statements' pairs with the passages, the same number for each.
        passage_model: The token model.

    Returns:
        The log-odds of the best and the second best passage, and the logarithm of the sum of all probabilities, (n,) each.
    """
    log_odds = np.concatenate([scores.log_odds() for scores in passage_model.score(articles, pairs)])
    by_statement = log_odds.reshape(len(articles.texts[0]), -1)
    ordered = np.maximum(-np.sort(-by_statement, axis=1), NO_PASSAGE_LOG_ODDS).astype("f8")
    nothing = np.full(len(ordered), NO_PASSAGE_LOG_ODDS)
    return {
        "read_best": ordered[:, 0],
        "read_second": ordered[:, 1] if ordered.shape[1] > 1 else nothing,
        "read_sum": np.log(sigmoid(ordered).sum(axis=1) + 0.01),
    }
