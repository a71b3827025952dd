"""Words about quantities: units and what they measure, currencies, lengths of time in one word, and hedges ("at least")."""

from __future__ import annotations

from typing import Final, Literal

Hedge = Literal["", "about", "least", "more", "most", "less", "above", "nearly"]
"""How a quantity is hedged: nothing, about so much, at least, more than, at most, less than, slightly more, not quite."""

UNITS: Final[dict[str, tuple[str, float]]] = {
    "second": ("time", 1 / 86_400), "minute": ("time", 1 / 1440), "hour": ("time", 1 / 24), "day": ("time", 1.0),
    "week": ("time", 7.0), "month": ("time", 30.4375), "year": ("time", 365.25), "decade": ("time", 3652.5),
    "mile": ("length", 1609.344), "kilometer": ("length", 1000.0), "kilometre": ("length", 1000.0), "km": ("length", 1000.0),
    "meter": ("length", 1.0), "metre": ("length", 1.0), "m": ("length", 1.0), "foot": ("length", 0.3048),
    "ft": ("length", 0.3048), "feet": ("length", 0.3048), "yard": ("length", 0.9144), "inch": ("length", 0.0254),
    "centimeter": ("length", 0.01), "centimetre": ("length", 0.01), "cm": ("length", 0.01), "acre": ("area", 0.404686),
    "hectare": ("area", 1.0), "kg": ("mass", 1.0), "kilogram": ("mass", 1.0), "kilo": ("mass", 1.0), "tonne": ("mass", 1000.0),
    "ton": ("mass", 1000.0), "mph": ("speed", 1.609344), "kph": ("speed", 1.0), "degree": ("degree", 1.0),
    "gallon": ("volume", 3.785), "litre": ("volume", 1.0), "liter": ("volume", 1.0), "barrel": ("barrel", 1.0),
    "percent": ("share", 0.01), "%": ("share", 0.01), "pc": ("share", 0.01), "point": ("point", 1.0), "dollar": ("$", 1.0),
    "euro": ("€", 1.0), "pound": ("£", 1.0), "yen": ("¥", 1.0), "cent": ("$", 0.01), "magnitude": ("magnitude", 1.0),
    "time": ("times", 1.0), "occasion": ("times", 1.0),
}  # fmt: skip
"""Unit -> what it measures, and its size in the base unit."""
PERIODS: Final = {name: size for name, (kind, size) in UNITS.items() if kind == "time"}
"""Units of time -> days."""
CURRENCIES: Final = {"$": "$", "us$": "$", "£": "£", "€": "€", "¥": "¥", "a$": "A$", "c$": "C$", "hk$": "HK$", "nz$": "NZ$"}
"""Signs before an amount -> the currency."""
DURATION_WORDS: Final = {
    "hourslong": (0.08, 1.0), "daylong": (0.3, 1.0), "dayslong": (2.0, 13.0), "weeklong": (6.0, 8.0), "weekslong": (14.0, 60.0),
    "monthlong": (27.0, 35.0), "monthslong": (60.0, 400.0), "yearlong": (330.0, 400.0), "yearslong": (730.0, 7300.0),
    "decadeslong": (7300.0, 36_500.0),
}  # fmt: skip
"""Words for a length of time -> the least and the greatest number of days."""
_HEDGE_WORDS: Final[dict[Hedge, str]] = {
    "least": "at least, no fewer than, no less than, upwards of, a minimum of",
    "more": "more than, greater than, over, in excess of",
    "most": "up to, as many as, as much as, at most, no more than, a maximum of",
    "less": "fewer than, less than, under",
    "above": "just over, little more than, slightly more than, little over, slightly over",
    "nearly": "just under, slightly under, nearly, almost, just shy of",
    "about": "about, around, roughly, approximately, some, an estimated, estimated, close to",
}
HEDGES_BEFORE: Final[dict[str, Hedge]] = {
    phrase: hedge for hedge, phrases in _HEDGE_WORDS.items() for phrase in phrases.split(", ")
}
"""Words before a number -> its hedge."""
HEDGES_AFTER: Final[dict[str, Hedge]] = {
    "or more": "least",
    "plus": "least",
    "or so": "about",
    "or less": "most",
    "or fewer": "most",
}
"""Words after a number -> its hedge."""
CURRENCY_SIGNS: Final = "".join(sign for sign in CURRENCIES if len(sign) == 1)
RATE_BASES: Final = frozenset("second minute hour day night week month year person head share".split())
"""What a rate is counted by."""
DASHES: Final = frozenset("-‐‑–—")
