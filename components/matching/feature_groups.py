"""The groups that features belong to, and what each group adds to the log-odds of every pair of sentences.

A logistic regression is a sum, so its contributions are exact; those of the token model are Shapley values (shapley.py). Either
way they and the base rate add up to the log-odds of the probability shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from .arrays import Matrix
from .logistic import Logistic

FEATURE_GROUPS: Final = {
    "meaning": ("meaning_more", "meaning_less", "close_", "same_", "sentence"),
    "words": ("words_", "runs", "shorter", "longer"),
    "numbers": ("numbers_",),
    "names": ("names_",),
    "quotes": ("quotes_",),
    "place": ("place_",),
    "around": (
        "likeness_next", "meaning_next", "judged_next", "odds_next",
    ),
    "rivals": ("likeness_", "meaning_", "judged_", "odds_", "others_"),
}  # fmt: skip
"""Group -> prefixes of feature names; the first group that fits takes a feature."""


def group_of(feature: str) -> str:
    """Return the group of the feature with this name."""
    return next(group for group, prefixes in FEATURE_GROUPS.items() if feature.startswith(prefixes))


def contributions_by_group(features: Mapping[str, Matrix], first_pass: Logistic, second_pass: Logistic) -> dict[str, Matrix]:
    """Return what the features of each group add to the log-odds, group -> (n, m) float32.

    Args:
        features: Those of both passes, (n, m) each. The first pass enters the second as the feature `first`, so what that adds
            is passed on to the features of the first pass.
        first_pass: The regression over the features of a pair alone.
        second_pass: The regression that has also seen what the first made of the pairs around.
    """
    out = {group: np.zeros(next(iter(features.values())).shape) for group in FEATURE_GROUPS}
    _, first_weight = second_pass.terms.get("first", (0.0, 0.0))
    for name, contribution in second_pass.contributions(features):
        if name != "first":
            out[group_of(name)] += contribution
    for name, contribution in first_pass.contributions(features):
        out[group_of(name)] += contribution * first_weight
    return {group: contribution.astype(np.float32) for group, contribution in out.items()}
