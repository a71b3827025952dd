"""What decides a judgement of dates and numbers: how far loose words reach, and when two of them are of one event or thing.

Each value has its unit, the range in which it makes sense, and its reason. A rule that is too wide tells a reader that two
articles differ where they speak of two things; one that is too narrow passes over a difference. The first costs trust, so the
values lie on the narrow side. Similarities are cosines of token vectors in context: near 1 for the same word in the same role,
below .5 for unrelated words.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Dates: reading.

MAX_DATES: Final = 20
"""Dates of one sentence that are read (5 or more): no sentence of a story has as many, and all pairs of them are compared."""
DATE_CONTEXT_CHARACTERS: Final = 40
"""Characters before a date in which a word that relates it is looked for (15 to 100): "back to around early" fits."""
PARTS_OF_DAY: Final[Mapping[str, tuple[int, int]]] = {
    "morning": (0, 13), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 30),
}  # fmt: skip
"""Hours (0 to 30, the end not included; beyond 24 is the next day) that a part of the day covers. They overlap, as usage does."""
NOON: Final = (11.5, 13.0)
"""Hours (about 12, the end not included) that "noon" covers: half an hour before to an hour after."""
FULL_HOUR: Final = 1.0
"""Hours (0.5 to 2) that "5 p.m." covers: a full hour is often a rounded one."""
CLOCK_TIME: Final = 0.5
"""Hours (0 to 1) that "5:10 p.m." covers: minutes are less often rounded."""
EARLY_DAYS: Final = (1, 14)
"""Days of a month (1 to 31) that "early" covers. It overlaps with the middle, and does not meet "late"."""
MIDDLE_DAYS: Final = (8, 23)
"""Days of a month (1 to 31) that "mid" covers. It overlaps with both neighbours."""
LATE_DAYS: Final = (17, 31)
"""Days of a month (1 to 31) that "late" covers. It overlaps with the middle, and does not meet "early"."""
WEEKS: Final[Mapping[tuple[str, str], tuple[int, int]]] = {
    ("weekend", "last"): (-3, -1), ("weekend", "this"): (-3, 6), ("weekend", "next"): (4, 13),
    ("week", "last"): (-8, -1), ("week", "this"): (-1, 6), ("week", "next"): (6, 13),
}  # fmt: skip
"""First and last day (-14 to 14) from the Monday of the week of writing. A week may be said to begin on Sunday, a weekend on the
evening of Friday."""
UNDATED_WEEKS: Final[Mapping[str, tuple[int, int]]] = {"last": (-13, 0), "this": (-8, 8), "next": (0, 15)}
"""First and last day (-14 to 15) from the day of writing, for weeks and weekends, where the weekday of writing is not known."""
NEAR_DAYS: Final = 7
"""Days (up to 7) from the day of writing below which a full date also tells a weekday: it can be set beside "on Friday"."""
AGO_SLACK: Final = 0.75
"""Units (0.5 to 1) by which "two weeks ago" may be earlier or later, for units longer than a day: people round by half a unit."""
MORNING_END: Final = 8
"""Hour (5 to 10) before which a time on the next day can belong to the same night: "Saturday night" and "early Sunday"."""

# Dates: which are of one event.

PARTICIPANT_SIMILARITY: Final = 0.6
"""Cosine (0.5 to 0.8) from which two words, in their roles, name the same person or thing."""
EVENT_SIMILARITY: Final = 0.72
"""Cosine (0.6 to 0.85) from which two verbs or event nouns name the same event, if who and what agree: more than a participant
needs, for verbs of one scene lie close."""
SHARED_PARTICIPANT_PROBABILITY: Final = 0.9
"""Probability (0.8 to 1) that two sentences state a same fact from which one participant in common is enough."""
DEADLINE_PROBABILITY: Final = 0.8
"""Probability (0.6 to 1) that two sentences state a same fact from which the only deadline of either is that of one thing."""
UTTERANCE_MIN_WORDS: Final = 3
"""Content words (2 to 6) that an utterance has at least if it is compared: fewer are alike by chance."""
UTTERANCE_MAX_WORDS: Final = 8
"""Content words (5 to 15) of an utterance that are compared: those that follow add to what was said."""
UTTERANCE_SHARE: Final = 0.5
"""Share (0 to 1) of the content words of either utterance with a similar word in the other from which the two are one."""

# Numbers: reading.

HALF_PRECISION: Final = 0.1
"""Share of one (0 to 0.25) to which "half" is taken to be rounded: it is said of 45 % and of 55 %."""
FRACTION_PRECISION: Final = 0.05
"""Share of one (0 to 0.1) to which "a third" is taken to be rounded: the finer fraction is the more exact word."""
RATIO_PRECISION: Final = 0.2
"""Share of itself (0 to 0.5) to which "one in eight" is taken to be rounded: the next ratios,
one in seven and one in nine, lie about as far off."""
COMPLEMENT_TOKENS: Final = 8
"""Tokens behind an amount (4 to 12) in which its "in" or "of" is looked for: "$2 million (1.8 million euros) in jewels"."""
GOVERNOR_STEPS: Final = 5
"""Steps up the parse (2 to 8) to the words that govern a number: phrases are seldom nested deeper before the verb."""
AGE_LIST_TOKENS: Final = 8
"""Tokens (3 to 15) of a list of ages: "aged 4, 7, 9 and 12"."""
OLDEST_AGE: Final = 115
"""Years (100 to 122) up to which a number behind a name is an age."""
YEARS: Final = (1500, 2100)
"""First and last four-digit number (1000 to 2999) that is taken for a year unless it is hedged."""
SCORE_LIMIT: Final = 1000
"""Number (100 or more) below which two numbers with a dash can be a score: votes and goals lie below, years above."""
ALTERNATIVE_RATIO: Final = 2
"""Ratio (1.5 to 3) up to which the second number of "two or three" makes a range with the first."""
STREET_NUMBER: Final = 100
"""Number (20 to 200) from which a number before a name can be an address: "1200 Elm Street", but "12 Osmere firms"."""
RATE_TOKENS: Final = 4
"""Tokens (2 to 6) from a count to its noun within which a rate is looked for behind the noun: "five armed men a day"."""
UNIT_TOKENS: Final = 3
"""Tokens (2 to 5) from a count to its noun within which both are shown as one: "five armed men"."""

# Numbers: whether two agree.

ROUNDING_SHARE: Final = 0.05
"""Share of a number (0 to 0.1) that its rounding takes at most: "14 billion" for 13.9, not for 13."""
UNROUNDED_COUNT: Final = 1000
"""Number (100 or more) below which things are counted to the last one, and taken for exact."""
HEDGE_REACH: Final[Mapping[str, tuple[float, float]]] = {
    "about": (0.88, 1.12), "nearly": (0.85, 1.0), "above": (1.0, 1.15), "most": (0.0, 1.0), "less": (0.0, 1.0),
    "least": (1.0, 4 / 3), "more": (1.0, 4 / 3),
}  # fmt: skip
"""Least and greatest multiple (0 to 2) of a hedged number that it can mean. Whoever knew of 70 hardly writes "at least 50"."""
ROUND_STEPS: Final = (5, 12)
"""Numbers whose multiples other numbers are rounded to: tens and dozens. "Nearly seven" is more than six and a half."""
CHANGE_TOKENS: Final = 3
"""Tokens (1 to 6) between the two values of one change: "from 86.9 million to 52.4 million"."""
SMALLEST_TOTAL: Final = 10
"""Number (2 to 100) from which a number is explained as a share of another: small ones come out by chance."""
RATE_TOLERANCE: Final = 0.02
"""Share of a number (0 to 0.05) by which two rates over different periods may differ: a month has no fixed length."""

# Numbers: which are of one thing.

MAX_QUANTITIES: Final = 20
"""Quantities of one sentence that are compared (5 or more): an endless list is no news, and all pairs of them are compared."""
NUMBER_PROBABILITY: Final = 0.33
"""Probability (0.2 to 0.6) that two sentences state a same fact below which no two of their numbers are compared."""
WORD_SIMILARITY: Final = 0.62
"""Cosine (0.5 to 0.8) from which two words name the same thing counted, or say the same of it."""
VERB_SIMILARITY: Final = 0.8
"""Cosine (0.7 to 0.95) from which two governing words are the same where no noun says what is measured."""
CONTEXT_PROBABILITY: Final = 0.9
"""Probability (0.8 to 1) that two sentences state a same fact from which numbers that are alone in them need no like verbs."""
MAX_RATIO: Final = 12
"""Ratio (5 to 100) above which two numbers are hardly of the same thing, whatever their words: no misprint of one digit."""
PLACE_TOKENS: Final = 6
"""Tokens behind a distance (3 to 10) in which its place is named: "20 miles north of Osmere"."""
