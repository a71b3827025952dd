"""Whether two quantities agree within hedges and rounding, and what the arithmetic of several gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final, Literal

from ...language.quantities import Quantity
from ...language.units import DASHES, PERIODS, Bound

Agreement = Literal["same", "compatible", "more_specific", "differs"]

_ROUNDING: Final = 0.05
"""No more than this part of a number is taken for its rounding."""
_LARGE: Final = 1000
"""Things from here on are seldom counted to the last one."""
_HEDGED: Final[dict[Bound, str]] = {
    "": "", "about": "about ", "least": "at least ", "more": "more than ", "most": "at most ", "less": "less than ",
    "above": "slightly more than ", "nearly": "nearly ",
}  # fmt: skip
_REACH: Final[dict[Bound, tuple[float, float]]] = {
    "about": (0.88, 1.12), "nearly": (0.85, 1.0), "above": (1.0, 1.15), "most": (0.0, 1.0), "less": (0.0, 1.0),
    "least": (1.0, 4 / 3), "more": (1.0, 4 / 3),
}  # fmt: skip
"""How far a hedged number reaches, in parts of itself. Whoever knew of 70 would hardly write "at least 50"."""
_ROUND: Final = (5, 12)
"""Their multiples are numbers that others are rounded to."""
_TOGETHER: Final = 3
"""Tokens between two values of one change."""
_BASES: Final = {"length": "m", "area": "hectares", "mass": "kg", "speed": "km/h", "volume": "litres"}
_PLAIN: Final = frozenset({"", "share", "age", "magnitude", "times", "degree", "barrel", "point", "time", *_BASES})
"""What is measured without a sign before the number, as money has."""


def readable(found: Quantity) -> str:
    """A quantity in one written form: "at least 24", "$1,100,000", "40 %", "2 years", "7 to 2"; a loose word as it stands."""
    if found.kind == "score":
        return f"{_plain(found.low)} to {_plain(found.high)}"
    per = f" per {found.per}" if found.per else ""
    if not found.grain:
        return found.text.lower() + per
    size = 1.0 if found.kind == "share" else found.size
    low, high = (limit / size for limit in (found.low, found.high))
    if found.kind == "share":
        low, high = low * 100, high * 100
    before = found.kind if found.kind not in _PLAIN else "magnitude " if found.kind == "magnitude" else ""
    value = before + (_plain(low) if low == high else f"{_plain(low)} to {before}{_plain(high)}")
    return f"{_HEDGED[found.bound]}{value}{_after(found, high)}{per}"


def _after(found: Quantity, high: float) -> str:
    if found.kind == "share":
        return " %"
    if found.kind == "age":
        return " years old"
    if not found.unit or found.kind not in _PLAIN or found.kind == "magnitude":
        return ""
    if not found.kind:
        return found.unit if found.unit[0] in DASHES else f" {found.unit}"
    if found.unit in ("km", "cm", "kg", "m", "ft", "mph", "kph") or high == 1:
        return f" {found.unit}"
    return " feet" if found.unit == "foot" else f" {found.unit}s"


def _plain(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def in_base(found: Quantity) -> str:
    """What a quantity comes to in the base unit of what it measures, for units that are not the same."""
    unit = _BASES.get(found.kind)
    return f" ({_plain(found.low)} {unit})" if unit and found.exact and found.size != 1 else ""


def reach(found: Quantity) -> tuple[float, float]:
    """The least and most that a quantity can be taken to mean."""
    if found.bound:
        down, up = _REACH[found.bound]
        if found.bound == "nearly" and found.grain and all(round(found.low / found.grain) % step for step in _ROUND):
            down = max(down, 1 - found.grain / 2 / found.low)  # "nearly seven" is more than six and a half
        leading = 10.0 ** (len(str(int(found.high))) - 1) if found.bound in ("least", "more") and found.high >= 10 else 0.0
        return found.low * down, max(found.high * up, found.high + leading)
    if not found.exact or (found.kind in ("", "times") and found.high < _LARGE and found.grain <= 1) or found.kind == "age":
        return found.low, found.high
    slack = min(found.grain / 2, _ROUNDING * found.high) if found.kind != "magnitude" else found.grain / 2
    return found.low - slack, found.high + slack


def agreement(left: Quantity, right: Quantity) -> Agreement:
    """How two quantities of the same thing agree. Only what no hedge, rounding or loose word can reconcile `differs`."""
    if left.kind == "score":
        alike = sorted((left.low, left.high)) == sorted((right.low, right.high))
        return "same" if alike else "differs"
    if (left.low, left.high, left.bound) == (right.low, right.high, right.bound):
        return "same"
    (low, high), (least, most) = reach(left), reach(right)
    if not (left.bound or right.bound) and left.exact and right.exact:  # two plain numbers: one rounds to the other
        apart = abs(left.low - right.low) * (1 - 1e-9) > max(high - left.high, most - right.high)
    else:
        apart = max(low, least) > min(high, most) * (1 + 1e-9)
    if apart:
        return "differs"
    return "more_specific" if left.exact != right.exact else "compatible"


def derived(one: Quantity, others: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity, str]]:
    """Two quantities of the other side whose arithmetic gives this one, and the arithmetic in words."""
    for first, second in permutations(others, 2):
        for rule in (_change, _part, _rate):
            found = rule(one, first, second)
            if found is not None and within_reach(one, found[0]):
                yield first, second, f"{found[1]}, which agrees with {readable(one)}"


def within_reach(one: Quantity, value: float) -> bool:
    """Whether a quantity can be taken to mean this value."""
    low, high = reach(one)
    return low <= value <= high


def _change(one: Quantity, first: Quantity, second: Quantity) -> tuple[float, str] | None:
    """A change in percent between two values that stand together ("from 86.9 to 52.4")."""
    alike = first.exact and second.exact and first.kind == second.kind and first.kind not in ("age", "times", "time")
    near = max(first.tokens[0], second.tokens[0]) - min(first.tokens[1], second.tokens[1]) <= _TOGETHER
    if one.kind != "share" or not alike or not near or min(first.low, second.low) <= 0 or first.low == second.low:
        return None
    change = second.low / first.low - 1
    return abs(change), f"{readable(first)} to {readable(second)} is {100 * change:+.1f} %"


def _part(one: Quantity, share: Quantity, whole: Quantity) -> tuple[float, str] | None:
    """A share of a whole: half of 60,000."""
    if share.kind != "share" or not share.exact or not whole.exact or whole.kind != one.kind or one.high < 10 or one.per:
        return None
    if one.kind in ("share", "age", "times", "time", "magnitude"):
        return None
    return share.low * whole.low, f"{readable(share)} of {readable(whole)} is {_plain(share.low * whole.low)}"


def _rate(one: Quantity, rate: Quantity, length: Quantity) -> tuple[float, str] | None:
    """A rate over a length of time: $100 a day for 30 days."""
    if rate.per not in PERIODS or one.per or rate.kind != one.kind or length.kind != "time" or not (rate.exact and length.exact):
        return None
    total = rate.low * length.low / PERIODS[rate.per]
    return total, f"{readable(rate)} for {readable(length)} is {_plain(total)}"


def same_rate(left: Quantity, right: Quantity) -> str | None:
    """The arithmetic if two rates over different periods agree: $10,000 a month and $120,000 a year."""
    if left.per == right.per or left.per not in PERIODS or right.per not in PERIODS or not (left.exact and right.exact):
        return None
    if PERIODS[left.per] > PERIODS[right.per]:  # from the shorter period to the longer, whichever side has it
        left, right = right, left
    value = left.low / PERIODS[left.per] * PERIODS[right.per]
    if not within_reach(right, value) and abs(value - right.low) > 0.02 * right.low:
        return None
    return f"{readable(left)} is {_plain(value)} per {right.per}, which agrees with {readable(right)}"
