"""Numbers: paired by what they count, then compared, each verdict with its derivation.

match.py       whether two quantities measure one thing
arithmetic.py  whether two quantities agree, or one follows from others
compare.py     numbers that differ
"""

from .compare import compare_numbers, find_numbers

__all__ = ["compare_numbers", "find_numbers"]
