"""What can be said of a language's words and sentences.

tokenize.py         words with their offsets
idf.py              stems, and how rare a stem is within a story
numbers.py          numbers as they are compared
numerals.py         numerals in figures and words
quantities.py       what is counted, how much, in which unit
units.py            units and what they are called
spacy_parser.py     the English parser, loaded once, when needed
parsed_article.py   an article with its parse
syntax/             what a parse says: subjects, clauses, negation, who does what to whom
dateline.py         where and when a report was filed
quotation_marks.py  which words stand in quotation marks
lexicon/            word lists, each in one place
digests.py          digests of files
"""

from .digests import combined_digest, file_digests
from .idf import idf, stem
from .numbers import numbers_in, read_number
from .quotation_marks import spans_in_quotation_marks
from .spacy_parser import has_parser, parse
from .tokenize import Word, tokenize

__all__ = [
    "Word",
    "combined_digest",
    "file_digests",
    "has_parser",
    "idf",
    "numbers_in",
    "parse",
    "read_number",
    "spans_in_quotation_marks",
    "stem",
    "tokenize",
]
