"""Dates and times in an English text, found by one pattern and by what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...language.lexicon.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from ...language.numbers import ONE_TO_TEN
from ...settings.dates_and_numbers import DATE_CONTEXT_CHARACTERS
from ...story import Span

_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
_PART = "(?:morning|afternoon|evening|night)"
_YEAR = r"(?:19|20)\d\d(?![\w%]|[.,]\d|[-–/]\w|['’]?s\b)"
_COUNT = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in ("a", *ONE_TO_TEN))
_LEAD = "[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Dd]uring|[Ll]ast|[Tt]his|[Nn]ext|[Ff]rom|[Ff]or|[Bb]efore|[Aa]fter|[Oo]f"
_EXPRESSION: Final = re.compile(
    rf"""(?<![\w$£€/.-])(?:
      (?P<month>{_MONTH})\ (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)(?:,?\ (?P<year>{_YEAR}))?
    | (?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\ (?P<month2>{_MONTH})(?!\w)(?:,?\ (?P<year2>{_YEAR}))?
    | (?P<month3>{_MONTH}),?\ (?:of\ )?(?P<year3>{_YEAR})
    | (?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\ (?:past\ )?)?(?P<weekday>{_WEEKDAY})\b(?!\ (?:Times|Mail|Night|(?:of|in)\ {_MONTH}))
      (?:\ (?P<part>{_PART})\b)?
    | (?P<deictic>[Yy]esterday|[Tt]oday|[Tt]omorrow)\b(?!['’]s)(?:\ (?P<part2>{_PART})\b)?
    | (?P<near>[Tt]onight|[Ll]ast\ night|[Tt]his\ (?P<part3>morning|afternoon|evening))\b
    | (?:(?P<side>[Ee]arlier|[Ll]ater)\ )?(?P<which2>[Tt]his|[Ll]ast|[Nn]ext)\ (?:past\ )?
      (?P<unit>weekend|week|month|year)\b(?!['’]s)
    | (?<=[Oo]ver\ )(?P<weekend>the\ weekend)\b
    | (?P<count>{_COUNT}|\d\d?)
      \ (?P<unit2>day|week|month|year)s?\ ago\b
    | (?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\ ?(?P<half>[ap])(?:\.m\b\.?|m\b)
      (?:\ (?P<zone>[ECMP][SD]?T|GMT|UTC|Eastern|Central|Mountain|Pacific|local)\b)?
    | (?P<noon>noon)\b
    | (?<=[Ii]n\ )(?P<part4>the\ {_PART})\b
    | (?P<stretch>(?i:(?:the\ )?(?:very\ )?(?:beginning|start|middle|end)\ of|early(?:\ in)?|late(?:\ in)?|mid))[ -]
      (?P<month5>{_MONTH})(?:,?\ (?P<year5>{_YEAR}))?(?!\w|\.?\ ?\d|\ [A-Z])
    | (?P<lead>{_LEAD})[ -](?P<month4>{_MONTH})(?!\w|\.?\ ?\d|\ [A-Z])
    | (?P<year4>{_YEAR})
    )""",
    re.VERBOSE,
)
_BEFORE_YEAR: Final = re.compile(
    r"\b(?:in|since|by|until|during|from|to|before|after|through|of|and|between|early|late|mid)[ -](?:(?:early|late|mid)[ -])?$",
    re.I,
)
_BETWEEN_PARTS: Final = re.compile(r",? ?(?:(?:at|on|around|about) )*")
_RELATION: Final = re.compile(
    r"\b(since|from|by|until|till|through|back to|to|before|after|between)"
    r"(?: (?:the|early|late|mid|around|about|at|in))?[ -]?(?:early|late|mid)?[ -]?$",
    re.I,
)
_RELATION_SYNONYMS: Final = {
    "from": "since",
    "back to": "since",
    "between": "since",
    "till": "until",
    "through": "until",
    "to": "until",
}
_NAME_BEFORE: Final = re.compile(
    r"\b(?:Black|Super|Good|Easter|Palm|Cyber|Bloody|Ash|Holy|Fat|Shrove|Big|News|[Ee]very|[Ee]ach|[Mm]ost) $"
)
_KINDS: Final = {
    **dict.fromkeys(("month", "month2"), "date"), **dict.fromkeys(("month3", "month4", "month5"), "month"), "weekday": "weekday",
    **dict.fromkeys(("deictic", "near"), "relative"), **dict.fromkeys(("unit", "weekend"), "unit"), "unit2": "ago",
    **dict.fromkeys(("hour", "noon", "part4"), "hour"), "year4": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that give a date or time. `relation`: "" (at that time), or since, by, until, before, after it."""

    span: Span
    relation: str
    matches: tuple[re.Match[str], ...]

    @property
    def is_relative(self) -> bool:
        """Whether it must be counted from the day of writing or speaking, as "yesterday" must."""
        return any(kind(match) in ("relative", "unit", "ago") for match in self.matches)


def date_expressions(text: str) -> Iterator[DateExpression]:
    """Find the dates and times in a text, in order. An hour and its day, a weekday and its date are one."""
    parts: list[re.Match[str]] = []
    for match in _EXPRESSION.finditer(text):
        if not _is_date(match, text):
            continue
        if parts and _continues(parts, match) and _BETWEEN_PARTS.fullmatch(text, parts[-1].end(), match.start()):
            parts.append(match)
            continue
        if parts:
            yield _join(parts, text)
        parts = [match]
    if parts:
        yield _join(parts, text)


def _is_date(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - DATE_CONTEXT_CHARACTERS) : match.start()]
    if match["year4"]:
        return bool(_BEFORE_YEAR.search(before))
    if match["weekday"]:
        return not _NAME_BEFORE.search(before)
    if match["lead"] and match["month4"] in ("March", "May"):
        return match["lead"].lower() != "of" and not before.endswith("the ")
    return True


def _continues(parts: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    """Tell whether a match may belong to the parts of a date before it: an hour and its day, a weekday and its date."""
    kinds = {kind(part) for part in parts}
    joined = kinds | {kind(match)}
    return kind(match) not in kinds and joined <= {"hour", "weekday", "date", "relative"} and joined != {"relative", "weekday"}


def kind(match: re.Match[str]) -> str:
    """Return what a match gives: date, month, weekday, relative (to today), unit (of time near today), ago, hour or year."""
    return next(_KINDS[name] for name in _KINDS if match[name])


def _join(parts: Sequence[re.Match[str]], text: str) -> DateExpression:
    start = parts[0].start()
    lead = parts[0]["lead"] or ""
    if lead:
        start += len(lead) + 1
    before = text[max(0, parts[0].start() - DATE_CONTEXT_CHARACTERS) : parts[0].start()]
    match = _RELATION.search(before + (lead and f"{lead} "))
    relation = match[1].lower() if match else ""
    return DateExpression((start, parts[-1].end()), _RELATION_SYNONYMS.get(relation, relation), tuple(parts))
