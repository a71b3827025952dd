"""Who has what part in a judgement that is no plain sum: Shapley values (Shapley 1953; for models, Lundberg and Lee 2017)."""

from __future__ import annotations

from math import factorial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .indexed_text import Matrix


def shapley_values(values: Matrix) -> Matrix:
    """What each of k players adds, (k, c): the mean of what it adds to the others over all orders in which they may join.

    `values` (2 ** k, c): for c games what every group of players reaches, bit i of the row number standing for player i. The
    shares and `values[0]` add up to `values[-1]`.
    """
    import numpy as np

    groups = np.arange(len(values))
    players = len(values).bit_length() - 1
    size = np.array([int(group).bit_count() for group in groups])
    chance = np.array([factorial(n) * factorial(max(0, players - n - 1)) for n in range(players + 1)]) / factorial(players)
    out = []
    for player in range(players):
        without = groups[groups >> player & 1 == 0]
        out.append(chance[size[without]] @ (values[without | 1 << player] - values[without]))
    found: Matrix = np.array(out)
    return found
