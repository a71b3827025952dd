"""Fits the judgements of matching/, and tells what they say of stories that they have not seen."""

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
from ..matching.statement_matching import passage_features
from ..matching.token_features import ArticlePair
from ..matching.token_model import TokenModel
from .gold_sets import GoldCell, GoldPair
from .token_network import LINKS, PASSAGES, Example, example, train

FOLDS = 6
STRENGTH = 0.05
"""Inverse regularisation on standardised features; .02 to .1 give the same figures to .001."""

FITTED = ("outlet_links", "readings")
"""The sets of links that the judgements are fitted on."""
STATED = ("outlet_facts", "statements")
"""The sets of statements that they are fitted on."""

Stored = dict[str, Any]
Second = Logistic | TokenModel
Seconds = Sequence[Second]
"""One second judgement a fold, fitted on all other stories."""


def logistic(features: Mapping[str, NDArray[Any]], hits: NDArray[Any]) -> Stored:
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
    for train_at, test_at in GroupKFold(FOLDS, shuffle=True, random_state=0).split(stories, groups=stories):
        yield list(train_at), list(test_at)


@dataclass(frozen=True)
class Unseen:
    """Pairs of articles as they look at work: judged by fits that have not seen their stories.

    For each pair the fold that tested it, and what the first judgement says, (n, m). The first `fitted` pairs are for fitting.
    """

    data: Sequence[GoldPair]
    fold: list[int]
    first: list[NDArray[Any]]
    fitted: int

    def beside(self, at: int) -> ArticlePair:
        """A pair of articles with all its features."""
        beside = self.data[at].beside
        return replace(beside, features={**beside.features, **sentence_matching.second_features(self.first[at])})

    def chances(self, seconds: Seconds) -> list[NDArray[Any]]:
        """The link probabilities of each pair, by the second judgement of its fold."""
        return [self.judged(at, seconds[fold]) for at, fold in enumerate(self.fold)]

    def judged(self, at: int, second: Second) -> NDArray[Any]:
        """The link probabilities of one pair."""
        if isinstance(second, Logistic):
            return probability(second.log_odds(self.beside(at).features))
        return sentence_matching.score_by_token_model(second, self.beside(at), self.first[at])[0]


def unseen(data: Sequence[GoldPair], more: Sequence[GoldPair] = ()) -> Unseen:
    """`data` for fitting, by folds of its stories; `more` pairs are judged by the fold that has not seen their story either."""
    fold, firsts = [0] * (len(data) + len(more)), [np.zeros(0)] * (len(data) + len(more))
    stories = [pair.story for pair in data]
    place = {stories[at]: number for number, (_, test) in enumerate(folds(stories)) for at in test}
    for number, (train_at, _) in enumerate(folds(stories)):
        model = Logistic.read(fit_first([data[at] for at in train_at]))
        for at, pair in enumerate([*data, *more]):
            if place.get(pair.story, 0) == number:
                fold[at], firsts[at] = number, probability(model.log_odds(pair.features))
    return Unseen([*data, *more], fold, firsts, len(data))


def fit_first(data: Sequence[GoldPair]) -> Stored:
    """The first judgement."""
    return _fit_cells(data, [pair.features for pair in data])


def fit_seconds(known: Unseen, *, reader: bool) -> list[Second]:
    """A second judgement for each fold, and last one fitted on everything.

    It learns from what the first says of stories that it was not fitted on, as it will have to at work.
    """
    training = [[at for at in range(known.fitted) if known.fold[at] != number] for number in range(FOLDS)]
    chosen = [*training, list(range(known.fitted))]
    names = [name for name in known.beside(0).features if name != "first"]
    if reader:
        examples = [_example(known, at, names) for at in range(known.fitted)]
        return [train([examples[at] for at in part], names, LINKS) for part in chosen]
    features = [known.beside(at).features for at in range(known.fitted)]
    return [Logistic.read(_fit_cells([known.data[at] for at in part], [features[at] for at in part])) for part in chosen]


def _example(known: Unseen, at: int, names: Sequence[str]) -> Example:
    pair = known.data[at]
    return example(known.beside(at), sentence_matching.open_pairs(known.first[at]), names, pair.labels > 0, pair.counted)


def _fit_cells(data: Sequence[GoldPair], features: Sequence[Mapping[str, NDArray[Any]]]) -> Stored:
    return _fit_where([pair.counted for pair in data], features, [pair.labels > 0 for pair in data])


def _fit_where(
    kept: Sequence[NDArray[Any]], features: Sequence[Mapping[str, NDArray[Any]]], hits: Sequence[NDArray[Any]]
) -> Stored:
    """One fit over the kept cells of all pairs of articles, (n, m) each."""
    table = {name: np.concatenate([f[name][keep] for f, keep in zip(features, kept, strict=True)]) for name in features[0]}
    return logistic(table, np.concatenate([hit[keep] for hit, keep in zip(hits, kept, strict=True)]))


FULL_FEATURES = ("more", "less", "mass", "shorter", "longer", "runs", "shared", "apart", "sentence")


def fit_full(data: Sequence[GoldPair]) -> Stored:
    """Which links are full ones."""
    names = [name for name in data[0].features if name.endswith(FULL_FEATURES) and not name.startswith("likeness_")]
    features = [{name: pair.features[name] for name in names} for pair in data]
    kept = [(pair.labels == 1) | (pair.labels == 2) for pair in data]
    return _fit_where(kept, features, [pair.labels == 2 for pair in data])


def sentence_rows(pair: GoldPair, chances: NDArray[Any]) -> Iterator[tuple[dict[str, NDArray[Any]], NDArray[Any]]]:
    """From either side of a pair: the presence features of its sentences, and which have a link.

    A sentence with weak links only counts as without: what it states is not in the other article, a background fragment is.
    """
    for labels, found in ((pair.labels, chances), (pair.labels.T, chances.T)):
        linked = ((labels == 1) | (labels == 2)).any(axis=1)
        keep = (labels >= 0).all(axis=1)
        yield {name: values[keep] for name, values in sentence_matching.presence_features(found).items()}, linked[keep]


def fit_sentences(data: Sequence[GoldPair], chances: Sequence[NDArray[Any]]) -> Stored:
    """Whether an article states what a sentence does, from link probabilities."""
    rows = [row for pair, found in zip(data, chances, strict=True) for row in sentence_rows(pair, found)]
    table = {name: np.concatenate([features[name] for features, _ in rows]) for name in rows[0][0]}
    return logistic(table, np.concatenate([linked for _, linked in rows]))


def fold_of_cells(data: Sequence[GoldCell]) -> dict[tuple[str, str], int]:
    """The fold that tests each story of each set; those of a set are dealt out among themselves, a sixth to each fold."""
    out: dict[tuple[str, str], int] = {}
    for name in dict.fromkeys(cell.of for cell in data):
        stories = [cell.story for cell in data if cell.of == name]
        out |= {(name, stories[at]): number for number, (_, test) in enumerate(folds(stories)) for at in test}
    return out


def cell_folds(data: Sequence[GoldCell]) -> Iterator[tuple[list[int], list[int]]]:
    """Training and test positions of cells, split by story as `fold_of_cells` tells."""
    place = fold_of_cells(data)
    fold = [place[cell.of, cell.story] for cell in data]
    for number in range(FOLDS):
        yield [at for at, tests in enumerate(fold) if tests != number], [at for at, tests in enumerate(fold) if tests == number]


def fit_passages(data: Sequence[GoldCell]) -> list[TokenModel]:
    """A reader of statements and passages for each fold, and last one fitted on everything."""
    names = list(data[0].beside.features)
    examples = [example(cell.beside, cell.pairs, names, cell.linked, np.ones_like(cell.linked, bool)) for cell in data]
    chosen = [*(train_at for train_at, _ in cell_folds(data)), list(range(len(data)))]
    return [train([examples[at] for at in part], names, PASSAGES) for part in chosen]


def statement_tables(data: Sequence[GoldCell], readers: Sequence[TokenModel]) -> list[dict[str, float]]:
    """All features of each cell, the passages read by the reader that has not seen its story; none are read without readers."""
    out = [cell.features for cell in data]
    for reader, (_, test_at) in zip(readers, cell_folds(data), strict=False):
        for at in test_at:
            out[at] = after_reading(data[at], reader)
    return out


def after_reading(cell: GoldCell, reader: TokenModel) -> dict[str, float]:
    """All features of a cell, its passages read."""
    return {**cell.features, **passage_features(cell.beside, cell.pairs, reader)}


def fit_statements(data: Sequence[GoldCell], tables: Sequence[Mapping[str, float]]) -> Stored:
    """Whether an article states a statement, from the features of each cell."""
    return logistic(columns(tables), np.array([cell.present for cell in data]))


def columns(tables: Sequence[Mapping[str, float]]) -> dict[str, NDArray[Any]]:
    """Features by name, one value a cell."""
    return {name: np.array([table[name] for table in tables]) for name in tables[0]}
