"""Dates of events: found in sentences, attached to the event that they date, compared where two articles date one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from ...language.dateline import dateline_end
from ...language.lexicon.calendar import LEAP_YEAR, YEARLESS
from ...language.parsed_article import ParsedArticle
from ...language.syntax.arguments import agents
from ...settings.dates_and_numbers import MAX_DATES
from ...story import Difference, Span, Verdict
from ..sentence_pair import SentencePair
from .events import events_of, is_dated_speech_verb, is_future, reported_events
from .extract import DateExpression, date_expressions
from .match_events import same_event, same_limit
from .relation import compare_dates_as_said, compare_days
from .resolve import DateAnchor, DateValue, in_words, iso_value, resolve

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


UNKNOWN_DAYS_NOTE: Final = " The text does not tell which days these are."
START_RELATIONS: Final = ("", "since", "after")
"""Relations in which an event lies no earlier than its date."""
END_RELATIONS: Final = ("until", "by")
"""Relations in which a date is the end of something: few sentences give two such."""
CALENDAR_YEARS: Final = range(1000, 9000)
"""Years in which days can be counted without leaving the calendar."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a sentence, and what it dates.

    `relation`: "" (at that time), or since, by, until, before, after it. `events`: tokens of what is dated, nearest first.
    `reported_events`: tokens of the verbs for what had already happened when it was reported on that date. `is_relative`: whether
    the day was counted from another one, as "yesterday" is. `speech_date`: the date in the text from which it was counted, if it
    stands in a quotation whose day of speaking the text gives.
    """

    span: Span
    text: str
    relation: str
    date_value: DateValue
    events: tuple[int, ...]
    reported_events: tuple[int, ...]
    is_relative: bool
    speech_date: str | None

    @property
    def value(self) -> str | None:
        """The date as people and files can take it: 2018-04-06, 2018, Friday; None if it is not known."""
        return iso_value(self.date_value)


def find_dates(parsed: ParsedArticle) -> tuple[tuple[Date, ...], ...]:
    """Find the dates of each sentence, resolved against the day of publication, or of speaking within quotation marks."""
    anchor = _publication_anchor(parsed)
    return tuple(tuple(_dates_in_sentence(parsed, index, anchor)) for index in range(len(parsed.docs)))


def _publication_anchor(parsed: ParsedArticle) -> DateAnchor:
    """Return the day that "today" stands for in an article."""
    published = parsed.article.published or parsed.article.masthead.date or ""
    yearless = YEARLESS.fullmatch(published)
    try:
        day = date(LEAP_YEAR, int(yearless[1]), int(yearless[2])) if yearless else date.fromisoformat(published[:10])
    except ValueError:
        return DateAnchor()
    return DateAnchor(day.toordinal(), not yearless) if day.year in CALENDAR_YEARS else DateAnchor()


def _dates_in_sentence(parsed: ParsedArticle, sentence: int, publication: DateAnchor) -> Iterator[Date]:
    doc = parsed.docs[sentence]
    expressions = _expressions_behind_dateline(doc)
    chains = [events_of(doc, expression.span) for expression in expressions]
    for i, (expression, chain) in enumerate(zip(expressions, chains, strict=True)):
        anchor, speech_date = publication, None
        if expression.is_relative and parsed.in_quotes(sentence, expression.span):
            anchor, speech_date = _speech_anchor(parsed, sentence, publication)
        others = [(expressions[j], chains[j]) for j in range(len(expressions)) if j != i and not expressions[j].relation]
        own_events = [event for event in chain if not any(_is_nearer(event, *other, expression) for other in others)]
        reports = [] if expression.relation else reported_events(own_events)
        event_tokens, report_tokens = (tuple(token.i for token in tokens) for tokens in (own_events, reports))
        future = is_future(chain)
        value = resolve(expression, anchor, True if expression.relation == "until" and future is None else future)
        text = doc.text[slice(*expression.span)]
        yield Date(
            expression.span, text, expression.relation, value, event_tokens, report_tokens, expression.is_relative, speech_date
        )


def _expressions_behind_dateline(doc: Doc) -> list[DateExpression]:
    """Find the dates in a sentence, without that of a dateline, which says when the story was filed."""
    start = dateline_end(doc.text)
    expressions = (expression for expression in date_expressions(doc.text) if expression.span[1] > start)
    return list(islice(expressions, MAX_DATES))


def _is_nearer(event: Token, other: DateExpression, other_chain: Sequence[Token], expression: DateExpression) -> bool:
    """Tell whether another date stands nearer to an event that both seem to date: a verb has one date, the rest is misparsed."""
    if event not in other_chain:
        return False
    return abs(other.span[0] - event.idx) < abs(expression.span[0] - event.idx)


def _speech_anchor(parsed: ParsedArticle, sentence: int, publication: DateAnchor) -> tuple[DateAnchor, str | None]:
    """Return when words in quotation marks were spoken: the date of the verb of saying in this sentence, or in the one before.

    Returns:
        The day from which dates in the quotation are counted, and the words that give it; None if the text does not give it.
    """
    verbs = _dated_speech_verbs(parsed, sentence)
    expressions = [expression for _, expression in verbs if expression is not None]
    if not expressions and sentence:
        earlier = [(verb, e) for verb, e in _dated_speech_verbs(parsed, sentence - 1) if e is not None]
        speakers = {token.lower_ for verb, _ in earlier for token in agents(verb)}
        if all(token.pos_ == "PRON" or token.lower_ in speakers for verb, _ in verbs for token in agents(verb)):
            expressions = [expression for _, expression in earlier]
    if not expressions:
        return DateAnchor(), None
    expression = expressions[0]
    value = resolve(expression, publication, False)
    weekday = next(iter(value.weekdays)) if value.weekdays and len(value.weekdays) == 1 else None
    day = value.days[0] if value.days and value.days[0] == value.days[1] else None
    return DateAnchor(day, value.year_known, weekday), expression.matches[0].string[slice(*expression.span)]


def _dated_speech_verbs(parsed: ParsedArticle, sentence: int) -> list[tuple[Token, DateExpression | None]]:
    """Return the verbs of saying of a sentence that stand outside quotation marks, with their dates."""
    doc = parsed.docs[sentence]
    expressions = [e for e in _expressions_behind_dateline(doc) if not parsed.in_quotes(sentence, e.span)]
    chains = [(events_of(doc, expression.span), expression) for expression in expressions]
    verbs = [token for token in doc if is_dated_speech_verb(token)]
    return [
        (verb, next((expression for chain, expression in chains if verb in chain), None))
        for verb in verbs
        if not parsed.in_quotes(sentence, (verb.idx, verb.idx + len(verb)))
    ]


def compare_dates(pair: SentencePair, lefts: Sequence[Date], rights: Sequence[Date]) -> Iterator[Difference]:
    """Compare when two articles date the same event: only dates attached to words for one event are set beside each other.

    Args:
        pair: two sentences that may state the same fact.
        lefts: the dates of the left sentence.
        rights: the dates of the right sentence.
    """
    for left, right in product(lefts, rights):
        sole = all([d.relation for d in dates].count(left.relation) == 1 for dates in (lefts, rights))
        judgement = _judge(pair, left, right, sole=sole) if left.text.lower() != right.text.lower() else None
        if judgement and not (judgement[0] == "differs" and _one_gives_both(left, right, lefts, rights)):
            details = pair.left.detail(pair.i, left.span, left.value), pair.right.detail(pair.j, right.span, right.value)
            yield Difference("date", "", *details, *judgement)


def _one_gives_both(left: Date, right: Date, lefts: Sequence[Date], rights: Sequence[Date]) -> bool:
    """Tell whether one sentence gives the days of both dates: which of them belongs to what is then the parser's guess."""
    other_lefts = [d.date_value for d in lefts if d is not left and d.text != left.speech_date]
    other_rights = [d.date_value for d in rights if d is not right and d.text != right.speech_date]
    relations = [compare_days(value, right.date_value) for value in other_lefts]
    relations += [compare_days(left.date_value, value) for value in other_rights]
    return "same" in relations


def _judge(pair: SentencePair, left: Date, right: Date, *, sole: bool) -> tuple[Verdict, str] | None:
    """Judge the dates of one event, with the reason; None if they are of two events, or say the same.

    Args:
        pair: the two sentences.
        left: the date in the left sentence.
        right: the date in the right sentence.
        sole: whether neither sentence has another date with the relation of the left one.
    """
    if left.relation == right.relation:
        verdict = compare_dates_as_said(left.date_value, right.date_value)
        deadline = sole and left.relation in END_RELATIONS and same_limit(pair, left.events, right.events)
        if verdict and (deadline or _share_event(pair, left.events, right.events)):
            return verdict, _reason(left, right) + (UNKNOWN_DAYS_NOTE if verdict == "unresolved" else "")
    for report, later, mirrored in ((left, right, False), (right, left, True)):
        if not report.reported_events or later.relation not in START_RELATIONS or not _precedes(report, later):
            continue
        events = (later.events, report.reported_events) if mirrored else (report.reported_events, later.events)
        if _share_event(pair, *events):
            return "differs", f"it had been told of by “{report.text}”; {_describe(later)}, which is later."
    return None


def _share_event(pair: SentencePair, lefts: Sequence[int], rights: Sequence[int]) -> bool:
    left_doc, right_doc = pair.docs
    return any(same_event(pair, left_doc[i], right_doc[j]) for i in lefts for j in rights)


def _precedes(report: Date, later: Date) -> bool:
    """Tell whether all days of the first date lie before those of the second, in years that are known."""
    first, second = report.date_value, later.date_value
    return bool(first.days and second.days and first.year_known and second.year_known and first.days[1] < second.days[0])


def _reason(left: Date, right: Date) -> str:
    if not _is_worked_out(left) and not _is_worked_out(right):
        return f"one says {_describe(left)}, the other {_describe(right)}."
    if _is_worked_out(left) and _is_worked_out(right):
        return f"{_describe(left)}; {_describe(right)}."
    relative, absolute = (left, right) if _is_worked_out(left) else (right, left)
    return f"{_describe(relative)}; the other says {_describe(absolute)}."


def _is_worked_out(item: Date) -> bool:
    return item.is_relative and in_words(item.date_value) is not None


def _describe(item: Date) -> str:
    """Put into words what one side says, and how it was worked out: "“Yesterday”, in words spoken on Friday, is Thursday"."""
    words = f"{item.relation} “{item.text}”".strip()
    if not _is_worked_out(item):
        return words
    basis = f"in words spoken on {item.speech_date}" if item.speech_date else "counted from the date of the article"
    return f"{words}, {basis}, is {in_words(item.date_value)}"
