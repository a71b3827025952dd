"""Materially different words for one act, thing or quality: finds words of the news classes in terms.json and compares them.

Two words are set against each other only where they stand in the same slot: what is fired or resigns, what is struck down or
delayed has to be one and the same. Which words differ materially is written down in terms.json; synonyms share a kind there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from ...language.parsed_article import ParsedArticle, cached_per_article
from ...language.syntax.arguments import arguments_of
from ...language.syntax.dependencies import (
    NOMINAL,
    NOUN_MODIFIERS,
    dependents,
    first_conjunct,
    governor,
    phrase_head,
)
from ...story import Difference, Span
from ..sentence_pair import SentencePair
from .predicates import LONGEST, compatible, conflict, factuality, same_arguments

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LEXICON: Final = Path(__file__).with_name("terms.json")
LIKELY: Final = 0.6
"""Probability of a pair of sentences from which they are taken to be about one occasion."""
Place = Literal["subject", "object", "noun", "thing", "quality"]
_TAGS: Final[dict[Place, tuple[str, ...]]] = {
    "subject": ("VERB",),
    "object": ("VERB",),
    "noun": ("NOUN",),
    "thing": ("NOUN", "PROPN"),
    "quality": ("ADJ",),
}
ALIGNED: Final = 0.4
"""Closeness from which a thing may be set against the nearest word of another sentence."""
_PARTICLES: Final = frozenset(("prt", "advmod", "prep", "acomp", "oprd"))


@dataclass(frozen=True, slots=True)
class Sense:
    """A class of terms.json, a kind in it, and where the one concerned stands."""

    family: str
    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a news class in a sentence: its span, the place of its token, its form in the lexicon, its senses."""

    span: Span
    token: int
    form: str
    senses: tuple[Sense, ...]

    def kinds(self, family: str) -> set[str]:
        """Its kinds in a class."""
        return {sense.kind for sense in self.senses if sense.family == family}


@cache
def _lexicon() -> dict[str, tuple[Sense, ...]]:
    """Each word of terms.json with its senses."""
    written: dict[str, Any] = json.loads(LEXICON.read_text("utf-8"))
    listed: list[tuple[str, Sense]] = []
    for family, kinds in written["acts"].items():
        listed += [(words, Sense(family, kind, place)) for kind, places in kinds.items() for place, words in places.items()]
    listed += [(words, Sense(family, words, "thing")) for family, kinds in written["things"].items() for words in kinds]
    listed += [(words, Sense(family, words, "quality")) for family, kinds in written["qualities"].items() for words in kinds]
    found: dict[str, tuple[Sense, ...]] = {}
    for words, sense in listed:
        for word in words.split():
            found[word] = (*found.get(word, ()), sense)
    return found


def find_terms(parsed: ParsedArticle) -> tuple[tuple[Term, ...], ...]:
    """For each sentence the words that stand in a class of news acts, things or qualities, outside quotation marks."""
    found = (tuple(_terms(doc)) for doc in parsed.docs)
    return tuple(tuple(t for t in terms if not parsed.in_quotes(at, t.span)) for at, terms in enumerate(found))


def _terms(doc: Doc) -> Iterator[Term]:
    known = _lexicon()
    for token in doc if len(doc) <= LONGEST else ():
        form, span = _form(token)
        if senses := tuple(sense for sense in known.get(form, ()) if _fits(token, form, sense.place)):
            yield Term(span, token.i, form, senses)


def _fits(token: Token, form: str, place: Place) -> bool:
    """Whether a word is of the sort that a sense is for; a participle such as "undocumented" may be parsed as a verb."""
    if place == "quality" and token.tag_ == "VBN":
        return token.lower_ == form
    return token.pos_ in _TAGS[place] and (place == "thing" or token.dep_ != "compound")


def _form(token: Token) -> tuple[str, Span]:
    """The form under which a word is looked up, with the particle or noun that belongs to it, and its span."""
    known, lemma = _lexicon(), token.lemma_.lower()
    start, end = token.idx, token.idx + len(token.text)
    if token.pos_ == "VERB":
        for child in token.rights:
            joined = f"{lemma}_{child.lower_}"
            if child.dep_ in _PARTICLES and (joined in known or child.dep_ == "prt"):
                return joined, (start, child.idx + len(child.text) if child.i == token.i + 1 else end)
    elif token.pos_ in NOMINAL and token.i and (joined := f"{token.nbor(-1).lower_}_{lemma}") in known:
        return joined, (token.nbor(-1).idx, end)
    return token.lower_ if token.lower_ in known else lemma, (start, end)


def compare_terms(pair: SentencePair, lefts: Sequence[Term], rights: Sequence[Term]) -> Iterator[Difference]:
    """Words of two sentences that stand in one slot and are different kinds of one class."""
    if pair.probability < LIKELY:
        return
    for left in lefts:
        for right in rights:
            for family in sorted({s.family for s in left.senses} & {s.family for s in right.senses}):
                if not _apart(pair, family, (left, lefts), (right, rights)):
                    continue
                if met := _one_slot(pair, family, left, right):
                    yield _difference(pair, family, (left, right), met)
                    break


def _difference(pair: SentencePair, family: str, terms: tuple[Term, Term], met: tuple[Token, Token]) -> Difference:
    left = pair.left.detail(pair.i, terms[0].span, terms[0].form.replace("_", " "))
    right = pair.right.detail(pair.j, terms[1].span, terms[1].form.replace("_", " "))
    shared = " and ".join(dict.fromkeys(f"“{token.text}”" for token in met))
    why = f"“{left.text}” and “{right.text}” say different things ({family}); both go with {shared}"
    return Difference("term", "", left, right, "differs", why)


def _apart(pair: SentencePair, family: str, left: tuple[Term, Sequence[Term]], right: tuple[Term, Sequence[Term]]) -> bool:
    """Whether no kind is shared: by the words, by a word and the other sentence, or the other article on the same matter."""
    mine, yours = left[0].kinds(family), right[0].kinds(family)
    ours, theirs = ({kind for term in terms for kind in term.kinds(family)} for terms in (left[1], right[1]))
    if mine & (yours | theirs) or yours & ours:
        return False
    about = _about(pair.docs[0][left[0].token]) | _about(pair.docs[1][right[0].token])
    ours, theirs = (
        {kind for of, kind, who in _everywhere(article) if of == family and about & who} for article in (pair.left, pair.right)
    )
    return not (mine & theirs or yours & ours)


@cached_per_article
def _everywhere(parsed: ParsedArticle) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """The class and kind of every term of an article, with the words for whom or what it concerns."""
    found = [(doc[term.token], term) for doc, terms in zip(parsed.docs, find_terms(parsed), strict=True) for term in terms]
    return tuple((sense.family, sense.kind, _about(token)) for token, term in found for sense in term.senses)


def _about(token: Token) -> frozenset[str]:
    found = arguments_of(token)
    return frozenset(phrase_head(t).lemma_.casefold() for t in (*found.subject, *found.object))


def _one_slot(pair: SentencePair, family: str, left: Term, right: Term) -> tuple[Token, Token] | None:
    """The words that two words of a class go with, if they stand in one slot."""
    one, other = pair.docs[0][left.token], pair.docs[1][right.token]
    for mine in (s.place for s in left.senses if s.family == family):
        for yours in (s.place for s in right.senses if s.family == family):
            if one.dep_ in NOUN_MODIFIERS or other.dep_ in NOUN_MODIFIERS:
                met = _one_noun(one, other)
            elif mine == "thing":
                met = _one_place(pair, one, other)
            else:
                met = None if mine == "quality" else _one_act(pair, (one, mine), (other, yours))
            if met:
                return met
    return None


def _one_noun(one: Token, other: Token) -> tuple[Token, Token] | None:
    """The noun that two words describe, if it is the same and put forward alike."""
    alike_put = one.dep_ == other.dep_ and factuality(one.head) == factuality(other.head)
    same = alike_put and phrase_head(one.head).lemma_.casefold() == phrase_head(other.head).lemma_.casefold()
    return (one.head, other.head) if same else None


def _one_place(pair: SentencePair, one: Token, other: Token) -> tuple[Token, Token] | None:
    """The verb or the modifier that two things share, if each is the other's nearest word in context."""
    close = pair.closeness(one, other)
    if close < ALIGNED or close < max(pair.similarities[one.i].max(), pair.similarities[:, other.i].max()):
        return None
    up, down = governor(first_conjunct(one)), governor(first_conjunct(other))
    if up.pos_ == down.pos_ == "VERB" and same_arguments(pair, up, down):
        return up, down
    return compatible(pair, *(dependents(token, *NOUN_MODIFIERS, "poss") for token in (one, other)))


def _one_act(pair: SentencePair, left: tuple[Token, Place], right: tuple[Token, Place]) -> tuple[Token, Token] | None:
    """The one that two acts concern, if they are put forward alike and nothing speaks for two doers."""
    (one, mine), (other, yours) = left, right
    how = factuality(one)
    if how != factuality(other) or (not how.real and not same_arguments(pair, one.head, other.head)):
        return None
    first, second = arguments_of(one), arguments_of(other)
    if "subject" not in (mine, yours) and conflict(pair, first.subject, second.subject):
        return None
    return compatible(
        pair, *(found.subject if at == "subject" else found.object for found, at in ((first, mine), (second, yours)))
    )
