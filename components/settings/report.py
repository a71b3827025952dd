"""From which values on a report says one word or another, and how much of something it shows before it only counts the rest."""

from __future__ import annotations

from typing import Final

LIKELIHOOD_FLOORS: Final = (0.95, 0.80, 0.60, 0.40, 0.20, 0.05, 0.00)
"""Lowest probability (0 to 1, as shown, to two decimals) of each likelihood in words, from "very likely" to "very unlikely". The
ends are narrow, for there a word is read as a certainty; the middle band, "about even", lies around one half."""
EVIDENCE_FLOORS: Final = (2.0, 0.75, 0.0)
"""Smallest size in log-odds (from 0) of evidence that speaks strongly, clearly, slightly: 2 makes odds of 1 to 1 about 7 to 1,
0.75 about 2 to 1."""
MARKED_SHARE: Final = 0.9
"""Share of a sentence (0 to 1) from which a mark on it would say no more than its sign: below it the words are marked. A claim
that lacks only a quotation mark or "he said" is the whole sentence to a reader."""
MOVED_SHARE: Final = 0.15
"""Share of an article (0 to 1) by which a fact stands earlier or later to be named: about two sentences of a wire story."""
MOST_MOVERS: Final = 3
"""Facts that are drawn strongly and named, those that moved most: as many as there are lines told apart without colour."""
MOST_REASONS: Final = 6
"""Pieces of evidence named for a link, the strongest: the others move the probability by little and are rarely read."""
MOST_COUNTED_APART: Final = 5
"""Articles (from 2) of which the summary says one by one how many facts only each states; beyond, their sum, to stay one line."""
INLINE_DETAILS: Final = 3
"""Beyond so many articles, and where none differ, the details stand under the fact in the table: a column of their own would
leave it too narrow, or stand empty."""
NAMED_COLUMNS: Final = 5
"""Beyond so many articles a column of the table has room for a sign and numbers only: no name above, no words in its cells."""
MOST_REMARKS: Final = 4
"""Nearest passages, differences and notes of each kind that a row of the table names; the fact's card has them all."""
MOST_DISAGREEMENTS: Final = 8
"""Facts on which two readers disagree that the terminal names: about one screen; report, tables and JSON have them all."""
FIRST_SENTENCES: Final = 5
"""Sentences of an article with what was searched that are shown before a reader asks for the others: one screen holds three
articles."""
FIRST_FACTS: Final = 12
"""Facts with what was searched that are shown before a reader asks for the others: about one screen."""
LARGE_FACTS: Final = 12
"""Facts, the weightiest ones, that never fold away however little they weigh (5 to 30): a short story has small facts only."""
SMALL_FACT_WEIGHT: Final = 0.15
"""Weight of a fact (0 to 1) below which it is small and folds away behind the others: a greeting, a bare year, a speech frame."""
MOST_ADDED: Final = 3
"""Details that a row of the table names as added to the label by one article; beyond, they are counted, and the fact's card has
them all."""
ADDED_LETTERS: Final = 36
"""Letters (20 or more) of such a detail in a row: half a line of it; a quotation runs on in the card."""
