"""Days, months and the parts of a month that people name: early, in the middle, late."""

from __future__ import annotations

import calendar
from datetime import date
from typing import Final

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


def stretch(month: Days, said: str) -> Days:
    """The part of a month that words like "the end of" stand for."""
    first, last = next(days for word, days in STRETCHES.items() if word in said.lower().split())
    return month[0] + first - 1, min(month[1], month[0] + last - 1)
