"""Which event a date belongs to, by the parse, and whether that event lies ahead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...language.lexicon.function_words import DATED_PREPOSITIONS, SUPPORT_VERBS
from ...language.lexicon.reporting_verbs import DATED_SPEECH_VERBS
from ...language.syntax.dependencies import AUXILIARIES, NOMINAL_SUBJECTS, VERBAL, dependents, is_passive, matrix_predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HAPPENINGS: Final = frozenset(
    "statement interview speech letter post tweet article story report remark comment attack shooting meeting vote hearing "
    "debate trial announcement appearance conference rally visit election decision ruling crash explosion session".split()
)
"""Nouns that a date right after them dates, rather than the verb that they are the object of."""
SCHEDULED: Final = frozenset("plan schedule set slate expect hold convene".split())
"""Verbs in whose passive the event is their subject."""


def events_of(doc: Doc, span: tuple[int, int]) -> list[Token]:
    """The nouns and the verb that a date hangs on, nearest first, as far as what dates the one dates the other."""
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None:
        return []
    before = _before(doc, words)
    if before is not None:
        return [before]
    out: list[Token] = []
    token = words.root
    while token.head.i != token.i:
        head = token.head
        if not words.start <= head.i < words.end:
            if head.pos_ in VERBAL:
                out.append(_teller(head) if out and out[-1].lower_ in HAPPENINGS else head)
                break
            if head.pos_ == "NOUN" and head.dep_ != "attr":
                out.append(head)
            if out and not _passes(head):
                break
        token = head
    return out + event_verbs(out[-1]) if out else []


def _before(doc: Doc, words: Span) -> Token | None:
    """The word right before a date, where the date is most likely its own: "said on Friday", "sorry for remarks last week"."""
    at = words.start - 1
    if at > 0 and doc[at].pos_ == "ADP":
        at -= 1
    if at < 1 or doc[at].i == words.root.head.i:
        return None
    word = doc[at]
    if word.pos_ == "VERB" and word.lemma_ in DATED_SPEECH_VERBS:
        return word
    if word.pos_ != "NOUN":
        return None
    if word.dep_ == "pobj":
        return None if word.head.lower_ in DATED_PREPOSITIONS else word
    return word if word.dep_ == "dobj" and word.lemma_ in HAPPENINGS and word.head.lemma_ not in SUPPORT_VERBS else None


def _passes(token: Token) -> bool:
    """Whether what dates this word dates its head also: "gave an interview Tuesday", "said in an interview Tuesday"."""
    if token.dep_ == "prep":
        return token.lower_ in DATED_PREPOSITIONS
    return token.dep_ in NOMINAL_SUBJECTS | {"pobj", "dobj", "attr"}


def _teller(verb: Token) -> Token:
    """The verb of saying above a verb, if there is one: where "in an interview Tuesday" hangs on what was said."""
    return next((token for token in (verb, *verb.ancestors) if token.lemma_ in DATED_SPEECH_VERBS), verb)


def event_verbs(verb: Token) -> list[Token]:
    """The nouns that stand for the event of a verb that says little: "made a statement", "talks are to be held"."""
    if verb.lemma_ not in SUPPORT_VERBS and not (verb.lemma_ in SCHEDULED and is_passive(verb)):
        return []
    nouns = dependents(verb, "dobj", *NOMINAL_SUBJECTS)
    if not nouns and verb.dep_ == "xcomp":
        nouns = dependents(matrix_predicate(verb), *NOMINAL_SUBJECTS)
    return [noun for noun in nouns if noun.pos_ == "NOUN"]


def is_future(events: Sequence[Token]) -> bool | None:
    """Whether an event lies ahead of the telling, by its verb; None if the words do not tell."""
    verb = next((token for token in events if token.pos_ in VERBAL), None)
    if verb is None:
        return None
    before = {auxiliary.lower_ for auxiliary in dependents(verb, *AUXILIARIES)}
    if verb.tag_ == "VBD" or before & {"was", "were", "had", "has", "have", "did", "been"}:
        return False
    return True if before & {"will", "'ll", "’ll", "wo", "to"} else None


def reported_events(events: Sequence[Token]) -> list[Token]:
    """What had happened by the time somebody told of it: "said in 2017 that they had repaid" -> repaid."""
    verbs = [clause for token in events if token.lemma_ in DATED_SPEECH_VERBS for clause in dependents(token, "ccomp")]
    return [verb for verb in verbs if verb.pos_ == "VERB" and is_future([verb]) is False]
