"""What stands around a story, read from the raw text before furniture goes: dateline, agency, byline, date, outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Removed
from .dates import find_date
from .furniture.headlines import outlet_beside
from .furniture.bylines import byline_of, signature_of
from .furniture.stamps import is_clock
from .furniture.zones import is_paper
from .lines import visible

AGENCIES: Final = {
    name.lower(): short
    for short, names in {
        "Reuters": "Reuters|Thomson Reuters", "AP": "AP|Associated Press|The Associated Press", "AFP": "AFP|Agence France-Presse|Agence France Presse",
        "dpa": "dpa|dpa-AFX|Deutsche Presse-Agentur", "PA": "PA|PA Media|Press Association", "UPI": "UPI|United Press International", "Bloomberg": "Bloomberg|Bloomberg News",
        "Xinhua": "Xinhua|Xinhua News Agency", "TASS": "TASS", "EFE": "EFE|Agencia EFE", "ANSA": "ANSA", "Kyodo": "Kyodo|Kyodo News", "Yonhap": "Yonhap|Yonhap News Agency",
        "PTI": "PTI|Press Trust of India", "ANI": "ANI", "IANS": "IANS", "Anadolu": "AA|Anadolu|Anadolu Agency", "CP": "CP|The Canadian Press|Canadian Press",
        "AAP": "AAP|Australian Associated Press", "Interfax": "Interfax", "RIA": "RIA|RIA Novosti", "Europa Press": "Europa Press", "APA": "APA", "NTB": "NTB", "TT": "TT",
        "Ritzau": "Ritzau", "Lusa": "Lusa", "CNS": "CNS", "Notimex": "Notimex", "Télam": "Télam|Telam", "Belga": "Belga", "ANP": "ANP", "KUNA": "KUNA", "SPA": "SPA",
    }.items()
    for name in names.split("|")
}
"""Names in folded case -> the short name shown."""

PLACE: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]*(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,4}(?:, [A-Z][\w.]{1,14}(?: [A-Z][\w.]{1,12})?)?"
CITY: Final = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-Za-zÀ-ÿ][\w.'’-]*){0,3}(?:, [A-Z][\w.]{1,14})?"
DAY: Final = r"[A-Z][a-zé]{2,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? [A-Za-zé]{3,10}\.?(?: \d{4})?"
DATELINE: Final = re.compile(
    rf"(?:(?P<place>{PLACE}|{CITY}(?=(?:, (?:{DAY}))? ?[(/]))(?:, (?P<date>{DAY}))?|(?P<date2>{DAY}))"
    r"(?:,? ?[(/](?P<agency>[A-Za-zÀ-ÿ][\w .&-]{1,30})[)/])? ?(?P<dash>[-–—]{1,2}|:(?=\s))(?=\s|[A-Z\"“])"
)
COPYRIGHT: Final = re.compile(
    r"(?:\A|(?<=[|.]))(?P<before>[^|©.]{2,60}?)\s*(?:©|\([cC]\))|(?:©|\([cC]\)|[Cc]opyright)(?:\s|©|,|[Cc]opyright|(?:19|20)\d{2}(?:\s?[-–]\s?(?:(?:19|20)\d{2}|\d{2}))?)*(?:by\s)?(?P<after>[^|.©,]{2,60})"
)
YEARS: Final = re.compile(r"\s*\b(?:19|20)\d{2}\b.*\Z")
PLAIN_HOLDER: Final = re.compile(r"\A\W*(?:copyright|all rights reserved|\d{4}.*)\W*\Z", re.IGNORECASE)
COMPANY: Final = re.compile(r",?\s+(?:All rights reserved.*|Ltd|Limited|LLC|Inc|GmbH|S\.A|plc|and contributors|Media Group.*)\W*\Z", re.IGNORECASE)
INITIALS: Final = frozenset("BBC CNN ABC NBC CBS NPR PBS AFP AP UPI ITV RTE RTÉ CBC ESPN MSNBC DW EFE ANSA TASS USA UK US TV FM KTLA NDTV".split())


@dataclass(frozen=True, slots=True)
class Hints:
    """What a file's own form says about the page: an HTML title and metadata, a docx title."""

    headline: str | None = None
    outlet: str | None = None
    byline: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a page says about itself; `date` is ISO 8601, perhaps without the year."""

    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    byline: str | None = None
    date: str | None = None


def read_masthead(lines: Sequence[str], removed: Sequence[Removed], headline: str | None, hints: Hints) -> Found:
    """`lines` are those of the clean text, in order; the form's own hints come before what the words suggest."""
    dateline, agency, filed = _dateline(lines)
    stamps = [visible(part) for stretch in removed if stretch.rule in ("timestamp", "clock list") for part in stretch.text.splitlines() if not is_clock(part)]
    dated = [found for found in (find_date(stamp) for stamp in stamps) if found]
    bylines = [visible(line) for stretch in removed if stretch.rule == "byline" for line in stretch.text.splitlines()]
    names = [name for name in (byline_of(line) for line in bylines) if name] + [name for name in map(signature_of, bylines) if name]
    byline = next((name for name in names if name.lower() not in AGENCIES), None) or next(iter(names), None)
    agency = agency or _agency_of(bylines, removed)
    return Found(
        outlet=hints.outlet or _outlet(removed, headline),
        agency=agency,
        dateline=dateline,
        byline=hints.byline or byline,
        date=hints.date or _fullest(filed, dated),
    )


def _dateline(lines: Sequence[str]) -> tuple[str | None, str | None, str | None]:
    """Place, agency and date of the first dateline among the first lines."""
    for line in lines[:6]:
        found = DATELINE.match(line[:160])
        if not found or (found["dash"] == ":" and not found["agency"]):
            continue
        agency = found["agency"]
        day = found["date"] or found["date2"]
        if not agency and not (found["place"] and found["place"].isupper()):
            continue
        known = AGENCIES.get(agency.lower(), agency) if agency else None
        return found["place"], known, find_date(day) if day else None
    return None, None, None


def _fullest(filed: str | None, stamps: Sequence[str]) -> str | None:
    """The dateline's date, with the year if a timestamp gives the same day; else the first timestamp."""
    if filed is None:
        return stamps[0] if stamps else None
    return next((stamp for stamp in stamps if filed.startswith("--") and stamp.endswith(filed[1:])), filed)


def _agency_of(bylines: Sequence[str], removed: Sequence[Removed]) -> str | None:
    """An agency named as the writer, as the employer in a credit line, or as the holder of the copyright."""
    for text in [*bylines, *(visible(r.text) for r in removed if r.rule in ("credit line", "copyright"))]:
        for name, short in AGENCIES.items():
            spelled = rf"(?<!\w){re.escape(name)}(?!\w)"
            if len(name) > 3 and re.search(spelled, text, re.IGNORECASE):
                return short
            if len(name) <= 3 and re.search(rf"(?<!\w)(?:{re.escape(name.upper())}|{re.escape(short)})(?!\w)", text):
                return short
    return None


def _outlet(removed: Sequence[Removed], headline: str | None) -> str | None:
    """The outlet, from the copyright line or template footer, or from "Headline | Outlet"."""
    for stretch in removed:
        if stretch.rule in ("copyright", "template footer", "outside the article", "running header"):
            for line in stretch.text.splitlines():
                holder = _holder(visible(line))
                if holder:
                    return holder
    for stretch in removed:
        if stretch.rule == "doubled headline":
            beside = next((outlet_beside(visible(line)) for line in stretch.text.splitlines() if outlet_beside(visible(line))), None)
            if beside:
                return tidy_name(beside)
    logo = next((visible(r.text) for r in removed if r.rule in ("section name", "outlet name") and is_paper(visible(r.text))), None)
    return tidy_name(logo) if logo else tidy_name(outlet_beside(headline) or "") or None


def _holder(line: str) -> str | None:
    """The name beside a copyright sign. An agency's name is not an outlet's."""
    if len(line) > 600:
        return None
    for found in COPYRIGHT.finditer(line):
        name = COMPANY.sub("", (found["before"] or found["after"] or "").strip(" -–—|,.:;"))
        name = YEARS.sub("", name)
        name = re.sub(r"\A(?:copyright|by|the (?=associated))\W*", "", name, flags=re.IGNORECASE)
        named = 0 < len(name.split()) <= 5 and any(word[0].isupper() for word in name.split()) and not PLAIN_HOLDER.match(name)
        if named and name.lower() not in AGENCIES:
            return tidy_name(name)
    return None


def tidy_name(name: str) -> str:
    """A name in capitals as it is spoken: COSMO NEWS -> Cosmo News; initials stay."""
    if not name.isupper() or (" " not in name and len(name) <= 5):
        return name.strip()
    return " ".join(word if word in INITIALS else word.capitalize() for word in name.split())
