"""Which encoders a visitor can choose, and what they are called. One is named as `Settings` names it; the bundled one by ""."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ..embeddings import BUNDLED_NAME, find_model, installed_models

VARIABLE: Final = "SAMESTORY_ENCODER"
"""The environment variable that names the encoder with which a visitor begins."""
BUNDLED: Final = ""


def default_encoder() -> str:
    """Return the name of the encoder with which a visitor begins."""
    name = os.environ.get(VARIABLE, BUNDLED)
    known = find_model(name)
    return known.name if known else name


def encoder_title(name: str) -> str:
    """Return what an encoder is called, as comparisons that it made say it."""
    known = find_model(name)
    return known.title if known else Path(name).name if name else BUNDLED_NAME


def encoder_choices() -> dict[str, str]:
    """Return the encoders that a visitor can choose, name -> title; the one to begin with comes first."""
    names = (default_encoder(), BUNDLED, *(known.name for known in installed_models()))
    return {name: encoder_title(name) for name in names}


def encoder_with_title(title: str) -> str | None:
    """Return the name of the encoder that is called so, or None if it cannot be chosen here."""
    return next((name for name, other in encoder_choices().items() if other == title), None)
