"""Shapley values: what each player adds to a game that is no plain sum (Shapley 1953; for models, Lundberg and Lee 2017)."""

from __future__ import annotations

from math import factorial

import numpy as np

from .arrays import Matrix


def shapley_values(values: Matrix) -> Matrix:
    """Return the Shapley value of each of k players: the mean of what it adds over all orders in which players may join.

    Args:
        values: For c games what every coalition of players reaches, (2 ** k, c); bit i of the row number stands for player i.

    Returns:
        An array (k, c). Its columns and `values[0]` add up to `values[-1]`.
    """
    coalitions = np.arange(len(values))
    players = len(values).bit_length() - 1
    sizes = np.array([int(coalition).bit_count() for coalition in coalitions])
    weights = np.array([factorial(n) * factorial(max(0, players - n - 1)) for n in range(players + 1)]) / factorial(players)
    out = []
    for player in range(players):
        without = coalitions[coalitions >> player & 1 == 0]
        out.append(weights[sizes[without]] @ (values[without | 1 << player] - values[without]))
    contributions: Matrix = np.array(out)
    return contributions
