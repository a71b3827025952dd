"""From facts to who states them: presence of each fact in each article, and the measures drawn from it."""

from .measures import Counts, counts, prominence, sentence_status
from .notes import notes
from .presence import presence, statement_presence

__all__ = [
    "Counts",
    "counts",
    "notes",
    "presence",
    "prominence",
    "sentence_status",
    "statement_presence",
]
