"""What claims and attribution go by: how small a claim can be, how far a speaker stands from a quotation or a pronoun.

Each value has its unit, the range in which it makes sense, and its reason. Content words are nouns, verbs, adjectives, adverbs,
numbers and names; tokens are the parser's, punctuation included.
"""

from __future__ import annotations

from typing import Final

# Claims: where a sentence comes apart.

MAX_SPLIT_TOKENS: Final = 1_000
"""Tokens of a sentence that is split into claims and compared in detail (200 or more): a longer one is a list or has no full
stops."""
MIN_CLAIM_WORDS: Final = 2
"""Content words of its own that a claim has at least (1 to 4); a smaller clause joins the one that it hangs on: "he left"."""
MIN_RESTRICTIVE_WORDS: Final = 3
"""Content words that a clause after a noun has at least without a comma (MIN_CLAIM_WORDS to 6): it mostly says which is meant."""
MIN_FRAME_WORDS: Final = 2
"""Content words besides speaker and cue from which "she said on Friday in Tervo" is a claim itself (1 to 4): one adds no fact."""
MIN_MODIFIER_WORDS: Final = 4
"""Content words from which a modifier without a comma states a fact of its own (2 to 8): a shorter one says which is meant."""
MIN_PARTICIPLE_WORDS: Final = 6
"""Content words from which a participle after a noun does so without a comma (MIN_MODIFIER_WORDS to 10): "a bridge built in the
1930s by the port" is still a description."""
MIN_PREPOSITION_CLAUSE_WORDS: Final = 3
"""Content words from which a clause after a preposition states a fact (2 to 8): "after meeting the king of Spain"."""
MIN_PURPOSE_WORDS: Final = 7
"""Content words from which a purpose states a fact (4 to 12): a shorter "to mark the day" is a detail of what is done for it."""
MIN_FACT_WORDS: Final = 4
"""Content words from which what outlets differ in is a fact of its own (2 to 8): a smaller part stays with its sentence."""
MAX_REPEATED_TOKENS: Final = 8
"""Tokens of a subject or noun that a dependent claim repeats in full (4 to 15): of a longer one it repeats the core alone."""
MAX_PHRASE_TOKENS: Final = 5 * MAX_REPEATED_TOKENS
"""Tokens of a noun phrase that are looked at, at least twice MAX_REPEATED_TOKENS: parts of a longer one are never repeated, and
hostile text is read in linear time."""
CORE_TOKENS: Final = 3
"""Tokens before a noun among which the core of a long phrase is looked for (1 to 5): "Westmark port authority chief"."""
MIN_LABEL_WORDS: Final = 4
"""Words from which a claim labels a fact before a longer one (2 to 6): a shorter "It rained." does so only if none is longer."""

# Attribution: which sentences are read, and how far apart cue, speaker and quotation stand.

MAX_SENTENCE_TOKENS: Final = 200
"""Tokens above which the parse of a sentence is not read (100 or more): such text is a list or has no full stops."""
MAX_TREE_STEPS: Final = 12
"""Steps up the parse tree from a verb or quotation (4 to 30): enough for any sentence that people write."""
NEAR_TOKENS: Final = 12
"""Tokens between two parts of one speech, a verb and its subject or two pieces of a quotation (5 to 20): about a clause."""
CUE_REACH_TOKENS: Final = 30
"""Tokens from a quotation to its cue (10 to 50): "...," the head of the council that had ordered the work said."""
MAX_UNMARKED_SENTENCES: Final = 6
"""Sentences of a quotation with no mark between its two ends, first and last included (2 to 12): beyond, the closing mark was
lost."""
MAX_SENTENCES_TO_CLOSING_MARK: Final = 12
"""Sentences without a mark over which a quotation that is compared with others runs to its closing mark (5 to 20): a long speech.
What stands beside a mark tells surely whether it closes, so that it is more than MAX_UNMARKED_SENTENCES."""
MIN_INDIRECT_WORDS: Final = 3
"""Words outside the quotation marks of a speech from which they are a row of their own (1 to 6): "it was" is none."""
UNCUED_QUOTATION_SHARE: Final = 0.6
"""Share of a sentence's characters (0 to 1) from which a quotation is speech even without a cue: less is a phrase or a title."""
MAX_QUOTATIONS: Final = 99
"""Quotations of an earlier sentence whose speakers are looked at (10 or more): more than any sentence holds."""
SPEAKER_SENTENCES: Final = 2
"""Sentences back from a quotation without a cue to the speech whose speaker goes on (1 to 4): a paragraph is about so long."""

# Attribution: whom a name or a pronoun means.

PRONOUN_SENTENCES: Final = 6
"""Sentences back from a pronoun to the person whom it means (1 to 10), those wholly in quotation marks not counted: a speech in
several sentences does not change who "he" is."""
MAX_ANTECEDENTS: Final = 40
"""Mentions compared for one pronoun (10 or more): more than six sentences hold, few enough for hostile text."""
ANTECEDENT_LEAD: Final = 0.25
"""Score, in sentences, by which the likeliest person leads the next one for a pronoun to be settled (0 to 1): less than the
difference between two grammatical roles would be a guess."""
UNKNOWN_GENDER_PENALTY: Final = 1.4
"""Score, in sentences, taken off somebody of whom the text does not tell whether "he" or "she" fits (0 to 3): outweighs being
the subject."""
SUBJECT_WEIGHT: Final = 1.2
"""Score, in sentences, added to a mention that is a subject (0 to 2): a later pronoun mostly means the subject."""
ROLE_WEIGHTS: Final = {"poss": -0.6, "compound": -0.8, "pobj": -0.2, "appos": 0.6}
"""Score, in sentences, of mentions in other roles (-2 to 2), by spaCy's dependency label: owners ("Lee's car") and modifiers are
seldom taken up again, appositions are what the sentence is about."""
QUOTED_MENTION_PENALTY: Final = 1.5
"""Score, in sentences, taken off a mention in quotation marks (0 to 3): "he" after a quotation is the speaker, no name in it."""
PRONOUN_MENTION_PENALTY: Final = 0.2
"""Score, in sentences, taken off a mention that is a pronoun (0 to 1): a name outweighs a pronoun in the same place."""
TITLE_VOTES: Final = 5
"""Votes of a title or office for the gender of a person (1 or more): "Mrs." settles it whatever the given name."""
GIVEN_NAME_VOTES: Final = 1
"""Votes of a given name for the gender of a person (1 to TITLE_VOTES): many names are of both."""
QUOTED_SENTENCE_SHARE: Final = 0.9
"""Share of a sentence's characters (0 to 1) above which it stands wholly in quotation marks: the marks and a full stop are not
in it."""
DOMINANT_NAME_RATIO: Final = 2
"""How many times as often as the next person of that surname or office one must be named for the bare word to mean them (1 to
4)."""
HEADING_CAPITALS: Final = 0.8
"""Share of longer words with a capital (0 to 1) above which a line is set as a heading: capitals there make no name."""
