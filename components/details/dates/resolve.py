"""What a date expression means: days, weekdays and hours, counted from the day of writing or speaking if need be."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, Literal

from ...language.lexicon.calendar import LEAP_YEAR, MONTH_NUMBERS, MONTHS, WEEKDAYS
from ...language.numbers import NUMBER_WORDS
from ...language.units import PERIODS
from ...settings.dates_and_numbers import (
    AGO_SLACK,
    CLOCK_TIME,
    EARLY_DAYS,
    FULL_HOUR,
    LATE_DAYS,
    MIDDLE_DAYS,
    NEAR_DAYS,
    NOON,
    PARTS_OF_DAY,
    UNDATED_WEEKS,
    WEEKS,
)
from .extract import DateExpression, kind

Grain = Literal["year", "month", "week", "day", "part of day", "hour"]

Days = tuple[int, int]
"""First and last day, as `date.toordinal`."""

WEEKEND: Final = frozenset((4, 5, 6))
"""Weekdays, Monday is 0. Friday counts: "over the weekend" may begin on its evening."""
DAY_OFFSETS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "last night": -1}
COUNTS: Final = NUMBER_WORDS | {"a": 1}
GRAINS: Final[Mapping[str, Grain]] = {"day": "day", "week": "week", "month": "month", "year": "year"}
PARTS_OF_MONTH: Final = {
    **dict.fromkeys(("early", "start", "beginning"), EARLY_DAYS),
    **dict.fromkeys(("mid", "middle"), MIDDLE_DAYS),
    **dict.fromkeys(("late", "end"), LATE_DAYS),
}


@dataclass(frozen=True, slots=True)
class DateValue:
    """The time that a date expression means, as far as it is known.

    `days`: its first and last day. `year_known`: whether their year is known; if not, they stand in a leap year. `weekdays`: the
    weekdays near the day of writing that it can be, Monday is 0. `hours`: hours of the day, the end not included, by the clock
    of `zone`.
    """

    grain: Grain
    days: Days | None = None
    year_known: bool = True
    weekdays: frozenset[int] | None = None
    hours: tuple[float, float] | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """The day that "yesterday" counts from: `day` (in a leap year if not `year_known`), or only its weekday, or nothing."""

    day: int | None = None
    year_known: bool = True
    weekday: int | None = None


def resolve(expression: DateExpression, anchor: DateAnchor, future: bool | None) -> DateValue:
    """Work out the time that an expression means, as far as the text tells.

    Args:
        expression: the words.
        anchor: the day that relative dates count from.
        future: whether the dated event lies ahead; None if that is not known.
    """
    readings = [_RESOLVERS[kind(match)](match, anchor, future) for match in expression.matches]
    full_days = [reading for reading in readings if reading.days and reading.grain == "day"]
    timed = [reading for reading in readings if reading.hours]
    base = min(full_days, key=lambda reading: reading.weekdays is not None, default=readings[0])  # a date before a weekday
    return replace(
        base,
        grain=timed[-1].grain if timed else base.grain,
        weekdays=next((reading.weekdays for reading in readings if reading.weekdays), None),
        hours=timed[-1].hours if timed else None,
        zone="".join(reading.zone for reading in readings),
    )


def weekday(days: Days) -> int:
    """Return the weekday of the first of some days, Monday is 0."""
    return (days[0] - 1) % 7


def iso_value(value: DateValue) -> str | None:
    """Write a date as ISO 8601, as far as it is known (2018-04, --04-06), a range with a stroke; else its weekday or hours."""
    if not value.days:
        names = [WEEKDAYS[day] for day in sorted(value.weekdays or ())]
        return names[0] if len(names) == 1 else "weekend" if names else value.hours and _clock_times(value.hours)
    first, last = (date.fromordinal(day).isoformat() for day in value.days)
    if not value.year_known:
        first, last = f"-{first[4:]}", f"-{last[4:]}"
    if value.grain == "year" and first[:4] == last[:4] and first[5:] == "01-01":
        return first[:4]
    if value.grain == "month" and first[:-2] == last[:-2]:
        return first[:-3]
    return first if first == last else f"{first}/{last}"


def in_words(value: DateValue) -> str | None:
    """Write a relative date as people say it: its weekday if that is known, else days or a year; None if it is not known."""
    if value.weekdays and len(value.weekdays) == 1:
        return WEEKDAYS[next(iter(value.weekdays))]
    if not value.days:
        return None
    first, last = (_day_in_words(day, value.year_known) for day in value.days)
    if value.grain == "year" and value.days[1] - value.days[0] < PERIODS["year"] + 1:
        return str(date.fromordinal(value.days[0]).year)
    return first if first == last else f"between {first} and {last}"


def _day_in_words(ordinal: int, with_year: bool) -> str:
    day = date.fromordinal(ordinal)
    return f"{MONTHS[day.month - 1]} {day.day}" + (f", {day.year}" if with_year else "")


def _clock_times(hours: tuple[float, float]) -> str:
    return "/".join(f"T{int(hour) % 24:02d}:{round(hour % 1 * 60):02d}" for hour in hours)


def _date(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    groups = ("year", "month", "day") if match["month"] else ("year2", "month2", "day2")
    year, month, day = (match[name] for name in groups)
    return _calendar_date(year, month, day, anchor, future)


def _month(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    value = _calendar_date(
        match["year3"] or match["year5"], match["month3"] or match["month4"] or match["month5"], None, anchor, future
    )
    return replace(value, days=part_of_month(value.days, match["stretch"])) if value.days and match["stretch"] else value


def _year(match: re.Match[str], _anchor: DateAnchor, _future: bool | None) -> DateValue:
    year = int(match["year4"])
    return DateValue("year", (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()))


def _calendar_date(year: str | None, month: str, day: str | None, anchor: DateAnchor, future: bool | None) -> DateValue:
    number = MONTH_NUMBERS[month.rstrip(".").lower()]
    grain: Grain = "day" if day else "month"
    if year:
        return DateValue(grain, month_days(int(year), number, day))
    if anchor.day is None or not anchor.year_known:
        return DateValue(grain, month_days(LEAP_YEAR, number, day), year_known=False)
    origin, this_year = anchor.day, date.fromordinal(anchor.day).year
    years = (y for y in (this_year - 1, this_year, this_year + 1) if MINYEAR <= y <= MAXYEAR)
    candidates = [days for y in years if (days := month_days(y, number, day))]
    if future is not None:
        candidates = [days for days in candidates if (days[1] >= origin if future else days[0] <= origin)] or candidates
    days = min(candidates, key=lambda days: abs(days[0] - origin), default=None)
    weekdays = frozenset((weekday(days),)) if days and day and abs(days[0] - origin) < NEAR_DAYS else None
    return DateValue(grain, days, weekdays=weekdays)


def _weekday(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    number = WEEKDAYS.index(match["weekday"])
    part, which = match["part"], (match["which"] or "").lower()
    value = DateValue("part of day" if part else "day", weekdays=frozenset((number,)), hours=PARTS_OF_DAY[part] if part else None)
    if anchor.day is None or not anchor.year_known:
        return value
    days_since = (weekday((anchor.day, anchor.day)) - number) % 7
    days_until = -days_since % 7
    if which == "last":
        return replace(value, days=(anchor.day - days_since - 7, anchor.day - days_since))
    if which == "next":
        return replace(value, days=(anchor.day + days_until, anchor.day + days_until + 7))
    if future is None and days_since:
        return value
    day = anchor.day + (days_until if future else -days_since)
    return replace(value, days=(day, day))


def _relative(match: re.Match[str], anchor: DateAnchor, _future: bool | None) -> DateValue:
    word = (match["deictic"] or match["near"]).lower()
    offset = DAY_OFFSETS.get(word, 0)
    part = match["part2"] or match["part3"] or ("night" if word.endswith("night") else None)
    day = None if anchor.day is None else anchor.day + offset
    origin = anchor.weekday
    if origin is None and day and anchor.year_known:
        origin = weekday((day - offset, day))
    return DateValue(
        "part of day" if part else "day",
        None if day is None else (day, day),
        anchor.year_known,
        None if origin is None else frozenset(((origin + offset) % 7,)),
        PARTS_OF_DAY[part] if part else None,
    )


def _unit(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    unit, which = match["unit"] or "weekend", (match["which2"] or "this").lower()
    future = {"earlier": False, "later": True}.get((match["side"] or "").lower(), future)
    if unit in ("weekend", "week"):
        days = None if anchor.day is None else _week(unit, which, anchor, future)
        return DateValue("week", days, anchor.year_known, WEEKEND if unit == "weekend" else None)
    grain: Grain = "month" if unit == "month" else "year"
    if anchor.day is None or not anchor.year_known:
        return DateValue(grain)
    today, step = date.fromordinal(anchor.day), {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return DateValue(grain, (date(today.year + step, 1, 1).toordinal(), date(today.year + step, 12, 31).toordinal()))
    months = today.year * 12 + today.month - 1 + step
    return DateValue(grain, month_days(months // 12, months % 12 + 1, None))


def _week(unit: str, which: str, anchor: DateAnchor, future: bool | None) -> Days:
    origin = anchor.day or 0
    origin_weekday = weekday((origin, origin))
    start, offsets = (origin - origin_weekday, WEEKS[unit, which]) if anchor.year_known else (origin, UNDATED_WEEKS[which])
    first, last = (start + offset for offset in offsets)
    if which == "last" and anchor.year_known and origin_weekday in (5, 6):
        last = origin
    if which == "this" and future is not None:
        first, last = (max(first, origin), last) if future else (first, min(last, origin))
    return first, last


def _ago(match: re.Match[str], anchor: DateAnchor, _future: bool | None) -> DateValue:
    unit, count = match["unit2"], match["count"].lower()
    grain: Grain = GRAINS[unit]
    if anchor.day is None:
        return DateValue(grain)
    length = PERIODS[unit]
    middle = anchor.day - (COUNTS.get(count) or int(count)) * length
    slack = 0 if unit == "day" else AGO_SLACK * length
    days = max(1, round(middle - slack)), round(middle + slack)
    return DateValue(grain, days, anchor.year_known) if middle > PERIODS["year"] else DateValue(grain)


def _hour(match: re.Match[str], _anchor: DateAnchor, _future: bool | None) -> DateValue:
    if match["part4"]:
        return DateValue("part of day", hours=PARTS_OF_DAY[match["part4"].split()[-1]])
    if match["noon"]:
        return DateValue("hour", hours=NOON)
    start = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0) + int(match["minute"] or 0) / 60
    return DateValue(
        "hour", hours=(start, start + (CLOCK_TIME if match["minute"] else FULL_HOUR)), zone=(match["zone"] or "").upper()
    )


_RESOLVERS: Final = {
    "date": _date, "month": _month, "weekday": _weekday, "relative": _relative, "unit": _unit, "ago": _ago,
    "hour": _hour, "year": _year,
}  # fmt: skip
"""By the kind of a match."""


def month_days(year: int, month: int, day: str | None) -> Days | None:
    """Return a day or, without one, a whole month; None if there is no such day."""
    try:
        first = date(year, month, int(day or 1)).toordinal()
    except ValueError:
        return None
    return first, first if day else first + calendar.monthrange(year, month)[1] - 1


def part_of_month(month: Days, words: str) -> Days:
    """Return the part of a month that words like "the end of" name."""
    first, last = next(days for word, days in PARTS_OF_MONTH.items() if word in words.lower().split())
    return month[0] + first - 1, min(month[1], month[0] + last - 1)
