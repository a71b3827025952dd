"""Two sentences that may state the same fact, side by side, with the similarity of their words in context."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ..language.parsed_article import ParsedArticle

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, eq=False)
class SentencePair:
    """Sentence `i` of one article and sentence `j` of another, with the probability that they state the same fact.

    `similarities` has the cosines of their token vectors in context, of shape (tokens of the left Doc, tokens of the right Doc);
    0 for a token without a vector.
    """

    left: ParsedArticle
    i: int
    right: ParsedArticle
    j: int
    probability: float
    similarities: NDArray[np.float32]

    @property
    def docs(self) -> tuple[Doc, Doc]:
        """The parses of the two sentences."""
        return self.left.docs[self.i], self.right.docs[self.j]

    def closeness(self, left: Token, right: Token) -> float:
        """Return the cosine of two tokens: near 1 for the same word in the same role, below about .5 for unrelated ones."""
        return float(self.similarities[left.i, right.i])
