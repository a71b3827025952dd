"""Whether two quantities agree within hedges and rounding, and whether one follows from two others by arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final, Literal

from ...language.quantities import Quantity
from ...language.units import DASHES, PERIODS, Hedge
from ...settings.dates_and_numbers import (
    CHANGE_TOKENS,
    HEDGE_REACH,
    RATE_TOLERANCE,
    ROUND_STEPS,
    ROUNDING_SHARE,
    SMALLEST_TOTAL,
    UNROUNDED_COUNT,
)

Agreement = Literal["same", "compatible", "more_specific", "differs"]

_HEDGE_TEXT: Final[dict[Hedge, str]] = {
    "": "", "about": "about ", "least": "at least ", "more": "more than ", "most": "at most ", "less": "less than ",
    "above": "slightly more than ", "nearly": "nearly ",
}  # fmt: skip
_BASE_UNITS: Final = {"length": "m", "area": "hectares", "mass": "kg", "speed": "km/h", "volume": "litres"}
_WITHOUT_SIGN: Final = frozenset({"", "share", "age", "magnitude", "times", "degree", "barrel", "point", "time", *_BASE_UNITS})
"""Kinds that are written without a sign before the number, such as money has."""


def readable(quantity: Quantity) -> str:
    """Write a quantity in one form: "at least 24", "$1,100,000", "40 %", "2 years", "7 to 2"; a loose word as it stands."""
    if quantity.kind == "score":
        return f"{_format(quantity.low)} to {_format(quantity.high)}"
    per = f" per {quantity.per}" if quantity.per else ""
    if not quantity.precision:
        return quantity.text.lower() + per
    unit_size = 1.0 if quantity.kind == "share" else quantity.unit_size
    low, high = (limit / unit_size for limit in (quantity.low, quantity.high))
    if quantity.kind == "share":
        low, high = low * 100, high * 100
    sign = quantity.kind if quantity.kind not in _WITHOUT_SIGN else "magnitude " if quantity.kind == "magnitude" else ""
    value = sign + (_format(low) if low == high else f"{_format(low)} to {sign}{_format(high)}")
    return f"{_HEDGE_TEXT[quantity.hedge]}{value}{_unit_text(quantity, high)}{per}"


def _unit_text(quantity: Quantity, high: float) -> str:
    """Return what stands behind the number: " %", " years old", " km", " people"."""
    if quantity.kind == "share":
        return " %"
    if quantity.kind == "age":
        return " years old"
    if not quantity.unit or quantity.kind not in _WITHOUT_SIGN or quantity.kind == "magnitude":
        return ""
    if not quantity.kind:
        return quantity.unit if quantity.unit[0] in DASHES else f" {quantity.unit}"
    if quantity.unit in ("km", "cm", "kg", "m", "ft", "mph", "kph") or high == 1:
        return f" {quantity.unit}"
    return " feet" if quantity.unit == "foot" else f" {quantity.unit}s"


def _format(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def in_base(quantity: Quantity) -> str:
    """Write a quantity in the base unit of what it measures, in parentheses; "" if it has no other or gives no one number."""
    unit = _BASE_UNITS.get(quantity.kind)
    return f" ({_format(quantity.low)} {unit})" if unit and quantity.exact and quantity.unit_size != 1 else ""


def reach(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that a quantity can mean, in its base unit."""
    if quantity.hedge:
        down, up = HEDGE_REACH[quantity.hedge]
        if quantity.hedge == "nearly" and quantity.precision and not _is_round(quantity):
            down = max(down, 1 - quantity.precision / 2 / quantity.low)  # "nearly seven" is more than six and a half
        open_ended = quantity.hedge in ("least", "more") and quantity.high >= 10
        leading = 10.0 ** (len(str(int(quantity.high))) - 1) if open_ended else 0.0
        return quantity.low * down, max(quantity.high * up, quantity.high + leading)
    counted = quantity.kind in ("", "times") and quantity.high < UNROUNDED_COUNT and quantity.precision <= 1
    if not quantity.exact or counted or quantity.kind == "age":
        return quantity.low, quantity.high
    slack = quantity.precision / 2
    if quantity.kind != "magnitude":
        slack = min(slack, ROUNDING_SHARE * quantity.high)
    return quantity.low - slack, quantity.high + slack


def _is_round(quantity: Quantity) -> bool:
    """Tell whether others are rounded to this number: 10 and 24, but not seven."""
    return not all(round(quantity.low / quantity.precision) % step for step in ROUND_STEPS)


def agreement(left: Quantity, right: Quantity) -> Agreement:
    """Judge how two quantities of the same thing agree. Only what no hedge, rounding or loose word can reconcile `differs`."""
    if left.kind == "score":
        return "same" if sorted((left.low, left.high)) == sorted((right.low, right.high)) else "differs"
    if (left.low, left.high, left.hedge) == (right.low, right.high, right.hedge):
        return "same"
    (left_low, left_high), (right_low, right_high) = reach(left), reach(right)
    if not (left.hedge or right.hedge) and left.exact and right.exact:  # two plain numbers: one rounds to the other
        slack = max(left_high - left.high, right_high - right.high)
        differ = abs(left.low - right.low) * (1 - 1e-9) > slack
    else:
        differ = max(left_low, right_low) > min(left_high, right_high) * (1 + 1e-9)
    if differ:
        return "differs"
    return "more_specific" if left.exact != right.exact else "compatible"


def derived(quantity: Quantity, others: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Find two quantities of the other article from which one follows by arithmetic.

    Args:
        quantity: the quantity to derive.
        others: the quantities of the other article's sentence.

    Yields:
        The two quantities, and the arithmetic in words.
    """
    for first, second in permutations(others, 2):
        for rule in (_change, _part, _total):
            result = rule(quantity, first, second)
            if result is not None and within_reach(quantity, result[0]):
                yield first, second, f"{result[1]}, which agrees with {readable(quantity)}"


def within_reach(quantity: Quantity, value: float) -> bool:
    """Tell whether a quantity can mean this value."""
    low, high = reach(quantity)
    return low <= value <= high


def _change(quantity: Quantity, first: Quantity, second: Quantity) -> tuple[float, str] | None:
    """Work out the change in percent between two values that stand together ("from 86.9 to 52.4")."""
    comparable = first.exact and second.exact and first.kind == second.kind and first.kind not in ("age", "times", "time")
    distance = max(first.tokens[0], second.tokens[0]) - min(first.tokens[1], second.tokens[1])
    if quantity.kind != "share" or not comparable or distance > CHANGE_TOKENS:
        return None
    if min(first.low, second.low) <= 0 or first.low == second.low:
        return None
    change = second.low / first.low - 1
    return abs(change), f"{readable(first)} to {readable(second)} is {100 * change:+.1f} %"


def _part(quantity: Quantity, share: Quantity, whole: Quantity) -> tuple[float, str] | None:
    """Work out a share of a whole: half of 60,000."""
    if share.kind != "share" or not share.exact or not whole.exact or whole.kind != quantity.kind:
        return None
    if quantity.high < SMALLEST_TOTAL or quantity.per or quantity.kind in ("share", "age", "times", "time", "magnitude"):
        return None
    return share.low * whole.low, f"{readable(share)} of {readable(whole)} is {_format(share.low * whole.low)}"


def _total(quantity: Quantity, rate: Quantity, duration: Quantity) -> tuple[float, str] | None:
    """Work out what a rate comes to over a length of time: $100 a day for 30 days."""
    if rate.per not in PERIODS or quantity.per or rate.kind != quantity.kind or duration.kind != "time":
        return None
    if not (rate.exact and duration.exact):
        return None
    total = rate.low * duration.low / PERIODS[rate.per]
    return total, f"{readable(rate)} for {readable(duration)} is {_format(total)}"


def same_rate(left: Quantity, right: Quantity) -> str | None:
    """Return the arithmetic if two rates over different periods agree: $10,000 a month and $120,000 a year; else None."""
    if left.per == right.per or left.per not in PERIODS or right.per not in PERIODS or not (left.exact and right.exact):
        return None
    if PERIODS[left.per] > PERIODS[right.per]:  # from the shorter period to the longer, whichever side has it
        left, right = right, left
    value = left.low / PERIODS[left.per] * PERIODS[right.per]
    if not within_reach(right, value) and abs(value - right.low) > RATE_TOLERANCE * right.low:
        return None
    return f"{readable(left)} is {_format(value)} per {right.per}, which agrees with {readable(right)}"
