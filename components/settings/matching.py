"""What decides a judgement of sentences, claims and statements: weights, thresholds and numbers of candidates.

The fitted weights of `matching/` were made with these values: another value of one of them asks for another fit (`make fit`),
unless its note says that it acts after the fitted models.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CLOSE_MATCH: Final = (0.62, 18.0)
"""Centre (a cosine) and slope of the sigmoid that says whether two tokens are close in meaning.

Cosines of token vectors in context seldom fall below .3, so the centre lies above the middle: .45 counts as .04, .75 as .91.
"""
SAME_MATCH: Final = (0.8, 25.0)
"""Centre (a cosine) and slope of the sigmoid that says whether two tokens are the same word in the same sense."""
PUNCTUATION_WEIGHT: Final = 0.05
"""Weight (0 to 1) of a token that is no part of a word, and the least weight of any token: each sentence keeps some mass."""
SHORT_WORD: Final = 3
"""Letters: words no longer than this are mostly function words, in any language, and are not named as shared or missing."""

FIRST_PASS_MINIMUM: Final = 0.005
"""Probability above which a pair of sentences goes on from the first pass to the token model.

The token model is slow, and 98 of 100 true links lie above; nearly all pairs lie below.
"""
EXPLAINED_MINIMUM: Final = 0.05
"""Probability from which a score of the token model is taken apart into reasons (acts after the fitted models).

What is weaker is no link at any strictness in words, and comes without reasons if settings ask for it.
"""
SHOWN_CONTRIBUTION: Final = 0.05
"""Log-odds: a smaller contribution, about one percentage point, is not worth a line (acts after the fitted models)."""
SHOWN_WORDS: Final = 4
"""Words named in one reason: enough to recognise the passage, few enough for one line (acts after the fitted models)."""

MAX_PASSAGES: Final = 8
"""Passages of an article that the token model sets beside a statement.

Of the statements of outlet_facts that are stated, 995 in 1,000 have their passage among the nearest eight.
"""
NO_PASSAGE_LOG_ODDS: Final = -8.0
"""Log-odds of a passage that is not there, or no better than none: a probability of .0003."""
MISSING_WORDS: Final = 3
"""Words named as standing nowhere in the article, the rarest first (acts after the fitted models)."""

POS_WEIGHTS: Final[Mapping[str, float]] = {"NOUN": 1.0, "PROPN": 1.0, "VERB": 1.0, "NUM": 1.0, "ADJ": 0.7, "ADV": 0.6}
"""Weight (0 to 1) of a word by its universal part of speech: content words carry what a claim says, modifiers less of it."""
OTHER_POS_WEIGHT: Final = 0.15
"""Weight (0 to 1) of a word of any other part of speech; a word above it is a content word."""
CLOSE_WORD_FLOOR: Final = 0.5
"""Cosine up to which a word adds nothing to how closely a claim is covered; from there its share rises evenly to 1."""
SAME_WORD_FLOOR: Final = 0.7
"""The same for how much of a claim is covered by nearly the same words."""
ARGUMENT_WEIGHT: Final = 0.25
"""Weight of the similarity of arguments beside that of the predicates (1) when the most similar predicate is looked for.

The predicate decides; like arguments break ties between two predicates alike.
"""
NO_ARGUMENT_SIMILARITY: Final = 0.45
"""Similarity (a cosine) that is assumed of the arguments of a predicate without any: about the average of those with some."""

CANDIDATE_PROBABILITY: Final = 0.1
"""Link probability above which the claims of two sentences are set beside each other.

No strictness in words makes a link of what lies below.
"""
MAX_PARTNERS: Final = 20
"""Sentences of another article, the most probable ones, whose claims are set beside those of one sentence.

More are alike only in lists and live pages.
"""
WORD_MATCH: Final = 0.55
"""Cosine from which a word has a counterpart in the other sentence (acts after the fitted models).

Of the words that annotators of headlines (ists_headlines) found to be said in other words, 5 in 100 stay below it.
"""
UNSTATED_WORD_MATCH: Final = 0.65
"""The same within a claim that the other sentence does not state: there a word must be more alike to have a counterpart."""
