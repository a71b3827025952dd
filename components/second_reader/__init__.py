"""A second reader for cells that are open: a cross-encoder from a local folder says whether a passage states a fact.

labels.py   what each output of a model says, read off its `id2label`
reader.py   what a second reader is and what it says of a passage: PairReader, PassageJudgement; a cross-encoder as one
load.py     the model in a local folder: `load_second_reader`
caching.py  judgements kept between runs: `CachedReader`
"""

from .caching import CachedReader
from .load import load_second_reader
from .reader import PairReader, PassageJudgement

__all__ = ["CachedReader", "PairReader", "PassageJudgement", "load_second_reader"]
