"""What the passages of an article add to the label of a fact: the figures, dates, names and quotations that it does not give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..details import Details
from ..details.dates import Date
from ..details.names import Name, name_words, same_name
from ..details.quotes import Quote
from ..language import tokenize
from ..language.quantities import Quantity
from ..language.quotation_marks import PAIRED_MARKS
from ..settings.coverage import NAME_STEM_LETTERS
from ..story import Article, Fact, Mention, Span

_YEAR: Final = re.compile(r"(?:\d{4}|-)(?=-\d\d)")
"""The year of a date in ISO 8601, or what stands for it."""
Read = Quantity | Date | Name | Quote
"""What is read of a detail."""


@dataclass(frozen=True, slots=True)
class _MentionedDetail:
    """A detail inside a mention: its span in the article's text, its words there, their forms, and what was read of it."""

    span: Span
    text: str
    forms: tuple[str, ...]
    read: Read


def with_added_details(fact: Fact, articles: Mapping[str, Article], details: Mapping[str, Details]) -> Fact:
    """Return a fact whose presence says what each article adds to the label; see `added_details`."""
    added = added_details(fact, articles, details)
    return replace(fact, presence={key: replace(state, adds=added.get(key, ())) for key, state in fact.presence.items()})


def added_details(fact: Fact, articles: Mapping[str, Article], details: Mapping[str, Details]) -> dict[str, tuple[str, ...]]:
    """Return what the mentions of a fact state and its label does not: figures, dates, names and quotations, verbatim.

    A detail is in the label if its words stand there, whatever their case and accents; a figure or a date also if the label gives
    the same value in other words, a name also if the label has a fuller or a shorter form of it.

    Args:
        fact: The fact.
        articles: The articles, by key.
        details: What was read off each article, by key; an article without is not looked at.

    Returns:
        For each article that adds something its details in reading order, each once.
    """
    keys = [key for key in fact.presence if key in details]
    found = {
        key: [item for mention in fact.mentions_in(key) for item in _within(mention, articles[key], details[key])] for key in keys
    }
    label = _forms(fact.label)
    in_label = [item for items in found.values() for item in items if _stands_in(item.forms, label)]
    added = {}
    for key, items in found.items():
        kept: list[_MentionedDetail] = []
        for item in sorted(items, key=lambda item: (item.span[0], -item.span[1])):
            known = _is_named(item, label) or any(_is_same(item, other) for other in (*in_label, *kept))
            if not known and not any(start <= item.span[0] and item.span[1] <= end for start, end in (k.span for k in kept)):
                kept.append(item)
        if kept:
            added[key] = tuple(item.text for item in kept)
    return added


def _within(mention: Mention, article: Article, details: Details) -> Iterator[_MentionedDetail]:
    """Yield the details that lie in the spans of a mention; of a quotation what lies in them."""
    offset = article.sentences[mention.sentence].start
    for table in details.tables:
        for read in table[mention.sentence]:
            if not isinstance(read, Quantity | Date | Name | Quote) or (isinstance(read, Quantity) and not read.precision):
                continue  # no detail to show, or a loose word such as "several"
            start, end = (offset + place for place in read.span)
            for first, last in mention.spans:
                if isinstance(read, Quote):
                    start, end = max(start, first), min(end, last)
                if first <= start < end <= last:
                    yield _mentioned_detail(read, article.text, (start, end))
                    break


def _mentioned_detail(read: Read, text: str, span: Span) -> _MentionedDetail:
    """Return a detail as it is quoted: what is counted stands behind its number, a quotation in its marks."""
    forms = _forms(text[slice(*span)])
    start, end = span
    if isinstance(read, Quote) and start and end < len(text) and {text[start - 1], text[end]} <= {*PAIRED_MARKS}:
        start, end = start - 1, end + 1
    if isinstance(read, Quantity) and not read.kind and read.unit:
        behind = text[end:]
        blank = len(behind) - len(behind.lstrip())
        if behind.lower().startswith(read.unit, blank):
            end += blank + len(read.unit)
    return _MentionedDetail((start, end), text[start:end], forms, read)


def _forms(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in tokenize(text))


def _stands_in(forms: Sequence[str], label: Sequence[str]) -> bool:
    """Whether words stand in the label, one after the other."""
    size = len(forms)
    return any(tuple(label[at : at + size]) == tuple(forms) for at in range(len(label) - size + 1))


def _is_named(item: _MentionedDetail, label: Sequence[str]) -> bool:
    """Whether the label has the words of a detail; those of a name in any order, or words made of them ("Oslo", "Osloer").

    Of a person the last word is enough, also where it begins the label and so was not read as a name there.
    """
    if not isinstance(item.read, Name):
        return _stands_in(item.forms, label)
    if item.read.kind == "person" and name_words(item.read.text)[-1] in label:
        return True
    stems = tuple(form for form in item.forms if len(form) >= NAME_STEM_LETTERS)
    return all(any(word == form or (form in stems and word.startswith(form)) for word in label) for form in item.forms)


def _is_same(one: _MentionedDetail, other: _MentionedDetail) -> bool:
    """Whether two details give one value: the same number or date, two forms of one name, the same words."""
    if one.forms == other.forms:
        return True
    match one.read, other.read:
        case Quantity(), Quantity():
            return _value(one.read) == _value(other.read)
        case Date(), Date():
            return _is_same_date(one.read, other.read)
        case Name(), Name():
            return same_name(one.read.text, other.read.text)
    return False


def _is_same_date(one: Date, other: Date) -> bool:
    """Whether two dates are one, as far as both give the year; the hour counts too."""
    if not one.value or not other.value or one.date_value.hours != other.date_value.hours:
        return False
    if one.date_value.year_known and other.date_value.year_known:
        return one.value == other.value
    return _YEAR.sub("", one.value) == _YEAR.sub("", other.value)


def _value(quantity: Quantity) -> tuple[object, ...]:
    """What a figure says, without its hedge and what it counts."""
    return quantity.kind, quantity.low, quantity.high, quantity.per
