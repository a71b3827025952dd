"""Whether an act is affirmed and put forward as real, who is said to say so, and whether the arguments of two acts agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...language.lexicon.function_words import CONDITIONS, GIVEN, MODALS, PERSON_PRONOUNS
from ...language.lexicon.reporting_verbs import REFUSING_VERBS, UNREAL_NOUNS, UNREAL_VERBS
from ...language.syntax.arguments import according_to, arguments_of
from ...language.syntax.dependencies import NOMINAL, NOUN_MODIFIERS, VERBAL, dependents, is_negated, phrase_head
from ...settings.names_quotes_terms import ARGUMENT_CLOSENESS, COMMON_MODIFIERS, MAX_HEADS, PRONOUN_PROBABILITY
from ..sentence_pair import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Token

_PHRASE_PARTS: Final = NOMINAL | {"NUM", "PRON", "ADP"}
"""Parts of speech between an act and the last noun of its clause."""


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether an act is negated, and whether it is put forward as real or as possible, planned, wanted, a condition."""

    negated: bool
    real: bool


def factuality(token: Token) -> Factuality:
    """Return how an act is put forward, read from the words on it and above it."""
    negated, real, word = is_negated(token), True, token
    for _ in range(MAX_HEADS):
        if any(child.lower_ in MODALS or child.lower_ in CONDITIONS for child in dependents(word, "aux", "mark")):
            real = False
        if word.head.i == word.i or word.dep_ in ("relcl", "advcl", "parataxis"):
            break
        head = word.head
        if word.dep_ == "prep" and word.lower_ in GIVEN and head.lemma_.lower() not in UNREAL_VERBS:
            break
        if word.dep_ not in ("nsubj", "conj"):
            lemma = head.lemma_.lower()
            real = real and lemma not in UNREAL_VERBS and lemma not in UNREAL_NOUNS
            have_yet = lemma == "have" and any(child.lower_ == "yet" for child in head.children)
            negated_above = is_negated(head) != (lemma in REFUSING_VERBS or have_yet)
            negated ^= negated_above and word.dep_ in ("xcomp", "ccomp", "dobj", "pobj")
        word = head
    return Factuality(negated, real)


def source_of(token: Token) -> tuple[Token, ...] | None:
    """Return who is said to say so, of an act under a verb like "said" or beside "according to"; None for the article itself."""
    word = token
    for _ in range(MAX_HEADS):
        if source := _according_to_whom(word):
            return tuple(source)
        if word.dep_ == "ccomp" and word.head.pos_ in VERBAL:
            return arguments_of(word.head).subject
        if word.head.i == word.i:
            return None
        word = word.head
    return None


def _according_to_whom(token: Token) -> list[Token]:
    """Return whom "according to" names for an act; a parser may hang it on the last noun before it."""
    for according in (word for word in token.subtree if word.lower_ == "according"):
        word = according.head
        while word.i != token.i and word.pos_ in _PHRASE_PARTS and word.head.i != word.i:
            word = word.head
        if word.i == token.i:
            return according_to(according)
    return []


def same_arguments(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two arguments stand for one thing: the same word, or words close to each other that are not two names."""
    left, right = phrase_head(left), phrase_head(right)
    pos_tags = {left.pos_, right.pos_}
    if "PRON" in pos_tags:
        persons = all(token.pos_ == "PROPN" or token.lower_ in PERSON_PRONOUNS for token in (left, right))
        return pair.closeness(left, right) >= ARGUMENT_CLOSENESS or (persons and pair.probability >= PRONOUN_PROBABILITY)
    if left.lemma_.casefold() == right.lemma_.casefold():
        return True
    same_modifiers = pos_tags == {"NOUN"} and len(_modifiers(left) & _modifiers(right)) >= COMMON_MODIFIERS
    return same_modifiers or (pos_tags != {"PROPN"} and pair.closeness(left, right) >= ARGUMENT_CLOSENESS)


def _modifiers(noun: Token) -> set[str]:
    """Return the words that describe a noun."""
    return {modifier.lemma_.casefold() for modifier in dependents(noun, *NOUN_MODIFIERS)}


def closest_match(pair: SentencePair, left: Iterable[Token], right: Iterable[Token]) -> tuple[Token, Token] | None:
    """Return the closest two arguments, one of each side, that stand for one thing; None if no two do."""
    right_arguments = tuple(right)
    matches = [(a, b) for a in left for b in right_arguments if same_arguments(pair, a, b)]
    return min(matches, key=lambda match: (-pair.closeness(*match), match[0].i + match[1].i), default=None)


def conflict(pair: SentencePair, left: Iterable[Token], right: Iterable[Token]) -> bool:
    """Whether both sides name somebody or something, and nothing on the one side can be something on the other."""
    left_named, right_named = ([token for token in tokens if token.pos_ != "PRON"] for tokens in (left, right))
    return bool(left_named and right_named) and closest_match(pair, left_named, right_named) is None
