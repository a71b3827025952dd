"""Token models on disk: those that the program uses, and beside this file those of the folds, which say how good they are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from ..matching.models import WEIGHTS
from ..matching.token_model import TokenModel
from .cross_fit import FITTED_LINK_SETS, FITTED_STATEMENT_SETS, FOLDS, folds
from .gold_sets import READINGS, STATEMENTS, link_records, statement_records

SOURCES = ("outlet_links", "outlet_facts", "ecb_events", "spark_links", "spark_facts")
"""The gold sets that models are fitted and figures are measured on."""
TokenModelsByTask = Mapping[str, Sequence[TokenModel]]
"""The token models of the folds, of `links` and of `passages`."""


def data_digest(gold: ModuleType, sources: Sequence[str] = SOURCES) -> str:
    """Return the SHA-256 of the data that models were fitted and figures were measured on: gold sets, and our own annotations."""
    files = [gold.HERE / f"{name}.jsonl" for name in sources]
    return hashlib.sha256(b"".join(path.read_bytes() for path in [*files, READINGS, STATEMENTS])).hexdigest()


def training_digest(gold: ModuleType) -> str:
    """Return the SHA-256 of what the token models of the folds are made from: the data, and which stories each has not seen."""
    links = [record["story"] for name in FITTED_LINK_SETS for record in link_records(gold, name)]
    statements = [[record["story"] for record in statement_records(gold, name)] for name in FITTED_STATEMENT_SETS]
    unseen = [[sorted({stories[i] for i in test}) for _, test in folds(stories)] for stories in (links, *statements)]
    return hashlib.sha256(json.dumps([data_digest(gold), unseen]).encode()).hexdigest()


def save_token_model(token_model: TokenModel, task: str, encoder: str) -> dict[str, str]:
    """Write a token model that the program uses; return what weights.json says of it.

    Args:
        token_model: The model.
        task: `links` or `passages`.
        encoder: The digest of its encoder.
    """
    path = WEIGHTS.with_name(f"{task}-{encoder[:12]}.npz")
    np.savez_compressed(path, **_half_precision(token_model), allow_pickle=False)
    return {"reader": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def save_fold_models(models: TokenModelsByTask, encoder: str, source: str) -> None:
    """Write the token models of the folds for an encoder (by digest), with the digest of what they were made from."""
    arrays = {
        f"{task} {fold} {name}": values
        for task, token_models in models.items()
        for fold, token_model in enumerate(token_models)
        for name, values in _half_precision(token_model).items()
    }
    np.savez_compressed(_fold_file(encoder), **arrays, made_from=np.array(source), allow_pickle=False)


def load_fold_models(encoder: str, source: str) -> TokenModelsByTask:
    """Return the token models of the folds; empty if there are none for this encoder, made from the same."""
    if not _fold_file(encoder).is_file():
        return {}
    with np.load(_fold_file(encoder), allow_pickle=False) as arrays:
        if str(arrays["made_from"]) != source:
            return {}
        return {
            task: [TokenModel.from_arrays(arrays, f"{task} {fold} ") for fold in range(FOLDS)] for task in ("links", "passages")
        }


def _fold_file(encoder: str) -> Path:
    return Path(__file__).with_name(f"folds-{encoder[:12]}.npz")


def _half_precision(token_model: TokenModel) -> dict[str, Any]:
    """Return its arrays in half precision, to which training rounds them, but for what belongs to the features."""
    whole = ("features", "means", "scales")
    return {name: values if name in whole else values.astype(np.float16) for name, values in token_model.to_arrays().items()}
