"""Months and weekdays: whole from the Unicode CLDR (babel), not from the machine's locale; short as newsrooms write them."""

from __future__ import annotations

import re
from typing import Final

from babel import Locale


def _months(locale: str) -> tuple[str, ...]:
    names = Locale.parse(locale).months["format"]["wide"]
    return tuple(names[number] for number in range(1, 13))


def _weekdays(locale: str) -> tuple[str, ...]:
    names = Locale.parse(locale).days["format"]["wide"]
    return tuple(names[number] for number in range(7))


MONTHS: Final = _months("en")
"""In English, in order."""
WEEKDAYS: Final = _weekdays("en")
"""In English, from Monday."""
GERMAN_MONTHS: Final = frozenset((*_months("de"), *_months("de_AT")))
"""With the Austrian January."""

LEAP_YEAR: Final = 2000
"""Stands for the year of a date without one, since 29 February may be meant."""
YEARLESS: Final = re.compile(r"--(\d{2})-?(\d{2})")
"""An ISO 8601 date without its year: month and day."""

STYLED_MONTHS: Final = tuple("Jan Feb Aug Sept Oct Nov Dec".split())
"""The months that Associated Press style shortens, as it shortens them."""
SHORT_MONTHS: Final = (*STYLED_MONTHS, *"Mar Apr Jun Jul Sep".split())
SHORT_WEEKDAYS: Final = tuple("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
SPANISH_SHORT_MONTHS: Final = tuple("Ene Abr Ago Dic".split())
"""Those that are not written as in English."""
FRENCH_SHORT_MONTHS: Final = tuple("Janv Févr Avr Juil Déc".split())

MONTH_NUMBERS: Final = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | {
    short.lower(): number for short in SHORT_MONTHS for number, name in enumerate(MONTHS, start=1) if name.startswith(short[:3])
}
"""English names of months, whole and short, in small letters -> 1 to 12."""
MONTH_STEMS: Final = frozenset(name[:3].lower() for name in MONTHS)
"""The first three letters, by which a month is known however it is written."""
WEEKDAY_STEMS: Final = frozenset(name[:3].lower() for name in WEEKDAYS)
LOWER_WEEKDAYS: Final = frozenset(map(str.lower, WEEKDAYS))
CERTAIN_MONTHS: Final = frozenset(map(str.lower, (*MONTHS, *STYLED_MONTHS))) - {"may"}
"""English names of months that are hardly anything else, in small letters: "may" and "mar" are."""
LOWER_NAMES: Final = frozenset(map(str.lower, MONTHS)) | LOWER_WEEKDAYS
"""English names of months and weekdays in small letters."""
PAGE_NAMES: Final = LOWER_NAMES | frozenset(
    name.lower()
    for name in (
        *SHORT_MONTHS,
        *SHORT_WEEKDAYS,
        *(name for code in ("es", "fr", "de") for name in _months(code) + _weekdays(code)),
    )
)
"""Names of months and weekdays on pages in English (also the short ones), Spanish, French and German, in small letters."""
