"""How the rules write their patterns, and the patterns that several rules share."""

from __future__ import annotations

import re
from typing import Final

from ...language.lexicon.reporting_verbs import PROSE_FORMS

SPEECH_VERB: Final = re.compile(rf"\b(?:{'|'.join(PROSE_FORMS)})\b", re.IGNORECASE)
"""A line with one of these reports speech: it is a sentence of the story, however it begins."""
EMPLOYER: Final = (
    r"(?:Associated Press|AP|Reuters|AFP|Agence France-Presse|Bloomberg|UPI|dpa|PA Media|Press Association"
    r"|Xinhua|Kyodo|EFE|ANSA|CNN|BBC)"
)
"""Whom a writer works for, as bylines and credit lines name it."""


def whole_line(*options: str) -> re.Pattern[str]:
    """Return a pattern for a whole line, in any case, that is one of the options, with no letter or digit around it."""
    return re.compile(rf"\W*(?:{'|'.join(options)})\W*", re.IGNORECASE)


def line_start(*options: str) -> re.Pattern[str]:
    """Return a pattern for the beginning of a line, in any case: one of the options, up to the end of a word."""
    return re.compile(rf"\W*(?:{'|'.join(options)})\b", re.IGNORECASE)


def in_line(*options: str) -> re.Pattern[str]:
    """Return a pattern for one of the options anywhere in a line, in any case, from the beginning of a word."""
    return re.compile(rf"\b(?:{'|'.join(options)})", re.IGNORECASE)
