"""Words that change what is reported: different terms for one act or thing, and what is affirmed or denied.

predicates.py  whether an act is affirmed and put forward as real, who says so, and whether two acts have the same parties
compare.py     terms of the word list terms.json that differ
polarity.py    what one affirms and the other denies
"""

from .compare import Term, compare_terms, find_terms
from .polarity import Predicate, compare_polarity, find_polarity

__all__ = ["Predicate", "Term", "compare_polarity", "compare_terms", "find_polarity", "find_terms"]
