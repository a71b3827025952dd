"""How two dates stand to each other: the same, one within the other, overlapping, apart, at the finest level both give."""

from __future__ import annotations

from typing import Final

from ...story import Verdict
from .resolve import DateValue

COARSE: Final = ("year", "month")
YEAR: Final = 365.2425
"""Days in a year, on average."""


def compare_dates_as_said(left: DateValue, right: DateValue) -> Verdict | None:
    """How two dates stand to each other at the finest level that both give; None if they say the same or cannot be compared."""
    days = compare_days(left, right)
    known = any(when.days or when.weekdays for when in (left, right))
    hours = _relation(left.hours, right.hours) if left.hours and right.hours and left.zone == right.zone else None
    if days == "differs":
        apart = (left.grain in COARSE) != (right.grain in COARSE)  # a year and a day that do not meet: hardly one event
        return None if apart or _over_midnight(left, right) else "differs"
    if not days and not hours:
        return "unresolved" if (left.grain in COARSE) == (right.grain in COARSE) else None
    if hours == "differs" and (days or not known):
        return "differs" if days == "same" or not known else None
    if days == "same" and bool(left.hours) != bool(right.hours):
        return "more_specific"
    found = {days, hours} - {None, "same"}
    return "more_specific" if found == {"more_specific"} else "compatible" if found and days else None


def compare_days(left: DateValue, right: DateValue) -> str | None:
    """How the days of two dates stand to each other, hours aside; None if they are not known."""
    if left.weekdays and right.weekdays and left.grain not in COARSE:
        if not left.weekdays & right.weekdays:
            return "differs"
        return "same" if left.weekdays == right.weekdays else "more_specific"
    if not left.days or not right.days:
        return None
    first, second = ((float(days[0]), days[1] + 1.0) for days in (left.days, right.days))
    if not (left.year and right.year):  # brought to the years nearest to each other
        move = round((first[0] - second[0]) / YEAR) * YEAR
        second = second[0] + move, second[1] + move
    return _relation(first, second)


def _relation(left: tuple[float, float], right: tuple[float, float]) -> str:
    if left == right:
        return "same"
    if left[0] >= right[1] or right[0] >= left[1]:
        return "differs"
    inside = (left[0] >= right[0] and left[1] <= right[1]) or (right[0] >= left[0] and right[1] <= left[1])
    return "more_specific" if inside else "compatible"


def _over_midnight(left: DateValue, right: DateValue) -> bool:
    """Whether a night and the morning after it can be meant: "Saturday night" and "early Sunday"."""
    for night, morning in ((left, right), (right, left)):
        if night.hours and night.hours[1] >= 24 and night.weekdays and morning.weekdays:
            early = not morning.hours or morning.hours[0] < 8
            if early and {(day + 1) % 7 for day in night.weekdays} & morning.weekdays:
                return True
    return False
