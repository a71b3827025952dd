"""Which cells a second reader is asked about, and beside how many passages."""

from __future__ import annotations

from typing import Final

OPEN_CELL: Final = (0.1, 0.8)
"""Probabilities of presence from which, and up to which, a cell is open (0 to 1).

Outside our own reader is right more often than a second one would be; inside lie about 60 cells of a story of three articles.
"""
SECOND_READER_PASSAGES: Final = 3
"""Passages of an article that a second reader sees for one fact (1 to 8), the nearest ones.

Each costs one run of a model that may be large; of 573 statements of outlet_facts that are stated, 97 in 100 have their passage
among the nearest three, 90 in the nearest one.
"""
CACHE_WRITE_PAIRS: Final = 32
"""Pairs that a second reader judges before its judgements are written (1 or more): a run that is broken off loses seconds."""
