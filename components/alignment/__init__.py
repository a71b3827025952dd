"""Links between articles, clusters across n articles, and the wording inside a link.

links.py       pairs of sentences probable enough -> links with their reasons
clustering.py  claims that state a same fact -> clusters
word_diff.py   which words of two sentences are the same
"""

from .clustering import claim_probabilities, cluster_claims, same_fact_probabilities
from .links import decide_links
from .word_diff import WordRun, diff_words, differing_spans

__all__ = [
    "WordRun",
    "claim_probabilities",
    "cluster_claims",
    "decide_links",
    "diff_words",
    "differing_spans",
    "same_fact_probabilities",
]
