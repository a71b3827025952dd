"""What speaks for and against: a sentence, claim or statement beside a passage -> named features -> calibrated probability.

arrays.py             the types of arrays, sigmoid, z-scores
indexed_text.py       what is read off an article once: words, numbers, names, quoted words, vectors
late_interaction.py   best matches of tokens, weighted coverage, shared words
sentence_features.py  the named features of a pair of sentences, of its rivals and its neighbours
sentence_matching.py  two articles, every pair of their sentences: `score_sentence_pairs`
token_features.py     what each token of a sentence finds in another
token_model.py        a small network over tokens, in numpy; docs/model-card.md says how good it is
shapley.py            Shapley values: what each feature group adds to the score of the token model
claim_features.py     a claim beside a sentence, and beside a whole article: named features
claim_matching.py     two articles by the claims of their sentences: `match_claims`
statement_matching.py statements beside the articles of a story: `match_statement`
logistic.py           logistic regression, log-odds and probabilities
models.py             fitted weights: `models_for`
feature_groups.py     the groups that features belong to, and what each adds to the log-odds
story_matching.py     a story: every article indexed, every pair of articles matched
override.py           links that a person decided, over those of the machine
explain.py            a probability taken apart, in words
"""

from .claim_features import SegmentedSentence, segment_sentence
from .claim_matching import ArticleClaims, DirectedClaimMatches, SentencePairMatch, match_claims, match_sentence_pair
from .explain import explain_link
from .indexed_text import IndexedText, index_text
from .late_interaction import WordVectors, idf_of, token_similarity, word_vectors
from .models import FittedModels, models_for
from .override import LinkDecision, override_sentence_matches
from .sentence_matching import SentencePairScores, score_sentence_pairs, score_sentences_in_article
from .statement_matching import StatementMatch, match_statement
from .story_matching import (
    ArticlePairKeys,
    ClaimMatches,
    Progress,
    SentenceMatches,
    check_sizes,
    index_story,
    match_sentences,
    match_story_claims,
    unchanged_articles,
)

__all__ = [
    "ArticleClaims",
    "ArticlePairKeys",
    "ClaimMatches",
    "DirectedClaimMatches",
    "FittedModels",
    "IndexedText",
    "LinkDecision",
    "Progress",
    "SegmentedSentence",
    "SentenceMatches",
    "SentencePairMatch",
    "SentencePairScores",
    "StatementMatch",
    "WordVectors",
    "check_sizes",
    "explain_link",
    "idf_of",
    "index_story",
    "index_text",
    "match_claims",
    "match_sentence_pair",
    "match_sentences",
    "match_statement",
    "match_story_claims",
    "models_for",
    "override_sentence_matches",
    "score_sentence_pairs",
    "score_sentences_in_article",
    "segment_sentence",
    "token_similarity",
    "unchanged_articles",
    "word_vectors",
]
