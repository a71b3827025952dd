"""How two dates relate: the same, one within the other, overlapping or apart, at the finest level that both give."""

from __future__ import annotations

from typing import Final

from ...settings.dates_and_numbers import MORNING_END
from ...story import Verdict
from .resolve import DateValue

COARSE: Final = ("year", "month")
MEAN_YEAR: Final = 365.2425
"""Days in a year of the calendar, on average."""


def compare_dates_as_said(left: DateValue, right: DateValue) -> Verdict | None:
    """Judge two dates at the finest level that both give; None if they say the same or cannot be compared."""
    days = compare_days(left, right)
    any_day = any(value.days or value.weekdays for value in (left, right))
    hours = _compare_ranges(left.hours, right.hours) if left.hours and right.hours and left.zone == right.zone else None
    if days == "differs":
        mixed = (left.grain in COARSE) != (right.grain in COARSE)  # a year and a day that do not meet: hardly one event
        return None if mixed or _same_night(left, right) else "differs"
    if not days and not hours:
        return "unresolved" if (left.grain in COARSE) == (right.grain in COARSE) else None
    if hours == "differs" and (days or not any_day):
        return "differs" if days == "same" or not any_day else None
    if days == "same" and bool(left.hours) != bool(right.hours):
        return "more_specific"
    relations = {days, hours} - {None, "same"}
    return "more_specific" if relations == {"more_specific"} else "compatible" if relations and days else None


def compare_days(left: DateValue, right: DateValue) -> str | None:
    """Compare the days of two dates, without their hours; None if the days of either are not known."""
    if left.weekdays and right.weekdays and left.grain not in COARSE:
        if not left.weekdays & right.weekdays:
            return "differs"
        return "same" if left.weekdays == right.weekdays else "more_specific"
    if not left.days or not right.days:
        return None
    left_range, right_range = ((float(days[0]), days[1] + 1.0) for days in (left.days, right.days))
    if not (left.year_known and right.year_known):  # brought to the years nearest to each other
        shift = round((left_range[0] - right_range[0]) / MEAN_YEAR) * MEAN_YEAR
        right_range = right_range[0] + shift, right_range[1] + shift
    return _compare_ranges(left_range, right_range)


def _compare_ranges(left: tuple[float, float], right: tuple[float, float]) -> str:
    if left == right:
        return "same"
    if left[0] >= right[1] or right[0] >= left[1]:
        return "differs"
    nested = (left[0] >= right[0] and left[1] <= right[1]) or (right[0] >= left[0] and right[1] <= left[1])
    return "more_specific" if nested else "compatible"


def _same_night(left: DateValue, right: DateValue) -> bool:
    """Tell whether a night and the morning after it can be meant: "Saturday night" and "early Sunday"."""
    for night, morning in ((left, right), (right, left)):
        if night.hours and night.hours[1] >= 24 and night.weekdays and morning.weekdays:
            is_early = not morning.hours or morning.hours[0] < MORNING_END
            if is_early and {(day + 1) % 7 for day in night.weekdays} & morning.weekdays:
                return True
    return False
