"""Quotations: the same utterance in different words."""

from .comparing import compare_quotes, find_quotes, quote_pairs
from .reading import Quote

__all__ = ["Quote", "compare_quotes", "find_quotes", "quote_pairs"]
