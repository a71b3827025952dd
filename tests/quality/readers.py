"""Readers on disk: the one that the program uses, and beside this file the six that tell what it is worth on other stories."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from components.evidence.model import WEIGHTS
from components.evidence.reader import Reader
from tests.quality.sets import READINGS

FOLD_READERS = Path(__file__).with_name("fold_readers.npz")
SETS = ("outlet_links", "outlet_facts", "ecb_events", "spark_links", "spark_facts")


def data_digest(gold: ModuleType) -> str:
    """Names the data that figures were measured on and fits were made on."""
    files = [gold.HERE / f"{name}.jsonl" for name in SETS]
    return hashlib.sha256(b"".join(path.read_bytes() for path in [*files, READINGS])).hexdigest()


def save_reader(reader: Reader, encoder: str) -> dict[str, str]:
    """Write the program's reader for an encoder, by digest; what weights.json says of it."""
    path = WEIGHTS.with_name(f"reader-{encoder[:12]}.npz")
    np.savez_compressed(path, **_halved(reader))
    return {"reader": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()}


def save_folds(readers: list[Reader], encoder: str, data: str) -> None:
    """Write the readers of the folds, with what they were fitted on."""
    arrays = {f"{at} {name}": values for at, reader in enumerate(readers) for name, values in _halved(reader).items()}
    np.savez_compressed(FOLD_READERS, **arrays, encoder=np.array(encoder), data=np.array(data))


def load_folds(encoder: str, data: str) -> list[Reader] | None:
    """The readers of the folds, or None if they are of another encoder or other data."""
    if not FOLD_READERS.is_file():
        return None
    with np.load(FOLD_READERS, allow_pickle=False) as arrays:
        if (str(arrays["encoder"]), str(arrays["data"])) != (encoder, data):
            return None
        count = len({name.split()[0] for name in arrays.files if " " in name})
        return [Reader.load(arrays, f"{at} ") for at in range(count)]


def _halved(reader: Reader) -> dict[str, Any]:
    """In half precision, to which training rounds them, but for what belongs to the features."""
    whole = ("features", "means", "scales")
    return {name: values if name in whole else values.astype(np.float16) for name, values in reader.arrays().items()}
