"""How alike the words of two sentences are in their contexts: cosines of token vectors, gathered to spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .profile import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Span = tuple[int, int]


def nearness(
    left: tuple[Profile, int, Sequence[Span]], right: tuple[Profile, int, Sequence[Span]]
) -> NDArray[np.float32]:
    """For spans of a sentence and spans of another (profile, sentence, spans) the cosine of the closest tokens in them.

    Shape (left spans, right spans); 0 for a span without a token, such as punctuation.
    """
    import numpy as np

    (ours, mine), (theirs, yours) = (_tokens_of(*side) for side in (left, right))
    cosines = np.vstack([np.hstack([ours @ theirs.T, np.zeros((len(ours), 1))]), np.zeros((1, len(theirs) + 1))])
    out = np.zeros((len(mine), len(yours)), np.float32)
    for row, tokens in enumerate(mine):
        best = cosines[tokens].max(axis=0)
        out[row] = [best[others].max() for others in yours]
    return out


def _tokens_of(profile: Profile, sentence: int, spans: Sequence[Span]) -> tuple[NDArray[np.float32], list[list[int]]]:
    """The token vectors of a sentence, and for each span the tokens in it: -1, the last row, for none."""
    import numpy as np

    start, length = int(profile.starts[sentence]), int(profile.lengths[sentence])
    words = profile.lexis[sentence].words
    inside: list[list[int]] = [[] for _ in spans]
    place = [words[word].start if word >= 0 else -1 for word in profile.token_word[start : start + length]]
    ends = [words[word].end if word >= 0 else -1 for word in profile.token_word[start : start + length]]
    for at, (a, b) in enumerate(spans):
        inside[at] = [row for row, (c, d) in enumerate(zip(place, ends, strict=True)) if c < b and a < d] or [-1]
    vectors: NDArray[np.float32] = np.asarray(profile.tokens[start : start + length], np.float32)
    return vectors, inside
