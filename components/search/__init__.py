"""What a reader looks for in a comparison: names and words, and what is worth asking for.

find.py         where a name, or some words, stand
suggestions.py  statements and names that one may ask for
"""

from .find import Hit, SearchResult, find, names, normalize_query, reads_as_statement
from .suggestions import suggestions

__all__ = ["Hit", "SearchResult", "find", "names", "normalize_query", "reads_as_statement", "suggestions"]
