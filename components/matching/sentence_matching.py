"""Two articles weighed against each other: for every pair of sentences the probability that they state at least one same fact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .feature_groups import KINDS, contributions_by_group
from .indexed_text import IndexedText
from .late_interaction import idf_of, max_similarity
from .logistic import LEAST_ODDS, Logistic, logit, probability
from .models import FittedModels
from .sentence_features import Closeness, context_features, pair_features
from .token_features import ArticlePair, Pairs
from .token_model import TokenModel

if TYPE_CHECKING:
    from .indexed_text import Matrix


RULED_OUT: Final = 0.005
"""Pairs that the first judgement finds no more probable than this are not read: two links in a hundred are among them."""
LEAST_SHOWN: Final = 0.05
"""The least probability for which a reader's judgement is taken apart: what is weaker is no link at any strictness in words, and
comes without reasons if settings ask for it."""


@dataclass(frozen=True, slots=True, eq=False)
class SentencePairScores:
    """What was found for n left and m right sentences, all (n, m).

    `probability` that they state a same fact, to four decimals; `full` that nearly all of the shorter one is in the other, given
    that they do; `similarity`, how much of the one better covered is in the other, 0 to 1. For the reasons: `parts`, what each
    kind of evidence adds to the log-odds (0 where a reader left the pair aside), and the `weight` of each stem.
    """

    probability: Matrix
    full: Matrix
    similarity: Matrix
    contributions: Mapping[str, Matrix]
    idf: Mapping[str, float]


def score_sentence_pairs(left: IndexedText, right: IndexedText, fit: FittedModels) -> SentencePairScores:
    """Weigh every sentence of `left` against every one of `right`. Symmetric: swapping the sides transposes the result.

    A sentence without a word states nothing: its probabilities are 0.
    """
    import numpy as np

    weight = idf_of(left, right)
    closeness = max_similarity(left, right) if fit.calibrated else None
    features = first_features(left, right, weight, closeness)
    first = probability(fit.first.log_odds(features))
    features |= second_features(first)
    if isinstance(fit.second, Logistic):
        found, parts = probability(fit.second.log_odds(features)), contributions_by_group(features, fit.first, fit.second)
    elif closeness is None:
        raise ValueError("a fit from words alone with a reader of vectors; make it again with `make fit`")
    else:
        found, parts = score_by_token_model(fit.second, ArticlePair((left, right), closeness, weight, features), first)
    similarity = features["meaning_more" if fit.calibrated else "words_more"]
    return SentencePairScores(
        probability=found * np.logical_and.outer(*(side.worded for side in (left, right))),
        full=probability(fit.full.log_odds(features)),
        similarity=np.round(np.clip(similarity, 0, 1).astype("f8"), 4),
        contributions=parts,
        idf=weight,
    )


def score_by_token_model(reader: TokenModel, articles: ArticlePair, first: Matrix) -> tuple[Matrix, dict[str, Matrix]]:
    """By the reader, of the pairs that the first judgement does not rule out: the probabilities and their parts, (n, m) each."""
    import numpy as np

    found = np.minimum(first, RULED_OUT)
    parts = {kind: np.zeros(first.shape, np.float32) for kind in KINDS}
    for read in reader.score(articles, open_pairs(first)):
        found[read.pairs] = chance = probability(read.log_odds())
        (shown,) = np.nonzero(chance >= LEAST_SHOWN)
        if not len(shown):
            continue
        at = tuple(side[shown] for side in read.pairs)
        for kind, values in read.contributions(shown).items():
            parts[kind][at] = values
    return found, parts


def open_pairs(first: Matrix) -> Pairs:
    """The pairs of sentences that the first judgement, (n, m), does not rule out."""
    import numpy as np

    left, right = np.nonzero(first > RULED_OUT)
    return left, right


def first_features(
    left: IndexedText, right: IndexedText, weight: Mapping[str, float], closeness: Closeness | None
) -> dict[str, Matrix]:
    """The features of each pair, and of its rivals and neighbours by plain likeness; of words alone without `closeness`."""
    features = pair_features(left, right, weight, closeness)
    if closeness:
        features |= context_features((features["close_more"] + features["words_more"]) / 2, "likeness")
        return features | context_features(features["meaning_more"], "meaning")
    return features | context_features(features["words_more"], "likeness")


def second_features(first: Matrix) -> dict[str, Matrix]:
    """What the first judgement makes of each pair, its rivals and its neighbours."""
    import numpy as np

    odds = logit(first)
    row, column = first.sum(1)[:, None] - first, first.sum(0)[None, :] - first
    return {
        "first": odds,
        "others_less": np.minimum(row, column),
        "others_more": np.maximum(row, column),
        **context_features(first, "judged"),
        **context_features(odds - LEAST_ODDS, "odds"),
    }


def presence_features(chances: Matrix) -> dict[str, Matrix]:
    """For sentences against an article, (n, m) link probabilities, three (n,) features: the best, the second best, the sum."""
    import numpy as np

    ordered = -np.sort(-chances, axis=1)
    second = ordered[:, 1] if ordered.shape[1] > 1 else np.zeros(len(ordered), np.float32)
    return {"best": logit(ordered[:, 0]), "second": logit(second), "sum": np.log(ordered.sum(1) + 0.01)}


def score_sentences_in_article(chances: Matrix, fit: FittedModels) -> Matrix:
    """The probability that an article states what each of n sentences does, (n,), from their (n, m) link probabilities to it."""
    return probability(fit.sentence.log_odds(presence_features(chances)))
