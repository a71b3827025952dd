"""How an act is put forward in a parsed sentence, who is said to say so, and whether the arguments of two acts agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...language.lexicon.function_words import CONDITIONS, GIVEN, MODALS, PERSON_PRONOUNS
from ...language.lexicon.reporting_verbs import REFUSING_VERBS, UNREAL_NOUNS, UNREAL_VERBS
from ...language.syntax.arguments import according_to, arguments_of
from ...language.syntax.dependencies import NOMINAL, NOUN_MODIFIERS, VERBAL, dependents, is_negated, phrase_head
from ..sentence_pair import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME: Final = 0.6
"""Closeness from which two different words in like slots are taken to stand for one thing."""
SURE: Final = 0.8
"""Probability of a pair of sentences from which "he" in one may stand for a name in the other."""
LONGEST: Final = 400
"""Tokens of the longest sentence that is read for acts; longer ones are lists, and would be slow."""
_UPWARD: Final = 6
"""How many words above an act are looked at."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether an act is negated, and whether it is put forward as real or as possible, planned, wanted, a condition."""

    negated: bool
    real: bool


def factuality(token: Token) -> Factuality:
    """How an act is put forward, read from the words on it and above it."""
    negated, real, at = is_negated(token), True, token
    for _ in range(_UPWARD):
        if any(word.lower_ in MODALS | CONDITIONS for word in dependents(at, "aux", "mark")):
            real = False
        if at.head.i == at.i or at.dep_ in ("relcl", "advcl", "parataxis"):
            break
        above = at.head
        if at.dep_ == "prep" and at.lower_ in GIVEN and above.lemma_.lower() not in UNREAL_VERBS:
            break
        if at.dep_ not in ("nsubj", "conj"):
            lemma = above.lemma_.lower()
            real = real and lemma not in UNREAL_VERBS and lemma not in UNREAL_NOUNS
            have_yet = lemma == "have" and any(child.lower_ == "yet" for child in above.children)
            negated_above = is_negated(above) != (lemma in REFUSING_VERBS or have_yet)
            negated ^= negated_above and at.dep_ in ("xcomp", "ccomp", "dobj", "pobj")
        at = above
    return Factuality(negated, real)


def voice(token: Token) -> tuple[Token, ...] | None:
    """Who is said to say so, of an act under a verb like "said" or beside "according to"; None for the article itself."""
    at = token
    for _ in range(_UPWARD):
        if said := _according(at):
            return tuple(said)
        if at.dep_ == "ccomp" and at.head.pos_ in VERBAL:
            return arguments_of(at.head).subject
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _according(token: Token) -> list[Token]:
    """Whom "according to" names for an act; a parser may hang it on the last noun before it."""
    for word in (word for word in token.subtree if word.lower_ == "according"):
        at = word.head
        while at.i != token.i and at.pos_ in NOMINAL | {"NUM", "PRON", "ADP"} and at.head.i != at.i:
            at = at.head
        if at.i == token.i:
            return according_to(word)
    return []


def same_arguments(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two arguments stand for one thing: the same word, or words close to each other that are not two names."""
    left, right = phrase_head(left), phrase_head(right)
    sorts = {left.pos_, right.pos_}
    if "PRON" in sorts:
        persons = all(t.pos_ == "PROPN" or t.lower_ in PERSON_PRONOUNS for t in (left, right))
        return pair.closeness(left, right) >= SAME or (persons and pair.probability >= SURE)
    if left.lemma_.casefold() == right.lemma_.casefold():
        return True
    described = sorts == {"NOUN"} and len(_modifiers(left) & _modifiers(right)) > 1
    return described or (sorts != {"PROPN"} and pair.closeness(left, right) >= SAME)


def _modifiers(token: Token) -> set[str]:
    """The words that describe a noun: two in common speak for one thing, as of alleged cartel figures and operatives."""
    return {modifier.lemma_.casefold() for modifier in dependents(token, *NOUN_MODIFIERS)}


def compatible(pair: SentencePair, lefts: Iterable[Token], rights: Iterable[Token]) -> tuple[Token, Token] | None:
    """The closest two arguments, one of each side, that stand for one thing."""
    yours = tuple(rights)
    found = [(a, b) for a in lefts for b in yours if same_arguments(pair, a, b)]
    return min(found, key=lambda two: (-pair.closeness(*two), two[0].i + two[1].i), default=None)


def conflict(pair: SentencePair, lefts: Iterable[Token], rights: Iterable[Token]) -> bool:
    """Whether both sides name somebody or something and nothing of the one side can be something of the other."""
    mine, yours = ([t for t in group if t.pos_ != "PRON"] for group in (lefts, rights))
    return bool(mine and yours) and compatible(pair, mine, yours) is None
