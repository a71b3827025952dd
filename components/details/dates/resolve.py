"""What the words of a date say: days, weekdays, hours; counted from the day of writing or speaking if need be.

Days, months and the parts of a month that people name: early, in the middle, late.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from typing import Final, Literal

from ...language.lexicon.calendar import MONTH_NUMBERS, MONTHS, WEEKDAYS
from ...language.numbers import NUMBER_WORDS
from ...language.units import PERIODS
from .extract import Expression, kind

Grain = Literal["year", "month", "week", "day", "part of day", "hour"]

LEAP: Final = 2000
"""Stands for a year that is not known; a leap year, so that February 29 is a date."""
WEEKEND: Final = frozenset((4, 5, 6))
"""Friday counts: "over the weekend" may begin on its evening."""
PARTS: Final = {"morning": (0, 13), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 30)}
"""Hours that a part of the day may be meant to cover, loosely, end not included."""
OFFSETS: Final = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "last night": -1}
COUNTS: Final = NUMBER_WORDS | {"a": 1}
UNITS: Final[Mapping[str, Grain]] = {"day": "day", "week": "week", "month": "month", "year": "year"}
WEEKS: Final = {  # days from the Monday of the week of writing; a week may be said to begin on Sunday
    ("weekend", "last"): (-3, -1), ("weekend", "this"): (-3, 6), ("weekend", "next"): (4, 13),
    ("week", "last"): (-8, -1), ("week", "this"): (-1, 6), ("week", "next"): (6, 13),
}  # fmt: skip
LOOSE: Final = {"last": (-13, 0), "this": (-8, 8), "next": (0, 15)}
"""Days from the day of writing, for weeks and weekends, where its weekday is not known."""


@dataclass(frozen=True, slots=True)
class DateValue:
    """What a date says. `days` are its first and last day (as `date.toordinal`), None if they are not known.

    `year`: whether their year is known; if not, they stand in a leap year. `weekdays`: what weekdays near the article it can be,
    Monday is 0. `hours`: of the day, end not included, by the clock of `zone`.
    """

    grain: Grain
    days: Days | None = None
    year: bool = True
    weekdays: frozenset[int] | None = None
    hours: tuple[float, float] | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class DateAnchor:
    """The day that "yesterday" counts from: `day` (in a leap year if not `year`), or only its weekday, or nothing."""

    day: int | None = None
    year: bool = True
    weekday: int | None = None


def resolve(found: Expression, anchor: DateAnchor, future: bool | None) -> DateValue:
    """What an expression says, as far as it can be told; `future`: whether its event lies ahead, if that is known."""
    readings = [_read(match, anchor, future) for match in found.matches]
    days = [when for when in readings if when.days and when.grain == "day"]
    timed = [when for when in readings if when.hours]
    base = min(days, key=lambda when: when.weekdays is not None, default=readings[0])  # a date before a weekday
    return replace(
        base,
        grain=timed[-1].grain if timed else base.grain,
        weekdays=next((when.weekdays for when in readings if when.weekdays), None),
        hours=timed[-1].hours if timed else None,
        zone="".join(when.zone for when in readings),
    )


def weekday(days: Days) -> int:
    """The weekday of the first of some days, Monday is 0."""
    return (days[0] - 1) % 7


def iso_value(when: DateValue) -> str | None:
    """A date as ISO 8601, shortened to what is known (2018-04, --04-06), two with a stroke; or a weekday; or hours; or None."""
    if not when.days:
        names = [WEEKDAYS[day] for day in sorted(when.weekdays or ())]
        return names[0] if len(names) == 1 else "weekend" if names else when.hours and _clock(when.hours)
    first, last = (date.fromordinal(day).isoformat() for day in when.days)
    if not when.year:
        first, last = f"-{first[4:]}", f"-{last[4:]}"
    if when.grain == "year" and first[:4] == last[:4] and first[5:] == "01-01":
        return first[:4]
    if when.grain == "month" and first[:-2] == last[:-2]:
        return first[:-3]
    return first if first == last else f"{first}/{last}"


def in_words(when: DateValue) -> str | None:
    """A date counted from another, as people say it: its weekday if that is known, else days or a year; None if it is unknown."""
    if when.weekdays and len(when.weekdays) == 1:
        return WEEKDAYS[next(iter(when.weekdays))]
    if not when.days:
        return None
    first, last = (_spoken(day, when.year) for day in when.days)
    if when.grain == "year" and when.days[1] - when.days[0] < PERIODS["year"] + 1:
        return str(date.fromordinal(when.days[0]).year)
    return first if first == last else f"between {first} and {last}"


def _spoken(day: int, year: bool) -> str:
    at = date.fromordinal(day)
    return f"{MONTHS[at.month - 1]} {at.day}" + (f", {at.year}" if year else "")


def _clock(hours: tuple[float, float]) -> str:
    return "/".join(f"T{int(hour) % 24:02d}:{round(hour % 1 * 60):02d}" for hour in hours)


def _read(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    return _READERS[kind(match)](match, anchor, future)


def _date(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    groups = ("year", "month", "day") if match["month"] else ("year2", "month2", "day2")
    year, month, day = (match[name] for name in groups)
    return _fixed(year, month, day, anchor, future)


def _month(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    when = _fixed(match["year3"] or match["year5"], match["month3"] or match["month4"] or match["month5"], None, anchor, future)
    return replace(when, days=day_range(when.days, match["stretch"])) if when.days and match["stretch"] else when


def _year(match: re.Match[str], _anchor: DateAnchor, _future: bool | None) -> DateValue:
    year = int(match["year4"])
    return DateValue("year", (date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()))


def _fixed(year: str | None, month: str, day: str | None, anchor: DateAnchor, future: bool | None) -> DateValue:
    number = MONTH_NUMBERS[month.rstrip(".").lower()]
    grain: Grain = "day" if day else "month"
    if year:
        return DateValue(grain, month_days(int(year), number, day))
    if anchor.day is None or not anchor.year:
        return DateValue(grain, month_days(LEAP, number, day), year=False)
    now = date.fromordinal(anchor.day)
    near = [days for n in (-1, 0, 1) if MINYEAR <= now.year + n <= MAXYEAR and (days := month_days(now.year + n, number, day))]
    if future is not None:
        near = [days for days in near if (days[1] >= anchor.day if future else days[0] <= anchor.day)] or near
    at = anchor.day
    days = min(near, key=lambda days: abs(days[0] - at), default=None)
    return DateValue(grain, days, weekdays=frozenset((weekday(days),)) if days and day and abs(days[0] - at) < 7 else None)


def _weekday(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    number = WEEKDAYS.index(match["weekday"])
    part, which = match["part"], (match["which"] or "").lower()
    when = DateValue("part of day" if part else "day", weekdays=frozenset((number,)), hours=PARTS[part] if part else None)
    if anchor.day is None or not anchor.year:
        return when
    since = (weekday((anchor.day, anchor.day)) - number) % 7
    until = -since % 7
    if which == "last":
        return replace(when, days=(anchor.day - since - 7, anchor.day - since))
    if which == "next":
        return replace(when, days=(anchor.day + until, anchor.day + until + 7))
    if future is None and since:
        return when
    at = anchor.day + (until if future else -since)
    return replace(when, days=(at, at))


def _counted(match: re.Match[str], anchor: DateAnchor, _future: bool | None) -> DateValue:
    word = (match["deictic"] or match["near"]).lower()
    offset = OFFSETS.get(word, 0)
    part = match["part2"] or match["part3"] or ("night" if word.endswith("night") else None)
    at = None if anchor.day is None else anchor.day + offset
    known = anchor.weekday if anchor.weekday is not None else weekday((at - offset, at)) if at and anchor.year else None
    return DateValue(
        "part of day" if part else "day",
        None if at is None else (at, at),
        anchor.year,
        None if known is None else frozenset(((known + offset) % 7,)),
        PARTS[part] if part else None,
    )


def _unit(match: re.Match[str], anchor: DateAnchor, future: bool | None) -> DateValue:
    unit, which = match["unit"] or "weekend", (match["which2"] or "this").lower()
    future = {"earlier": False, "later": True}.get((match["side"] or "").lower(), future)
    if unit in ("weekend", "week"):
        days = None if anchor.day is None else _week(unit, which, anchor, future)
        return DateValue("week", days, anchor.year, WEEKEND if unit == "weekend" else None)
    grain: Grain = "month" if unit == "month" else "year"
    if anchor.day is None or not anchor.year:
        return DateValue(grain)
    now, step = date.fromordinal(anchor.day), {"last": -1, "this": 0, "next": 1}[which]
    if unit == "year":
        return DateValue(grain, (date(now.year + step, 1, 1).toordinal(), date(now.year + step, 12, 31).toordinal()))
    months = now.year * 12 + now.month - 1 + step
    return DateValue(grain, month_days(months // 12, months % 12 + 1, None))


def _week(unit: str, which: str, anchor: DateAnchor, future: bool | None) -> Days:
    at = anchor.day or 0
    of_week = weekday((at, at))
    first, last = (n + at - of_week for n in WEEKS[unit, which]) if anchor.year else (n + at for n in LOOSE[which])
    if which == "last" and anchor.year and of_week in (5, 6):
        last = at
    if which == "this" and future is not None:
        first, last = (max(first, at), last) if future else (first, min(last, at))
    return first, last


def _ago(match: re.Match[str], anchor: DateAnchor, _future: bool | None) -> DateValue:
    unit, count = match["unit2"], match["count"].lower()
    grain: Grain = UNITS[unit]
    if anchor.day is None:
        return DateValue(grain)
    length = PERIODS[unit]
    middle = anchor.day - (COUNTS.get(count) or int(count)) * length
    slack = 0 if unit == "day" else 0.75 * length
    days = max(1, round(middle - slack)), round(middle + slack)
    return DateValue(grain, days, anchor.year) if middle > PERIODS["year"] else DateValue(grain)


def _hour(match: re.Match[str], _anchor: DateAnchor, _future: bool | None) -> DateValue:
    if match["part4"]:
        return DateValue("part of day", hours=PARTS[match["part4"].split()[-1]])
    if match["noon"]:
        return DateValue("hour", hours=(11.5, 13))
    start = int(match["hour"]) % 12 + (12 if match["half"] == "p" else 0) + int(match["minute"] or 0) / 60
    return DateValue("hour", hours=(start, start + (0.5 if match["minute"] else 1)), zone=(match["zone"] or "").upper())


_READERS: Final = {
    "date": _date, "month": _month, "weekday": _weekday, "counted": _counted, "unit": _unit, "ago": _ago,
    "hour": _hour, "year": _year,
}  # fmt: skip
"""By the kind of an expression."""


Days = tuple[int, int]
"""First and last day, as `date.toordinal`."""

STRETCHES: Final = {
    **dict.fromkeys(("early", "start", "beginning"), (1, 14)),
    **dict.fromkeys(("mid", "middle"), (8, 23)),
    **dict.fromkeys(("late", "end"), (17, 31)),
}
"""Days of a month that its parts may be meant to cover, loosely: those next to each other overlap, early and late do not."""


def month_days(year: int, month: int, day: str | None) -> Days | None:
    """A day or, without one, a whole month; None if there is no such day."""
    try:
        first = date(year, month, int(day or 1)).toordinal()
    except ValueError:
        return None
    return first, first if day else first + calendar.monthrange(year, month)[1] - 1


def day_range(month: Days, said: str) -> Days:
    """The part of a month that words like "the end of" stand for."""
    first, last = next(days for word, days in STRETCHES.items() if word in said.lower().split())
    return month[0] + first - 1, min(month[1], month[0] + last - 1)
