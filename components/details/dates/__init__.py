"""Dates: found, resolved as far as the text allows, attached to their events, compared.

extract.py       date expressions in a sentence
resolve.py       an expression -> the day, month or year that it means
events.py        the events that a date dates
match_events.py  whether two dates date one event
relation.py      the days and hours of two dates: the same, nested, overlapping, apart
compare.py       dates that differ
"""

from .compare import Date, compare_dates, find_dates

__all__ = ["Date", "compare_dates", "find_dates"]
