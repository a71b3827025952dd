"""Names of agencies and outlets, and the outlet in a copyright line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

AGENCIES: Final = {
    name.lower(): short
    for short, names in {
        "Reuters": "Reuters|Thomson Reuters",
        "AP": "AP|Associated Press|The Associated Press",
        "AFP": "AFP|Agence France-Presse|Agence France Presse",
        "dpa": "dpa|dpa-AFX|Deutsche Presse-Agentur",
        "PA": "PA|PA Media|Press Association",
        "UPI": "UPI|United Press International",
        "Bloomberg": "Bloomberg|Bloomberg News",
        "Xinhua": "Xinhua|Xinhua News Agency",
        "TASS": "TASS",
        "EFE": "EFE|Agencia EFE",
        "ANSA": "ANSA",
        "Kyodo": "Kyodo|Kyodo News",
        "Yonhap": "Yonhap|Yonhap News Agency",
        "PTI": "PTI|Press Trust of India",
        "ANI": "ANI",
        "IANS": "IANS",
        "Anadolu": "AA|Anadolu|Anadolu Agency",
        "CP": "CP|The Canadian Press|Canadian Press",
        "AAP": "AAP|Australian Associated Press",
        "Interfax": "Interfax",
        "RIA": "RIA|RIA Novosti",
        "Europa Press": "Europa Press",
        "APA": "APA",
        "NTB": "NTB",
        "TT": "TT",
        "Ritzau": "Ritzau",
        "Lusa": "Lusa",
        "CNS": "CNS",
        "Notimex": "Notimex",
        "Télam": "Télam|Telam",
        "Belga": "Belga",
        "ANP": "ANP",
        "KUNA": "KUNA",
        "SPA": "SPA",
    }.items()
    for name in names.split("|")
}
"""Names in folded case -> the short name shown."""

SIGN: Final = r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)"
HOLDER_AFTER: Final = re.compile(
    rf"{SIGN}(?:\s|,|{SIGN}|(?:19|20)\d{{2}}(?:\s?[-–]\s?(?:(?:19|20)\d{{2}}|\d{{2}}))?){{0,12}}(?:by\s"
    rf"|The (?=Associated))?(?P<name>[^|.©,]{{2,60}})"
)
HOLDER_BEFORE: Final = re.compile(r"(?:\A|[|.])(?P<name>[^|©.]{2,60}?)\s*(?:©|\([cC]\))")
YEARS: Final = re.compile(r"\s*\b(?:19|20)\d{2}\b.*\Z")
PLAIN_HOLDER: Final = re.compile(r"(?:copyright|all rights|distributed|designed|powered|site by|theme)\b.*", re.IGNORECASE)
COMPANY: Final = re.compile(
    r",?\s+(?:All rights reserved.*|Ltd|Limited|LLC|Inc|GmbH|S\.A|plc|and contributors|Media Group.*)\W*\Z", re.IGNORECASE
)
INITIALS: Final = frozenset(
    "BBC CNN ABC NBC CBS NPR PBS AFP AP UPI ITV RTE RTÉ CBC ESPN MSNBC DW EFE ANSA TASS USA UK US TV FM KTLA NDTV".split()
)


ALONE: Final = re.compile(r"\W*[Ww]ith (?:additional )?reporting (?:by|from) (?:the )?(?P<name>[A-Z][\w-]+)\W*")


def agency_in(lines: Sequence[str]) -> str | None:
    """An agency named as the writer, as the employer in a credit line, or as the holder of the copyright."""
    for text in lines:
        for name, short in AGENCIES.items():
            flags = re.IGNORECASE if len(name) > 3 else re.NOFLAG
            spelled = name if len(name) > 3 else f"(?:{re.escape(name.upper())}|{re.escape(short)})"
            if re.search(rf"(?<!\w){spelled}(?!\w)", text, flags):
                return short
        alone = ALONE.fullmatch(text)
        if alone:
            return alone["name"]
    return None


def holder_of(line: str) -> str | None:
    """The name beside a copyright sign. An agency's name is not an outlet's."""
    if len(line) > 600:
        return None
    for found in (*HOLDER_AFTER.finditer(line), *HOLDER_BEFORE.finditer(line)):
        name = YEARS.sub("", COMPANY.sub("", found["name"].strip(" -–—|,.:;"))).strip(" -–—|,.:;")
        named = name[:1].isupper() and len(name.split()) <= 5 and not PLAIN_HOLDER.match(name) and name.lower() not in AGENCIES
        if named:
            return tidy_name(name)
    return None


def tidy_name(name: str) -> str:
    """A name in capitals as it is spoken: COSMO NEWS -> Cosmo News; initials stay."""
    if not name.isupper() or (" " not in name and len(name) <= 5):
        return name.strip()
    return " ".join(word if word in INITIALS else word.capitalize() for word in name.split())
