"""Which event a date belongs to, by the parse, and whether that event lies ahead of the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...language.lexicon.function_words import DATED_PREPOSITIONS, SUPPORT_VERBS
from ...language.lexicon.reporting_verbs import DATED_SPEECH_VERBS
from ...language.syntax.dependencies import AUXILIARIES, NOMINAL_SUBJECTS, VERBAL, dependents, is_passive, matrix_predicate

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_DATED_ROLES: Final = NOMINAL_SUBJECTS | {"pobj", "dobj", "attr"}
"""What a date may be of a verb, so that it dates the verb."""
HAPPENINGS: Final = frozenset(
    "statement interview speech letter post tweet article story report remark comment attack shooting meeting vote hearing "
    "debate trial announcement appearance conference rally visit election decision ruling crash explosion session".split()
)
"""Nouns that a date right after them dates, rather than the verb that they are the object of."""
SCHEDULED: Final = frozenset("plan schedule set slate expect hold convene".split())
"""Verbs in whose passive the event is their subject."""


def events_of(doc: Doc, span: tuple[int, int]) -> list[Token]:
    """Return the nouns and the verb that a date is attached to, nearest first, up to where it no longer dates what governs them.

    Args:
        doc: a parsed sentence.
        span: the characters of the date in it.
    """
    date = doc.char_span(*span, alignment_mode="expand")
    if date is None:
        return []
    preceding = _dated_word_before(doc, date)
    if preceding is not None:
        return [preceding]
    events: list[Token] = []
    token = date.root
    while token.head.i != token.i:
        head = token.head
        if not date.start <= head.i < date.end:
            if head.pos_ in VERBAL:
                events.append(_speech_verb_above(head) if events and events[-1].lower_ in HAPPENINGS else head)
                break
            if head.pos_ == "NOUN" and head.dep_ != "attr":
                events.append(head)
            if events and not _dates_its_head(head):
                break
        token = head
    return events + event_nouns(events[-1]) if events else []


def _dated_word_before(doc: Doc, date: Span) -> Token | None:
    """Return the word right before a date where it is most likely what is dated: "said on Friday", "remarks last week"."""
    i = date.start - 1
    if i > 0 and doc[i].pos_ == "ADP":
        i -= 1
    if i < 1 or doc[i].i == date.root.head.i:
        return None
    word = doc[i]
    if is_dated_speech_verb(word):
        return word
    if word.pos_ != "NOUN":
        return None
    if word.dep_ == "pobj":
        return None if word.head.lower_ in DATED_PREPOSITIONS else word
    return word if word.dep_ == "dobj" and word.lemma_ in HAPPENINGS and word.head.lemma_ not in SUPPORT_VERBS else None


def is_dated_speech_verb(token: Token) -> bool:
    """Tell whether a token is a verb of saying whose date is that of the words."""
    return token.pos_ == "VERB" and token.lemma_ in DATED_SPEECH_VERBS


def _dates_its_head(token: Token) -> bool:
    """Tell whether what dates a word dates its head too: "gave an interview Tuesday", "said in an interview Tuesday"."""
    if token.dep_ == "prep":
        return token.lower_ in DATED_PREPOSITIONS
    return token.dep_ in _DATED_ROLES


def _speech_verb_above(verb: Token) -> Token:
    """Return the verb of saying above a verb, else the verb itself: "in an interview Tuesday" dates what was said."""
    return next((token for token in (verb, *verb.ancestors) if token.lemma_ in DATED_SPEECH_VERBS), verb)


def event_nouns(verb: Token) -> list[Token]:
    """Return the nouns that stand for the event of a verb that says little: "made a statement", "talks are to be held"."""
    if verb.lemma_ not in SUPPORT_VERBS and not (verb.lemma_ in SCHEDULED and is_passive(verb)):
        return []
    nouns = dependents(verb, "dobj", *NOMINAL_SUBJECTS)
    if not nouns and verb.dep_ == "xcomp":
        nouns = dependents(matrix_predicate(verb), *NOMINAL_SUBJECTS)
    return [noun for noun in nouns if noun.pos_ == "NOUN"]


def is_future(events: Sequence[Token]) -> bool | None:
    """Tell from its verb whether an event lies ahead of the report; None if the words leave it open."""
    verb = next((token for token in events if token.pos_ in VERBAL), None)
    if verb is None:
        return None
    auxiliaries = {auxiliary.lower_ for auxiliary in dependents(verb, *AUXILIARIES)}
    if verb.tag_ == "VBD" or auxiliaries & {"was", "were", "had", "has", "have", "did", "been"}:
        return False
    return True if auxiliaries & {"will", "'ll", "’ll", "wo", "to"} else None


def reported_events(events: Sequence[Token]) -> list[Token]:
    """Return what had happened by the time it was reported: "said in 2017 that they had repaid" -> repaid."""
    verbs = [clause for token in events if token.lemma_ in DATED_SPEECH_VERBS for clause in dependents(token, "ccomp")]
    return [verb for verb in verbs if verb.pos_ == "VERB" and is_future([verb]) is False]
