"""Names and places: extracted with their fullest forms, compared where two statements have them in the same role.

extract.py  the names of an article
aliases.py  whether two forms may name one person, place or body
match.py    whether two names stand in one role
compare.py  names that differ, and notes on those where one sentence is more specific
"""

from .aliases import name_words, same_name
from .compare import compare_names
from .extract import Name, find_names

__all__ = ["Name", "compare_names", "find_names", "name_words", "same_name"]
