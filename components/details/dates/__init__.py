"""Dates: found, resolved as far as the text allows, hung on their events, compared.

extract.py       date expressions in a sentence
resolve.py       an expression -> the day, month or year that it means
events.py        the events that a date dates
match_events.py  whether two dates date one event
relation.py      before, on or after; by when
compare.py       dates that differ
"""

from .compare import Date, compare_dates, find_dates

__all__ = ["Date", "compare_dates", "find_dates"]
