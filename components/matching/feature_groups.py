"""The kinds of evidence that features belong to, and what each kind adds to the log-odds of every pair of sentences.

By regression the judgement is a sum, so the parts are exact; what a reader makes of them is shared out (shares.py). Either way
they and the base rate add up to the log-odds of the probability shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .indexed_text import Matrix
    from .logistic import Logistic

KINDS: Final = {
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
"""Kind -> beginnings of feature names; the first kind that fits takes a feature."""


def group_of(name: str) -> str:
    """The kind of the feature with this name."""
    return next(kind for kind, beginnings in KINDS.items() if name.startswith(beginnings))


def contributions_by_group(features: Mapping[str, Matrix], first: Logistic, second: Logistic) -> dict[str, Matrix]:
    """Kind -> (n, m): what its features add to the log-odds. `features` are those of both judgements."""
    import numpy as np

    out = {kind: np.zeros(next(iter(features.values())).shape) for kind in KINDS}
    _, passed_on = second.terms.get("first", (0.0, 0.0))
    for name, part in second.parts(features):
        if name != "first":
            out[group_of(name)] += part
    for name, part in first.parts(features):  # the first judgement enters the second as one more feature
        out[group_of(name)] += part * passed_on
    return {kind: part.astype(np.float32) for kind, part in out.items()}
