"""What stands around a story, read from the raw text before furniture goes: dateline, agency, byline, date, outlet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..language.dateline import read_dateline
from ..settings.intake import DATELINE_LINES
from ..story import Removed
from .dates import find_date
from .furniture.bylines import byline_names, signature_names
from .furniture.headlines import outlet_in_title
from .furniture.position_rules import is_outlet_name
from .furniture.timestamps import is_clock, is_timestamp
from .lines import visible_text
from .outlets import AGENCIES, copyright_holder, find_agency, tidy_name
from .page import Hints

DATE_RULES: Final = ("timestamp", "clock list", "running header")
"""The furniture rules whose lines may give the date of publication."""
FOOTER_RULES: Final = ("copyright", "template footer", "outside the article", "running header")
"""The furniture rules whose lines may name the holder of the copyright."""


@dataclass(frozen=True, slots=True)
class MastheadFields:
    """What a page says about itself; `date` is ISO 8601, perhaps without the year."""

    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date: str | None = None


def read_masthead(lines: Sequence[str], removed: Sequence[Removed], headline: str | None, hints: Hints) -> MastheadFields:
    """Return what a page says about itself; hints of the file's form come before what the words suggest.

    Args:
        lines: the lines of the clean text that are not empty, in order.
        removed: the furniture, which names outlet, writer and date more often than the story does.
        headline: the headline, in which no dateline is looked for.
        hints: what the file's form says.
    """
    place, dateline_agency, dateline_date = _dateline([line for line in lines[:DATELINE_LINES] if line != headline])
    bylines = list(_lines_of(removed, "byline"))
    writers = [names for line in bylines if (names := byline_names(line) or signature_names(line))]
    people = [names for names in writers if names.lower() not in AGENCIES]
    timestamps = [line for line in _lines_of(removed, *DATE_RULES) if is_timestamp(line) and not is_clock(line)]
    dates = [date for line in [*timestamps, *bylines] if (date := find_date(line))]
    return MastheadFields(
        outlet=hints.outlet or _find_outlet(removed, headline),
        agency=dateline_agency or find_agency([*bylines, *_lines_of(removed, "credit line", "copyright")]),
        dateline=place,
        byline=hints.byline or next(iter([*people, *writers]), None),
        date=hints.date or _fullest_date(dateline_date, dates),
    )


def _lines_of(removed: Sequence[Removed], *rules: str) -> Iterator[str]:
    """Yield the lines that one of these furniture rules took, in order."""
    for stretch in removed:
        if stretch.rule in rules:
            yield from filter(None, map(visible_text, stretch.text.splitlines()))


def _dateline(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Return place, agency and date of the first dateline."""
    for line in lines:
        if dateline := read_dateline(line):
            agency = AGENCIES.get(dateline.agency.lower(), dateline.agency) if dateline.agency else None
            return dateline.place, agency, find_date(dateline.date) if dateline.date else None
    return None, None, None


def _fullest_date(dateline_date: str | None, dates: Sequence[str]) -> str | None:
    """Return the dateline's date, with the year if another date gives the same day; without a dateline, the first other date."""
    if dateline_date is None:
        return dates[0] if dates else None
    if dateline_date.startswith("--"):
        return next((date for date in dates if date.endswith(dateline_date[1:])), dateline_date)
    return dateline_date


def _find_outlet(removed: Sequence[Removed], headline: str | None) -> str | None:
    """Return the outlet by the copyright line or template footer, by "Headline | Outlet", or by a line of its own."""
    holders = map(copyright_holder, _lines_of(removed, *FOOTER_RULES))
    titles = map(outlet_in_title, _lines_of(removed, "doubled headline"))
    logos = filter(is_outlet_name, _lines_of(removed, "section name"))
    for name in (*holders, *titles, *logos, outlet_in_title(headline) if headline else None):
        if name:
            return tidy_name(name)
    return None
