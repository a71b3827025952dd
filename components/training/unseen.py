"""Models for a story that have not seen it: what is fitted on their outcome, or told of it, holds for other stories too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any, TypeAlias

from numpy.typing import NDArray

from ..embeddings import Encoder
from ..matching.logistic import Logistic
from ..matching.models import FittedModels
from ..matching.statement_matching import StatementFeatures
from ..matching.token_model import TokenModel
from .claims import ClaimCell, claim_cells, fit_claim_presence, link_probabilities_by_outlet
from .cross_fit import (
    FITTED_LINK_SETS,
    CrossFitPairs,
    FoldModels,
    fit_first_pass,
    fit_fold_statements,
    fit_sentences,
    fold_of_cells,
    folds,
)
from .gold_sets import GoldCell, link_records

ModelsOf: TypeAlias = Callable[[str], FittedModels]
"""Returns the models for a story, by its id."""


@dataclass(frozen=True)
class Folds:
    """What the models of an encoder are fitted on, and the token models of each fold.

    Attributes:
        pairs: The pairs of articles, scored by first passes that have not seen them.
        second_passes: The second pass of each fold.
        link_probabilities: Of each pair, by the second pass of its fold, (n, m).
        cells: The cells of statements.
        rows: Their features, each by the passage model of its fold.
        passage_models: The token model of passages of each fold; none without vectors.
    """

    pairs: CrossFitPairs
    second_passes: FoldModels
    link_probabilities: Sequence[NDArray[Any]]
    cells: Sequence[GoldCell]
    rows: Sequence[StatementFeatures]
    passage_models: Sequence[TokenModel]


def unseen_models(gold: ModuleType, encoder: Encoder, models: FittedModels, fitted: Folds) -> tuple[ModelsOf, list[ClaimCell]]:
    """Return what gives for a story of outlet_facts models fitted without its folds, and the cells that those of claims saw.

    Args:
        gold: The module of the gold sets.
        encoder: The encoder.
        models: Its models; those that no fold has are kept.
        fitted: What they are fitted on.
    """
    records = [record for name in FITTED_LINK_SETS for record in link_records(gold, name)]
    models_of = unseen_statement_models(models, fitted, "outlet_facts")
    by_outlet = link_probabilities_by_outlet(records, fitted.link_probabilities)
    cells = claim_cells(gold.load("outlet_facts"), by_outlet, encoder, models_of)
    with_links = _unseen_link_models(models_of, fitted)
    of_story: dict[str, Logistic] = {}
    for train, test in folds([cell.story for cell in cells]):
        stored = fit_claim_presence([cells[i] for i in train], with_vectors=models.calibrated)
        of_story |= dict.fromkeys({cells[i].story for i in test}, Logistic.from_dict(stored))
    return (lambda story: replace(with_links(story), claim_presence=of_story[story])), cells


def unseen_statement_models(models: FittedModels, fitted: Folds, gold_set: str) -> ModelsOf:
    """Return what gives for a story of a set of statements the models, those of statements fitted without its fold.

    Args:
        models: All models of an encoder.
        fitted: What they are fitted on.
        gold_set: The name of the set.
    """
    passage_models, fold_of_story = fitted.passage_models, fold_of_cells(fitted.cells)
    statements = fit_fold_statements(fitted.cells, fitted.rows)

    def models_of(story: str) -> FittedModels:
        fold = fold_of_story[gold_set, story]
        return replace(models, statement=statements[fold], passage_model=passage_models[fold] if passage_models else None)

    return models_of


def _unseen_link_models(models_of: ModelsOf, fitted: Folds) -> ModelsOf:
    """Return what gives for a story of outlet_links the models, those of links and of sentences fitted without its fold."""
    pairs = fitted.pairs.pairs[: fitted.pairs.n_training]
    fold_of_story = {pair.story: fold for pair, fold in zip(pairs, fitted.pairs.folds, strict=False)}
    of_fold = []
    for fold, second_pass in enumerate(fitted.second_passes):
        train = [i for i in range(len(pairs)) if fitted.pairs.folds[i] != fold]
        first_pass = Logistic.from_dict(fit_first_pass([pairs[i] for i in train]))
        sentence = Logistic.from_dict(fit_sentences([pairs[i] for i in train], [fitted.link_probabilities[i] for i in train]))
        of_fold.append((first_pass, second_pass, sentence))

    def with_links(story: str) -> FittedModels:
        first_pass, second_pass, sentence = of_fold[fold_of_story[story]]
        return replace(models_of(story), first_pass=first_pass, second_pass=second_pass, sentence=sentence)

    return with_links
