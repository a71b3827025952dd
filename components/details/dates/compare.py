"""Dates of what happens: found in sentences, hung on the event that they date, and compared where two articles date one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from ...language.dateline import dateline_end
from ...language.lexicon.reporting_verbs import DATED_SPEECH_VERBS
from ...language.parsed_article import ParsedArticle
from ...language.syntax.arguments import agents
from ...story import Difference, Span, Verdict
from ..sentence_pair import SentencePair
from .events import events_of, is_future, reported_events
from .extract import Expression, date_expressions
from .match_events import same_event, same_limit
from .relation import compare_dates_as_said, compare_days
from .resolve import LEAP, DateAnchor, DateValue, in_words, iso_value, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_YEARLESS: Final = re.compile(r"--(\d\d)-?(\d\d)")
UNTOLD: Final = " The text does not tell which days these are."
MOST: Final = 20
"""Dates of one sentence looked at."""
AT: Final = ("", "since", "after")
"""Relations in which an event lies no earlier than its date."""
LIMITS: Final = ("until", "by")
"""Relations in which a date is the end of something: few sentences give two such."""
YEARS: Final = range(1000, 9000)
"""In which days can be counted without leaving the calendar."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a sentence, and what it dates, in numbers of tokens, nearest first.

    `relation`: at that time (""), or since, by, until, before, after it. `told`: verbs for what had happened when it was told on
    that date. `counted`: whether the day was counted from another; from `spoken`, a date in that sentence, in words quoted.
    """

    span: Span
    text: str
    relation: str
    value_read: DateValue
    events: tuple[int, ...]
    told: tuple[int, ...]
    counted: bool
    spoken: str | None

    @property
    def value(self) -> str | None:
        """What was read, as people and files can take it: 2018-04-06, 2018, Friday; None if nothing was."""
        return iso_value(self.value_read)


def find_dates(parsed: ParsedArticle) -> tuple[tuple[Date, ...], ...]:
    """The dates of each sentence, resolved against the day of publication, or of speaking within quotation marks."""
    anchor = _published(parsed)
    return tuple(tuple(_dates(parsed, n, anchor)) for n in range(len(parsed.docs)))


def _published(parsed: ParsedArticle) -> DateAnchor:
    """The day an article's own "today" stands for."""
    given = parsed.article.published or parsed.article.masthead.date or ""
    yearless = _YEARLESS.fullmatch(given)
    try:
        day = date(LEAP, int(yearless[1]), int(yearless[2])) if yearless else date.fromisoformat(given[:10])
    except ValueError:
        return DateAnchor()
    return DateAnchor(day.toordinal(), not yearless) if day.year in YEARS else DateAnchor()


def _dates(parsed: ParsedArticle, sentence: int, published: DateAnchor) -> Iterator[Date]:
    doc = parsed.docs[sentence]
    found = _expressions(doc)
    chains = [events_of(doc, one.span) for one in found]
    for n, (one, chain) in enumerate(zip(found, chains, strict=True)):
        anchor, spoken = published, None
        if one.counted and parsed.in_quotes(sentence, one.span):
            anchor, spoken = _speaking(parsed, sentence, published)
        others = [(found[m], chains[m]) for m in range(len(found)) if m != n and not found[m].relation]
        own = [event for event in chain if not any(_nearer(event, other, hung, one) for other, hung in others)]
        told = [] if one.relation else reported_events(own)
        events, verbs = (tuple(token.i for token in tokens) for tokens in (own, told))
        when = resolve(one, anchor, True if one.relation == "until" and is_future(chain) is None else is_future(chain))
        yield Date(one.span, doc.text[slice(*one.span)], one.relation, when, events, verbs, one.counted, spoken)


def _expressions(doc: Doc) -> list[Expression]:
    """The dates in a sentence, without that of a dateline, which says when the story was filed."""
    start = dateline_end(doc.text)
    found = (one for one in date_expressions(doc.text) if one.span[1] > start)
    return list(islice(found, MOST))


def _nearer(event: Token, other: Expression, hung: Sequence[Token], one: Expression) -> bool:
    """Whether another date stands nearer to an event that both seem to date: a verb has one date; others hang on it in error."""
    if event not in hung:
        return False
    return abs(other.span[0] - event.idx) < abs(one.span[0] - event.idx)


def _speaking(parsed: ParsedArticle, sentence: int, published: DateAnchor) -> tuple[DateAnchor, str | None]:
    """When words in quotation marks were spoken: the date of the verb of saying in this sentence, or in that before."""
    here = _said(parsed, sentence)
    dated = [one for _, one in here if one is not None]
    if not dated and sentence:
        before = [(verb, one) for verb, one in _said(parsed, sentence - 1) if one is not None]
        speakers = {token.lower_ for verb, _ in before for token in agents(verb)}
        if all(token.pos_ == "PRON" or token.lower_ in speakers for verb, _ in here for token in agents(verb)):
            dated = [one for _, one in before]
    if not dated:
        return DateAnchor(), None
    one = dated[0]
    when = resolve(one, published, False)
    known = next(iter(when.weekdays)) if when.weekdays and len(when.weekdays) == 1 else None
    day = when.days[0] if when.days and when.days[0] == when.days[1] else None
    return DateAnchor(day, when.year, known), one.matches[0].string[slice(*one.span)]


def _said(parsed: ParsedArticle, sentence: int) -> list[tuple[Token, Expression | None]]:
    """The verbs of saying of a sentence that stand outside quotation marks, with their dates."""
    doc = parsed.docs[sentence]
    dates = [one for one in _expressions(doc) if not parsed.in_quotes(sentence, one.span)]
    hung = [(events_of(doc, one.span), one) for one in dates]
    verbs = [token for token in doc if token.lemma_ in DATED_SPEECH_VERBS and token.pos_ == "VERB"]
    return [
        (verb, next((one for events, one in hung if verb in events), None))
        for verb in verbs
        if not parsed.in_quotes(sentence, (verb.idx, verb.idx + len(verb)))
    ]


def compare_dates(pair: SentencePair, lefts: Sequence[Date], rights: Sequence[Date]) -> Iterator[Difference]:
    """What two articles say of when one event was: only dates that hang on words for the same event are compared."""
    for left, right in product(lefts, rights):
        limits = all([one.relation for one in side].count(left.relation) == 1 for side in (lefts, rights))
        found = _verdict(pair, left, right, alone=limits) if left.text.lower() != right.text.lower() else None
        if found and not (found[0] == "differs" and _both_given(left, right, lefts, rights)):
            details = pair.left.detail(pair.i, left.span, left.value), pair.right.detail(pair.j, right.span, right.value)
            yield Difference("date", "", *details, *found)


def _both_given(left: Date, right: Date, lefts: Sequence[Date], rights: Sequence[Date]) -> bool:
    """Whether one sentence gives the days of both dates: which of them belongs to what is then the parser's guess."""
    own = [one.value_read for one in lefts if one is not left and one.text != left.spoken]
    others = [one.value_read for one in rights if one is not right and one.text != right.spoken]
    met = [compare_days(one, right.value_read) for one in own] + [compare_days(left.value_read, one) for one in others]
    return "same" in met


def _verdict(pair: SentencePair, left: Date, right: Date, *, alone: bool) -> tuple[Verdict, str] | None:
    """How the dates of one event stand to each other, and why; None if they are of two events, or say the same."""
    if left.relation == right.relation:
        verdict = compare_dates_as_said(left.value_read, right.value_read)
        limit = alone and left.relation in LIMITS and same_limit(pair, left.events, right.events)
        if verdict and (limit or _one_event(pair, left.events, right.events)):
            return verdict, _why(left, right) + (UNTOLD if verdict == "unresolved" else "")
    for told, said, mirrored in ((left, right, False), (right, left, True)):
        if not told.told or said.relation not in AT or not _later(told.value_read, said.value_read):
            continue
        verbs, events = (said.events, told.told) if mirrored else (told.told, said.events)
        if _one_event(pair, verbs, events):
            return "differs", f"it had been told of by “{told.text}”; {_says(said)}, which is later."
    return None


def _one_event(pair: SentencePair, lefts: Sequence[int], rights: Sequence[int]) -> bool:
    docs = pair.docs
    return any(same_event(pair, docs[0][i], docs[1][j]) for i in lefts for j in rights)


def _later(told: DateValue, when: DateValue) -> bool:
    """Whether the days of a date lie wholly after those on which the event was already told of."""
    return bool(told.days and when.days and told.year and when.year and told.days[1] < when.days[0])


def _why(left: Date, right: Date) -> str:
    if not _counts(left) and not _counts(right):
        return f"one says {_says(left)}, the other {_says(right)}."
    if _counts(left) and _counts(right):
        return f"{_says(left)}; {_says(right)}."
    said, other = (left, right) if _counts(left) else (right, left)
    return f"{_says(said)}; the other says {_says(other)}."


def _counts(said: Date) -> bool:
    return said.counted and in_words(said.value_read) is not None


def _says(said: Date) -> str:
    """What one side says, and how it was worked out: "“Yesterday”, in words spoken on Friday, is Thursday"."""
    quoted = f"{said.relation} “{said.text}”".strip()
    if not _counts(said):
        return quoted
    since = f"in words spoken on {said.spoken}" if said.spoken else "counted from the date of the article"
    return f"{quoted}, {since}, is {in_words(said.value_read)}"
