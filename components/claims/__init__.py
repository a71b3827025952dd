"""What the articles state, claim by claim, and the facts that claims make.

clauses.py      where a sentence may be split
split.py        a parsed sentence -> its claims
spans.py        the words of a claim as spans of its sentence
extract.py      the claims of every article
merge.py        claims of one sentence that no other article tells apart, taken together
override.py     how claims match once a person decided which sentences are linked
build_facts.py  clusters of claims -> facts with labels, ids and mentions
"""

from .build_facts import FactDraft, build_facts, worded_claims
from .extract import PlacedClaim, StoryClaims, extract_claims
from .merge import merge_claims
from .override import override_claim_matches
from .split import Claim, split_sentence

__all__ = [
    "Claim",
    "FactDraft",
    "PlacedClaim",
    "StoryClaims",
    "build_facts",
    "extract_claims",
    "merge_claims",
    "override_claim_matches",
    "split_sentence",
    "worded_claims",
]
