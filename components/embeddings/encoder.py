"""What an encoder is, and what it returns for a text: one sentence vector, and one vector for each token, with offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Progress = Callable[[float], None]
"""Called with the share of the work that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """The vectors of one text, rounded to float16 and held as float32.

    `sentence`: (d,), of unit length; all zero for a text without tokens.
    `tokens`: (t, d), rows of unit length, special tokens left out. In most models d is the same for both.
    `offsets`: int32 (t, 2), half-open spans of the tokens in the text, in code points.

    Unit length holds to within 0.001, because of the rounding.
    """

    sentence: NDArray[np.float32]
    tokens: NDArray[np.float32]
    offsets: NDArray[np.int32]


class Encoder(Protocol):
    """Turns texts into vectors. The vectors of a text depend on that text and the model alone, not on the texts beside it."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def digest(self) -> str:
        """The digest of the exact model, as hexadecimal digits: equal digests give equal vectors."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """Return one Encoded for each text, in the order of `texts`."""


def scale_and_round(sentence: NDArray[np.float32], tokens: NDArray[np.float32], offsets: NDArray[np.int32]) -> Encoded:
    """Return an Encoded of these values, each vector scaled to unit length and then rounded to float16.

    Rounding comes before first use, so that vectors fresh from the model and vectors from the cache are the same bytes.

    Args:
        sentence: (d,).
        tokens: (t, d).
        offsets: (t, 2).
    """
    return round_encoded(Encoded(_scale_to_unit(sentence), _scale_to_unit(tokens), offsets))


def round_encoded(encoded: Encoded) -> Encoded:
    """Return the same vectors as the cache would give them back. Changes nothing that is rounded already."""
    return Encoded(
        encoded.sentence.astype(np.float16).astype(np.float32),
        encoded.tokens.astype(np.float16).astype(np.float32),
        np.ascontiguousarray(encoded.offsets, dtype=np.int32),
    )


def _scale_to_unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return vectors of unit length in the same directions; a zero vector stays zero."""
    lengths = np.linalg.norm(vectors.astype(np.float32), axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return scaled
