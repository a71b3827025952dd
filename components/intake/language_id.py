"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..settings.intake import LANGUAGE_MIN_WORDS, LANGUAGE_PROBABILITY, LANGUAGE_SAMPLE


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None if it is too short to tell. By py3langid, from the text alone."""
    if len(text.split()) < LANGUAGE_MIN_WORDS:
        return None
    code, probability = _identifier().classify(text[:LANGUAGE_SAMPLE])
    return str(code) if probability >= LANGUAGE_PROBABILITY and len(code) == 2 else None


@cache
def _identifier() -> Any:  # noqa: ANN401 - py3langid has no type hints
    """Load the language model, once a process: it takes part of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
