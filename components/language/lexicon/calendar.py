"""The names of months in English, the same on every machine: not from the locale, so that the same input gives the same bytes."""

from __future__ import annotations

from typing import Final

MONTHS: Final = tuple("January February March April May June July August September October November December".split())
