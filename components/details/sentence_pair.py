"""Two sentences that may state a same fact, set beside each other for the readers of details."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.parsed_article import ParsedArticle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, eq=False)
class SentencePair:
    """Sentence `i` of one article and sentence `j` of another that may state a same fact, with that probability.

    `near` (tokens of the left Doc, of the right Doc) has the cosines of their vectors in context; 0 for a token without one.
    """

    left: ParsedArticle
    i: int
    right: ParsedArticle
    j: int
    probability: float
    near: NDArray[np.float32]

    @property
    def docs(self) -> tuple[Doc, Doc]:
        """The parses of the two sentences."""
        return self.left.docs[self.i], self.right.docs[self.j]

    def closeness(self, left: Token, right: Token) -> float:
        """How alike two tokens are in context: near 1 for the same word in the same role, below about .5 for unrelated ones."""
        return float(self.near[left.i, right.i])
