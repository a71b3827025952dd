"""The passages of an article that come nearest to a statement, read token by token: does one of them state it?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from .features import pair_features
from .overlap import best_matches
from .tokens import Beside

if TYPE_CHECKING:
    from .profile import Profile
    from .reader import Reader
    from .tokens import Pairs

READ_AT_MOST: Final = 8
"""Passages read; of the statements of outlet_facts that are stated, 995 in 1,000 have theirs among the nearest eight."""
_NONE: Final = -8.0
"""The log-odds of a passage that is not there, or no better than none."""


def nearest_passages(statement: Profile, article: Profile, weight: Mapping[str, float]) -> tuple[Beside, Pairs]:
    """A one-sentence profile beside an article, and the pairs of it with the passages nearest by meaning and words."""
    import numpy as np

    known = {**dict.fromkeys(statement.lexis[0].stems, 1.0), **weight}
    closeness = best_matches(statement, article)
    features = pair_features(statement, article, known, closeness)
    likeness = (features["close_more"] + features["words_more"]) / 2 + features["close_less"] / 4
    near = np.sort(np.argsort(-likeness[0], kind="stable")[:READ_AT_MOST])
    return Beside((statement, article), closeness, known, features), (np.zeros(len(near), np.intp), near)


def passage_features(beside: Beside, pairs: Pairs, reader: Reader) -> dict[str, float]:
    """What the reader makes of the nearest passages: log-odds of the best and the second best, and the sum of chances."""
    import numpy as np

    found = np.concatenate([read.log_odds() for read in reader.read(beside, pairs)])
    odds = np.maximum(np.sort(found)[::-1], _NONE)
    return {
        "read_best": float(odds[0]),
        "read_second": float(odds[1]) if len(odds) > 1 else _NONE,
        "read_sum": float(np.log((1 / (1 + np.exp(-odds.astype("f8")))).sum() + 0.01)),
    }
