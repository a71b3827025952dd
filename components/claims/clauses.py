"""Where a parsed sentence can be split: the clauses, appositions and conjuncts that can state a fact of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ..language.lexicon.function_words import BESIDE, DEPENDING
from ..language.lexicon.reporting_verbs import ADDRESSING_VERBS, DENYING_VERBS
from ..language.syntax.dependencies import (
    NOMINAL,
    PREDICATE_COMPLEMENTS,
    VERBAL,
    WH_WORDS,
    dependent,
    dependents,
    first_conjunct,
    is_content,
    is_finite,
    is_infinitive,
    is_predicate,
    is_set_off,
    is_that_clause,
    subject,
    subtree_span,
)
from ..settings.claims_and_speech import (
    MIN_CLAIM_WORDS,
    MIN_MODIFIER_WORDS,
    MIN_PARTICIPLE_WORDS,
    MIN_PREPOSITION_CLAUSE_WORDS,
    MIN_PURPOSE_WORDS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ClaimKind = Literal["main", "conjunct", "relative", "apposition", "clause", "content", "frame"]

SENTENCE_BREAKS: Final = frozenset("; — – -- : ... …".split())
"""Marks between two sentences written as one."""


@dataclass(frozen=True, slots=True)
class SplitPoint:
    """A part of a sentence that can stand apart: the token whose subtree it is, its predicate or head noun, and its kind."""

    top: int
    head: int
    kind: ClaimKind
    continued_top: int | None = None
    """The top of the part that this one continues, if it is a second piece of it."""


def split_points(doc: Doc, content_words: Callable[[Token], int]) -> Iterator[SplitPoint]:
    """Yield where a sentence can be split, in the order of its tokens, pieces that continue a part behind that part.

    Args:
        doc: The parsed sentence; it may have several roots.
        content_words: Gives the number of content words in the subtree of a token.
    """
    for token in doc:
        if token.head.i == token.i:
            yield SplitPoint(token.i, token.i, "main")
        elif (reader := _READERS.get(token.dep_)) and (split_point := reader(token, content_words)):
            yield split_point
            if token.dep_ == "prep":
                yield from _following_prepositions(token)


def _relative_clause(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read a relative clause, unless it only says which noun is meant: a short one, or that of "it was the first time that"."""
    noun = token.head
    subject_of_be = subject(noun.head) if noun.dep_ == "attr" else None
    if is_infinitive(token) or (subject_of_be and subject_of_be.lower_ in ("it", "this", "that")):
        return None
    separate = is_set_off(token) or (content_words(token) >= MIN_MODIFIER_WORDS and noun.pos_ not in ("PRON", "DET"))
    return SplitPoint(token.i, token.i, "relative") if separate else None


def _adnominal_clause(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read a participle after a noun ("a bridge built in 1930") or a clause that a noun announces ("reports that ...")."""
    if is_infinitive(token):
        return None
    if is_that_clause(token):
        return SplitPoint(token.i, token.i, "content") if content_words(token) >= MIN_MODIFIER_WORDS else None
    if with_clause := _clause_after_with(token):
        return with_clause
    if content_words(token) >= (MIN_CLAIM_WORDS if is_set_off(token) else MIN_PARTICIPLE_WORDS):
        return SplitPoint(token.i, token.i, "clause")
    return None


def _apposition(token: Token, _: Callable[[Token], int]) -> SplitPoint | None:
    """Read an apposition, unless it is an age, a bare name ("the mayor, Ann Lee") or a place ("Paris, France")."""
    if token.pos_ not in NOMINAL or not is_set_off(token):
        return None
    if not any(word.pos_ in ("NOUN", "VERB") for word in token.doc[slice(*subtree_span(token))]):
        return None
    return SplitPoint(token.i, token.i, "apposition")


def _adverbial_clause(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read an adverbial clause, unless it is a condition, a comparison or a short purpose.

    A finite verb without a subject is a misparse: in "Orr signs pact as crew heads home" the parser takes "crew" for something
    else.
    """
    marks = {child.lower_ for child in dependents(token, "mark", "advmod") if child.i < token.i}
    misparsed = is_finite(token) and subject(token) is None
    if misparsed or marks & DEPENDING or token.head.lemma_ == "come" or not is_predicate(token):
        return None
    short_purpose = is_infinitive(token) and (
        content_words(token) < MIN_PURPOSE_WORDS or "for" in marks or _follows_head_directly(token)
    )
    return None if short_purpose else SplitPoint(token.i, token.i, "clause")


def _follows_head_directly(token: Token) -> bool:
    """Return whether no content word stands between a purpose and its head: "went on to win"."""
    words_between = token.doc[token.head.i + 1 : token.left_edge.i]
    return token.i > token.head.i and not any(is_content(word) and word.dep_ != "prt" for word in words_between)


def _clause_after_preposition(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read a clause after a preposition: "after meeting the king of Spain", "with two people missing"."""
    prep = token.head
    if prep.dep_ != "prep" or token.pos_ not in VERBAL:
        return None
    separate = prep.lower_ in BESIDE or (prep.lower_ == "with" and is_set_off(prep))
    return SplitPoint(prep.i, token.i, "clause") if separate and content_words(token) >= MIN_PREPOSITION_CLAUSE_WORDS else None


def _clause_after_with(token: Token) -> SplitPoint | None:
    """Read a participle on the object of "with": "with two people held by the police"."""
    prep, noun = token.head.head, token.head
    if token.tag_ in ("VBG", "VBN") and prep.lower_ == "with" and noun.dep_ == "pobj" and is_set_off(prep):
        return SplitPoint(prep.i, token.i, "clause")
    return None


def _content_clause(token: Token, _: Callable[[Token], int]) -> SplitPoint | None:
    """Read a clause that says what somebody says, or a sentence that only a semicolon separates from the next."""
    parent = token.head
    if subject(token) is None or not is_finite(token):
        return None
    first, last = token.left_edge, token.right_edge
    marks = token.doc[last.i + 1 : last.i + 3]
    if last.i < parent.i and (_states_own_fact(parent) or any(mark.text in SENTENCE_BREAKS for mark in marks)):
        return SplitPoint(token.i, token.i, "conjunct")
    negated = dependent(parent, "neg") is not None
    is_question = first.tag_ in WH_WORDS or first.lower_ in ("if", "whether")
    if parent.pos_ != "VERB" or negated or parent.lemma_ in DENYING_VERBS or is_question:
        return None
    return SplitPoint(token.i, token.i, "content")


def _states_own_fact(predicate: Token) -> bool:
    """Return whether a predicate beside another clause states a fact: that of "it rained, they had no roof", not "he said"."""
    own_subject = subject(predicate)
    passive = own_subject is not None and own_subject.dep_ == "nsubjpass" and own_subject.lower_ != "it"
    has_object = dependent(predicate, "dobj", *PREDICATE_COMPLEMENTS) is not None
    return predicate.lemma_ not in ADDRESSING_VERBS and (passive or has_object)


def _numeric_range(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read the numbers behind a change: "deaths fell by half, from 12.5 a day in March to 6 in April"."""
    phrases = [token, *(token.doc[point.top] for point in _following_prepositions(token))]
    has_number = any(word.pos_ == "NUM" for word in token.doc[token.i : phrases[-1].right_edge.i + 1])
    words = sum(map(content_words, phrases))
    separate = token.lower_ == "from" and is_set_off(token) and has_number and words >= MIN_MODIFIER_WORDS
    return SplitPoint(token.i, token.i, "clause") if separate else None


def _following_prepositions(token: Token) -> Iterator[SplitPoint]:
    """Yield the prepositional phrases that follow without a gap: "from 12.5 a day" | "to 6" | "in April"."""
    end = token.right_edge.i
    for sibling in token.head.rights:
        if sibling.dep_ == "prep" and sibling.left_edge.i == end + 1:
            yield SplitPoint(sibling.i, sibling.i, "clause", token.i)
            end = sibling.right_edge.i


def _conjunct(token: Token, content_words: Callable[[Token], int]) -> SplitPoint | None:
    """Read a second predicate, unless it shares its object with the first one ("bought and sold the ferry")."""
    first = first_conjunct(token)
    if not is_predicate(token) or not is_predicate(first):
        return None
    if subject(token) is None and first.dep_ in ("xcomp", "pcomp", "csubj", "amod", "compound"):
        return None
    if subject(token) is None and _has_only_conjuncts_after(token.head):
        return None
    if first.dep_ == "ccomp" and not _content_clause(first, content_words):
        return None
    return SplitPoint(token.i, token.i, "conjunct")


def _has_only_conjuncts_after(token: Token) -> bool:
    """Return whether a predicate has nothing of its own after it: "bought" in "bought and sold the ferry"."""
    return all(child.dep_ in ("cc", "conj", "punct") for child in token.rights)


def _paratactic_clause(token: Token, _: Callable[[Token], int]) -> SplitPoint | None:
    """Read a sentence loosely joined to another, or the words that say who says it: "the flood, he said, ..."."""
    if not is_predicate(token):
        return None
    return SplitPoint(token.i, token.i, "clause" if _states_own_fact(token) or subject(token) is None else "frame")


_READERS: Final[dict[str, Callable[[Token, Callable[[Token], int]], SplitPoint | None]]] = {
    "relcl": _relative_clause,
    "acl": _adnominal_clause,
    "appos": _apposition,
    "advcl": _adverbial_clause,
    "pcomp": _clause_after_preposition,
    "ccomp": _content_clause,
    "conj": _conjunct,
    "parataxis": _paratactic_clause,
    "dep": _paratactic_clause,
    "prep": _numeric_range,
}
"""By the dependency that joins a token to its head, in the labels of spaCy's English models."""
