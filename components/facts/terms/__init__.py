"""Words that change what is reported: terms for one act or thing, and what is affirmed or denied."""

from .comparing import Term, compare_terms, find_terms
from .polarity import Predicate, compare_polarity, find_polarity

__all__ = ["Predicate", "Term", "compare_polarity", "compare_terms", "find_polarity", "find_terms"]
