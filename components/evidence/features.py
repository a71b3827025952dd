"""The named features of a pair of sentences, for every pair of two articles at once: each an (n, m) matrix.

All are symmetric: what is measured both ways enters as the larger and the smaller of the two, so that the order in which articles
are given changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from .overlap import covered, run_weights, runs, shared, token_weights
from .profile import Profile

if TYPE_CHECKING:
    from .profile import Matrix

CLOSE, SAME = (0.62, 18.0), (0.8, 25.0)
"""Centre and slope of what counts as a close and as the same token: cosines of token vectors seldom fall below .3 here."""


Closeness: TypeAlias = "tuple[Matrix, Matrix]"
"""The best matches of the tokens of two articles, as `best_matches` gives them."""


def pair_features(left: Profile, right: Profile, weight: Mapping[str, float], closeness: Closeness | None) -> dict[str, Matrix]:
    """Name -> (n, m) for what two sentences share, without their neighbours and rivals; of words alone without `closeness`."""
    meaning = meaning_features(left, right, weight, closeness) if closeness else {}
    return {**meaning, **lexical_features(left, right, weight)}


def meaning_features(left: Profile, right: Profile, weight: Mapping[str, float], closeness: Closeness) -> dict[str, Matrix]:
    """What the vectors say: late interaction both ways at three depths, and the cosine of the sentence vectors."""
    import numpy as np

    ours, theirs = closeness
    mine, yours = token_weights(left, weight), token_weights(right, weight)
    out: dict[str, Matrix] = {}
    for name, depth in (("meaning", None), ("close", CLOSE), ("same", SAME)):
        a = covered(steep(ours, depth), mine, left.starts)
        b = covered(steep(theirs, depth), yours, right.starts).T
        out[f"{name}_more"], out[f"{name}_less"] = np.maximum(a, b), np.minimum(a, b)
        if name == "close":
            mass = np.minimum(a * np.add.reduceat(mine, left.starts)[:, None], b * np.add.reduceat(yours, right.starts)[None, :])
            out["close_mass"] = np.log1p(mass)
    out["sentence"] = left.vectors @ right.vectors.T
    return out


def steep(cosines: Matrix, depth: tuple[float, float] | None) -> Matrix:
    """Cosines as they count at a depth (centre, slope): near 0 well below the centre, near 1 well above; as they are for None."""
    import numpy as np

    if depth is None:
        return cosines
    centre, slope = depth
    out: Matrix = 1 / (1 + np.exp(-(cosines - centre) * slope))
    return out


def lexical_features(left: Profile, right: Profile, weight: Mapping[str, float]) -> dict[str, Matrix]:
    """What the words say: containment by rarity, runs, numbers, names, quotations, length and place."""
    import numpy as np

    words, a, b = shared(left, right, lambda lex: lex.stems, weight)
    run, _, _ = shared(left, right, runs, run_weights((left, right), weight))
    number, ours, theirs = shared(left, right, lambda lex: lex.numbers, {})
    name, named, also_named = shared(left, right, lambda lex: lex.names, weight)
    quote, quoted, also_quoted = shared(left, right, lambda lex: lex.quoted, weight)
    either, both = _marks([lex.quoted for lex in left.lexis], [lex.quoted for lex in right.lexis])
    return {
        "words_more": words / np.maximum(np.minimum.outer(a, b), 0.1),
        "words_less": words / np.maximum(np.maximum.outer(a, b), 0.1),
        "words_mass": np.log1p(words),
        "runs": np.log1p(run),
        "numbers_shared": np.minimum(number, 3),
        "numbers_apart": np.minimum(np.minimum(ours[:, None] - number, theirs[None, :] - number), 2),
        "names_shared": np.log1p(name),
        "names_apart": np.log1p(np.maximum(np.minimum(named[:, None] - name, also_named[None, :] - name), 0)),
        "quotes_shared": quote / np.maximum(np.minimum.outer(quoted, also_quoted), 0.1),
        "quotes_both": both,
        "quotes_one": either - both,
        **_length(left, right),
        **_place(len(left), len(right)),
    }


def _marks(left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]) -> tuple[Matrix, Matrix]:
    import numpy as np

    a, b = np.array([bool(x) for x in left], bool), np.array([bool(x) for x in right], bool)
    return np.logical_or.outer(a, b).astype(np.float32), np.logical_and.outer(a, b).astype(np.float32)


def _length(left: Profile, right: Profile) -> dict[str, Matrix]:
    import numpy as np

    a, b = (np.log([max(1, len(lex.words)) for lex in side.lexis]).astype(np.float32) for side in (left, right))
    return {"shorter": np.minimum.outer(a, b), "longer": np.maximum.outer(a, b)}


def _place(n: int, m: int) -> dict[str, Matrix]:
    import numpy as np

    a, b = (np.arange(size, dtype=np.float32) / max(1, size - 1) for size in (n, m))
    return {
        "place_apart": np.abs(np.subtract.outer(a, b)),
        "place_first": np.minimum.outer(a, b),
        "place_last": np.maximum.outer(a, b),
    }
