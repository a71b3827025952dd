"""Cues of speech in one sentence: a verb, a noun or "according to", with its speaker and the content that it reports.

Read from the parse alone: coreference.py tells whom the words for the speaker mean, cue_linking.py which quotations a cue has.
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
    QUOTING_VERBS,
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
from ..settings.claims_and_speech import MAX_SENTENCE_TOKENS, MAX_TREE_STEPS, NEAR_TOKENS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECT_PATH: Final = SUBJECT_SHARING | {"pcomp", "prep"}
"""Dependencies that lead from a verb without a subject of its own to the one that has it."""
NAME_TAGS: Final = frozenset({"PROPN", "PRON"})
"""Parts of speech of a name or of what stands for one."""


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A word that reports speech; `contents` has the token ranges (start, end) of what it reports, as far as the parse tells."""

    token: Token
    speaker: Token | None
    contents: tuple[tuple[int, int], ...]

    @property
    def span(self) -> tuple[int, int]:
        """The characters of the cue in its sentence: "said", "according to", "pointed out"."""
        last = self.token
        following = last.doc[last.i + 1] if last.i + 1 < len(last.doc) else None
        if following is not None and following.head == last and (following.dep_ == "prt" or last.lower_ == "according"):
            last = following
        return self.token.idx, last.idx + len(last.text)


def is_verb(token: Token, lemmas: frozenset[str]) -> bool:
    """Return whether a token is a verb with one of these lemmas; "said" and "says" are, whatever the tagger took them for."""
    if token.pos_ in VERBAL:
        return token.lemma_.lower() in lemmas
    return token.lower_ in ("said", "says") and "say" in lemmas and token.pos_ != "NOUN"


def find_cues(doc: Doc) -> Iterator[Cue]:
    """Yield the cues of a sentence in order, with or without a speaker, inside and outside quotation marks."""
    for token in doc if len(doc) <= MAX_SENTENCE_TOKENS else ():
        if token.lower_ == "according":
            yield from _according_to_cue(token)
        elif is_verb(token, QUOTING_VERBS):
            speaker = speaker_of(token)
            yield Cue(token, speaker, tuple(_contents(token, speaker)))
        elif is_verb(token, HOLDING_VERBS) and token.dep_ not in ("ccomp", "relcl"):
            speaker = _active_subject(token)
            if speaker is not None and speaker.pos_ in NOMINAL:
                yield Cue(token, speaker, tuple(_contents(token, speaker)))
        elif token.pos_ == "NOUN" and token.lemma_.lower() in ATTRIBUTING_NOUNS:
            yield from _noun_cue(token)


def speaker_of(verb: Token) -> Token | None:
    """Return the head of the words for the speaker: the subject of a verb, or that of the verb it hangs on; None without one."""
    for clause in climb(verb, SUBJECT_PATH, MAX_TREE_STEPS):
        own_subject = _active_subject(clause)
        if own_subject is not None:
            return own_subject if clause == verb else _subject_of_reporting_verb(verb, clause, own_subject)
        passive = dependent(clause, "nsubjpass", "auxpass")
        if passive is not None or (clause.dep_ in ("acl", "advcl") and clause.tag_ == "VBN"):
            has_agent = clause == verb or passive is None or passive.dep_ == "auxpass"
            return next(iter(passive_agents(verb)), None) if has_agent else passive
        if clause.dep_ == "acl":
            return clause.head
    return _name_beside(verb)


def _subject_of_reporting_verb(verb: Token, near: Token, near_subject: Token) -> Token:
    """Return the subject for a verb that hangs on a reported clause: she said the plan is bad and accused him, ...

    The parser hangs such a verb on the nearest clause. It belongs to the reporting verb if the tenses say so, or if the subject
    of the near clause is no person: she said the case reminded her of another, adding ...

    Args:
        verb: The cue.
        near: The clause that the parser hangs it on.
        near_subject: The subject of that clause, which is returned unless the reporting verb's fits better.
    """
    clause = climb(near, SUBJECT_PATH, MAX_TREE_STEPS)[-1]
    reporting_verb = clause.head
    if clause.dep_ != "ccomp" or not is_verb(reporting_verb, SPEECH_VERBS):
        return near_subject
    speaker = _active_subject(reporting_verb)
    same_tense = verb.dep_ == "conj" and verb.tag_ == reporting_verb.tag_ == "VBD" and near.tag_ != "VBD"
    is_thing = verb.tag_ == "VBG" and near_subject.pos_ != "PROPN" and near_subject.lower_ not in ("he", "she", "they", "who")
    return speaker if speaker is not None and (same_tense or is_thing) else near_subject


def _active_subject(verb: Token) -> Token | None:
    """Return the active subject of a verb; for "who" the noun that it stands for."""
    own_subject = subject(verb, ACTIVE_SUBJECTS)
    if own_subject is not None and is_relative_pronoun(own_subject):
        return antecedent(verb) or own_subject
    return own_subject


def _name_beside(verb: Token) -> Token | None:
    """Return the name next to a verb for which the parser found no subject: "I do," said Ann Lee."""
    doc = verb.doc
    head = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
    if head is not None and (head.pos_ in NAME_TAGS or head.lower_ in ANYBODY or head.dep_ in PRENOMINALS):
        head = phrase_head(head, PRENOMINALS)
        is_pronoun = head.lower_ in ANYBODY or head.lower_ in ("he", "she", "they", "it")
        return head if is_pronoun or head.pos_ in NOMINAL else None
    before = doc[verb.i - 1] if verb.i else None
    return before if before is not None and before.pos_ in NAME_TAGS and before.dep_ not in ("dobj", "pobj") else None


def _according_to_cue(token: Token) -> Iterator[Cue]:
    """Yield the cue of an "according", if it names a speaker: its content is the clause around it."""
    speaker = next(iter(according_to(token)), None)
    if speaker is None:
        return
    clause = nearest_verb(token.head) or [token, *token.ancestors][-1]
    first, last = token.left_edge.i, max(token.right_edge.i, speaker.right_edge.i)
    yield Cue(token, speaker, tuple(_around(subtree_span(clause), (first, last + 1))))


def _around(outer: tuple[int, int], inner: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield what one token range has before and after another, without empty ranges."""
    for start, end in ((outer[0], inner[0]), (inner[1], outer[1])):
        if start < end:
            yield start, end


def _contents(verb: Token, speaker: Token | None) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the clauses that a verb of speech reports, without a cue that stands inside them."""
    first, last = verb.i, verb.i + 1
    if speaker is not None and abs(speaker.i - verb.i) <= NEAR_TOKENS:
        first, last = min(first, speaker.left_edge.i), max(last, speaker.i + 1)
    for start, end in _reported_clauses(verb):
        if not start <= verb.i < end:
            yield start, end
        elif verb.doc[start].tag_ not in WH_PRONOUNS:  # what they call a mistake
            yield from _around((start, end), (first, last))


def _reported_clauses(verb: Token) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the clauses that a verb of speech reports; they may include the cue."""
    lemma = verb.lemma_.lower()
    if lemma == "continue" or (lemma in NAMING_VERBS and lemma not in PROMISING_VERBS and lemma not in CHARGING_VERBS):
        return
    for child in verb.children:
        is_promise = child.dep_ == "xcomp" and lemma in PROMISING_VERBS and is_infinitive(child)
        if child.dep_ == "ccomp" or is_promise:
            yield subtree_span(child)
        elif child.dep_ == "prep" and lemma in CHARGING_VERBS and child.lower_ in ("of", "for", "about", "with"):
            yield from _prepositional_clauses(child)
        elif child.dep_ == "dobj" and lemma in CHARGING_VERBS:
            yield from (span for prep in child.children if prep.lower_ in ("of", "for") for span in _prepositional_clauses(prep))
    is_as_clause = verb.dep_ == "advcl" and any(child.lower_ == "as" and child.i < verb.i for child in verb.children)
    if verb.dep_ == "parataxis" or (is_as_clause and not dependent(verb, "dobj", *CLAUSAL_COMPLEMENTS)):
        yield from _around(subtree_span(verb.head), subtree_span(verb))


def _prepositional_clauses(preposition: Token) -> Iterator[tuple[int, int]]:
    """Yield the token ranges of the clauses after a preposition: accused them of "hiding the report"."""
    yield from map(subtree_span, dependents(preposition, "pcomp"))


def _noun_cue(noun: Token) -> Iterator[Cue]:
    """Yield the cue of a noun like "claim", if it has a speaker and a clause: the council's claim that ..."""
    contents = tuple(subtree_span(clause) for clause in dependents(noun, "acl", "ccomp") if is_that_clause(clause))
    speaker = dependent(noun, "poss")
    if speaker is None:
        speaker = next(iter(prepositional_objects(noun, ("by", "from", "of"))), None)
    if speaker is None and noun.dep_ == "dobj":
        speaker = speaker_of(noun.head)
    if contents and speaker is not None:
        yield Cue(noun, speaker, contents)
