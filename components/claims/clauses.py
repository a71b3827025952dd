"""Where a parsed sentence can come apart: the words that head a clause, relative, apposition or conjunct of their own."""

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

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ClaimKind = Literal["main", "conjunct", "relative", "apposition", "clause", "content", "frame"]

HEAVY: Final = 4
"""Content words of a modifier without a comma before it, from which on it states something of its own."""
PARTING: Final = frozenset("; — – -- : ... …".split())
"""Marks between two sentences written as one."""
LONG_PURPOSE: Final = 7
"""Content words: a shorter "to mark the day" is a detail of what it is done for."""


@dataclass(frozen=True, slots=True)
class SplitPoint:
    """A part that can stand apart: the token whose subtree it is, its predicate or head noun, and its kind."""

    top: int
    head: int
    kind: ClaimKind
    joins: int | None = None
    """The top that it goes on, if it is a second piece of the same part."""


def split_points(doc: Doc, size: Callable[[Token], int]) -> Iterator[SplitPoint]:
    """Where the sentence can come apart, in no order; `size` gives the content words of a token's subtree."""
    for token in doc:
        if token.head.i == token.i:
            yield SplitPoint(token.i, token.i, "main")
        elif (reader := _READERS.get(token.dep_)) and (found := reader(token, size)):
            yield found
            if token.dep_ == "prep":
                yield from _going_on(token)


def _relative(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """Not what only says which noun is meant: in few words, of "those" or in "it was the first time that he won"."""
    noun = token.head
    it = subject(noun.head) if noun.dep_ == "attr" else None
    if is_infinitive(token) or (it and it.lower_ in ("it", "this", "that")):
        return None
    apart = is_set_off(token) or (size(token) >= HEAVY and noun.pos_ not in ("PRON", "DET"))
    return SplitPoint(token.i, token.i, "relative") if apart else None


def _noun_clause(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """Participles after a noun ("a bridge built in 1930"), and what a noun announces ("reports that ...")."""
    if is_infinitive(token):
        return None
    if is_that_clause(token):
        return SplitPoint(token.i, token.i, "content") if size(token) >= HEAVY else None
    if held := _held(token, size):
        return held
    if size(token) > HEAVY + 1 or (is_set_off(token) and size(token) > 1):
        return SplitPoint(token.i, token.i, "clause")
    return None


def _apposition(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """Not an age, a bare name ("the mayor, Ann Lee") or a place ("Paris, France"): these only say which is meant."""
    if token.pos_ not in NOMINAL or not is_set_off(token):
        return None
    if not any(t.pos_ in ("NOUN", "VERB") for t in token.doc[slice(*subtree_span(token))]):
        return None
    return SplitPoint(token.i, token.i, "apposition")


def _adverbial(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """Not with a tense and no subject: in "Orr signs pact as crew heads home" the parser took "crew" for something else."""
    marks = {child.lower_ for child in dependents(token, "mark", "advmod") if child.i < token.i}
    subjectless = is_finite(token) and subject(token) is None
    if subjectless or marks & DEPENDING or token.head.lemma_ == "come" or not is_predicate(token):
        return None
    purpose = is_infinitive(token) and (size(token) < LONG_PURPOSE or "for" in marks or _right_behind(token))
    return None if purpose else SplitPoint(token.i, token.i, "clause")


def _right_behind(token: Token) -> bool:
    """As in "went on to win": nothing is said yet before the purpose."""
    between = token.doc[token.head.i + 1 : token.left_edge.i]
    return token.i > token.head.i and not any(is_content(other) and other.dep_ != "prt" for other in between)


def _after_preposition(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """As in "after meeting the king of Spain", "with two people missing"."""
    prep = token.head
    if prep.dep_ != "prep" or token.pos_ not in VERBAL:
        return None
    apart = prep.lower_ in BESIDE or (prep.lower_ == "with" and is_set_off(prep))
    return SplitPoint(prep.i, token.i, "clause") if apart and size(token) >= HEAVY - 1 else None


def _held(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """As in "with two people held by the police"."""
    prep, noun = token.head.head, token.head
    if token.tag_ in ("VBG", "VBN") and prep.lower_ == "with" and noun.dep_ == "pobj" and is_set_off(prep):
        return SplitPoint(prep.i, token.i, "clause")
    return None


def _content(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """What somebody says, or a sentence that only a semicolon parts from the next."""
    parent = token.head
    if subject(token) is None or not is_finite(token):
        return None
    start, end = token.left_edge, token.right_edge
    if end.i < parent.i and (_of_its_own(parent) or any(mark.text in PARTING for mark in token.doc[end.i + 1 : end.i + 3])):
        return SplitPoint(token.i, token.i, "conjunct")
    negated = dependent(parent, "neg") is not None
    asked = start.tag_ in WH_WORDS or start.lower_ in ("if", "whether")
    if parent.pos_ != "VERB" or negated or parent.lemma_ in DENYING_VERBS or asked:
        return None
    return SplitPoint(token.i, token.i, "content")


def _of_its_own(predicate: Token) -> bool:
    """Whether a predicate beside another clause states something itself: "it rained, they had no roof", not "..., he said"."""
    done_to = subject(predicate)
    passive = done_to is not None and done_to.dep_ == "nsubjpass" and done_to.lower_ != "it"
    has_object = dependent(predicate, "dobj", *PREDICATE_COMPLEMENTS) is not None
    return predicate.lemma_ not in ADDRESSING_VERBS and (passive or has_object)


def _range(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """As in "deaths fell by half, from 12.5 a day in March to 6 in April": the numbers behind a change, as an addition."""
    pieces = [token, *(token.doc[seam.top] for seam in _going_on(token))]
    numbers = any(t.pos_ == "NUM" for t in token.doc[token.i : pieces[-1].right_edge.i + 1])
    apart = token.lower_ == "from" and is_set_off(token) and numbers and sum(map(size, pieces)) >= HEAVY
    return SplitPoint(token.i, token.i, "clause") if apart else None


def _going_on(token: Token) -> Iterator[SplitPoint]:
    """The prepositions that follow right behind: "from 12.5 a day" | "to 6" | "in April"."""
    end = token.right_edge.i
    for other in token.head.rights:
        if other.dep_ == "prep" and other.left_edge.i == end + 1:
            yield SplitPoint(other.i, other.i, "clause", token.i)
            end = other.right_edge.i


def _conjunct(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    first = first_conjunct(token)
    if not is_predicate(token) or not is_predicate(first):
        return None
    if subject(token) is None and first.dep_ in ("xcomp", "pcomp", "csubj", "amod", "compound"):
        return None
    if subject(token) is None and _shares_all(token.head):
        return None
    if first.dep_ == "ccomp" and not _content(first, size):
        return None
    return SplitPoint(token.i, token.i, "conjunct")


def _shares_all(token: Token) -> bool:
    """Nothing of its own after it: "bought" in "bought and sold the ferry"."""
    return all(child.dep_ in ("cc", "conj", "punct") for child in token.rights)


def _aside(token: Token, size: Callable[[Token], int]) -> SplitPoint | None:
    """A sentence loosely joined, or who says so ("the flood, he said, ...")."""
    if not is_predicate(token):
        return None
    return SplitPoint(token.i, token.i, "clause" if _of_its_own(token) or subject(token) is None else "frame")


_READERS: Final[dict[str, Callable[[Token, Callable[[Token], int]], SplitPoint | None]]] = {
    "relcl": _relative,
    "acl": _noun_clause,
    "appos": _apposition,
    "advcl": _adverbial,
    "pcomp": _after_preposition,
    "ccomp": _content,
    "conj": _conjunct,
    "parataxis": _aside,
    "dep": _aside,
    "prep": _range,
}
"""By the dependency that joins a token to its head, in the labels of spaCy's English models."""
