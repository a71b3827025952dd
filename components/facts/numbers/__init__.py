"""Numbers: paired by what they count, then compared, each verdict with its derivation."""

from .comparing import compare_numbers, find_numbers

__all__ = ["compare_numbers", "find_numbers"]
