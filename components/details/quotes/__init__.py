"""Quotations: the same utterance in different words.

extract.py  the quotations of an article, word by word
align.py    the words of two quotations aligned
compare.py  which quotations are one utterance, and how they differ
"""

from .compare import compare_quotes, quote_pairs
from .extract import Quote, find_quotes

__all__ = ["Quote", "compare_quotes", "find_quotes", "quote_pairs"]
