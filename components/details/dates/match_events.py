"""Whether the events of two dates are one: by the words for them, and by their participants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...language import stem
from ...language.lexicon.function_words import AGAIN, ORDER, SUPPORT_VERBS
from ...language.lexicon.reporting_verbs import ASKING_VERBS
from ...language.syntax.arguments import agents, internal_arguments
from ...language.syntax.dependencies import (
    CLAUSAL_COMPLEMENTS,
    NOUN_MODIFIERS_AND_OWNERS,
    OBJECTS,
    dependents,
    is_content,
    nearest_verb,
)
from ...settings.dates_and_numbers import (
    DEADLINE_PROBABILITY,
    EVENT_SIMILARITY,
    PARTICIPANT_SIMILARITY,
    SHARED_PARTICIPANT_PROBABILITY,
    UTTERANCE_MAX_WORDS,
    UTTERANCE_MIN_WORDS,
    UTTERANCE_SHARE,
)
from ..sentence_pair import SentencePair
from .events import is_dated_speech_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

ONE_ACT: Final = tuple(
    frozenset(verbs.split())
    for verbs in (
        "approve pass adopt endorse ratify", "sue file", "arrest detain", "buy acquire purchase", "resign quit",
        "fire dismiss sack oust", "issue release publish", "seize capture", "hire appoint name", "close shut",
        "open reopen resume", "destroy demolish", "cancel scrap", "delay postpone", "halt suspend stop",
    )
)  # fmt: skip
"""Verbs that stand for one act where the same one does it to the same thing."""
SUIT: Final = frozenset("suit lawsuit complaint".split())
"""What is filed by one who sues."""


def same_event(pair: SentencePair, left: Token, right: Token) -> bool:
    """Tell whether two words stand for one event: similar words, and no participant that speaks against it."""
    if left.lemma_ in SUPPORT_VERBS or right.lemma_ in SUPPORT_VERBS or may_be_different_events(left, right):
        return False
    agent_match = _match(pair, agents(left), agents(right))
    object_match = _match(pair, internal_arguments(left), internal_arguments(right))
    if is_dated_speech_verb(left) and is_dated_speech_verb(right):
        return agent_match is not False and _same_utterance(pair, left, right)
    if left.lemma_ in ASKING_VERBS and right.lemma_ in ASKING_VERBS:
        return agent_match is not False and bool(_match(pair, _addressees(left), _addressees(right)))
    same_stem = stem(left.lemma_.lower(), "en") == stem(right.lemma_.lower(), "en")
    same_act = same_stem or _differ_by_re(left, right) or _are_synonyms(left, right)
    undergone = same_act and _match_across_voices(pair, left, right)
    if undergone or (not same_stem and pair.closeness(left, right) < EVENT_SIMILARITY):
        decisive = agent_match if _are_lawsuits(left, right) else object_match
        return undergone or (same_act and agent_match is not False and bool(decisive))
    if left.pos_ != "VERB" and right.pos_ != "VERB":
        modifiers = [dependents(token, *NOUN_MODIFIERS_AND_OWNERS) for token in (left, right)]
        return _match(pair, *modifiers) is not False and pair.closeness(left, right) >= PARTICIPANT_SIMILARITY
    participants = _match(pair, *(agents(token) + internal_arguments(token) for token in (left, right)))
    certain = pair.probability >= SHARED_PARTICIPANT_PROBABILITY
    return bool(participants) and (certain or False not in (agent_match, object_match))


def same_limit(pair: SentencePair, lefts: Sequence[int], rights: Sequence[int]) -> bool:
    """Tell whether two sentences that very probably state the same fact set one deadline: no verb or name speaks against it.

    Args:
        pair: the two sentences.
        lefts: tokens of what the date of the left sentence dates, nearest first.
        rights: the same for the right sentence.
    """
    if pair.probability < DEADLINE_PROBABILITY or not lefts or not rights:
        return False
    left, right = (nearest_verb(doc[i]) or doc[i] for doc, i in zip(pair.docs, (lefts[0], rights[0]), strict=True))
    vague = any(verb.lemma_ in SUPPORT_VERBS or verb.pos_ != "VERB" for verb in (left, right))
    names = [[token for token in agents(verb) if token.pos_ == "PROPN"] for verb in (left, right)]
    return (vague or pair.closeness(left, right) >= PARTICIPANT_SIMILARITY) and _match(pair, *names) is not False


def _are_synonyms(left: Token, right: Token) -> bool:
    return any({left.lemma_, right.lemma_} <= verbs for verbs in ONE_ACT)


def _are_lawsuits(left: Token, right: Token) -> bool:
    """Tell whether one sues and the other files a suit."""
    filing = next((token for token in (left, right) if token.lemma_ == "file"), None)
    return filing is not None and any(token.lemma_ in SUIT for token in internal_arguments(filing))


def _differ_by_re(left: Token, right: Token) -> bool:
    """Tell whether one word is the other with "re" before it: "opens" and "reopens"."""
    shorter, longer = sorted((left.lemma_.lower(), right.lemma_.lower()), key=len)
    return longer == f"re{shorter}"


def _match_across_voices(pair: SentencePair, left: Token, right: Token) -> bool:
    """Tell whether the object of one verb is the subject of the other: "will reopen the lane", "the lane reopens"."""
    left_objects, right_objects = (dependents(token, "dobj", "nsubjpass") for token in (left, right))
    return bool(
        (left_objects and not right_objects and _match(pair, left_objects, agents(right)))
        or (right_objects and not left_objects and _match(pair, agents(left), right_objects))
    )


def may_be_different_events(left: Token, right: Token) -> bool:
    """Tell whether words like "second" and "again" show that two words name, or may name, different events."""
    left_words, right_words = ({child.lower_ for child in token.children} & AGAIN for token in (left, right))
    if not (is_dated_speech_verb(left) or is_dated_speech_verb(right)):
        left_words, right_words = left_words - {"also"}, right_words - {"also"}
    if _differ_by_re(left, right):
        left_words, right_words = left_words - {"again"}, right_words - {"again"}
    return bool(left_words ^ right_words) or not left_words <= ORDER


def _match(pair: SentencePair, lefts: Sequence[Token], rights: Sequence[Token]) -> bool | None:
    """Tell whether some word of one side names what a word of the other does; None if a side has none, or only pronouns."""
    lefts, rights = ([word for token in tokens for word in _with_names(token)] for tokens in (lefts, rights))
    if not lefts or not rights:
        return None
    return any(
        pair.closeness(left, right) >= PARTICIPANT_SIMILARITY or (left.lower_ == right.lower_ and left.pos_ == "PROPN")
        for left in lefts
        for right in rights
    )


def _with_names(token: Token) -> list[Token]:
    """Return a word and the names that stand with it; of a pronoun the names alone."""
    names = [child for child in dependents(token, "compound", "appos", "nmod") if child.pos_ == "PROPN"]
    return names if token.pos_ == "PRON" else [token, *names]


def _addressees(verb: Token) -> list[Token]:
    """Return those whom a verb of asking addresses: "asked the minister to", "the minister was asked to"."""
    return dependents(verb, *OBJECTS, "nsubjpass")


def _same_utterance(pair: SentencePair, left: Token, right: Token) -> bool:
    """Tell whether two verbs of saying introduce one utterance: most of what either reports has a similar word in the other."""
    lefts, rights = _content_words(left), _content_words(right)
    if min(len(lefts), len(rights)) < UTTERANCE_MIN_WORDS:
        return False
    similar = [[pair.closeness(a, b) >= PARTICIPANT_SIMILARITY for b in rights] for a in lefts]
    left_share = sum(map(any, similar)) / len(lefts)
    right_share = sum(map(any, zip(*similar, strict=True))) / len(rights)
    return min(left_share, right_share) >= UTTERANCE_SHARE


def _content_words(verb: Token) -> list[Token]:
    words = (token for clause in dependents(verb, *CLAUSAL_COMPLEMENTS, "dobj", "dep") for token in clause.subtree)
    return [token for token in words if is_content(token, adverbs=False) and not token.is_stop][:UTTERANCE_MAX_WORDS]
