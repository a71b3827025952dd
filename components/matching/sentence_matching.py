"""Two articles matched sentence by sentence: for every pair the probability that they state at least one same fact.

In two passes: a logistic regression over the features of each pair, then a model that also sees what the first made of the pairs
around. The second is a token model (token_model.py) where the encoder has a fit of its own, else another logistic regression.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..settings.matching import EXPLAINED_MINIMUM, FIRST_PASS_MINIMUM
from .arrays import Matrix
from .feature_groups import FEATURE_GROUPS, contributions_by_group
from .indexed_text import IndexedText
from .late_interaction import idf_of, max_similarity
from .logistic import LOG_ODDS_FLOOR, Logistic, logit, probability
from .models import FittedModels
from .sentence_features import MaxSimilarities, context_features, pair_features
from .token_features import ArticlePair, SentencePairs
from .token_model import TokenModel


@dataclass(frozen=True, eq=False)
class SentencePairScores:
    """The scores of every pair of n left and m right sentences, (n, m) each, and why.

    Attributes:
        probability: That the two state at least one same fact, to four decimals.
        full: The probability that nearly all of the shorter one is in the other, given that they are linked.
        similarity: How much of the better covered one the other covers, 0 to 1.
        contributions: Feature group -> what it adds to the log-odds; 0 for a pair that the token model did not score.
        idf: The weight of each stem within the two articles.
    """

    probability: Matrix
    full: Matrix
    similarity: Matrix
    contributions: Mapping[str, Matrix]
    idf: Mapping[str, float]

    @cached_property
    def transposed(self) -> SentencePairScores:
        """The same scores seen from the right: views, (m, n) each."""
        contributions = {group: matrix.T for group, matrix in self.contributions.items()}
        return SentencePairScores(self.probability.T, self.full.T, self.similarity.T, contributions, self.idf)


def score_sentence_pairs(left: IndexedText, right: IndexedText, models: FittedModels) -> SentencePairScores:
    """Score every sentence of one article with every one of another. Symmetric: swapping the articles transposes the result.

    A sentence without a word states nothing: its probabilities are 0.

    Raises:
        ValueError: If the models have a token model but no calibration for the encoder.
    """
    idf = idf_of(left, right)
    max_similarities = max_similarity(left, right) if models.calibrated else None
    features = first_pass_features(left, right, idf, max_similarities)
    first_pass = probability(models.first_pass.log_odds(features))
    features |= second_pass_features(first_pass)
    if isinstance(models.second_pass, Logistic):
        probabilities = probability(models.second_pass.log_odds(features))
        contributions = contributions_by_group(features, models.first_pass, models.second_pass)
    elif max_similarities is None:
        raise ValueError("a fit from words alone with a reader of vectors; make it again with `make fit`")
    else:
        articles = ArticlePair((left, right), max_similarities, idf, features)
        probabilities, contributions = score_by_token_model(models.second_pass, articles, first_pass)
    similarity = features["meaning_more" if models.calibrated else "words_more"]
    return SentencePairScores(
        probability=probabilities * np.logical_and.outer(*(text.has_words for text in (left, right))),
        full=probability(models.full.log_odds(features)),
        similarity=np.round(np.clip(similarity, 0, 1).astype("f8"), 4),
        contributions=contributions,
        idf=idf,
    )


def score_by_token_model(token_model: TokenModel, articles: ArticlePair, first_pass: Matrix) -> tuple[Matrix, dict[str, Matrix]]:
    """Score the pairs that the first pass does not rule out by a token model.

    Args:
        token_model: The second pass.
        articles: Two articles with the features of both passes.
        first_pass: The probabilities of the first pass, (n, m); pairs that it rules out keep at most `FIRST_PASS_MINIMUM`.

    Returns:
        The probabilities, (n, m), and feature group -> contributions to the log-odds, (n, m) float32.
    """
    probabilities = np.minimum(first_pass, FIRST_PASS_MINIMUM)
    contributions = {group: np.zeros(first_pass.shape, np.float32) for group in FEATURE_GROUPS}
    for scores in token_model.score(articles, second_pass_pairs(first_pass)):
        probabilities[scores.pairs] = block = probability(scores.log_odds())
        (explained,) = np.nonzero(block >= EXPLAINED_MINIMUM)
        if not len(explained):
            continue
        cells = tuple(side[explained] for side in scores.pairs)
        for group, values in scores.contributions(explained).items():
            contributions[group][cells] = values
    return probabilities, contributions


def second_pass_pairs(first_pass: Matrix) -> SentencePairs:
    """Return the pairs of sentences that the first pass, (n, m) probabilities, does not rule out."""
    left, right = np.nonzero(first_pass > FIRST_PASS_MINIMUM)
    return left, right


def first_pass_features(
    left: IndexedText, right: IndexedText, idf: Mapping[str, float], max_similarities: MaxSimilarities | None
) -> dict[str, Matrix]:
    """Return the features of the first pass: those of each pair, and how similar its rivals and neighbours are.

    Args:
        left: An article of n sentences.
        right: An article of m sentences.
        idf: The weight of each stem of both.
        max_similarities: As `max_similarity` gives them; None for features of words alone.

    Returns:
        Feature -> (n, m).
    """
    features = pair_features(left, right, idf, max_similarities)
    if max_similarities:
        features |= context_features((features["close_more"] + features["words_more"]) / 2, "likeness")
        return features | context_features(features["meaning_more"], "meaning")
    return features | context_features(features["words_more"], "likeness")


def second_pass_features(first_pass: Matrix) -> dict[str, Matrix]:
    """Return what the first pass, (n, m) probabilities, made of each pair, its rivals and its neighbours, feature -> (n, m)."""
    log_odds = logit(first_pass)
    row_rest, column_rest = first_pass.sum(1)[:, None] - first_pass, first_pass.sum(0)[None, :] - first_pass
    return {
        "first": log_odds,
        "others_less": np.minimum(row_rest, column_rest),
        "others_more": np.maximum(row_rest, column_rest),
        **context_features(first_pass, "judged"),
        **context_features(log_odds - LOG_ODDS_FLOOR, "odds"),
    }


def sentence_presence_features(link_probabilities: Matrix) -> dict[str, Matrix]:
    """Return the best, the second best and the sum of each sentence's link probabilities (n, m) to an article, (n,) each."""
    ordered = -np.sort(-link_probabilities, axis=1)
    second = ordered[:, 1] if ordered.shape[1] > 1 else np.zeros(len(ordered), np.float32)
    return {"best": logit(ordered[:, 0]), "second": logit(second), "sum": np.log(ordered.sum(1) + 0.01)}


def score_sentences_in_article(link_probabilities: Matrix, models: FittedModels) -> Matrix:
    """Return the probability that an article states what each of n sentences does, (n,).

    Args:
        link_probabilities: Of the sentences with those of the article, (n, m).
        models: The fitted models.
    """
    return probability(models.sentence.log_odds(sentence_presence_features(link_probabilities)))
