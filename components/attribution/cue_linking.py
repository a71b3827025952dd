"""Which cue of its sentence a quotation has: the one after it, before it, or above it in the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..language.lexicon.reporting_verbs import HOLDING_VERBS, QUOTING_VERBS, SPEECH_VERBS
from ..language.parsed_article import ParsedArticle
from ..language.quotation_marks import bridge_open_quotations
from ..language.syntax.dependencies import CLAUSAL_COMPLEMENTS, NOMINAL_SUBJECTS, VERBAL, dependent
from ..settings.claims_and_speech import CUE_REACH_TOKENS, MAX_SENTENCE_TOKENS, MAX_TREE_STEPS, NEAR_TOKENS
from ..story import Span
from .cues import Cue, is_verb, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

OWN_DEPENDENTS: Final = NOMINAL_SUBJECTS | {"npadvmod"}
"""Dependents of a verb that its subject does not say."""
SOFT_ENDS: Final = (",", "?", "!", "—", "–", "…", "-")
"""What a quotation ends with whose cue follows."""


def close_quotations(article: ParsedArticle) -> ParsedArticle:
    """Return the article with the quotations closed that run on over sentences without a mark."""
    return replace(article, quoted=tuple(bridge_open_quotations([doc.text for doc in article.docs], article.quoted)))


def cues_of_quotations(article: ParsedArticle, n: int, cues: Sequence[Cue]) -> dict[int, Cue]:
    """Return for each quotation of a sentence, by its number, its cue in the same sentence, if there is one.

    Args:
        article: With its quotations closed.
        n: Number of the sentence.
        cues: Those of the sentence outside quotation marks.
    """
    doc, quotations = article.docs[n], article.quoted[n]
    if len(doc) > MAX_SENTENCE_TOKENS:
        return {}
    ranges = _token_ranges(doc, quotations)
    by_token = {cue.token.i: cue for cue in cues if cue.speaker is not None and not is_verb(cue.token, HOLDING_VERBS)}
    cue_of: dict[int, Cue] = {}
    for q, (start, end) in enumerate(ranges):
        if start == end:
            continue
        previous_end = ranges[q - 1][1] if q else 0
        next_start = ranges[q + 1][0] if q + 1 < len(ranges) else len(doc)
        cue = (
            _cue_after(doc, quotations[q], end, next_start, by_token)
            or _cue_before(doc, previous_end, start, by_token)
            or _cue_above(doc, start, end, by_token)
            or _colon_cue(doc, previous_end, start)
            or (_any_verb_after(doc, quotations[q], end, next_start) if start <= 1 else None)
        )
        is_continued = bool(q) and not _ends_softly(doc, quotations[q - 1]) and start - previous_end <= NEAR_TOKENS
        if cue is None and is_continued:
            cue = cue_of.get(q - 1)
        if cue is not None:
            cue_of[q] = cue
    return cue_of


def _token_ranges(doc: Doc, quotations: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the token range (start, end) of each quotation."""
    ranges = []
    i = 0
    for start, end in quotations:
        while i < len(doc) and doc[i].idx < start:
            i += 1
        first = i
        while i < len(doc) and doc[i].idx < end:
            i += 1
        ranges.append((first, i))
    return ranges


def _ends_softly(doc: Doc, quotation: Span) -> bool:
    """Return whether a quotation ends as one does whose cue follows."""
    text, end = doc.text, quotation[1]
    return text[:end].endswith(SOFT_ENDS) or text[end + 1 : end + 2] == ","


def _cue_after(doc: Doc, quotation: Span, start: int, end: int, cues: Mapping[int, Cue]) -> Cue | None:
    """Return the cue after a quotation that ends with a comma or the like: "...," she said.

    Args:
        doc: The sentence.
        quotation: Its characters.
        start: The token behind it.
        end: The first token of the next quotation, or the end of the sentence.
        cues: Those of the sentence, by token.
    """
    if not _ends_softly(doc, quotation):
        return None
    for token in doc[start : min(end, start + CUE_REACH_TOKENS)]:
        if token.dep_ == "cc" and token.i <= start + 2:
            return None
        cue = cues.get(token.i)
        if cue is not None and cue.speaker is not None and (token.lower_ == "according" or is_verb(token, SPEECH_VERBS)):
            return cue if cue.speaker.i >= start else None
    return None


def _any_verb_after(doc: Doc, quotation: Span, start: int, end: int) -> Cue | None:
    """Return a cue made of any verb with a subject after a quotation that opens its sentence: "...," laughed Ann Lee."""
    following = doc[start : min(end, start + NEAR_TOKENS)]
    verb = next((token for token in following if token.pos_ == "VERB" and token.dep_ != "relcl"), None)
    speaker = speaker_of(verb) if verb is not None and _ends_softly(doc, quotation) else None
    if verb is None or speaker is None or speaker.i < start or doc[speaker.left_edge.i].i > start + 3:
        return None
    return Cue(verb, speaker, ())


def _cue_before(doc: Doc, start: int, end: int, cues: Mapping[int, Cue]) -> Cue | None:
    """Return the cue that leads to a quotation: she said, "...; he called it "...

    Args:
        doc: The sentence.
        start: The token behind the quotation before, or 0.
        end: The first token of the quotation.
        cues: Those of the sentence, by token.
    """
    last_tokens = doc[max(start, end - 4) : end]
    marks = "".join(token.text for token in last_tokens if token.is_quote or token.is_punct or token.is_space)
    announces = "," in marks or ":" in marks
    for token in reversed(doc[max(start, end - CUE_REACH_TOKENS) : end]):
        cue = cues.get(token.i)
        if cue is None:
            continue
        words_between = sum(not (word.is_punct or word.is_quote or word.is_space) for word in doc[token.i + 1 : end])
        if words_between <= 1 or (announces and is_verb(token, QUOTING_VERBS)):
            return cue
        return None
    return None


def _cue_above(doc: Doc, start: int, end: int, cues: Mapping[int, Cue]) -> Cue | None:
    """Return the nearest cue above a quotation in the tree; one that only names ("referring to") yields to a verb of speech.

    Args:
        doc: The sentence.
        start: The first token of the quotation.
        end: The token behind it.
        cues: Those of the sentence, by token.
    """
    token = next((inner for inner in doc[start:end] if not start <= inner.head.i < end), doc[start])
    naming_cue: Cue | None = None
    for _ in range(MAX_TREE_STEPS):
        if token.head == token:
            break
        below, token = token, token.head
        cue = cues.get(token.i)
        if cue is None or (cue.speaker is not None and start <= cue.speaker.i < end) or below.dep_ in OWN_DEPENDENTS:
            continue
        if is_verb(token, SPEECH_VERBS) and (below.dep_ in CLAUSAL_COMPLEMENTS or naming_cue is None):
            return cue
        if naming_cue is None and dependent(token, "nsubj"):
            return cue
        naming_cue = naming_cue or cue
    around = (cue for cue in cues.values() if any(first <= start < last for first, last in cue.contents))
    return naming_cue or next(around, None)


def _colon_cue(doc: Doc, start: int, end: int) -> Cue | None:
    """Return a cue made of a name, or of the clause's subject, and a colon before a quotation: Ann Lee: "I do".

    Args:
        doc: The sentence.
        start: The token behind the quotation before, or 0.
        end: The first token of the quotation.
    """
    colon = end - 1
    while colon >= start and (doc[colon].is_quote or doc[colon].is_space):
        colon -= 1
    if colon <= start or doc[colon].text != ":":
        return None
    head = doc[start:colon].root
    if head.pos_ == "PROPN":
        return Cue(doc[colon], head, ())
    speaker = speaker_of(head) if head.pos_ in VERBAL else None
    return Cue(head, speaker, ()) if speaker is not None else None
