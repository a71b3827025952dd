"""From facts to who states them: presence of each fact in each article, and the measures drawn from it."""

from .copies import Copy, accounts, copies
from .measures import Counts, counts, prominence, sentence_status
from .notes import notes
from .presence import Grounds, presence, statement_presence
from .told import attributed
from .voices import Voice, voices

__all__ = [
    "Copy",
    "Counts",
    "Grounds",
    "Voice",
    "accounts",
    "attributed",
    "copies",
    "counts",
    "notes",
    "presence",
    "prominence",
    "sentence_status",
    "statement_presence",
    "voices",
]
