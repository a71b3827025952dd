"""Where a file comes from: program, model, settings, date, languages, what people checked, and what it cannot tell."""

from __future__ import annotations

from typing import Final

from ..corrections import active
from ..settings import THRESHOLDS
from ..story import Comparison
from . import wording

VERSION: Final = "0.1.0"
"""Of this program; a clone has no package to ask. A test holds it to pyproject.toml."""
METHOD: Final = (
    "Each sentence of an article is set beside each sentence of the others. Named evidence (rare words in common, the closeness "
    "of meaning that a language model measures word by word, numbers, names, neighbours) gives the probability that two "
    "sentences state at least one same fact; from the links follow the facts, and from each fact and the nearest passage "
    "whether an article states it."
)


def provenance(comparison: Comparison, *, made: str | None = None) -> tuple[tuple[str, str], ...]:
    """What every file says of how it was made: (name, value). `made` is the date, if one is given."""
    named = [(name.replace("_", " "), _value(value)) for name, value in comparison.settings.items() if name != "encoder"]
    return (
        ("strictness", strictness(comparison)),
        *named,
        ("model", comparison.encoder_name or "not named"),
        ("model digest", comparison.encoder_digest or "none"),
        ("probabilities", "calibrated for this model" if comparison.calibrated else wording.NOT_CALIBRATED),
        ("languages", languages(comparison)),
        ("machine-made", checked(comparison)),
        ("program", f"Samestory {VERSION}"),
        *([("made", made)] if made is not None else []),
    )


def strictness(comparison: Comparison) -> str:
    """The word of the strictness control that the settings stand for, if one does."""
    have = (comparison.settings.get("link_probability"), comparison.settings.get("not_found_probability"))
    return next((word for word, thresholds in THRESHOLDS.items() if thresholds == have), "set by numbers")


def languages(comparison: Comparison) -> str:
    """The languages recognised, by code, with the articles in each: "en: A, B; de: C"."""
    found: dict[str, list[str]] = {}
    for article in comparison.articles:
        found.setdefault(article.language or "not recognised", []).append(article.key)
    return "; ".join(f"{language}: {', '.join(keys)}" for language, keys in found.items())


def checked(comparison: Comparison) -> str:
    """How much a person looked at or changed.

    "3 of 127 facts checked; 1 of 4 differing details checked; 2 corrections made by hand, 1 of them not applied"
    """
    facts = comparison.facts
    said = f"{wording.of(sum(fact.checked for fact in facts), len(facts))} checked"
    differ = [difference.checked for difference in comparison.differences if difference.verdict == "differs"]
    if differ:
        said += f"; {differ.count('checked')} of {len(differ)} differing details checked"
    standing = [correction for _, correction in active(comparison.corrections)]
    if not standing:
        return f"{said}; no correction made by hand"
    idle = sum(not correction.applied for correction in standing)
    made = wording.plural(len(standing), "correction")
    return f"{said}; {made} made by hand" + (f", {idle} of them not applied" if idle else "")


def _value(value: object) -> str:
    return "not set" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
