"""Names of agencies and outlets, and the outlet in a copyright line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..settings.intake import COPYRIGHT_CHARACTERS, OUTLET_WORDS

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
"""An agency's names, in small letters -> its short name, as shown."""
ABBREVIATION_LETTERS: Final = 3
"""Letters up to which an agency's name is matched as it is written: "pa" and "tt" are words."""


COPYRIGHT_SIGN: Final = r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT)"
HOLDER_AFTER_SIGN: Final = re.compile(
    rf"{COPYRIGHT_SIGN}(?:\s|,|{COPYRIGHT_SIGN}|(?:19|20)\d{{2}}(?:\s?[-–]\s?(?:(?:19|20)\d{{2}}|\d{{2}}))?){{0,12}}(?:by\s"
    rf"|The (?=Associated))?(?P<name>[^|.©,]{{2,60}})"
)
HOLDER_BEFORE_SIGN: Final = re.compile(r"(?:\A|[|.])(?P<name>[^|©.]{2,60}?)\s*(?:©|\([cC]\))")
YEAR_AND_REST: Final = re.compile(r"\s*\b(?:19|20)\d{2}\b.*\Z")
NO_HOLDER: Final = re.compile(r"(?:copyright|all rights|distributed|designed|powered|site by|theme)\b.*", re.IGNORECASE)
COMPANY_FORM: Final = re.compile(
    r",?\s+(?:All rights reserved.*|Ltd|Limited|LLC|Inc|GmbH|S\.A|plc|and contributors|Media Group.*)\W*\Z", re.IGNORECASE
)
INITIALS: Final = frozenset(
    "BBC CNN ABC NBC CBS NPR PBS AFP AP UPI ITV RTE RTÉ CBC ESPN MSNBC DW EFE ANSA TASS USA UK US TV FM KTLA NDTV".split()
)
"""Parts of names that stay in capitals."""
INITIALS_LETTERS: Final = 5
"""Letters up to which a name of one word in capitals is taken for initials."""
NAME_EDGES: Final = " -–—|,.:;"
"""What separates a name from its surroundings."""
REPORTING_FROM: Final = re.compile(r"\W*[Ww]ith (?:additional )?reporting (?:by|from) (?:the )?(?P<name>[A-Z][\w-]+)\W*")


def find_agency(lines: Sequence[str]) -> str | None:
    """Return the first agency named in bylines, credit lines and copyright lines, by its short name; None if there is none.

    "With reporting by X" and nothing else names an agency that the list does not know.
    """
    for line in lines:
        for name, short_name in AGENCIES.items():
            if _names_agency(line, name, short_name):
                return short_name
        match = REPORTING_FROM.fullmatch(line)
        if match:
            return match["name"]
    return None


def _names_agency(line: str, name: str, short_name: str) -> bool:
    """Return whether an agency's name stands in a line; an abbreviation only as it is written."""
    if len(name) > ABBREVIATION_LETTERS:
        return re.search(rf"(?<!\w){name}(?!\w)", line, re.IGNORECASE) is not None
    return re.search(rf"(?<!\w)(?:{re.escape(name.upper())}|{re.escape(short_name)})(?!\w)", line) is not None


def copyright_holder(line: str) -> str | None:
    """Return the name beside a copyright sign, or None. An agency's name is not an outlet's."""
    if len(line) > COPYRIGHT_CHARACTERS:
        return None
    for match in (*HOLDER_AFTER_SIGN.finditer(line), *HOLDER_BEFORE_SIGN.finditer(line)):
        name = YEAR_AND_REST.sub("", COMPANY_FORM.sub("", match["name"].strip(NAME_EDGES))).strip(NAME_EDGES)
        is_name = name[:1].isupper() and len(name.split()) <= OUTLET_WORDS and not NO_HOLDER.match(name)
        if is_name and name.lower() not in AGENCIES:
            return tidy_name(name)
    return None


def tidy_name(name: str) -> str:
    """Return a name in capitals as it is spoken: COSMO NEWS -> Cosmo News; initials stay, and so does any other name."""
    if not name.isupper() or (" " not in name and len(name) <= INITIALS_LETTERS):
        return name.strip()
    return " ".join(word if word in INITIALS else word.capitalize() for word in name.split())
