"""Cues of speech in one sentence: the verb, noun or "according to" that says that somebody says, whose it is, and what is said.

Read from the parse alone; who is meant by the words found is for speakers.py, quotation marks are for attribution.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..language.lexicon.function_words import ANYBODY
from ..language.lexicon.reporting_verbs import (
    ATTRIBUTING_NOUNS,
    CHARGING_VERBS,
    HOLDING_VERBS,
    NAMING_VERBS,
    PROMISING_VERBS,
    SPEECH_VERBS,
)
from ..language.syntax.arguments import according_to, passive_agents
from ..language.syntax.dependencies import (
    ACTIVE_SUBJECTS,
    CLAUSAL_COMPLEMENTS,
    NOMINAL,
    PRENOMINALS,
    SUBJECT_SHARING,
    VERBAL,
    WH_PRONOUNS,
    antecedent,
    climb,
    dependent,
    dependents,
    is_infinitive,
    is_relative_pronoun,
    is_that_clause,
    nearest_verb,
    phrase_head,
    prepositional_objects,
    subject,
    subtree_span,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CLIMBED: Final = SUBJECT_SHARING | {"pcomp", "prep"}
"""From a verb without a subject of its own these lead to the one that has it."""
NAMED: Final = frozenset({"PROPN", "PRON"})
"""Parts of speech of a name or of what stands for one."""
LONGEST: Final = 200
"""Tokens: what is longer is no sentence, and its parse is not read."""
HOPS: Final = 12
"""How far a tree is climbed: enough for any sentence that people write."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A word that says that somebody says; `said`: the token ranges (start, end) of what is said, as far as the parse shows."""

    token: Token
    speaker: Token | None
    said: tuple[tuple[int, int], ...]

    @property
    def span(self) -> tuple[int, int]:
        """From the cue's first to its last character in its sentence: "said", "according to", "pointed out"."""
        last = self.token
        after = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
        if after is not None and after.head == last and (after.dep_ == "prt" or last.lower_ == "according"):
            last = after
        return self.token.idx, last.idx + len(last.text)


def is_verb(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether a token is a verb with one of these lemmas; "said" and "says" are, whatever the tagger took them for."""
    if token.pos_ in VERBAL:
        return token.lemma_.lower() in lemmas
    return token.lower_ in ("said", "says") and "say" in lemmas and token.pos_ != "NOUN"


def find_cues(doc: Doc) -> Iterator[Cue]:
    """The cues of a sentence in order, with or without a source; those in quotation marks as well."""
    for token in doc if len(doc) <= LONGEST else ():
        if token.lower_ == "according":
            yield from _according(token)
        elif is_verb(token, SPEECH_VERBS | NAMING_VERBS):
            who = speaker_of(token)
            yield Cue(token, who, tuple(_said(token, who)))
        elif is_verb(token, HOLDING_VERBS) and token.dep_ not in ("ccomp", "relcl"):
            who = _own_subject(token)
            if who is not None and who.pos_ in NOMINAL:
                yield Cue(token, who, tuple(_said(token, who)))
        elif token.pos_ == "NOUN" and token.lemma_.lower() in ATTRIBUTING_NOUNS:
            yield from _noun(token)


def speaker_of(verb: Token) -> Token | None:
    """The head of the words for who speaks, or None: the verb's subject, or that of the verb it hangs on."""
    for clause in climb(verb, CLIMBED, HOPS):
        own = _own_subject(clause)
        if own is not None:
            return own if clause == verb else _outer(verb, clause, own)
        passive = dependent(clause, "nsubjpass", "auxpass")
        if passive is not None or (clause.dep_ in ("acl", "advcl") and clause.tag_ == "VBN"):
            bare = clause == verb or passive is None or passive.dep_ == "auxpass"
            return next(iter(passive_agents(verb)), None) if bare else passive
        if clause.dep_ == "acl":
            return clause.head
    return _beside(verb)


def _outer(verb: Token, near: Token, near_subject: Token) -> Token:
    """The subject for a verb that hangs on `near`, which itself is being reported: she said the plan is bad and accused him, ...

    The parser hangs such a verb on the nearest clause. It belongs to the reporting one if the tenses say so, or if what the near
    clause is about is no name: she said the case reminded her of another, adding ...
    """
    clause = climb(near, CLIMBED, HOPS)[-1]
    teller = clause.head
    if clause.dep_ != "ccomp" or not is_verb(teller, SPEECH_VERBS):
        return near_subject
    speaker = _own_subject(teller)
    tense = verb.dep_ == "conj" and verb.tag_ == teller.tag_ == "VBD" and near.tag_ != "VBD"
    thing = verb.tag_ == "VBG" and near_subject.pos_ != "PROPN" and near_subject.lower_ not in ("he", "she", "they", "who")
    return speaker if speaker is not None and (tense or thing) else near_subject


def _own_subject(verb: Token) -> Token | None:
    """The active subject of a verb; for "who" the noun that it stands for."""
    own = subject(verb, ACTIVE_SUBJECTS)
    return (antecedent(verb) or own) if own is not None and is_relative_pronoun(own) else own


def _beside(verb: Token) -> Token | None:
    """A name right beside a verb for which the parser found no subject: "I do," said Ann Lee."""
    doc = verb.doc
    head = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if head is not None and (head.pos_ in NAMED or head.lower_ in ANYBODY or head.dep_ in PRENOMINALS):
        head = phrase_head(head, PRENOMINALS)
        known = head.lower_ in ANYBODY or head.lower_ in ("he", "she", "they", "it")
        return head if known or head.pos_ in NOMINAL else None
    before = doc[verb.i - 1] if verb.i else None
    return before if before is not None and before.pos_ in NAMED and before.dep_ not in ("dobj", "pobj") else None


def _according(token: Token) -> Iterator[Cue]:
    named = next(iter(according_to(token)), None)
    if named is None:
        return
    clause = nearest_verb(token.head) or [token, *token.ancestors][-1]
    first, last = token.left_edge.i, max(token.right_edge.i, named.right_edge.i)
    start, end = subtree_span(clause)
    yield Cue(token, named, tuple((a, b) for a, b in ((start, first), (last + 1, end)) if a < b))


def _said(verb: Token, who: Token | None) -> Iterator[tuple[int, int]]:
    """The token ranges of the clauses that a verb of speech reports; without the cue where it stands inside what is said."""
    first, last = verb.i, verb.i + 1
    if who is not None and abs(who.i - verb.i) <= HOPS:
        first, last = min(first, who.left_edge.i), max(last, who.i + 1)
    for start, end in _clauses(verb):
        if not start <= verb.i < end:
            yield start, end
        elif verb.doc[start].tag_ not in WH_PRONOUNS:  # what they call a mistake
            yield from ((a, b) for a, b in ((start, first), (last, end)) if a < b)


def _clauses(verb: Token) -> Iterator[tuple[int, int]]:
    lemma = verb.lemma_.lower()
    if lemma == "continue" or (lemma in NAMING_VERBS and lemma not in PROMISING_VERBS | CHARGING_VERBS):
        return
    for child in verb.children:
        infinitive = child.dep_ == "xcomp" and lemma in PROMISING_VERBS and is_infinitive(child)
        if child.dep_ == "ccomp" or infinitive:
            yield subtree_span(child)
        elif child.dep_ == "prep" and lemma in CHARGING_VERBS and child.lower_ in ("of", "for", "about", "with"):
            yield from _deeds(child)
        elif child.dep_ == "dobj" and lemma in CHARGING_VERBS:
            yield from (deed for prep in child.children if prep.lower_ in ("of", "for") for deed in _deeds(prep))
    as_told = verb.dep_ == "advcl" and any(c.lower_ == "as" and c.i < verb.i for c in verb.children)
    if verb.dep_ == "parataxis" or (as_told and not dependent(verb, "dobj", *CLAUSAL_COMPLEMENTS)):
        (start, end), (first, after) = subtree_span(verb.head), subtree_span(verb)
        yield from ((a, b) for a, b in ((start, first), (after, end)) if a < b)


def _deeds(preposition: Token) -> Iterator[tuple[int, int]]:
    yield from map(subtree_span, dependents(preposition, "pcomp"))


def _noun(noun: Token) -> Iterator[Cue]:
    said = tuple(subtree_span(clause) for clause in dependents(noun, "acl", "ccomp") if is_that_clause(clause))
    owner = dependent(noun, "poss")
    if owner is None:
        owner = next(iter(prepositional_objects(noun, ("by", "from", "of"))), None)
    if owner is None and noun.dep_ == "dobj":
        owner = speaker_of(noun.head)
    if said and owner is not None:
        yield Cue(noun, owner, said)
