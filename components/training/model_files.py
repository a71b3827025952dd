"""Readers on disk: those that the program uses, and beside this file those of the folds, which tell what they are worth."""

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
from .cross_fit import FITTED, FOLDS, STATED, folds
from .gold_sets import READINGS, STATEMENTS, link_records, statement_records

SOURCES = ("outlet_links", "outlet_facts", "ecb_events", "spark_links", "spark_facts")
Folds = Mapping[str, Sequence[TokenModel]]
"""The readers of the folds, of `links` and of `passages`."""


def data_digest(gold: ModuleType, sources: Sequence[str] = SOURCES) -> str:
    """Names the data that figures were measured on and fits were made on: gold sets, and what we read ourselves."""
    files = [gold.HERE / f"{name}.jsonl" for name in sources]
    return hashlib.sha256(b"".join(path.read_bytes() for path in [*files, READINGS, STATEMENTS])).hexdigest()


def made_from(gold: ModuleType) -> str:
    """Names what the readers of the folds are made from: the data, and which stories each of them has not seen."""
    links = [record["story"] for name in FITTED for record in link_records(gold, name)]
    stated = [[record["story"] for record in statement_records(gold, name)] for name in STATED]
    unseen = [[sorted({stories[at] for at in test}) for _, test in folds(stories)] for stories in (links, *stated)]
    return hashlib.sha256(json.dumps([data_digest(gold), unseen]).encode()).hexdigest()


def save_reader(reader: TokenModel, of: str, encoder: str) -> dict[str, str]:
    """Write the program's reader of `links` or `passages` for an encoder, by digest; what weights.json says of it."""
    path = WEIGHTS.with_name(f"{of}-{encoder[:12]}.npz")
    np.savez_compressed(path, **_halved(reader), allow_pickle=False)
    return {"reader": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def save_folds(readers: Folds, encoder: str, source: str) -> None:
    """Write the readers of the folds for an encoder, with a digest of what they were made from."""
    arrays = {
        f"{of} {at} {name}": values
        for of, found in readers.items()
        for at, reader in enumerate(found)
        for name, values in _halved(reader).items()
    }
    np.savez_compressed(_fold_file(encoder), **arrays, made_from=np.array(source), allow_pickle=False)


def load_folds(encoder: str, source: str) -> Folds:
    """The readers of the folds; empty if there are none for this encoder, made from the same."""
    if not _fold_file(encoder).is_file():
        return {}
    with np.load(_fold_file(encoder), allow_pickle=False) as arrays:
        if str(arrays["made_from"]) != source:
            return {}
        return {of: [TokenModel.load(arrays, f"{of} {at} ") for at in range(FOLDS)] for of in ("links", "passages")}


def _fold_file(encoder: str) -> Path:
    return Path(__file__).with_name(f"folds-{encoder[:12]}.npz")


def _halved(reader: TokenModel) -> dict[str, Any]:
    """In half precision, to which training rounds them, but for what belongs to the features."""
    whole = ("features", "means", "scales")
    return {name: values if name in whole else values.astype(np.float16) for name, values in reader.arrays().items()}
