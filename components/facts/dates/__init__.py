"""Dates: found, resolved as far as the text allows, hung on their events, compared."""

from .comparing import Date, compare_dates, find_dates

__all__ = ["Date", "compare_dates", "find_dates"]
