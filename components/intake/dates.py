"""Absolute dates: ISO 8601 as given by a caller, and those written in a page ("Jan 9", "9 de enero de 2026")."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from ..language.lexicon.calendar import LEAP_YEAR, YEARLESS
from ..settings.intake import DATE_CHARACTERS

MONTH: Final = r"[^\W\d_]{3,10}\.?"
DATE: Final = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>(?:19"
    rf"|20)\d{{2}})\b)?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:de |of )?(?P<month2>{MONTH})(?:,? (?:de |del )?(?P<year2>(?:19"
    rf"|20)\d{{2}})\b)?"
)
LANGUAGES: Final = ["en", "es", "fr", "de", "it", "pt"]
"""In which a month's name is read."""


def check_published(published: str | None) -> str | None:
    """Return `published` as given, but blank as None.

    Raises:
        ValueError: it is no ISO 8601 date or date and time, perhaps without the year (--01-09); the message names the remedy.
    """
    if published is None or not published.strip():
        return None
    value = published.strip()
    if _is_iso_date(value):
        return value
    raise ValueError(f"{value[:40]!r} is not a date; write it as 2026-01-09, or as --01-09 when the year is not known.")


def _is_iso_date(value: str) -> bool:
    """Return whether a value is an ISO 8601 date or date and time, perhaps without the year."""
    yearless = YEARLESS.fullmatch(value)
    try:
        if yearless:
            date(LEAP_YEAR, int(yearless[1]), int(yearless[2]))
        else:
            datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def find_date(text: str) -> str | None:
    """Return the first absolute date in a line as ISO 8601, --01-09 without a year; None if it has none.

    Relative dates ("yesterday") are not read.
    """
    start = 0
    while match := DATE.search(text, start, DATE_CHARACTERS):
        value = _read_date(match)
        if value:
            return value
        start = match.start() + 1
    return None


def _read_date(match: re.Match[str]) -> str | None:
    """Return the date that `DATE` matched as ISO 8601, or None if the calendar has no such day."""
    if match["iso"]:
        return match["iso"] if _is_iso_date(match["iso"]) else None
    day, month_name, year = (match[part] or match[f"{part}2"] for part in ("day", "month", "year"))
    month = _month_number(month_name.rstrip(".").lower())
    if month is None:
        return None
    value = f"{year}-{month:02d}-{int(day):02d}" if year else f"--{month:02d}-{int(day):02d}"
    return value if _is_iso_date(value) else None


def _month_number(name: str) -> int | None:
    """Return 1 to 12 for a month's name, short or long, in one of `LANGUAGES`; dateparser knows them."""
    import dateparser

    first_day = dateparser.parse(
        f"1 {name} {LEAP_YEAR}", languages=LANGUAGES, settings={"REQUIRE_PARTS": ["month"], "PARSERS": ["absolute-time"]}
    )
    is_month = first_day and first_day.day == 1 and first_day.year == LEAP_YEAR
    return first_day.month if first_day and is_month else None
