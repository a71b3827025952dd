"""Absolute dates: ISO 8601 as given by a caller, and those written in a page ("Jan 9", "9 de enero de 2026")."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

YEARLESS: Final = re.compile(r"--(\d{2})-?(\d{2})")
MONTH: Final = r"[^\W\d_]{3,10}\.?"
SPAN: Final = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|\b(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<year>(?:19"
    rf"|20)\d{{2}})\b)?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:de |of )?(?P<month2>{MONTH})(?:,? (?:de |del )?(?P<year2>(?:19"
    rf"|20)\d{{2}})\b)?"
)
LEAP: Final = 2000
"""A leap year, so that February 29 is a date without its year."""
LONGEST: Final = 200
"""Characters looked at."""
LANGUAGES: Final = ["en", "es", "fr", "de", "it", "pt"]


def check_published(published: str | None) -> str | None:
    """`published` as given, if it is an ISO 8601 date or date and time, perhaps without the year (--01-09); blank is None.

    Raises:
        ValueError: it is not; the text names the remedy.
    """
    if published is None or not published.strip():
        return None
    value = published.strip()
    if _valid(value):
        return value
    raise ValueError(f"{value[:40]!r} is not a date; write it as 2026-01-09, or as --01-09 when the year is not known.")


def _valid(value: str) -> bool:
    yearless = YEARLESS.fullmatch(value)
    try:
        if yearless:
            date(LEAP, int(yearless[1]), int(yearless[2]))
        else:
            datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def find_date(text: str) -> str | None:
    """The first absolute date in `text` (a few words), as ISO 8601; --01-09 without a year. Relative ones are not read."""
    start = 0
    while found := SPAN.search(text, start, LONGEST):
        value = _read(found)
        if value:
            return value
        start = found.start() + 1
    return None


def _read(found: re.Match[str]) -> str | None:
    if found["iso"]:
        return found["iso"] if _valid(found["iso"]) else None
    day, month, year = (found[f"{part}"] or found[f"{part}2"] for part in ("day", "month", "year"))
    number = _month_number(month.rstrip(".").lower())
    if number is None:
        return None
    value = f"{year}-{number:02d}-{int(day):02d}" if year else f"--{number:02d}-{int(day):02d}"
    return value if _valid(value) else None


def _month_number(name: str) -> int | None:
    """1 to 12 for a month's name, short or long, in the languages of the house; dateparser knows them."""
    import dateparser

    read = dateparser.parse(
        f"1 {name} {LEAP}", languages=LANGUAGES, settings={"REQUIRE_PARTS": ["month"], "PARSERS": ["absolute-time"]}
    )
    return read.month if read and read.day == 1 and read.year == LEAP else None
