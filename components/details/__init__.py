"""What stands inside facts: numbers, dates, names, quotations and terms, read, paired and compared; and what differs.

sentence_pair.py  two sentences side by side, with the similarity of their words in context
numbers/          quantities
dates/            dates and times
names/            people, places, bodies
quotes/           quotations
terms/            words that change what is reported; affirmed and denied
compare.py        the details of articles, and the differences between any two
"""

from .compare import Details, ScoredDifference, decided_differences, differences_between, find_differences, read_details

__all__ = ["Details", "ScoredDifference", "decided_differences", "differences_between", "find_differences", "read_details"]
