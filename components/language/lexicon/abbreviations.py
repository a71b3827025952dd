"""Short forms whose full stop need not end a sentence, by what may follow them."""

from __future__ import annotations

from typing import Final

from . import words
from .calendar import FRENCH_SHORT_MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, SPANISH_SHORT_MONTHS
from .places import STREETS, STYLED_PROVINCES, STYLED_STATES

BEFORE_NUMBER: Final = words(
    """no nos nr núm num n° nº n p pp pg fig figs art arts sec ch chap vol vols eq par para ziff c ca ver lot rm apt op"""
)
"""Followed by a digit: they do not end a sentence there."""
_MONTHS: Final = frozenset((*SHORT_MONTHS, *SPANISH_SHORT_MONTHS, *FRENCH_SHORT_MONTHS))
COMPANIES: Final = words("Inc Corp Co Cos Ltd Plc")
CAPITALISED: Final = (
    _MONTHS
    | frozenset(SHORT_WEEKDAYS)
    | STYLED_STATES
    | STYLED_PROVINCES
    | STREETS
    | COMPANIES
    | words("""Dept Univ Assn Assoc Bros Jr Sr Esq Gov't Nat'l Int'l Cía Env Prov Depto Abs Bd Inh Nr""")
)
"""Months, days, states, streets, company forms, bodies: they end a sentence only before a word that begins one."""
COMMON: Final = frozenset(map(str.lower, _MONTHS | COMPANIES)) - {"ago", "sep"} | words(
    """llc etc al approx est min max misc pct tel ext oz lb lbs km cm mm hr hrs mins yr yrs mph sq dept incl excl repr bzw usw ggf
        inkl evtl vgl sog mio mrd geb gest uds vds cía pág págs tél"""
)
"""The same, for words that are written small as well; "ago" and "sep" without a capital are no months."""
NEVER: Final = words("vs v e.g i.e eg ie viz cf aka a.k.a z.b d.h u.a o.ä i.d.r p.ej c-à-d")
"""They need what follows them."""
