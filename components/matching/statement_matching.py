"""One statement matched with one article: does the article state it, and where does it come closest?

The statement's tokens and words look for their match in the best passage, in the best two together, and anywhere in the article:
a fact may be stated over two sentences, and what stands nowhere at all speaks most clearly. Where the encoder has a token model
for it, that scores the passages nearest to the statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..settings.matching import CLOSE_MATCH, MAX_PASSAGES, MISSING_WORDS, NO_PASSAGE_LOG_ODDS, SHORT_WORD
from .arrays import Indices, sigmoid, zscores
from .indexed_text import IndexedText
from .late_interaction import bigrams, max_similarity, token_weights, weighted_coverage
from .logistic import probability
from .models import FittedModels
from .sentence_features import MATCH_DEPTHS, match_strength, pair_features
from .token_features import ArticlePair, SentencePairs
from .token_model import TokenModel


@dataclass(frozen=True, slots=True)
class StatementMatch:
    """How a statement stands to an article.

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
    """Match a statement with an article.

    Args:
        statement: A text of one sentence.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        models: The fitted models.
    """
    features, nearest = statement_features(statement, article, idf, with_vectors=models.calibrated)
    if models.passage_model:
        features |= passage_features(*nearest_passages(statement, article, idf), models.passage_model)
    log_odds = models.statement.log_odds({name: np.array([value]) for name, value in features.items()})
    sentence = statement.sentences[0]
    article_stems = {stem for other in article.sentences for stem in other.stems}
    content_stems = {stem for stem in sentence.stems if len(stem) > SHORT_WORD or not stem.isascii()}
    missing = sorted(content_stems - article_stems - sentence.numbers, key=lambda stem: (-idf.get(stem, 1.0), stem))
    return StatementMatch(
        probability=float(probability(log_odds)[0]),
        sentence=nearest,
        similarity=round(float(np.clip(features["meaning_best" if models.calibrated else "words_best"], 0, 1)), 4),
        missing_numbers=tuple(sorted(sentence.numbers - article_stems)),
        missing_words=tuple(sentence.surface_forms[stem] for stem in missing[:MISSING_WORDS]),
    )


def statement_features(
    statement: IndexedText, article: IndexedText, idf: Mapping[str, float], *, with_vectors: bool
) -> tuple[dict[str, float], int]:
    """Return the named features of a statement beside an article, and the index of the nearest sentence.

    Args:
        statement: A text of one sentence.
        article: A text of at least one sentence.
        idf: The weight of each stem in the story; one that is not among them counts 1.
        with_vectors: Whether to look at vectors; else at words alone.
    """
    idf = _with_stems_of(statement, idf)
    lexical, nearest_by_words = _lexical_features(statement, article, idf)
    if not with_vectors:
        return lexical, nearest_by_words
    semantic, nearest = _semantic_features(statement, article, idf)
    return {**semantic, **lexical}, nearest


def _with_stems_of(statement: IndexedText, idf: Mapping[str, float]) -> Mapping[str, float]:
    """Return the weights with those of the statement's own stems, 1 for a stem that the story does not have."""
    return {**dict.fromkeys(statement.sentences[0].stems, 1.0), **idf}


def _semantic_features(statement: IndexedText, article: IndexedText, idf: Mapping[str, float]) -> tuple[dict[str, float], int]:
    """Return what the vectors say, and the index of the sentence with the best close matches."""
    cosines = statement.tokens @ article.tokens.T
    similarity = np.maximum.reduceat(cosines, article.starts, axis=1)
    weights = token_weights(statement, idf)
    shares = weights / weights.sum()
    out: dict[str, float] = {}
    nearest = 0
    for name, depth in MATCH_DEPTHS:
        strength = match_strength(similarity, depth)
        coverage = shares @ strength
        best = int(coverage.argmax())
        ordered = np.sort(coverage)[::-1]
        out |= {
            f"{name}_best": ordered[0],
            f"{name}_second": ordered[1] if len(ordered) > 1 else 0.0,
            f"{name}_two": (shares @ np.maximum(strength, strength[:, [best]])).max(),
            f"{name}_whole": shares @ strength.max(axis=1),
            f"{name}_standing": zscores(coverage).max(),
            f"{name}_gap": ((1 - strength[:, best]) * weights).max(),
            f"{name}_gap_whole": ((1 - strength.max(axis=1)) * weights).max(),
        }
        nearest = best if name == "close" else nearest
    sentence_cosines = (statement.vectors @ article.vectors.T)[0]
    back_strength = match_strength(cosines.max(axis=0), CLOSE_MATCH)[:, None]
    back = weighted_coverage(back_strength, token_weights(article, idf), article.starts)[:, 0]
    out |= {
        "sentence": sentence_cosines.max(),
        "sentence_standing": zscores(sentence_cosines).max(),
        "back": back[nearest],
        "back_best": back.max(),
    }
    return {name: float(value) for name, value in out.items()}, nearest


def _lexical_features(statement: IndexedText, article: IndexedText, idf: Mapping[str, float]) -> tuple[dict[str, float], int]:
    """Return what the words say, and the index of the sentence that shares the most weight, the first of equals."""
    sentence = statement.sentences[0]
    stems = set(sentence.stems)
    sentence_stems = [set(other.stems) for other in article.sentences]
    article_stems = set().union(*sentence_stems)

    def mass(items: set[str]) -> float:
        return sum(idf.get(item, 1.0) for item in sorted(items))

    total = mass(stems) or 1.0
    coverage = [mass(stems & other) / total for other in sentence_stems]
    best = max(range(len(coverage)), key=lambda index: (coverage[index], -index))
    runs = set(bigrams(sentence))
    features = {
        "words_best": coverage[best],
        "words_second": sorted(coverage, reverse=True)[1] if len(coverage) > 1 else 0.0,
        "words_two": max(mass(stems & (sentence_stems[best] | other)) / total for other in sentence_stems),
        "words_whole": mass(stems & article_stems) / total,
        "runs_best": max(len(runs & set(bigrams(other))) for other in article.sentences) / max(1, len(runs)),
        "numbers_missing": len(sentence.numbers - article_stems),
        "numbers_any": float(bool(sentence.numbers)),
        "names_missing": mass(set(sentence.names) - article_stems),
        "rarest_missing": max((idf.get(stem, 1.0) for stem in stems - article_stems), default=0.0),
        "missing_mass": mass(stems - article_stems),
        "statement_length": len(sentence.words) ** 0.5,
        "article_length": len(article) ** 0.5,
    }
    return features, best


def nearest_passages(statement: IndexedText, article: IndexedText, idf: Mapping[str, float]) -> tuple[ArticlePair, SentencePairs]:
    """Return a one-sentence statement beside an article, and its pairs with the passages nearest by meaning and words.

    The passages, at most `MAX_PASSAGES`, stand in the order of the article.
    """
    idf = _with_stems_of(statement, idf)
    max_similarities = max_similarity(statement, article)
    features = pair_features(statement, article, idf, max_similarities)
    likeness = (features["close_more"] + features["words_more"]) / 2 + features["close_less"] / 4
    nearest: Indices = np.sort(np.argsort(-likeness[0], kind="stable")[:MAX_PASSAGES])
    articles = ArticlePair((statement, article), max_similarities, idf, features)
    return articles, (np.zeros(len(nearest), np.intp), nearest)


def passage_features(articles: ArticlePair, pairs: SentencePairs, passage_model: TokenModel) -> dict[str, float]:
    """Return what a token model makes of the nearest passages.

    Args:
        articles: The statement and the article, as `nearest_passages` gives them.
        pairs: The statement's pairs with the passages, at least one.
        passage_model: The token model.

    Returns:
        The log-odds of the best and the second best passage, and the logarithm of the sum of all probabilities.
    """
    log_odds = np.concatenate([scores.log_odds() for scores in passage_model.score(articles, pairs)])
    ordered = np.maximum(np.sort(log_odds)[::-1], NO_PASSAGE_LOG_ODDS)
    return {
        "read_best": float(ordered[0]),
        "read_second": float(ordered[1]) if len(ordered) > 1 else NO_PASSAGE_LOG_ODDS,
        "read_sum": float(np.log(sigmoid(ordered.astype("f8")).sum() + 0.01)),
    }
