"""What stands around a story, read from the raw text before furniture goes: dateline, agency, byline, date, outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Removed
from .dates import find_date
from .furniture.bylines import byline_of, signature_of
from .furniture.headlines import outlet_beside
from .furniture.position_rules import is_paper
from .furniture.timestamps import is_clock, is_timestamp
from .lines import visible
from .outlets import AGENCIES, agency_in, holder_of, tidy_name

PLACE: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,12})?)?"
CITY: Final = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-Za-zÀ-ÿ][\w.'’-]*){0,3}(?:, [A-Z][\w.]{1,14})?"
DAY: Final = r"[A-Z][a-zé]{2,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Za-zé]{3,10}\.?(?: \d{4})?"
DATELINE: Final = re.compile(
    rf"(?:(?P<place>{PLACE}|{CITY}(?=(?:, (?:{DAY}))? ?[(/]))(?:, (?P<date>{DAY}))?|(?P<date2>{DAY}))"
    r"(?:,? ?[(/](?P<agency>[A-Za-zÀ-ÿ][\w .&-]{1,30})[)/])? ?(?P<dash>[-–—]{1,2}|:(?=\s))(?=\s|[A-Z\"“])"
)
"""MEXICO CITY, Jan 9 (Reuters) - | LONDON (AP) — | Lima, 9 ene (EFE).- | BERLIN — ; a place in small letters needs an agency."""
KICKERS: Final = re.compile(
    r"(?:BREAKING|UPDATED?|EXCLUSIVE|LIVE|WATCH|VIDEO|ANALYSIS|OPINION|FACTBOX|EXPLAINER|ALERT|CORRECTION|EDITORIAL)\b"
)
FILED_WITHIN: Final = 6
"""Lines from the top among which a dateline stands."""
STAMPED: Final = ("timestamp", "clock list", "running header")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file's own form says about the page: an HTML title and metadata, a docx title."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class MastheadFields:
    """What a page says about itself; `date` is ISO 8601, perhaps without the year."""

    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date: str | None = None


def read_masthead(lines: Sequence[str], removed: Sequence[Removed], headline: str | None, hints: Hints) -> MastheadFields:
    """`lines` are those of the clean text, in order; the form's own hints come before what the words suggest."""
    dateline, filed_by, filed = _dateline([line for line in lines[:FILED_WITHIN] if line != headline])
    signed = list(_lines_of(removed, "byline"))
    names = [name for line in signed if (name := byline_of(line) or signature_of(line))]
    byline = next((name for name in names if name.lower() not in AGENCIES), None) or next(iter(names), None)
    stamps = [line for line in _lines_of(removed, *STAMPED) if is_timestamp(line) and not is_clock(line)]
    dates = [found for line in [*stamps, *signed] if (found := find_date(line))]
    return MastheadFields(
        outlet=hints.outlet or _outlet(removed, headline),
        agency=filed_by or agency_in([*signed, *_lines_of(removed, "credit line", "copyright")]),
        dateline=dateline,
        byline=hints.byline or byline,
        date=hints.date or _fullest(filed, dates),
    )


def _lines_of(removed: Sequence[Removed], *rules: str) -> Iterator[str]:
    """The lines that one of these rules took, in order."""
    for stretch in removed:
        if stretch.rule in rules:
            yield from filter(None, map(visible, stretch.text.splitlines()))


def _dateline(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Place, agency and date of the first dateline."""
    for line in lines:
        if found := _filed(line):
            agency, day = found["agency"], found["date"] or found["date2"]
            return found["place"], AGENCIES.get(agency.lower(), agency) if agency else None, find_date(day) if day else None
    return None, None, None


def _filed(line: str) -> re.Match[str] | None:
    """The dateline that a line begins with."""
    found = DATELINE.match(line[:160])
    if not found or KICKERS.match(line) or (found["dash"] == ":" and not found["agency"]):
        return None
    spaced = line[found.start("dash") - 1].isspace() and line[found.end() :][:1].isspace()
    if found["dash"].startswith("-") and not (found["agency"] or spaced):
        return None  # US-China
    place = found["place"]
    return found if found["agency"] or (place and place.split(",")[0].isupper()) else None


def dateline_end(text: str) -> int:
    """Where the dateline that a text begins with ends, after its dash; 0 if it begins with none."""
    found = _filed(text)
    return found.end() if found else 0


def _fullest(filed: str | None, dates: Sequence[str]) -> str | None:
    """The dateline's date, with the year if a timestamp gives the same day; else the first timestamp."""
    if filed is None:
        return dates[0] if dates else None
    return next((found for found in dates if filed.startswith("--") and found.endswith(filed[1:])), filed)


def _outlet(removed: Sequence[Removed], headline: str | None) -> str | None:
    """The outlet: from the copyright line or template footer, from "Headline | Outlet", or from a line of its own."""
    footers = _lines_of(removed, "copyright", "template footer", "outside the article", "running header")
    beside = (outlet_beside(line) for line in _lines_of(removed, "doubled headline"))
    logos = (line for line in _lines_of(removed, "section name") if is_paper(line))
    for name in (*map(holder_of, footers), *beside, *logos, outlet_beside(headline) if headline else None):
        if name:
            return tidy_name(name)
    return None
