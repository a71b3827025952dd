"""From when on two names, quotations or terms differ: closeness, likeness, shortest lengths, and what is too long to read.

Each value has its unit, the range in which it makes sense, and its reason. Probabilities are those of the link between two
sentences; a closeness is the cosine of two token vectors in context, near 1 for one word in one role and below about .5 for
unrelated words. A limit that is too low reports differences between statements about two things; one that is too high reports
too few. A reader checks each difference, and soon trusts none after a few wrong ones, so the limits lie on the high side.
"""

from __future__ import annotations

from typing import Final

# Names in a sentence.

MAX_NAMES: Final = 40
"""Names in a sentence that is compared (20 or more): one with more is a table or a list, and no statement about them."""
CAPITALS_SHARE: Final = 0.7
"""Share of capitalised words (0.5 to 1) from which capitals say nothing about what is a name: headlines and tables lie above,
sentences full of names below."""
TITLED_NAME_WORDS: Final = 3
"""Words of a person's name, at most, where only a title shows that it is one (2 to 4): "Judge Ana Maria Holt"."""
PLACE_VOTES: Final = 3
"""Votes of a mention that the parser takes for a place and that stands after "in" (1 to 5), against one of any other mention:
it outvotes two that the parser takes for something else."""

# Spellings of one name.

ONE_SLIP_LETTERS: Final = 4
"""Letters (3 to 6) from which two words that differ in one letter can be one word: most shorter ones are two words."""
TWO_SLIP_LETTERS: Final = 7
"""Letters (ONE_SLIP_LETTERS to 10) from which a word may differ in two letters, beside other words that are the same."""

# Names in one role.

ROLE_PROBABILITY: Final = 0.5
"""Probability below which two sentences are not searched for other names in one role (0 to 1): likely no fact is shared, and two
facts have two sets of names."""
GOVERNOR_CLOSENESS: Final = 0.7
"""Closeness (0 to 1) from which two words govern the same: unrelated words stay below."""
SAME_LEMMA_CLOSENESS: Final = 0.55
"""The same for two words with one lemma (0 to GOVERNOR_CLOSENESS): they are one word, unless their senses lie far apart."""
OFFICE_VERB_CLOSENESS: Final = 0.7
"""Closeness (0 to 1) from which two verbs, one of a name and one of an office, tell of the same act."""

# Quotations: how much is read.

MAX_QUOTATION_WORDS: Final = 160
"""Words of a quotation that are compared (50 or more): the rest of a longer one is not read, for aligning two takes time with
the product of their lengths."""
MAX_SENTENCE_QUOTATIONS: Final = 24
"""Quotations of one sentence that are read (5 or more): more are no prose."""
MAX_RUN_QUOTATIONS: Final = 24
"""Quotations of an article (5 or more) above which a run of three words that they share is a formula and leads nowhere."""

UNIFIED_LETTERS: Final = 5
"""Letters (4 to 6) from which a word is brought into one spelling, British or American: "hour", "wise" and "less" have only
one."""

# Quotations: aligned.

TELLING_WORD_SCORE: Final = 2.0
"""Score of a telling word in common (above COMMON_WORD_SCORE): two of them in a row hold across eleven words on one side only."""
COMMON_WORD_SCORE: Final = 1.0
"""Score of any other word in common, the unit of the four scores."""
SUBSTITUTION_SCORE: Final = -0.6
"""Score of one word in place of another (below 0, above twice GAP_SCORE): one change costs less than leaving both words out."""
GAP_SCORE: Final = -0.35
"""Score of a word on one side only (below 0): an article may shorten a quotation inside, so that it costs little."""
OPENING_WORDS: Final = 3
"""Words before a sentence inside a quotation that the other quotation may go without (1 to 5): "Oh," "And so"."""

# Quotations: of one utterance.

RELATED_PROBABILITY: Final = 0.33
"""Probability from which two sentences tell of one occasion (0 to 1); below it the quotations alone must show that they are of
one utterance."""
SURE_PROBABILITY: Final = 0.9
"""Probability (RELATED_PROBABILITY to 1) from which quotations with a single telling word in common may be of one utterance."""
MIN_LIKENESS: Final = 0.6
"""Words in common as a share of those and the ones that differ (0.5 to 1), below which two quotations are two utterances."""
HIGH_LIKENESS: Final = 0.75
"""The same where the words or the sentences say less (MIN_LIKENESS to 1): with a single telling word in common, or below
RELATED_PROBABILITY."""
MIN_COVER: Final = 0.6
"""Words in common as a share of the shorter quotation (0.5 to 1), below which two quotations are two utterances."""
PARTIAL_COVER: Final = 0.7
"""The same for a partial quotation (MIN_COVER to 1): of few words more must agree."""
MIN_WORDS_IN_COMMON: Final = 6
"""Words that two versions of one utterance have in common at least (3 to 10): fewer come together by chance."""
PARTIAL_WORDS_IN_COMMON: Final = 3
"""The same where one of them is a partial quotation (2 to MIN_WORDS_IN_COMMON): it may have four words in all."""
UNRELATED_WORDS_IN_COMMON: Final = 8
"""The same below RELATED_PROBABILITY (MIN_WORDS_IN_COMMON to 15): there the words are the only sign."""
UNRELATED_TELLING_WORDS: Final = 3
"""Telling words among those (2 to 6)."""
MIN_TELLING_WORDS: Final = 2
"""Telling words in common (1 to 3) below which only surely linked sentences hold one utterance: one word comes in by chance."""
DECISIVE_WORDS_IN_COMMON: Final = 12
"""Words in common (8 to 20) that make two quotations one utterance whoever is said to have spoken: nobody repeats so many."""
MAX_EDGE_WORDS: Final = 4
"""Words that may differ at an edge, on the side with fewer (2 to 6): where more do, two sentences begin or end alike."""
PARTIAL_QUOTATION_WORDS: Final = 8
"""Words up to which a quotation is a partial one (5 to 12), worked into the writer's own sentence."""

# Quotations: reworded or shortened.

REWORDED_STEMS: Final = 2
"""Telling stems of a partial quotation that must stand in the other one (1 to 3): a single one is any word."""
REWORDED_SHARE: Final = 0.6
"""Share of its telling stems (0.5 to 1) that must stand there."""
REWORDED_WINDOW: Final = (2, 2)
"""Words in which those must stand together: so many times the words of the partial quotation (1 to 3), and so many more (0 to
5). A writer who turns a phrase around adds few words."""
CHANGE_CONTEXT_WORDS: Final = 3
"""Words before and after a change that tell which version an article gives (1 to 5): fewer stand in other sentences too."""
SHORTENED_WORDS: Final = 8
"""Words more at one end of a quotation (4 to 15) from which it is noted that the other article shortens it."""
SHORTENED_MIN_WORDS: Final = 4
"""Words (2 to PARTIAL_QUOTATION_WORDS) from which the shorter quotation counts as a version of the longer one."""
NEXT_WORDS: Final = 5
"""Words of the longer quotation, next to what both have, that the other article must not have elsewhere (3 to SHORTENED_WORDS):
if it does, it gives the rest of the quotation in another sentence."""

# Quotations: how much of a change the reason shows.

SHOWN_CHANGES: Final = 3
"""Changes that a reason shows (1 to 5): more are read in the articles themselves."""
SHOWN_CHANGED_WORDS: Final = 5
"""Words of one change that a reason shows (3 to 10): enough to find the place."""

# Terms, and what is affirmed or denied.

SAME_EVENT_PROBABILITY: Final = 0.6
"""Probability from which two sentences are taken to be about one occasion (0 to 1): another word, or "not", on another occasion
is no difference."""
ALIGNED_THING_CLOSENESS: Final = 0.4
"""Closeness (0 to 1) from which a thing may be set against the nearest word of the other sentence: a rifle and a knife lie
further apart than words for one thing."""
ARGUMENT_CLOSENESS: Final = 0.6
"""Closeness (0 to 1) from which two different words in like roles are taken to stand for one thing."""
COMMON_MODIFIERS: Final = 2
"""Modifiers in common (1 to 3) by which two nouns stand for one thing, as of alleged cartel figures and operatives: a single one
goes with many nouns."""
PRONOUN_PROBABILITY: Final = 0.8
"""Probability (SAME_EVENT_PROBABILITY to 1) from which "he" in one sentence may stand for a name in the other."""
MAX_TOKENS: Final = 400
"""Tokens of the longest sentence that is read for acts (100 or more): longer ones are lists, and would be slow."""
MAX_HEADS: Final = 6
"""Heads above an act that are looked at (3 to 10): deeper ones say little about it, and a chain of them ends early."""
