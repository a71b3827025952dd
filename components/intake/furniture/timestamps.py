"""Lines that are only a clock, a date or a separator. The masthead reads the date before they go."""

from __future__ import annotations

import re
from typing import Final

from ...language.lexicon import words
from ...language.lexicon.calendar import PAGE_NAMES, STYLED_MONTHS
from ...language.numbers import ONE_TO_TEN
from ...settings.intake import CLOCK_CHARACTERS, TIMESTAMP_CHARACTERS
from .patterns import in_line, line_start

SEPARATOR: Final = re.compile(r"[\W_]{1,200}")
CLOCK: Final = re.compile(r"\W*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\W*(?:[ap]\.?m\.?|uhr)?\W*(?:[A-Z]{2,4})?\W*", re.IGNORECASE)

STAMP_WORDS: Final = words(
    "published updated posted modified created date time last first on at of the and ago now just min mins minute minutes "
    "hour hours hr hrs day "
    "days week weeks month months year years h m d today yesterday am pm a p t z noon midnight gmt bst utc est edt et cst "
    "cdt ct mst pst pdt pt "
    "cet cest ist jst aest local originally edited revised about an st nd rd th "
    "le el de del a las publicado actualizado publié mis à jour il y hace veröffentlicht aktualisiert stand uhr um am vor "
    "stunden minuten den der fecha hora"
) | frozenset(ONE_TO_TEN)
LABEL: Final = line_start(
    r"(?:last |first |originally )?(?:published|updated|posted|modified|publicado|actualizado|publié|veröffentlicht|stand)"
)
RELATIVE: Final = in_line(rf"(?:\d+|an?|{'|'.join(ONE_TO_TEN)})\s?\w+ ago\b", r"(?:just now|hace \d+|il y a \d+|vor \d+)\b")
ABBREVIATION_END: Final = re.compile(rf"\b(?:[ap]\.m|{'|'.join(STYLED_MONTHS)})\.\Z")
TIME: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\b")
READING_TIME: Final = re.compile(r"\b\d+ min(?:ute)?s? read\b", re.IGNORECASE)
STAMP_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+")
NUMERIC_DATE: Final = re.compile(r"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b")


def is_separator(text: str) -> bool:
    """Return whether a line holds no letter and no digit: "-", "***", "|"."""
    return SEPARATOR.fullmatch(text) is not None


def is_clock(text: str) -> bool:
    """Return whether a line is a time of day and nothing else."""
    return len(text) < CLOCK_CHARACTERS and CLOCK.fullmatch(text) is not None


def is_timestamp(text: str) -> bool:
    """Return whether a line is only a date, a time, or how long ago: "Published 9 January 2026", "3 hours ago"."""
    if len(text) > TIMESTAMP_CHARACTERS or (text.endswith(".") and not ABBREVIATION_END.search(text)):
        return False
    text = READING_TIME.sub("", text)
    tokens = [token.lower() for token in STAMP_TOKEN.findall(text)]
    if not tokens or not all(token.isdigit() or token in STAMP_WORDS or token in PAGE_NAMES for token in tokens):
        return False
    if RELATIVE.search(text) or NUMERIC_DATE.search(text):
        return True
    has_time = any(token in PAGE_NAMES for token in tokens) or LABEL.match(text) or TIME.search(text)
    return bool(has_time) and any(token.isdigit() for token in tokens)
