"""What is too much: sizes of input, each with the reason for its limit."""

from __future__ import annotations

from typing import Final

KEYS: Final = "ABCDEFGHIJKL"
"""The short labels of articles, in the order in which they are given."""
MAX_ARTICLES: Final = len(KEYS)
"""Articles in one comparison: more columns cannot be read, and pairs grow with the square."""
MAX_WORDS: Final = 10_000
"""Words in one article: the longest magazine pieces fit, a book does not."""
MAX_SENTENCES: Final = 2_500
"""Sentences in an article that is compared: 10,000 words, four in each. A table of one-word lines would fill the memory."""
MAX_PAIRS: Final = 50_000_000
"""Pairs of sentences in one comparison, at 60 bytes each: 12 news articles of 10,000 words make 17 million."""
MAX_BYTES: Final = 20 * 1024 * 1024
"""Bytes in one file, packed or not."""
CACHE_BYTES: Final = 2 * 1024**3
"""Bytes of vectors kept on disk, least recently used dropped first: about 80,000 sentences."""

MAX_TITLE: Final = 200
"""Characters in a title that a person gives (some dozens at least): two lines of a heading."""
MAX_STORY_SEARCH: Final = 200
"""Characters of a search among the stories that are looked for (some dozens at least): as many as a title has."""
MAX_QUESTION: Final = 300
"""Characters of a statement or name typed into the search of a story (some dozens at least): more than two long sentences."""
