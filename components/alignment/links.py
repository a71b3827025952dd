"""From weighed pairs of sentences to links: which are probable enough, how far they reach, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..matching import IndexedText, explain_link
from ..settings import FULL
from ..story import Link

if TYPE_CHECKING:
    from ..matching import SentencePairScores

Pair = tuple[str, str]
"""The keys of two articles, in the order in which they were weighed."""


def decide_links(
    weighed: Mapping[Pair, SentencePairScores], profiles: Mapping[str, IndexedText], *, probability: float
) -> tuple[Link, ...]:
    """The links at least this probable, in reading order; the article whose key comes first is on the left."""
    import numpy as np

    found = []
    for (first, second), evidence in weighed.items():
        for i, j in np.argwhere(evidence.probability >= probability).tolist():
            left, right = ((first, i), (second, j)) if first < second else ((second, j), (first, i))
            found.append(
                Link(
                    left=left[0],
                    right=right[0],
                    left_sentence=left[1],
                    right_sentence=right[1],
                    probability=float(evidence.probability[i, j]),
                    extent="full" if evidence.full[i, j] >= FULL else "part",
                    reasons=explain_link(evidence, profiles[first], profiles[second], (i, j)),
                )
            )
    return tuple(sorted(found, key=lambda link: (link.left, link.right, link.left_sentence, link.right_sentence)))
