"""Which cue in its sentence a quotation has: the one after it, before it, or above it in the parse; and where quotations end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ..language.lexicon.reporting_verbs import HOLDING_VERBS, NAMING_VERBS, SPEECH_VERBS
from ..language.parsed_article import ParsedArticle
from ..language.quotation_marks import bridge_open_quotations
from ..language.syntax.dependencies import CLAUSAL_COMPLEMENTS, NOMINAL_SUBJECTS, VERBAL, dependent
from ..story import Span
from .cues import HOPS, LONGEST, Cue, is_verb, speaker_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

BESIDE: Final = 30
"""Tokens: how far after a quotation its cue may stand: "...," said Ann Lee, a teacher in ..."""
OWN_PARTS: Final = NOMINAL_SUBJECTS | {"npadvmod"}
"""What belongs to a verb without being said by its subject."""
SOFT_ENDS: Final = (",", "?", "!", "—", "–", "…", "-")
"""What ends a quotation whose cue follows."""


def link_cues(article: ParsedArticle) -> ParsedArticle:
    """Return the article with the quotations closed that run on over sentences without a mark."""
    return replace(article, quoted=tuple(bridge_open_quotations([doc.text for doc in article.docs], article.quoted)))


def cues_of_quotations(article: ParsedArticle, n: int, found: Sequence[Cue]) -> dict[int, Cue]:
    """For each quotation of a sentence (by its number) the cue in the same sentence, if there is one."""
    doc, quoted = article.docs[n], article.quoted[n]
    if len(doc) > LONGEST:
        return {}
    tokens = _tokens_of(doc, quoted)
    by_token = {cue.token.i: cue for cue in found if cue.speaker is not None and not is_verb(cue.token, HOLDING_VERBS)}
    out: dict[int, Cue] = {}
    for q, (first, last) in enumerate(tokens):
        if first == last:
            continue
        before = tokens[q - 1][1] if q else 0
        after = tokens[q + 1][0] if q + 1 < len(tokens) else len(doc)
        cue = (
            _after(doc, quoted[q], last, after, by_token)
            or _before(doc, before, first, by_token)
            or _governing(doc, first, last, by_token)
            or _colon(doc, before, first)
            or (_any_verb(doc, quoted[q], last, after) if first <= 1 else None)
        )
        if cue is None and q and q - 1 in out and not _ends(doc, quoted[q - 1]) and first - before <= HOPS:
            cue = out[q - 1]
        if cue is not None:
            out[q] = cue
    return out


def _tokens_of(doc: Doc, quoted: Sequence[Span]) -> list[tuple[int, int]]:
    """For each quotation its tokens, as a range."""
    out = []
    at = 0
    for start, end in quoted:
        while at < len(doc) and doc[at].idx < start:
            at += 1
        first = at
        while at < len(doc) and doc[at].idx < end:
            at += 1
        out.append((first, at))
    return out


def _ends(doc: Doc, span: Span) -> bool:
    """Whether a quotation ends as one does whose cue follows."""
    text = doc.text
    return text[: span[1]].endswith(SOFT_ENDS) or text[span[1] + 1 : span[1] + 2] == ","


def _after(doc: Doc, span: Span, start: int, end: int, found: dict[int, Cue]) -> Cue | None:
    """The cue after a quotation that ends with a comma or the like: "...," she said."""
    if not _ends(doc, span):
        return None
    for token in doc[start : min(end, start + BESIDE)]:
        if token.dep_ == "cc" and token.i <= start + 2:
            return None
        cue = found.get(token.i)
        if cue is not None and cue.speaker is not None and (token.lower_ == "according" or is_verb(token, SPEECH_VERBS)):
            return cue if cue.speaker.i >= start else None
    return None


def _any_verb(doc: Doc, span: Span, start: int, end: int) -> Cue | None:
    """After a quotation that opens its sentence any verb may be the cue: "...," laughed Ann Lee."""
    verb = next((t for t in doc[start : min(end, start + HOPS)] if t.pos_ == "VERB" and t.dep_ != "relcl"), None)
    subject = speaker_of(verb) if verb is not None and _ends(doc, span) else None
    if verb is None or subject is None or subject.i < start or doc[subject.left_edge.i].i > start + 3:
        return None
    return Cue(verb, subject, ())


def _before(doc: Doc, start: int, end: int, found: dict[int, Cue]) -> Cue | None:
    """The cue right before a quotation: she said, "...; he called it "..."""
    marks = [t for t in doc[max(start, end - 4) : end] if t.is_quote or t.is_punct or t.is_space]
    text = "".join(t.text for t in marks)
    near = "," in text or ":" in text
    for token in reversed(doc[max(start, end - BESIDE) : end]):
        cue = found.get(token.i)
        if cue is None:
            continue
        gap = sum(not (t.is_punct or t.is_quote or t.is_space) for t in doc[token.i + 1 : end])
        if gap <= 1 or (near and is_verb(token, SPEECH_VERBS | NAMING_VERBS)):
            return cue
        return None
    return None


def _governing(doc: Doc, first: int, last: int, found: dict[int, Cue]) -> Cue | None:
    """The nearest cue above a quotation in the tree; one that only names ("referring to") yields to a verb of speech."""
    token = next((t for t in doc[first : min(last, first + 200)] if not first <= t.head.i < last), doc[first])
    weak: Cue | None = None
    for _ in range(HOPS):
        if token.head == token:
            break
        below, token = token, token.head
        cue = found.get(token.i)
        if cue is None or (cue.speaker is not None and first <= cue.speaker.i < last) or below.dep_ in OWN_PARTS:
            continue
        if is_verb(token, SPEECH_VERBS) and (below.dep_ in CLAUSAL_COMPLEMENTS or weak is None):
            return cue
        if weak is None and dependent(token, "nsubj"):
            return cue
        weak = weak or cue
    return weak or next((c for c in found.values() if any(a <= first < b for a, b in c.said)), None)


def _colon(doc: Doc, start: int, first: int) -> Cue | None:
    """A name, or whoever the clause is about, and a colon before a quotation: Ann Lee: "I do"."""
    at = first - 1
    while at >= start and (doc[at].is_quote or doc[at].is_space):
        at -= 1
    if at <= start or doc[at].text != ":":
        return None
    head = doc[start:at].root
    if head.pos_ == "PROPN":
        return Cue(doc[at], head, ())
    subject = speaker_of(head) if head.pos_ in VERBAL else None
    return Cue(head, subject, ()) if subject is not None else None
