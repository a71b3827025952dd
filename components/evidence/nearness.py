"""How alike the words of two parsed sentences are in their contexts: cosines of token vectors, gathered to parsed words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .profile import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, eq=False)
class WordVectors:
    """The token vectors of one sentence by the words of its parse, n in all.

    `vectors` (t, d), a token once for every word that it is part of; `words` (k,), the words that have a token; `starts` (k,) the
    first vector of each.
    """

    vectors: NDArray[np.float32]
    words: NDArray[np.intp]
    starts: NDArray[np.intp]
    n: int


def word_vectors(profile: Profile, sentence: int, doc: Doc) -> WordVectors:
    """The vectors of one sentence of a profile, gathered to the words of its parse."""
    import numpy as np

    first, length = int(profile.starts[sentence]), int(profile.lengths[sentence])
    tokens_of: dict[int, list[int]] = {}
    for row, word in enumerate(profile.token_word[first : first + length].tolist()):
        tokens_of.setdefault(word, []).append(first + row)
    lexis, at = profile.lexis[sentence].words, 0
    picked, words, starts = list[int](), list[int](), list[int]()
    for token in doc:
        end = token.idx + len(token)
        while at < len(lexis) and lexis[at].end <= token.idx:
            at += 1
        rows, place = list[int](), at
        while place < len(lexis) and lexis[place].start < end:
            rows += tokens_of.get(place, ())
            place += 1
        if rows:
            words.append(token.i)
            starts.append(len(picked))
            picked += rows
    vectors = profile.tokens[np.array(picked, np.intp)]
    return WordVectors(vectors, np.array(words, np.intp), np.array(starts, np.intp), len(doc))


def nearness(left: WordVectors, right: WordVectors) -> NDArray[np.float32]:
    """For each word of one sentence and each of another the cosine of their closest tokens, (n, m); 0 for a word without one."""
    import numpy as np

    near = np.zeros((left.n, right.n), np.float32)
    if len(left.words) and len(right.words):
        cosines = np.maximum.reduceat(left.vectors @ right.vectors.T, left.starts, axis=0)
        near[np.ix_(left.words, right.words)] = np.maximum.reduceat(cosines, right.starts, axis=1)
    return near
