"""Which words of an English text are dates and times, by one pattern and what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...language.lexicon.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS
from ...language.numbers import ONE_TO_TEN
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
_JOINT: Final = re.compile(r",? ?(?:(?:at|on|around|about) )*")
_RELATION: Final = re.compile(
    r"\b(since|from|by|until|till|through|back to|to|before|after|between)"
    r"(?: (?:the|early|late|mid|around|about|at|in))?[ -]?(?:early|late|mid)?[ -]?$",
    re.I,
)
_SAME: Final = {"from": "since", "back to": "since", "between": "since", "till": "until", "through": "until", "to": "until"}
_NAME_BEFORE: Final = re.compile(
    r"\b(?:Black|Super|Good|Easter|Palm|Cyber|Bloody|Ash|Holy|Fat|Shrove|Big|News|[Ee]very|[Ee]ach|[Mm]ost) $"
)
_KINDS: Final = {
    **dict.fromkeys(("month", "month2"), "date"), **dict.fromkeys(("month3", "month4", "month5"), "month"), "weekday": "weekday",
    **dict.fromkeys(("deictic", "near"), "counted"), **dict.fromkeys(("unit", "weekend"), "unit"), "unit2": "ago",
    **dict.fromkeys(("hour", "noon", "part4"), "hour"), "year4": "year",
}  # fmt: skip
_REACH: Final = 40
"""Characters before an expression that may say how it is meant."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that say when. `relation`: at that time (""), or since, by, until, before, after it."""

    span: Span
    relation: str
    matches: tuple[re.Match[str], ...]

    @property
    def counted(self) -> bool:
        """Whether it must be counted from the day of writing or speaking, as "yesterday" must."""
        return any(kind(match) in ("counted", "unit", "ago") for match in self.matches)


def date_expressions(text: str) -> Iterator[Expression]:
    """The dates and times in a text, in order. An hour and its day, a weekday and its date are one."""
    held: list[re.Match[str]] = []
    for match in _EXPRESSION.finditer(text):
        if not _is_date(match, text):
            continue
        if held and _joins(held, match) and _JOINT.fullmatch(text, held[-1].end(), match.start()):
            held.append(match)
            continue
        if held:
            yield _expression(held, text)
        held = [match]
    if held:
        yield _expression(held, text)


def _is_date(match: re.Match[str], text: str) -> bool:
    before = text[max(0, match.start() - _REACH) : match.start()]
    if match["year4"]:
        return bool(_BEFORE_YEAR.search(before))
    if match["weekday"]:
        return not _NAME_BEFORE.search(before)
    if match["lead"] and match["month4"] in ("March", "May"):
        return match["lead"].lower() != "of" and not before.endswith("the ")
    return True


def _joins(held: Sequence[re.Match[str]], match: re.Match[str]) -> bool:
    """Whether a part of a date may belong to those before it: an hour and its day, a weekday and its date."""
    kinds = {kind(one) for one in held}
    own = kind(match)
    return (
        own not in kinds and kinds | {own} <= {"hour", "weekday", "date", "counted"} and kinds | {own} != {"counted", "weekday"}
    )


def kind(match: re.Match[str]) -> str:
    """What an expression gives: date, month, weekday, counted (from today), unit (of time near today), ago, hour or year."""
    return next(_KINDS[name] for name in _KINDS if match[name])


def _expression(held: Sequence[re.Match[str]], text: str) -> Expression:
    start = held[0].start()
    said = held[0]["lead"] or ""
    if said:
        start += len(said) + 1
    leading = _RELATION.search(text[max(0, held[0].start() - _REACH) : held[0].start()] + (said and f"{said} "))
    relation = leading[1].lower() if leading else ""
    return Expression((start, held[-1].end()), _SAME.get(relation, relation), tuple(held))
