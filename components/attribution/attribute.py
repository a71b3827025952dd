"""Who says what in an article: quoted and reported speech with its speaker, by rules over the parse and the quotation marks.

Each quotation goes to the cue that governs it in the parse or stands beside it (cued.py); one without a cue keeps the speaker of
the speech before it. Speech that is partly in quotation marks gives two rows: the words in the marks (`direct`), and the rest.
The steps go from the surest on, as in the sieve of Muzny et al. 2017, https://aclanthology.org/E17-1044/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from ..language.lexicon.function_words import UNREPORTED
from ..language.lexicon.reporting_verbs import SPEECH_VERBS
from ..language.parsed_article import ParsedArticle
from ..story import Attribution, Span
from .coreference import CoreferenceResolver
from .cue_linking import cues_of_quotations, link_cues
from .cues import Cue, find_cues, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORT: Final = 3
"""Words: what stands outside the marks of a quoted speech is a row of its own from this length on."""
WHOLE: Final = 0.6
"""Share of a sentence's characters: a quotation of this length is speech even without a cue."""
BACK: Final = 2
"""Sentences back to the speech whose speaker goes on without a new cue."""


@dataclass(frozen=True, slots=True, eq=False)
class _Said:
    """The speaker as settled, the words for it, and the cue."""

    speaker: str | None
    span: Span | None
    cue: Span | None


_Quote = tuple[int, int]
"""Sentence, and which of its quotations."""


def attribute(article: ParsedArticle) -> tuple[Attribution, ...]:
    """What the article attributes to somebody, in reading order.

    `speaker` is the fullest name that the article gives, or the words themselves for one who is only described ("a senior
    official"), or None for a pronoun that the text leaves open. A quotation of a whole sentence has a row even when nobody can be
    named, with neither speaker nor cue.
    """
    article = link_cues(article)
    cast = CoreferenceResolver(article)
    found = [list(_own_cues(article, n)) for n in range(len(article.docs))]
    said = {(n, cue.token.i): _said(cast, n, cue) for n, those in enumerate(found) for cue in those}
    linked = {(n, q): cue for n, those in enumerate(found) for q, cue in cues_of_quotations(article, n, those).items()}
    spoken = {quote: said.get((quote[0], cue.token.i)) or _said(cast, quote[0], cue) for quote, cue in linked.items()}
    _carry_on(article, cast, found, said, spoken)
    return tuple(row for n in range(len(article.docs)) for row in _rows(article, n, found[n], said, spoken))


def _own_cues(article: ParsedArticle, n: int) -> Iterator[Cue]:
    """The cues outside quotation marks."""
    quoted = iter(article.quoted[n])
    at = next(quoted, None)
    for cue in find_cues(article.docs[n]):
        while at is not None and at[1] <= cue.token.idx:
            at = next(quoted, None)
        if at is None or cue.token.idx < at[0]:
            yield cue


def _said(cast: CoreferenceResolver, n: int, cue: Cue) -> _Said:
    if cue.speaker is None:
        return _Said(None, None, cue.span)
    speaker, span = cast.speaker_named(n, cue.speaker)
    return _Said(speaker, span, cue.span)


def _carry_on(
    article: ParsedArticle,
    cast: CoreferenceResolver,
    found: Sequence[Sequence[Cue]],
    said: dict[tuple[int, int], _Said],
    spoken: dict[_Quote, _Said],
) -> None:
    """Gives quotations without a cue of their own the speaker that the text settles; writes to `spoken`."""
    for group in _runs(article):
        own = next((spoken[quote] for quote in group if quote in spoken), None)
        if own is None:
            if len(group) == 1 and not _whole(article, *group[0]):
                continue
            own = _speaker_before(cast, group[0], found, said, spoken)
        for quote in group:
            if quote not in spoken:
                spoken[quote] = own if quote[0] == group[0][0] and own.cue is None else _Said(own.speaker, None, None)


def _runs(article: ParsedArticle) -> list[list[_Quote]]:
    """Quotations in order; what is left open at the end of a sentence belongs to what opens the next one."""
    order = [(n, q) for n, spans in enumerate(article.quoted) for q in range(len(spans))]
    out = [[quote] for quote in order[:1]]
    for (n, q), (m, r) in pairwise(order):
        runs_on = m == n + 1 and article.quoted[n][q][1] >= len(article.docs[n].text) and article.quoted[m][r][0] <= 1
        if runs_on:
            out[-1].append((m, r))
        else:
            out.append([(m, r)])
    return out


def _whole(article: ParsedArticle, n: int, q: int) -> bool:
    start, end = article.quoted[n][q]
    return start <= 2 and end - start >= WHOLE * len(article.docs[n].text)


def _speaker_before(
    cast: CoreferenceResolver,
    quote: _Quote,
    found: Sequence[Sequence[Cue]],
    said: dict[tuple[int, int], _Said],
    spoken: dict[_Quote, _Said],
) -> _Said:
    """Who goes on speaking: whoever spoke last just before, or whom the sentence before is about."""
    for n in range(quote[0], max(-1, quote[0] - BACK - 1), -1):
        earlier = [spoken[n, q] for q in range(quote[1] if n == quote[0] else 99) if (n, q) in spoken]
        if earlier:
            return _Said(earlier[-1].speaker, None, None)
        if n == quote[0]:
            continue
        speech = [said[n, cue.token.i] for cue in found[n] if cue.speaker is not None and is_verb(cue.token, SPEECH_VERBS)]
        if speech:
            return _Said(speech[-1].speaker, None, None)
        about, _ = cast.last_person(n)
        if about is not None:
            return _Said(about, None, None)
    return _Said(None, None, None)


def _rows(
    article: ParsedArticle, n: int, found: Sequence[Cue], said: dict[tuple[int, int], _Said], spoken: dict[_Quote, _Said]
) -> Iterator[Attribution]:
    """The rows of one sentence, in the order of what is said."""
    doc, quoted = article.docs[n], article.quoted[n]
    grouped: dict[tuple[str | None, Span | None, Span | None], list[Span]] = {}
    for q, span in enumerate(quoted):
        by = spoken.get((n, q))
        if by is not None:
            grouped.setdefault((by.speaker, by.span, by.cue), []).append(span)
    rows = [(by, spans, True) for by, spans in grouped.items()]
    for cue in found:
        if cue.speaker is None or cue.speaker.lower_ in UNREPORTED:
            continue
        outside = _joined(doc.text, [span for a, b in cue.said for span in _outside(doc, a, b, quoted)])
        if sum(len(doc.text[a:b].split()) for a, b in outside) >= SHORT:
            who = said[n, cue.token.i]
            rows.append(((who.speaker, who.span, who.cue), outside, False))
    offset = article.article.sentences[n].start
    for (speaker, words, cue_span), spans, direct in sorted(rows, key=lambda row: (row[1], not row[2])):
        content = tuple(_moved(part, offset) for part in spans if part[0] < part[1])
        if content:
            named = words and _moved(words, offset)
            yield Attribution(article.article.key, n, speaker, named, cue_span and _moved(cue_span, offset), content, direct)


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def _outside(doc: Doc, start: int, end: int, quoted: Sequence[Span]) -> list[Span]:
    """The parts of a token range outside the quotation marks, without "that" and punctuation at their ends."""
    out: list[list[Token]] = [[]]
    inside = iter(quoted)
    at = next(inside, None)
    for token in doc[start:end]:
        while at is not None and at[1] <= token.idx:
            at = next(inside, None)
        if at is not None and at[0] <= token.idx:
            out.append([])
        else:
            out[-1].append(token)
    trimmed = (_trimmed(tokens) for tokens in out)
    return [(part[0].idx, part[-1].idx + len(part[-1].text)) for part in trimmed if part]


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those with nothing but white space between them joined."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and not text[out[-1][1] : start].strip():
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return out


def _trimmed(tokens: list[Token]) -> list[Token]:
    first, last = 0, len(tokens)
    while first < last and (tokens[first].is_punct or tokens[first].is_space or tokens[first].lower_ == "that"):
        first += 1
    while last > first and (tokens[last - 1].is_punct or tokens[last - 1].is_space):
        last -= 1
    return tokens[first:last]
