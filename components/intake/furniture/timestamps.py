"""Lines that are only a clock, a date or a separator. The masthead reads the date before they go."""

from __future__ import annotations

import re
from typing import Final

from ...settings.intake import CLOCK_CHARACTERS, TIMESTAMP_CHARACTERS
from .patterns import in_line, line_start, words

SEPARATOR: Final = re.compile(r"[\W_]{1,200}")
CLOCK: Final = re.compile(r"\W*\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\W*(?:[ap]\.?m\.?|uhr)?\W*(?:[A-Z]{2,4})?\W*", re.IGNORECASE)

STAMP_WORDS: Final = words(
    "published updated posted modified created date time last first on at of the and ago now just min mins minute minutes "
    "hour hours hr hrs day "
    "days week weeks month months year years h m d today yesterday am pm a p t z noon midnight gmt bst utc est edt et cst "
    "cdt ct mst pst pdt pt "
    "cet cest ist jst aest local originally edited revised about an one two three four five six seven eight nine ten st nd rd th "
    "le el de del a las publicado actualizado publié mis à jour il y hace veröffentlicht aktualisiert stand uhr um am vor "
    "stunden minuten den der fecha hora"
)
CALENDAR: Final = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep "
    "sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles "
    "jueves viernes sábado "
    "domingo janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi "
    "jeudi vendredi samedi "
    "dimanche januar februar märz juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag"
)
LABEL: Final = line_start(
    r"(?:last |first |originally )?(?:published|updated|posted|modified|publicado|actualizado|publié|veröffentlicht|stand)"
)
RELATIVE: Final = in_line(
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s?\w+ ago\b", r"(?:just now|hace \d+|il y a \d+|vor \d+)\b"
)
ABBREVIATION_END: Final = re.compile(r"\b(?:[ap]\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.\Z")
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
    if not tokens or not all(token.isdigit() or token in STAMP_WORDS or token in CALENDAR for token in tokens):
        return False
    if RELATIVE.search(text) or NUMERIC_DATE.search(text):
        return True
    has_time = any(token in CALENDAR for token in tokens) or LABEL.match(text) or TIME.search(text)
    return bool(has_time) and any(token.isdigit() for token in tokens)
