"""The dateline that a report begins with: where it was filed, when and by which agency, and where the story itself begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_CAPITALS: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,12})?)?"
_CITY: Final = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-Za-zÀ-ÿ][\w.'’-]*){0,3}(?:, [A-Z][\w.]{1,14})?"
_DAY: Final = r"[A-Z][a-zé]{2,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Za-zé]{3,10}\.?(?: \d{4})?"
_PATTERN: Final = re.compile(
    rf"(?:(?P<place>{_CAPITALS}|{_CITY}(?=(?:, (?:{_DAY}))? ?[(/]))(?:, (?P<date>{_DAY}))?|(?P<date2>{_DAY}))"
    r"(?:,? ?[(/](?P<agency>[A-Za-zÀ-ÿ][\w .&-]{1,30})[)/])? ?(?P<dash>[-–—]{1,2}|:(?=\s))(?=\s|[A-Z\"“])"
)
"""MEXICO CITY, Jan 9 (Reuters) - | LONDON (AP) — | Lima, 9 ene (EFE).- | BERLIN — ; a place in small letters needs an agency."""
_KICKERS: Final = re.compile(
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|LIVE|WATCH|VIDEO|ANALYSIS|OPINION|FACTBOX|EXPLAINER|ALERT|CORRECTION|EDITORIAL)\b"
)
"""What a desk writes before a headline: no places."""
LONGEST: Final = 160
"""Characters looked at."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says, in its own words, and where it ends, after its dash."""

    place: str | None
    agency: str | None
    date: str | None
    end: int


@lru_cache(maxsize=65_536)
def read_dateline(text: str) -> Dateline | None:
    """Return the dateline that a text begins with, or None."""
    match = _PATTERN.match(text[:LONGEST])
    if not match or _KICKERS.match(text) or (match["dash"] == ":" and not match["agency"]):
        return None
    spaced = text[match.start("dash") - 1].isspace() and text[match.end() :][:1].isspace()
    if match["dash"].startswith("-") and not (match["agency"] or spaced):
        return None  # US-China
    place = match["place"]
    if not match["agency"] and not (place and place.split(",")[0].isupper()):
        return None
    return Dateline(place, match["agency"], match["date"] or match["date2"], match.end())


def dateline_end(text: str) -> int:
    """Return where the dateline that a text begins with ends, after its dash; 0 if it begins with none."""
    dateline = read_dateline(text)
    return dateline.end if dateline else 0
