"""Who does what to whom: the arguments of a verb or of a noun for an act, and those that it shares with a clause above.

Readers of like things stand side by side here, because the judgements that rest on them are tuned to what each of them finds:

- `arguments_of`, with `controller`: agent, patient and the rest apart, passives and relative clauses undone. For terms and
  polarity, which compare who did what to whom.
- `agents` and `internal_arguments`: more generous, also across "was ready to". For dates, which ask whether two events are one.
- `preceding_subject`: the noun before the verb and nothing else. For numbers, which ask whether two subjects agree.
- `argument_heads`: all arguments alike. For claims, which ask how many arguments of a predicate another sentence has.
- `governor_and_role`: from the noun's side, which word it is an argument of, and as what. For names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..lexicon.function_words import ABOUT, OWNERS
from .dependencies import (
    ACTIVE_SUBJECTS,
    ADNOMINAL_CLAUSES,
    AUXILIARIES,
    NOMINAL,
    NOMINAL_SUBJECTS,
    OBJECTS,
    PASSIVE_SUBJECTS,
    SUBJECT_SHARING,
    SUBJECTS,
    VERBAL,
    WH_PRONOUNS,
    climb,
    dependent,
    dependents,
    is_passive,
    matrix_predicate,
    nearest_verb,
    prepositional_objects,
    subject,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_UPWARD: Final = 6
"""How many clauses above a verb are searched for a subject that it shares."""
_PRECEDING_UPWARD: Final = 3
"""How many for the subject that stands before a verb."""
_CONTROLLED: Final = SUBJECT_SHARING | {"pcomp"}
"""Clauses that have their subject from a clause above, also after a preposition."""
_INHERITING: Final = SUBJECT_SHARING | {"ccomp"}
"""Clauses that may have the agent of the clause above."""
_NO_ARGUMENTS: Final = frozenset({"punct", *AUXILIARIES, "mark", "cc", "det", "conj"})
"""Dependents that are no arguments of a predicate."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of an act: who does it, what it is done to, and what prepositions add to a verb."""

    subject: tuple[Token, ...]
    object: tuple[Token, ...]
    other: tuple[Token, ...] = ()


def arguments_of(token: Token) -> Arguments:
    """Return the arguments of a verb or of a noun for an act; of a passive verb the object is what its subject names."""
    return _arguments_of_verb(token) if token.pos_ in VERBAL else _arguments_of_noun(token)


def _arguments_of_noun(noun: Token) -> Arguments:
    """Arguments of a noun: his support for a bill, the firing of a clerk; for support that is voiced also who voices it."""
    owners = [_owner(child) for child in dependents(noun, "poss")] + prepositional_objects(noun, ("by",))
    about = prepositional_objects(noun, ABOUT)
    about += [found for near in prepositional_objects(noun) for found in prepositional_objects(near, ABOUT)]
    about = about or prepositional_objects(noun, ("to",)) + dependents(noun, "compound")
    if not about:
        return Arguments((), tuple(_with_conjuncts(owners)))
    if not owners and noun.dep_ == "dobj" and noun.head.pos_ == "VERB":
        return Arguments(_arguments_of_verb(noun.head).subject, tuple(_with_conjuncts(about)))
    return Arguments(tuple(_with_conjuncts(owners)), tuple(_with_conjuncts(about)))


def _owner(token: Token) -> Token:
    """The subject that a word like "her" most likely goes back to, or the word itself."""
    verb = nearest_verb(token, ("VERB",)) if token.lower_ in OWNERS else None
    return (verb is not None and subject(verb, SUBJECTS)) or token


def _arguments_of_verb(verb: Token) -> Arguments:
    passive = is_passive(verb)
    subjects = dependents(verb, *ACTIVE_SUBJECTS) + passive_agents(verb)
    objects = dependents(verb, *OBJECTS, *PASSIVE_SUBJECTS)
    if verb.dep_ in ADNOMINAL_CLAUSES:
        subjects, objects = _with_antecedent(verb, passive, subjects, objects)
    elif not (objects if passive else subjects) and (above := controller(verb)) is not None:
        (objects if passive else subjects).append(above)
    others = prepositional_objects(verb)
    return Arguments(tuple(_with_conjuncts(subjects)), tuple(_with_conjuncts(objects)), tuple(_with_conjuncts(others)))


def _with_antecedent(verb: Token, passive: bool, subjects: list[Token], objects: list[Token]) -> tuple[list[Token], list[Token]]:
    """Arguments of a clause on a noun, which fills the open place: the man who quit, the man fired, the law he signed."""
    subjects, objects = ([t for t in group if t.tag_ not in WH_PRONOUNS] for group in (subjects, objects))
    fired = verb.dep_ == "acl" and verb.tag_ == "VBN"
    signed = verb.dep_ == "relcl" and bool(subjects) and not objects
    if passive or fired or signed:
        objects = objects or [verb.head]
    elif not subjects:
        subjects = [verb.head]
    return subjects, objects


def _with_conjuncts(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens and those joined to them by "and"; of "dozens of clerks" also the clerks."""
    for token in tokens:
        yield token
        yield from token.conjuncts
        if token.pos_ in ("NUM", "NOUN"):
            yield from prepositional_objects(token, ("of",))


def passive_agents(verb: Token) -> list[Token]:
    """Return who did it, of a passive verb: what stands after "by"."""
    return [noun for by in dependents(verb, "agent") for noun in dependents(by, "pobj")]


def controller(verb: Token) -> Token | None:
    """Return what a verb without a subject has for one, in a clause above: the "he" of "he waited and left".

    Of an infinitive it is the object of the verb above, if that has one: the "clerk" of "he told the clerk to leave".
    """
    above = verb
    for _ in range(_UPWARD):
        label, above = above.dep_, above.head
        if label == "pcomp":  # after being fired he left
            above = above.head
        if label not in _CONTROLLED or above.pos_ not in VERBAL:
            return None
        if found := (label == "xcomp" and dependent(above, "dobj")) or subject(above, SUBJECTS):
            return found
    return None


def preceding_subject(verb: Token) -> Token | None:
    """Return the noun that stands as the subject before a verb, or before the nearest verb above that it shares its subject with.

    Narrower than `controller`: no object of the verb above, nothing across a preposition, no subject behind ("said Ann Lee").
    """
    clauses = climb(verb, SUBJECT_SHARING, _PRECEDING_UPWARD)
    return next((noun for clause in clauses for noun in clause.lefts if noun.dep_ in NOMINAL_SUBJECTS), None)


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject, that of the verb above where a verb has none of its own, or who stands after "by".

    Of a verb under a passive one that is the passive's subject: the "minister" of "the minister was asked to resign".
    """
    found = dependents(verb, "nsubj") + passive_agents(verb)
    inherits = verb.dep_ in _INHERITING and verb.head.i != verb.i
    if found or not inherits or dependent(verb, "nsubjpass"):
        return found
    above = matrix_predicate(verb)
    patients = dependents(above, "nsubjpass") if verb.dep_ in ("xcomp", "conj") else []
    return patients or (agents(above) if above.pos_ in VERBAL else [])


def according_to(token: Token) -> list[Token]:
    """Return whom "according to" names, from the word "according"; the parser may hang the "to" on another word."""
    behind = token.doc[token.i + 1 : token.i + 2]
    to = next((word for word in (*token.children, *behind) if word.lower_ == "to"), None)
    return [] if to is None else dependents(to, "pobj")


def internal_arguments(verb: Token) -> list[Token]:
    """Return what an act is done to, or about: all its arguments but the agent and dates."""
    found = dependents(verb, *OBJECTS, "nsubjpass", "attr", "xcomp", "ccomp")
    return found + [noun for noun in prepositional_objects(verb) if noun.ent_type_ != "DATE"]


def argument_heads(predicate: Token) -> list[Token]:
    """Return the heads of all arguments of a verb or event noun; a shared subject is found up the tree."""
    heads = []
    for child in predicate.children:
        if child.dep_ in ("prep", "agent"):
            heads += dependents(child, "pobj")
        elif child.dep_ not in _NO_ARGUMENTS:
            heads.append(child)
    for clause in climb(predicate, SUBJECT_SHARING):
        if subjects := dependents(clause, *SUBJECTS):
            return heads if clause == predicate else heads + subjects
        if clause.dep_ in ADNOMINAL_CLAUSES:
            return [*heads, clause.head]
    return heads


def governor_and_role(noun: Token) -> tuple[Token, str] | None:
    """Return the word that a name is an argument of, and its role there: a label or a preposition; as if no verb were passive.

    Of "the mayor, Ann Lee, was fired" it is ("fired", "dobj"), of "talks in Osmere" ("talks", "in").
    """
    while noun.dep_ in ("conj", "appos") and noun.head.pos_ in NOMINAL:
        noun = noun.head
    above = noun.head
    if noun.dep_ == "pobj":
        by = above.dep_ == "agent"
        while above.head.dep_ == "prep" and above.dep_ == "prep":  # out of the house
            above = above.head
        return above.head, "nsubj" if by else above.lemma_
    if noun.dep_ in ("nsubj", "attr", "oprd", *OBJECTS):
        return above, noun.dep_
    return (above, "dobj") if noun.dep_ == "nsubjpass" else None
