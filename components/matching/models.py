"""Fitted judgement: named features -> calibrated probability, by logistic regression or by a reader; either can be taken apart.

The weights lie beside this file, one set an encoder (by digest) and one from words alone for encoders without a fit of their own.
They are made by training/ on human-annotated news and hold no text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..story import InputError
from .logistic import Logistic
from .token_model import TokenModel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[Any]

WEIGHTS: Final = Path(__file__).with_name("weights.json")
LEXICAL: Final = "lexical"
"""The name of the fit that uses no vectors."""
NAMED: Final = ("full", "sentence", "statement", "claim", "claim_in_context", "claim_presence")
"""The logistic regressions of a fit that are read alike."""


@dataclass(frozen=True, slots=True)
class FittedModels:
    """Everything fitted for one encoder.

    `first` and `second` judge pairs of sentences: the second sees what the first made of the pairs around, and where there are
    vectors it is a reader of both sentences. `full` tells a full link from a part; `sentence` whether any sentence of an article
    states what a given one does; `statement` whether an article states a typed statement, after
    `passages`, a reader, has gone over the nearest passages where there are vectors. Inside two linked sentences `part` judges
    whether one states a part of the other, `part_beside` after what became of the other parts; `part_present` whether an article
    states a part of a sentence of another.
    """

    calibrated: bool
    first: Logistic
    second: Logistic | TokenModel
    full: Logistic
    sentence: Logistic
    statement: Logistic
    claim: Logistic
    claim_in_context: Logistic
    claim_presence: Logistic
    passages: TokenModel | None


@lru_cache(maxsize=8)
def models_for(digest: str) -> FittedModels:
    """The fit for the encoder with this digest, or the lexical one if there is none."""
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    known = digest != LEXICAL and digest in stored
    return read_models(stored[digest if known else LEXICAL], calibrated=known)


def read_models(stored: Mapping[str, Any], *, calibrated: bool) -> FittedModels:
    """A fit from its stored form."""
    second = stored["second"]
    return FittedModels(
        calibrated=calibrated,
        passages=_reader(stored["passages"]) if "passages" in stored else None,
        first=Logistic.read(stored["first"]),
        second=_reader(second) if "reader" in second else Logistic.read(second),
        **{name: Logistic.read(stored[name]) for name in NAMED},
    )


def _reader(stored: Mapping[str, Any]) -> TokenModel:
    """The reader in a file beside this one; raises InputError if it is not the file that the fit was stored with."""
    import numpy as np

    path = WEIGHTS.with_name(stored["reader"])
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != stored["sha256"]:
        raise InputError(f"The file {path.name} is missing or not the one that belongs to this version; install Samestory again.")
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return TokenModel.load(arrays)
