"""Where a file comes from: program, model, settings, date, languages, what people checked, and what it cannot tell."""

from __future__ import annotations

from typing import Final

from .. import __version__
from ..corrections import active
from ..settings import THRESHOLDS, Thresholds
from ..story import Comparison
from . import wording
from .second_reader import provenance_rows

MODELS: Final = ("encoder", "second_reader")
"""Settings that name a model: rows of their own say which it was."""
METHOD: Final = (
    "Each sentence of an article is set beside each sentence of the others. Named evidence (rare words in common, the closeness "
    "of meaning that a language model measures word by word, numbers, names, neighbours) gives the probability that two "
    "sentences state at least one same fact; from the links follow the facts, and from each fact and the nearest passage "
    "whether an article states it."
)


def provenance(comparison: Comparison, *, made: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return what every file says of how it was made: (name, value). `made` is the date, if one is given."""
    settings = [(name.replace("_", " "), _value(value)) for name, value in comparison.settings.items() if name not in MODELS]
    return (
        ("strictness", strictness(comparison)),
        *settings,
        ("model", comparison.encoder_name or "not named"),
        ("model digest", comparison.encoder_digest or "none"),
        ("probabilities", "calibrated for this model" if comparison.calibrated else wording.NOT_CALIBRATED),
        *provenance_rows(comparison),
        ("languages", languages(comparison)),
        ("machine-made", describe_checks(comparison)),
        ("program", f"Samestory {__version__}"),
        *([("made", made)] if made is not None else []),
    )


def strictness(comparison: Comparison) -> str:
    """Return the word of the strictness control that the settings stand for, or that they were set by numbers."""
    settings = tuple(comparison.settings.get(f"{name}_probability") for name in Thresholds._fields)
    return next((word for word, thresholds in THRESHOLDS.items() if thresholds == settings), "set by numbers")


def languages(comparison: Comparison) -> str:
    """Return the languages recognised, by code, with the articles in each: "en: A, B; de: C"."""
    keys_by_language: dict[str, list[str]] = {}
    for article in comparison.articles:
        keys_by_language.setdefault(article.language or "not recognised", []).append(article.key)
    return "; ".join(f"{language}: {', '.join(keys)}" for language, keys in keys_by_language.items())


def describe_checks(comparison: Comparison) -> str:
    """Return how much a person looked at or changed.

    "3 of 127 facts checked; 1 of 4 differing details checked; 2 corrections made by hand, 1 of them not applied"
    """
    facts = comparison.facts
    checks = f"{wording.part_of(sum(fact.checked for fact in facts), len(facts))} checked"
    differing = [difference.checked for difference in comparison.differences if difference.verdict == "differs"]
    if differing:
        checks += f"; {differing.count('checked')} of {len(differing)} differing details checked"
    corrections = [correction for _, correction in active(comparison.corrections)]
    if not corrections:
        return f"{checks}; no correction made by hand"
    not_applied = sum(not correction.applied for correction in corrections)
    remark = f", {not_applied} of them not applied" if not_applied else ""
    return f"{checks}; {wording.plural(len(corrections), 'correction')} made by hand{remark}"


def _value(value: object) -> str:
    return "not set" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
