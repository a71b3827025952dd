"""Word lists of English news prose and of the few other languages that pages come in, each in one place.

A list that a reader needs only in part stands once as a whole, and the part has a name of its own beside it.

calendar.py         months and weekdays, whole and short
reporting_verbs.py  verbs and nouns of speech, by what they report and how
titles.py           titles, offices and suffixes of persons
given_names.py      given names, whose they mostly are, and their everyday forms
places.py           countries, states and their short forms
function_words.py   pronouns, negations, modals, light verbs, words that tell little
abbreviations.py    words whose full stop need not end a sentence
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the set of the words of a text: how a word list is written."""
    return frozenset(text.split())
