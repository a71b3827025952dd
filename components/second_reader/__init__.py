"""A second reader for cells that are open: a cross-encoder from a local folder says whether a passage states a fact.

labels.py       what each output of a model says, read off its `id2label`
reader.py       what a second reader is and what it says of a passage: PairReader, PassageJudgement; a cross-encoder as one
load.py         the model in a local folder: `load_second_reader`
caching.py      judgements kept between runs: `CachedReader`, `second_reader_for`
cells.py        which cells are open, and the passages of each
opinions.py     the judgements of the passages of a cell, taken together
calibration.py  what opinions are worth beside our own probability, where that was fitted
ask.py          a second reader asked about a comparison: `ask_about_facts`; or a statement: `ask_about_cells`
"""

from .ask import Answers, ask_about_cells, ask_about_facts, with_answers
from .caching import CachedReader, second_reader_for
from .cells import is_open, statement_cell
from .load import load_second_reader
from .reader import PairReader, PassageJudgement

__all__ = [
    "Answers",
    "CachedReader",
    "PairReader",
    "PassageJudgement",
    "ask_about_cells",
    "ask_about_facts",
    "is_open",
    "load_second_reader",
    "second_reader_for",
    "statement_cell",
    "with_answers",
]
