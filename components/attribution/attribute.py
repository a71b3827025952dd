"""Who says what in an article: quoted and reported speech with its speaker, by rules over the parse and the quotation marks.

Each quotation goes to the cue that governs it in the parse or stands beside it (cue_linking.py); one without a cue keeps the
speaker of the speech before it. Speech that is partly in quotation marks gives two rows: the words in the marks (`direct`), and
the rest. The steps go from the surest on, as in the sieve of Muzny et al. 2017, https://aclanthology.org/E17-1044/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ..language.lexicon.function_words import UNREPORTED
from ..language.lexicon.reporting_verbs import SPEECH_VERBS
from ..language.parsed_article import ParsedArticle
from ..settings.claims_and_speech import MAX_QUOTATIONS, MIN_INDIRECT_WORDS, SPEAKER_SENTENCES, UNCUED_QUOTATION_SHARE
from ..story import Attribution, Span, join_spans
from .coreference import CoreferenceResolver, coreference_of
from .cue_linking import close_quotations, cues_of_quotations
from .cues import Cue, find_cues, is_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True, eq=False)
class _Speaker:
    """A speaker as settled, the words for the speaker, and the cue; the spans lie in their sentence."""

    name: str | None
    span: Span | None
    cue: Span | None


_Quotation = tuple[int, int]
"""Sentence, and which of its quotations."""
_CuePosition = tuple[int, int]
"""Sentence, and token of the cue."""


@dataclass(frozen=True, slots=True, eq=False)
class _Speech:
    """The cues of an article outside quotation marks, by sentence, with the speaker of each cue and of each quotation."""

    cues: Sequence[Sequence[Cue]]
    of_cue: Mapping[_CuePosition, _Speaker]
    of_quotation: dict[_Quotation, _Speaker]


def attribute(article: ParsedArticle) -> tuple[Attribution, ...]:
    """Return what the article attributes to somebody, in reading order.

    `speaker` is the fullest name that the article gives, or the words themselves for one who is only described ("a senior
    official"), or None for a pronoun that the text leaves open. A quotation of a whole sentence has a row even when nobody can be
    named, with neither speaker nor cue.
    """
    article = close_quotations(article)
    resolver = coreference_of(article)
    cues = [list(_cues_outside_marks(article, n)) for n in range(len(article.docs))]
    of_cue = {(n, cue.token.i): _speaker(resolver, n, cue) for n, of_sentence in enumerate(cues) for cue in of_sentence}
    quotation_cues = {
        (n, q): cue for n, of_sentence in enumerate(cues) for q, cue in cues_of_quotations(article, n, of_sentence).items()
    }
    of_quotation = {(n, q): of_cue.get((n, cue.token.i)) or _speaker(resolver, n, cue) for (n, q), cue in quotation_cues.items()}
    speech = _Speech(cues, of_cue, of_quotation)
    _continue_speakers(article, resolver, speech)
    return tuple(row for n in range(len(article.docs)) for row in _rows(article, n, speech))


def _cues_outside_marks(article: ParsedArticle, n: int) -> Iterator[Cue]:
    """Return the cues of a sentence outside quotation marks."""
    cues = find_cues(article.docs[n])
    return (cue for cue in cues if not article.in_quotes(n, (cue.token.idx, cue.token.idx + 1)))


def _speaker(resolver: CoreferenceResolver, n: int, cue: Cue) -> _Speaker:
    """Return the speaker of a cue in sentence n."""
    if cue.speaker is None:
        return _Speaker(None, None, cue.span)
    name, span = resolver.speaker_named(n, cue.speaker)
    return _Speaker(name, span, cue.span)


def _continue_speakers(article: ParsedArticle, resolver: CoreferenceResolver, speech: _Speech) -> None:
    """Give quotations without a cue of their own the speaker that the text settles; write them to `speech.of_quotation`."""
    speakers = speech.of_quotation
    for group in _quotation_groups(article):
        speaker = next((speakers[quotation] for quotation in group if quotation in speakers), None)
        if speaker is None:
            if len(group) == 1 and not _is_whole_sentence(article, *group[0]):
                continue
            speaker = _speaker_before(resolver, group[0], speech)
        for quotation in group:
            if quotation not in speakers:
                same_sentence = quotation[0] == group[0][0]
                speakers[quotation] = speaker if same_sentence and speaker.cue is None else _Speaker(speaker.name, None, None)


def _quotation_groups(article: ParsedArticle) -> list[list[_Quotation]]:
    """Return the quotations in order; one open at the end of its sentence makes a group with what opens the next sentence."""
    quotations = [(n, q) for n, spans in enumerate(article.quoted) for q in range(len(spans))]
    groups = [[quotation] for quotation in quotations[:1]]
    for (n, q), (m, r) in pairwise(quotations):
        runs_on = m == n + 1 and article.quoted[n][q][1] >= len(article.docs[n].text) and article.quoted[m][r][0] <= 1
        if runs_on:
            groups[-1].append((m, r))
        else:
            groups.append([(m, r)])
    return groups


def _is_whole_sentence(article: ParsedArticle, n: int, q: int) -> bool:
    """Return whether a quotation opens its sentence and makes most of it."""
    start, end = article.quoted[n][q]
    return start <= 2 and end - start >= UNCUED_QUOTATION_SHARE * len(article.docs[n].text)


def _speaker_before(resolver: CoreferenceResolver, quotation: _Quotation, speech: _Speech) -> _Speaker:
    """Return who goes on speaking: whoever spoke last just before, or whom the sentence before is about."""
    sentence, index = quotation
    for n in range(sentence, max(-1, sentence - SPEAKER_SENTENCES - 1), -1):
        indices = range(index if n == sentence else MAX_QUOTATIONS)
        quoted_speakers = [speech.of_quotation[n, q] for q in indices if (n, q) in speech.of_quotation]
        if quoted_speakers:
            return _Speaker(quoted_speakers[-1].name, None, None)
        if n == sentence:
            continue
        verb_cues = [cue for cue in speech.cues[n] if cue.speaker is not None and is_verb(cue.token, SPEECH_VERBS)]
        if verb_cues:
            return _Speaker(speech.of_cue[n, verb_cues[-1].token.i].name, None, None)
        person, _ = resolver.main_person(n)
        if person is not None:
            return _Speaker(person, None, None)
    return _Speaker(None, None, None)


def _rows(article: ParsedArticle, n: int, speech: _Speech) -> Iterator[Attribution]:
    """Yield the rows of one sentence, in the order of what is said."""
    rows = [*_direct_rows(article, n, speech), *_indirect_rows(article, n, speech)]
    offset = article.article.sentences[n].start
    for speaker, spans, direct in sorted(rows, key=lambda row: (row[1], not row[2])):
        content = tuple(_shifted(span, offset) for span in spans if span[0] < span[1])
        if content:
            speaker_span = speaker.span and _shifted(speaker.span, offset)
            cue = speaker.cue and _shifted(speaker.cue, offset)
            yield Attribution(article.article.key, n, speaker.name, speaker_span, cue, content, direct)


def _direct_rows(article: ParsedArticle, n: int, speech: _Speech) -> Iterator[tuple[_Speaker, list[Span], bool]]:
    """Yield each speaker and cue with the quotations that they share."""
    groups: dict[tuple[str | None, Span | None, Span | None], list[Span]] = {}
    for q, span in enumerate(article.quoted[n]):
        speaker = speech.of_quotation.get((n, q))
        if speaker is not None:
            groups.setdefault((speaker.name, speaker.span, speaker.cue), []).append(span)
    for (name, speaker_span, cue), spans in groups.items():
        yield _Speaker(name, speaker_span, cue), spans, True


def _indirect_rows(article: ParsedArticle, n: int, speech: _Speech) -> Iterator[tuple[_Speaker, list[Span], bool]]:
    """Yield the speaker of each cue with what it reports outside quotation marks, if that is long enough."""
    doc, quotations = article.docs[n], article.quoted[n]
    for cue in speech.cues[n]:
        if cue.speaker is None or cue.speaker.lower_ in UNREPORTED:
            continue
        spans = [span for start, end in cue.contents for span in _spans_outside_marks(doc, start, end, quotations)]
        joined = list(join_spans(spans, doc.text, str.strip))  # white space is no gap
        if sum(len(doc.text[start:end].split()) for start, end in joined) >= MIN_INDIRECT_WORDS:
            yield speech.of_cue[n, cue.token.i], joined, False


def _shifted(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def _spans_outside_marks(doc: Doc, start: int, end: int, quotations: Sequence[Span]) -> list[Span]:
    """Return the parts of a token range outside quotation marks, without "that" and punctuation at their ends."""
    parts: list[list[Token]] = [[]]
    remaining = iter(quotations)
    quotation = next(remaining, None)
    for token in doc[start:end]:
        while quotation is not None and quotation[1] <= token.idx:
            quotation = next(remaining, None)
        if quotation is not None and quotation[0] <= token.idx:
            parts.append([])
        else:
            parts[-1].append(token)
    trimmed = (_trimmed(tokens) for tokens in parts)
    return [(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)) for tokens in trimmed if tokens]


def _trimmed(tokens: list[Token]) -> list[Token]:
    """Return tokens without "that", punctuation and white space before them, and without the latter two after them."""
    first, last = 0, len(tokens)
    while first < last and (tokens[first].is_punct or tokens[first].is_space or tokens[first].lower_ == "that"):
        first += 1
    while last > first and (tokens[last - 1].is_punct or tokens[last - 1].is_space):
        last -= 1
    return tokens[first:last]
