"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

SHORTEST: Final = 5
"""Words: fewer say too little about the language."""
LONGEST: Final = 5000
"""Characters looked at."""
SURE: Final = 0.5
"""Normalised probability from which the answer is given."""


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language, or None when it is too short to tell. By py3langid, from the text alone."""
    if len(text.split()) < SHORTEST:
        return None
    code, probability = _identifier().classify(text[:LONGEST])
    return str(code) if probability >= SURE and len(code) == 2 else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no type hints
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
