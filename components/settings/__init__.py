"""Every threshold, with its unit, its range and the reason for its value.

strictness.py          what a reader can move: Settings, and the words of the strictness control
limits.py              what is too much: sizes of input, of what is typed
matching.py            weights, thresholds and numbers of candidates in the judgement of sentences, claims and statements
names_quotes_terms.py  from when on two names, quotations or terms differ
presence.py            from which probability a link is full, a fact stated
report.py              when a report says which word, and how much of something it shows
coverage.py            from which share on articles are one account, a passage is somebody's words
intake.py              what counts as text, as prose, as page furniture
claims_and_speech.py   how small a claim can be; how far speaker, cue and quotation stand apart; whom a pronoun means
dates_and_numbers.py   how far loose dates and numbers reach, which are of one event or thing
embeddings.py          sizes of windows, batches and writes of vectors
second_reader.py       which cells a second reader is asked about, beside how many passages
story_file.py          what a story file may hold
corrections.py         what a correction by hand weighs
"""

from .limits import (
    CACHE_BYTES,
    KEYS,
    MAX_ARTICLES,
    MAX_BYTES,
    MAX_PAIRS,
    MAX_QUESTION,
    MAX_SENTENCES,
    MAX_STORY_SEARCH,
    MAX_TITLE,
    MAX_WORDS,
)
from .presence import DETAIL_COMPARISON_MINIMUM, FULL_LINK_MINIMUM, WHOLE_CLAIM_MINIMUM
from .strictness import THRESHOLDS, Settings, Strictness, Thresholds

__all__ = [
    "CACHE_BYTES",
    "DETAIL_COMPARISON_MINIMUM",
    "FULL_LINK_MINIMUM",
    "KEYS",
    "MAX_ARTICLES",
    "MAX_BYTES",
    "MAX_PAIRS",
    "MAX_QUESTION",
    "MAX_SENTENCES",
    "MAX_STORY_SEARCH",
    "MAX_TITLE",
    "MAX_WORDS",
    "THRESHOLDS",
    "WHOLE_CLAIM_MINIMUM",
    "Settings",
    "Strictness",
    "Thresholds",
]
