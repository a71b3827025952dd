"""What an encoder is, and what it gives for a text: one sentence vector and one vector a token, with offsets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Progress = Callable[[float], None]
"""Told how much is done, from 0 to 1."""


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
    """Turns texts into vectors. What it gives for a text depends on that text and the model alone, not on its company."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def digest(self) -> str:
        """Names the exact model, as hexadecimal digits: equal digests give equal vectors."""

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """One Encoded a text, in the order of `texts`."""


def rounded(sentence: NDArray[np.float32], tokens: NDArray[np.float32], offsets: NDArray[np.int32]) -> Encoded:
    """An Encoded of these values, each vector scaled to unit length and then rounded to float16.

    Rounding comes before first use, so that vectors fresh from the model and vectors from the cache are the same bytes.
    """
    return rounded_again(Encoded(_unit(sentence), _unit(tokens), offsets))


def rounded_again(encoded: Encoded) -> Encoded:
    """The same vectors as the cache would give them back. Changes nothing that is rounded already."""
    import numpy as np

    return Encoded(
        encoded.sentence.astype(np.float16).astype(np.float32),
        encoded.tokens.astype(np.float16).astype(np.float32),
        np.ascontiguousarray(encoded.offsets, dtype=np.int32),
    )


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    import numpy as np

    lengths = np.linalg.norm(vectors.astype(np.float32), axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = (vectors / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return scaled
