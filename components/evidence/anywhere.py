"""A part of a sentence beside a whole article: how much of it stands in the best passage, in the best two together, in any.

What a sentence states may be told over two sentences elsewhere; a part none of whose telling words comes near any passage is not
found there, however well the rest of its sentence is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .features import SAME, steep
from .overlap import token_weights
from .parts import Span, within
from .profile import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .profile import Matrix

    Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PartWords:
    """The k parts of one sentence as tokens and stems: `rows` are its t tokens in the profile.

    `share` (k, t), how much of a part each token is, adding up to 1; `weight` (k, t), the token's weight, 0 outside the part;
    `vectors` (k, d), the mean of the part's tokens; `stems` and `numbers`, those of each part.
    """

    rows: slice
    share: Array
    weight: Array
    vectors: Array
    stems: tuple[tuple[str, ...], ...]
    numbers: tuple[frozenset[str], ...]


def part_words(
    profile: Profile, parts: Sequence[Sequence[Sequence[Span]] | None], weight: Mapping[str, float]
) -> list[PartWords]:
    """The parts of every sentence of an article, each given by its spans; None for a whole sentence."""
    tokens = token_weights(profile, weight)
    return [_part_words(profile, at, found, tokens) for at, found in enumerate(parts)]


def _part_words(profile: Profile, sentence: int, parts: Sequence[Sequence[Span]] | None, tokens: Matrix) -> PartWords:
    import numpy as np

    first = int(profile.starts[sentence])
    rows = slice(first, first + int(profile.lengths[sentence]))
    lex, word = profile.lexis[sentence], profile.token_word[rows]
    starts = [word.start for word in lex.words]
    inside = np.array([within(starts, spans) for spans in parts] if parts else [[True] * len(starts)], bool)
    kept = np.where(word >= 0, inside[:, word], False) if starts else np.ones((1, len(word)), bool)
    kept[~kept.any(axis=1)] = True  # a part without a token of its own
    weighed = (kept * tokens[rows]).astype(np.float32)
    vectors = kept @ profile.tokens[rows]
    stems = [{lex.stems[word] for word in row.nonzero()[0]} for row in inside]
    return PartWords(
        rows=rows,
        share=weighed / weighed.sum(axis=1, keepdims=True),
        weight=weighed,
        vectors=vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6),
        stems=tuple(tuple(sorted(found)) for found in stems),
        numbers=tuple(lex.numbers & found for found in stems),
    )


def anywhere_features(
    words: Sequence[PartWords], article: Profile, matches: Matrix, weight: Mapping[str, float]
) -> Iterator[dict[str, Matrix]]:
    """For each sentence of a profile the features of its parts beside an article, (k,) each.

    `matches` (T, m) as `best_matches` gives it for the profile's tokens; `weight` is that of the stems.
    """
    import numpy as np

    stems: dict[str, list[int]] = {}
    for at, lex in enumerate(article.lexis):
        for stem in set(lex.stems):
            stems.setdefault(stem, []).append(at)
    for parts in words:
        cosines = matches[parts.rows]
        two, _ = _two(parts.share, cosines)
        same = steep(cosines, SAME)
        same_two, top = _two(parts.share, same)
        sentence = parts.vectors @ article.vectors.T
        yield {
            "meaning_two": two,
            "same_two": same_two,
            "same_gap": ((1 - same[:, top].T) * parts.weight).max(axis=1),
            "sentence_standing": (sentence.max(axis=1) - sentence.mean(axis=1)) / (sentence.std(axis=1) + 0.02),
            "words_best": np.array([_words_best(part, stems, len(article), weight) for part in parts.stems]),
            "numbers_missing": np.array([len(found - stems.keys()) for found in parts.numbers], float),
        }


def _two(share: Array, best: Matrix) -> tuple[Matrix, NDArray[np.intp]]:
    """How much of each part the best two passages cover together, (k,), and the best one."""
    import numpy as np

    top = (share @ best).argmax(axis=1)
    two = []
    for row, at in zip(share, top, strict=True):
        (own,) = row.nonzero()
        mine = best[own]
        two.append((row[own] @ np.maximum(mine, mine[:, [at]])).max())
    return np.array(two, np.float32), top


def _words_best(part: Sequence[str], stems: Mapping[str, Sequence[int]], many: int, weight: Mapping[str, float]) -> float:
    found = [0.0] * many
    for stem in part:
        for at in stems.get(stem, ()):
            found[at] += weight[stem]
    return max(found, default=0.0) / (sum(weight[stem] for stem in part) or 1.0)
