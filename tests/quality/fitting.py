"""Fits the judgements of evidence/ by logistic regression, in the form in which weights.json stores them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from components.evidence import pairs
from components.evidence.model import Logistic, probability
from tests.quality.sets import WEAK, Cell, Pair

FOLDS = 6
STRENGTH = 0.05
"""Inverse regularisation on standardised features; .02 to .1 give the same figures to .001."""

Stored = dict[str, Any]


def logistic(features: dict[str, NDArray[Any]], hits: NDArray[Any]) -> Stored:
    """One fit, taken back from standardised values to the features' own units."""
    names = list(features)
    table = np.stack([features[name] for name in names], axis=1)
    scaler = StandardScaler().fit(table)
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(scaler.transform(table), hits)
    terms = {
        name: [round(float(centre), 5), round(float(weight / scale), 5)]
        for name, centre, weight, scale in zip(names, scaler.mean_, model.coef_[0], scaler.scale_, strict=True)
        if abs(weight / scale) >= 1e-5
    }
    return {"bias": round(float(model.intercept_[0]), 5), "terms": terms}


def folds(stories: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """Training and test positions, split by story: two pairs of one story never lie on both sides."""
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(stories, groups=stories):
        yield list(train), list(test)


def judge(features: Mapping[str, NDArray[Any]], first: Logistic, second: Logistic) -> NDArray[Any]:
    """The link probabilities, (n, m), from the first features by both judgements in turn."""
    seen = pairs.second_features(probability(first.log_odds(features)))
    return probability(second.log_odds({**features, **seen}))


def fit_links(data: Sequence[Pair]) -> Stored:
    """The first and second judgement, the extent, and the presence of sentences.

    The second judgement learns from what the first says of stories it was not fitted on, as it will have to at work.
    """
    firsts: list[NDArray[Any]] = [np.zeros(0)] * len(data)
    for train, test in folds([pair.story for pair in data]):
        model = Logistic.read(_fit_cells([data[at] for at in train], [data[at].features for at in train]))
        for at in test:
            firsts[at] = probability(model.log_odds(data[at].features))
    both = [{**pair.features, **pairs.second_features(first)} for pair, first in zip(data, firsts, strict=True)]
    second = _fit_cells(data, both)
    chances = [probability(Logistic.read(second).log_odds(features)) for features in both]
    return {
        "first": _fit_cells(data, [pair.features for pair in data]),
        "second": second,
        "full": _fit_full(data),
        "sentence": _fit_sentences(data, chances),
    }


def _fit_cells(data: Sequence[Pair], features: Sequence[dict[str, NDArray[Any]]]) -> Stored:
    kept = [(pair.labels >= 0) & (pair.labels != WEAK) for pair in data]
    names = list(features[0])
    table = {name: np.concatenate([f[name][keep] for f, keep in zip(features, kept, strict=True)]) for name in names}
    return logistic(table, np.concatenate([pair.labels[keep] > 0 for pair, keep in zip(data, kept, strict=True)]))


FULL_FEATURES = ("more", "less", "mass", "shorter", "longer", "runs", "shared", "apart", "sentence")


def _fit_full(data: Sequence[Pair]) -> Stored:
    names = [name for name in data[0].features if name.endswith(FULL_FEATURES) and not name.startswith("likeness_")]
    kept = [(pair.labels == 1) | (pair.labels == 2) for pair in data]
    table = {name: np.concatenate([pair.features[name][keep] for pair, keep in zip(data, kept, strict=True)]) for name in names}
    return logistic(table, np.concatenate([pair.labels[keep] == 2 for pair, keep in zip(data, kept, strict=True)]))


def sentence_rows(pair: Pair, chances: NDArray[Any]) -> Iterator[tuple[dict[str, NDArray[Any]], NDArray[Any]]]:
    """From either side of a pair: the presence features of its sentences, and which have a link.

    A sentence with weak links only counts as without: what it states is not in the other article, a background fragment is.
    """
    for labels, found in ((pair.labels, chances), (pair.labels.T, chances.T)):
        linked = ((labels == 1) | (labels == 2)).any(axis=1)
        keep = (labels >= 0).all(axis=1)
        yield {name: values[keep] for name, values in pairs.presence_features(found).items()}, linked[keep]


def _fit_sentences(data: Sequence[Pair], chances: Sequence[NDArray[Any]]) -> Stored:
    rows = [row for pair, found in zip(data, chances, strict=True) for row in sentence_rows(pair, found)]
    table = {name: np.concatenate([features[name] for features, _ in rows]) for name in rows[0][0]}
    return logistic(table, np.concatenate([linked for _, linked in rows]))


def fit_statements(data: Sequence[Cell]) -> Stored:
    """Whether an article states a statement."""
    table = {name: np.array([cell.features[name] for cell in data]) for name in data[0].features}
    return logistic(table, np.array([cell.present for cell in data]))
