"""From matched sentences to links: which pairs are probable enough, how far they reach, and why."""

from __future__ import annotations

import numpy as np

from ..matching import SentenceMatches, explain_link
from ..settings import FULL_LINK_MINIMUM
from ..story import Link, SentenceRef


def decide_links(matches: SentenceMatches, *, probability: float) -> tuple[Link, ...]:
    """Return the links at least this probable, in reading order; the article whose key comes first is on the left."""
    links = []
    for one, other in matches.pairs:
        scores = matches.between(one, other)
        for i, j in np.argwhere(scores.probability >= probability).tolist():
            left, right = sorted((SentenceRef(one, i), SentenceRef(other, j)))
            links.append(
                Link(
                    left=left.article,
                    right=right.article,
                    left_sentence=left.sentence,
                    right_sentence=right.sentence,
                    probability=float(scores.probability[i, j]),
                    extent="full" if scores.full[i, j] >= FULL_LINK_MINIMUM else "part",
                    reasons=explain_link(scores, matches.indexed[one], matches.indexed[other], (i, j)),
                )
            )
    return tuple(sorted(links, key=lambda link: (link.left, link.right, link.left_sentence, link.right_sentence)))
