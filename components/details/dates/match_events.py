"""Whether the events of two dates are one: by the words for them, and by who and what takes part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...language import stem
from ...language.lexicon.function_words import AGAIN, ORDER, SUPPORT_VERBS
from ...language.lexicon.reporting_verbs import ASKING_VERBS, DATED_SPEECH_VERBS
from ...language.syntax.arguments import agents, internal_arguments
from ...language.syntax.dependencies import (
    CLAUSAL_COMPLEMENTS,
    NOUN_MODIFIERS_AND_OWNERS,
    OBJECTS,
    dependents,
    is_content,
    nearest_verb,
)
from ..sentence_pair import SentencePair

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
ALIKE: Final = 0.6
"""Closeness of two words, in their roles, from which they are taken for the same person or thing."""
AKIN: Final = 0.72
"""Closeness of two verbs or event nouns from which they are taken for the same event, if who and what agree."""
SURE: Final = 0.9
"""Probability that two sentences state a same fact from which one that takes part in common is enough."""
LIKELY: Final = 0.8
"""Probability from which the one limit in time of either sentence is that of one thing."""
WORDS: Final = 3
"""Telling words that an utterance must have to be compared."""
FIRST: Final = 8
"""Telling words of an utterance looked at: those that come after add to it."""
SHARE: Final = 0.5
"""Share of the telling words of either utterance that must be found in the other."""


def same_event(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two words stand for one event: like words, and nothing in who or what takes part that speaks against it."""
    if left.lemma_ in SUPPORT_VERBS or right.lemma_ in SUPPORT_VERBS or distinguished(left, right):
        return False
    by, what = _agree(pair, agents(left), agents(right)), _agree(pair, internal_arguments(left), internal_arguments(right))
    sure = pair.probability >= SURE
    if _says(left) and _says(right):
        return by is not False and _same_words(pair, left, right)
    if left.lemma_ in ASKING_VERBS and right.lemma_ in ASKING_VERBS:
        return by is not False and bool(_agree(pair, _asked(left), _asked(right)))
    same = stem(left.lemma_.lower(), "en") == stem(right.lemma_.lower(), "en")
    act = same or _again(left, right) or _one_act(left, right)
    undergone = act and _undergone(pair, left, right)
    if undergone or (not same and pair.closeness(left, right) < AKIN):
        return undergone or (act and by is not False and bool(by if _suits(left, right) else what))
    if left.pos_ != "VERB" and right.pos_ != "VERB":
        modifiers = [dependents(token, *NOUN_MODIFIERS_AND_OWNERS) for token in (left, right)]
        return _agree(pair, *modifiers) is not False and pair.closeness(left, right) >= ALIKE
    crossed = _agree(pair, *(agents(token) + internal_arguments(token) for token in (left, right)))
    return bool(crossed) and (sure or False not in (by, what))


def same_limit(pair: SentencePair, lefts: Sequence[int], rights: Sequence[int]) -> bool:
    """Whether two sentences, very probably alike, set a limit in time to one thing: neither verb nor names speak against it."""
    if pair.probability < LIKELY or not lefts or not rights:
        return False
    one, two = (nearest_verb(doc[side[0]]) or doc[side[0]] for doc, side in zip(pair.docs, (lefts, rights), strict=True))
    light = any(verb.lemma_ in SUPPORT_VERBS or verb.pos_ != "VERB" for verb in (one, two))
    names = [[token for token in agents(verb) if token.pos_ == "PROPN"] for verb in (one, two)]
    return (light or pair.closeness(one, two) >= ALIKE) and _agree(pair, *names) is not False


def _one_act(left: Token, right: Token) -> bool:
    return any({left.lemma_, right.lemma_} <= verbs for verbs in ONE_ACT)


def _suits(left: Token, right: Token) -> bool:
    """Whether one sues and the other files a suit."""
    filing = next((token for token in (left, right) if token.lemma_ == "file"), None)
    return filing is not None and any(token.lemma_ in SUIT for token in internal_arguments(filing))


def _again(left: Token, right: Token) -> bool:
    one, two = sorted((left.lemma_.lower(), right.lemma_.lower()), key=len)
    return two == f"re{one}"


def _undergone(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether what one sentence has done to a thing the other has happen to it: "will reopen the lane", "the lane reopens"."""
    one, two = (dependents(token, "dobj", "nsubjpass") for token in (left, right))
    return bool((one and not two and _agree(pair, one, agents(right))) or (two and not one and _agree(pair, agents(left), two)))


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in DATED_SPEECH_VERBS


def distinguished(left: Token, right: Token) -> bool:
    """Whether words like "second" and "again" show another event than the other sentence has, or may do."""
    one, two = ({child.lower_ for child in token.children} & AGAIN for token in (left, right))
    if not (_says(left) or _says(right)):
        one, two = one - {"also"}, two - {"also"}
    if _again(left, right):
        one, two = one - {"again"}, two - {"again"}
    return bool(one ^ two) or not one <= ORDER


def _agree(pair: SentencePair, lefts: Sequence[Token], rights: Sequence[Token]) -> bool | None:
    """Whether some word of one side is one of the other's; None if a side has none, or only pronouns."""
    lefts, rights = ([word for token in side for word in _phrase(token)] for side in (lefts, rights))
    if not lefts or not rights:
        return None
    return any(pair.closeness(a, b) >= ALIKE or (a.lower_ == b.lower_ and a.pos_ == "PROPN") for a in lefts for b in rights)


def _phrase(token: Token) -> list[Token]:
    """A word and the names that stand with it."""
    names = [child for child in dependents(token, "compound", "appos", "nmod") if child.pos_ == "PROPN"]
    return names if token.pos_ == "PRON" else [token, *names]


def _asked(token: Token) -> list[Token]:
    """Whom a verb of asking is said to: "asked the minister to", "asked that the minister"."""
    return dependents(token, *OBJECTS, "nsubjpass")


def _same_words(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two verbs of saying introduce the same utterance: most of what either says finds a like word in the other."""
    sides = [_content(token) for token in (left, right)]
    if min(len(side) for side in sides) < WORDS:
        return False
    shares = [
        sum(any(pair.closeness(*((a, b) if n == 0 else (b, a))) >= ALIKE for b in other) for a in side) / len(side)
        for n, (side, other) in enumerate((sides, sides[::-1]))
    ]
    return min(shares) >= SHARE


def _content(verb: Token) -> list[Token]:
    words = (token for clause in dependents(verb, *CLAUSAL_COMPLEMENTS, "dobj", "dep") for token in clause.subtree)
    return [token for token in words if is_content(token, adverbs=False) and not token.is_stop][:FIRST]
