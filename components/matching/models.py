"""The fitted models of an encoder: named features -> calibrated probability, by logistic regressions and token models.

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
from typing import Any, Final

import numpy as np

from ..story import InputError
from .logistic import Logistic
from .token_model import TokenModel

WEIGHTS: Final = Path(__file__).with_name("weights.json")
LEXICAL: Final = "lexical"
"""The name of the models that use no vectors."""
LOGISTIC_FIELDS: Final = (
    "full", "sentence", "statement", "claim", "claim_in_context", "claim_presence", "fact_presence", "fact_weight",
)  # fmt: skip
"""The logistic regressions of FittedModels that bear the same name in the weights file."""


@dataclass(frozen=True, slots=True)
class FittedModels:
    """Everything fitted for one encoder.

    Attributes:
        calibrated: Whether the models were fitted on this encoder's vectors; else they look at words alone.
        first_pass: Scores pairs of sentences by their own features.
        second_pass: Scores them again, after what the first made of the pairs around; a token model where there are vectors.
        full: Whether a link is full, nearly all of the shorter sentence being in the other, or partial.
        sentence: Whether any sentence of an article states what a given one does.
        statement: Whether an article states a typed statement.
        claim: Whether one of two linked sentences states a claim of the other.
        claim_in_context: The same, after what `claim` made of the other claims of the sentence.
        claim_presence: Whether an article states a claim of another article.
        fact_presence: The same for what labels a fact, after what `claim_presence` made of it.
        fact_weight: Whether a careful reader of the story would write a fact down.
        passage_model: Scores the passages nearest to a typed statement, for `statement`; None where there are no vectors.
    """

    calibrated: bool
    first_pass: Logistic
    second_pass: Logistic | TokenModel
    full: Logistic
    sentence: Logistic
    statement: Logistic
    claim: Logistic
    claim_in_context: Logistic
    claim_presence: Logistic
    fact_presence: Logistic
    fact_weight: Logistic
    passage_model: TokenModel | None


@lru_cache(maxsize=8)
def models_for(digest: str) -> FittedModels:
    """Return the models for the encoder with this digest, or those of words alone if there are none.

    Raises:
        InputError: If a file of weights is missing or damaged.
    """
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    calibrated = digest != LEXICAL and digest in stored
    return read_models(stored[digest if calibrated else LEXICAL], calibrated=calibrated)


def read_models(stored: Mapping[str, Any], *, calibrated: bool) -> FittedModels:
    """Return the models of one entry of the weights file.

    Raises:
        InputError: If the file of a token model is missing or damaged.
    """
    second = stored["second"]
    return FittedModels(
        calibrated=calibrated,
        passage_model=_read_token_model(stored["passages"]) if "passages" in stored else None,
        first_pass=Logistic.from_dict(stored["first"]),
        second_pass=_read_token_model(second) if "reader" in second else Logistic.from_dict(second),
        **{name: Logistic.from_dict(stored[name]) for name in LOGISTIC_FIELDS},
    )


def _read_token_model(stored: Mapping[str, Any]) -> TokenModel:
    """Return the token model in a file beside this one; raise InputError if its digest is not the one in the weights file."""
    path = WEIGHTS.with_name(stored["reader"])
    data = path.read_bytes() if path.is_file() else b""
    if sha256(data).hexdigest() != stored["sha256"]:
        raise InputError(f"The file {path.name} is missing or not the one that belongs to this version; install Samestory again.")
    with np.load(BytesIO(data), allow_pickle=False) as arrays:
        return TokenModel.from_arrays(arrays)
