"""What speaks for and against: a statement beside a passage -> named features -> calibrated probability.

profile.py       what is read off an article once: words, numbers, names, quoted words, vectors
quoted.py        which words stand in quotation marks
nearness.py      how alike the words of two sentences are in context
overlap.py       what two profiles share, for every pair of sentences at once
features.py      the named features of a pair
surroundings.py  rivals for either sentence, and the pairs beside it
pairs.py         two articles weighed: `weigh_pair`, `weigh_sentences`
tokens.py        what each token of a sentence finds in another
reader.py        a small network over tokens, in numpy; READER.md says what it is worth
shares.py        what the reader found, shared out among the kinds of evidence
statement.py     one statement weighed beside one article: `weigh_statement`
parts.py         a part of a sentence beside another sentence: named features
anywhere.py      a part of a sentence beside a whole article: named features
parted.py        two articles by the parts of their sentences: `weigh_parts`
passages.py      the passages nearest to a statement, read
model.py         fitted weights: `fit_for`
kinds.py         features gathered to kinds of evidence
weighed.py       a story weighed: every article read, every pair of articles weighed
reasons.py       a probability taken apart, in words
"""

from .anywhere import part_words
from .model import Fit, fit_for
from .nearness import WordVectors, nearness, word_vectors
from .overlap import weights
from .pairs import PairEvidence, weigh_pair, weigh_sentences
from .parted import Inside, Parted, Side, weigh_inside, weigh_parts
from .parts import Divided, divided
from .profile import Profile, profile
from .quoted import quoted_spans
from .reasons import reasons
from .statement import Found, weigh_statement
from .weighed import Progress, Weighed, check_sizes, read, same_texts, weighed_pairs

__all__ = [
    "Divided",
    "Fit",
    "Found",
    "Inside",
    "PairEvidence",
    "Parted",
    "Profile",
    "Progress",
    "Side",
    "Weighed",
    "WordVectors",
    "check_sizes",
    "divided",
    "fit_for",
    "nearness",
    "part_words",
    "profile",
    "quoted_spans",
    "read",
    "reasons",
    "same_texts",
    "weigh_inside",
    "weigh_pair",
    "weigh_parts",
    "weigh_sentences",
    "weigh_statement",
    "weighed_pairs",
    "weights",
    "word_vectors",
]
