"""Fits the models of matching/, and gives their probabilities for stories that they have not seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from ..matching import sentence_matching
from ..matching.logistic import Logistic, probability
from ..matching.statement_matching import StatementFeatures, passage_features
from ..matching.token_features import ArticlePair
from ..matching.token_model import TokenModel
from .gold_sets import GoldCell, GoldPair
from .token_network import LINK_SCHEDULE, PASSAGE_SCHEDULE, Example, make_example, train_token_model

FOLDS = 6
"""Parts that the stories are dealt out to: with 99 stories of links each fold tests 16 or 17."""
INVERSE_REGULARIZATION = 0.05
"""Of logistic regressions, on standardised features; .02 to .1 give the same figures to .001."""

FITTED_LINK_SETS = ("outlet_links", "readings")
"""The sets of links that the models are fitted on."""
FITTED_STATEMENT_SETS = ("outlet_facts", "statements")
"""The sets of statements that they are fitted on."""
FULL_FEATURES = ("more", "less", "mass", "shorter", "longer", "runs", "shared", "apart", "sentence")
"""How the names of the features end that say whether a link is full."""

StoredLogistic = dict[str, Any]
"""A regression as `Logistic.to_dict` gives it."""
SecondPass = Logistic | TokenModel
FoldModels = Sequence[SecondPass]
"""One second pass a fold, fitted on all other stories."""


def fit_logistic(features: Mapping[str, NDArray[Any]], labels: NDArray[Any]) -> StoredLogistic:
    """Fit a logistic regression on standardised features, and return it in the features' own units.

    Args:
        features: Feature -> (c,).
        labels: Which of the c cells are positive, (c,).
    """
    names = list(features)
    table = np.stack([features[name] for name in names], axis=1)
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=INVERSE_REGULARIZATION, max_iter=1000).fit(scaler.transform(table), labels)
    terms = {
        name: [round(float(centre), 5), round(float(weight / scale), 5)]
        for name, centre, weight, scale in zip(names, scaler.mean_, model.coef_[0], scaler.scale_, strict=True)
        if abs(weight / scale) >= 1e-5
    }
    return {"bias": round(float(model.intercept_[0]), 5), "terms": terms}


def folds(stories: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the indices to train on and to test on, split by story: two pairs of one story never lie on both sides."""
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(stories, groups=stories):
        yield list(train), list(test)


@dataclass(frozen=True)
class CrossFitPairs:
    """Pairs of articles as they look in use: scored by a first pass that has not seen their stories.

    Attributes:
        pairs: The pairs; the first `n_training` are for fitting.
        folds: The fold that tests each pair.
        first_pass: The probabilities of the first pass for each pair, (n, m).
        n_training: How many pairs are for fitting.
    """

    pairs: Sequence[GoldPair]
    folds: list[int]
    first_pass: list[NDArray[Any]]
    n_training: int

    def articles(self, index: int) -> ArticlePair:
        """Return a pair of articles with the features of both passes."""
        articles = self.pairs[index].articles
        second_pass = sentence_matching.second_pass_features(self.first_pass[index])
        return replace(articles, features={**articles.features, **second_pass})

    def link_probabilities(self, models: FoldModels) -> list[NDArray[Any]]:
        """Return the link probabilities of each pair, (n, m), by the second pass of its fold."""
        return [self.score(index, models[fold]) for index, fold in enumerate(self.folds)]

    def score(self, index: int, second_pass: SecondPass) -> NDArray[Any]:
        """Return the link probabilities of one pair, (n, m)."""
        if isinstance(second_pass, Logistic):
            return probability(second_pass.log_odds(self.articles(index).features))
        return sentence_matching.score_by_token_model(second_pass, self.articles(index), self.first_pass[index])[0]


def cross_fit(pairs: Sequence[GoldPair], others: Sequence[GoldPair] = ()) -> CrossFitPairs:
    """Fit a first pass for each fold of the stories of some pairs, and score each pair by the one that has not seen its story.

    Args:
        pairs: The pairs for fitting.
        others: More pairs to score, each by the fold that has not seen its story either.
    """
    everything = [*pairs, *others]
    fold_of_pair, first_pass = [0] * len(everything), [np.zeros(0)] * len(everything)
    stories = [pair.story for pair in pairs]
    fold_of_story = {stories[i]: fold for fold, (_, test) in enumerate(folds(stories)) for i in test}
    for fold, (train, _) in enumerate(folds(stories)):
        model = Logistic.from_dict(fit_first_pass([pairs[i] for i in train]))
        for i, pair in enumerate(everything):
            if fold_of_story.get(pair.story, 0) == fold:
                fold_of_pair[i], first_pass[i] = fold, probability(model.log_odds(pair.features))
    return CrossFitPairs(everything, fold_of_pair, first_pass, len(pairs))


def fit_first_pass(pairs: Sequence[GoldPair]) -> StoredLogistic:
    """Fit the first pass."""
    return _fit_links(pairs, [pair.features for pair in pairs])


def fit_second_pass(cross_fitted: CrossFitPairs, *, token_model: bool) -> list[SecondPass]:
    """Fit a second pass for each fold, and last one on everything.

    It learns from what the first says of stories that it was not fitted on, as it will have to in use.

    Args:
        cross_fitted: The pairs.
        token_model: Whether to fit token models; else logistic regressions.
    """
    indices = range(cross_fitted.n_training)
    training = [*([i for i in indices if cross_fitted.folds[i] != fold] for fold in range(FOLDS)), list(indices)]
    names = [name for name in cross_fitted.articles(0).features if name != "first"]
    if token_model:
        examples = [_link_example(cross_fitted, i, names) for i in indices]
        return [train_token_model([examples[i] for i in chosen], names, LINK_SCHEDULE) for chosen in training]
    features = [cross_fitted.articles(i).features for i in indices]
    return [
        Logistic.from_dict(_fit_links([cross_fitted.pairs[i] for i in chosen], [features[i] for i in chosen]))
        for chosen in training
    ]


def _link_example(cross_fitted: CrossFitPairs, index: int, names: Sequence[str]) -> Example:
    pair, chosen = cross_fitted.pairs[index], sentence_matching.second_pass_pairs(cross_fitted.first_pass[index])
    return make_example(cross_fitted.articles(index), chosen, names, pair.labels > 0, pair.counted)


def _fit_links(pairs: Sequence[GoldPair], features: Sequence[Mapping[str, NDArray[Any]]]) -> StoredLogistic:
    """Fit which cells are links, over those that count."""
    return _fit_cells([pair.counted for pair in pairs], features, [pair.labels > 0 for pair in pairs])


def _fit_cells(
    masks: Sequence[NDArray[Any]], features: Sequence[Mapping[str, NDArray[Any]]], labels: Sequence[NDArray[Any]]
) -> StoredLogistic:
    """Fit one regression over the chosen cells of all pairs of articles, (n, m) each."""
    table = {
        name: np.concatenate([matrices[name][mask] for matrices, mask in zip(features, masks, strict=True)])
        for name in features[0]
    }
    return fit_logistic(table, np.concatenate([label[mask] for label, mask in zip(labels, masks, strict=True)]))


def fit_full(pairs: Sequence[GoldPair]) -> StoredLogistic:
    """Fit which links are full ones."""
    names = [name for name in pairs[0].features if name.endswith(FULL_FEATURES) and not name.startswith("likeness_")]
    features = [{name: pair.features[name] for name in names} for pair in pairs]
    linked = [(pair.labels == 1) | (pair.labels == 2) for pair in pairs]
    return _fit_cells(linked, features, [pair.labels == 2 for pair in pairs])


def sentence_rows(pair: GoldPair, link_probabilities: NDArray[Any]) -> Iterator[tuple[dict[str, NDArray[Any]], NDArray[Any]]]:
    """Yield from either side of a pair the presence features of its sentences, and which of them have a link.

    A sentence with weak links only counts as without: what it states is not in the other article, a background fragment is.
    """
    for labels, links in ((pair.labels, link_probabilities), (pair.labels.T, link_probabilities.T)):
        linked = ((labels == 1) | (labels == 2)).any(axis=1)
        counted = (labels >= 0).all(axis=1)
        features = sentence_matching.sentence_presence_features(links)
        yield {name: values[counted] for name, values in features.items()}, linked[counted]


def fit_sentences(pairs: Sequence[GoldPair], link_probabilities: Sequence[NDArray[Any]]) -> StoredLogistic:
    """Fit whether an article states what a sentence does, from the link probabilities of each pair, (n, m)."""
    rows = [row for pair, links in zip(pairs, link_probabilities, strict=True) for row in sentence_rows(pair, links)]
    table = {name: np.concatenate([features[name] for features, _ in rows]) for name in rows[0][0]}
    return fit_logistic(table, np.concatenate([linked for _, linked in rows]))


def fold_of_cells(cells: Sequence[GoldCell]) -> dict[tuple[str, str], int]:
    """Return the fold that tests each story of each set; those of a set are dealt out among themselves, a sixth to each fold."""
    out: dict[tuple[str, str], int] = {}
    for name in dict.fromkeys(cell.gold_set for cell in cells):
        stories = [cell.story for cell in cells if cell.gold_set == name]
        out |= {(name, stories[i]): fold for fold, (_, test) in enumerate(folds(stories)) for i in test}
    return out


def cell_folds(cells: Sequence[GoldCell]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the indices of the cells to train on and to test on, split by story as `fold_of_cells` says."""
    fold_of_story = fold_of_cells(cells)
    fold_of_cell = [fold_of_story[cell.gold_set, cell.story] for cell in cells]
    for fold in range(FOLDS):
        train = [i for i, tested_in in enumerate(fold_of_cell) if tested_in != fold]
        yield train, [i for i, tested_in in enumerate(fold_of_cell) if tested_in == fold]


def fit_passages(cells: Sequence[GoldCell]) -> list[TokenModel]:
    """Fit a token model of statements and passages for each fold, and last one on everything."""
    names = list(cells[0].articles.features)
    examples = [make_example(cell.articles, cell.pairs, names, cell.linked, np.ones_like(cell.linked, bool)) for cell in cells]
    training = [*(train for train, _ in cell_folds(cells)), list(range(len(cells)))]
    return [train_token_model([examples[i] for i in chosen], names, PASSAGE_SCHEDULE) for chosen in training]


def statement_feature_rows(cells: Sequence[GoldCell], token_models: Sequence[TokenModel]) -> list[StatementFeatures]:
    """Return all features of each cell.

    Args:
        cells: The cells.
        token_models: One a fold: a cell's passages are scored by the one that has not seen its story. None for no such features.
    """
    rows = [cell.features for cell in cells]
    for token_model, (_, test) in zip(token_models, cell_folds(cells), strict=False):
        for i in test:
            rows[i] = with_passage_features(cells[i], token_model)
    return rows


def with_passage_features(cell: GoldCell, token_model: TokenModel) -> StatementFeatures:
    """Return all features of a cell, its passages scored by a token model."""
    return {**cell.features, **passage_features(cell.articles, cell.pairs, token_model)}


def fit_statements(cells: Sequence[GoldCell], rows: Sequence[StatementFeatures]) -> StoredLogistic:
    """Fit whether an article states a statement, from the features of each cell."""
    return fit_logistic(feature_columns(rows), np.array([cell.present for cell in cells]))


def fit_fold_statements(cells: Sequence[GoldCell], rows: Sequence[StatementFeatures]) -> list[Logistic]:
    """Fit whether an article states a statement for each fold, on the cells of all other stories."""
    return [
        Logistic.from_dict(fit_statements([cells[i] for i in train], [rows[i] for i in train])) for train, _ in cell_folds(cells)
    ]


def feature_columns(rows: Sequence[StatementFeatures]) -> StatementFeatures:
    """Return features by name, (c,) each, from c rows."""
    return {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
