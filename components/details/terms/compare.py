"""Materially different words for one act, thing or quality: extracts the words that terms.json has, and compares them.

Two words are set against each other only where they have the same role: who is fired or resigns, what is struck down or delayed
has to be one and the same. Which words differ materially is written down in terms.json: it has classes, such as "leaving an
office", and in each class kinds, whose words are synonyms.
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
from ...settings.names_quotes_terms import ALIGNED_THING_CLOSENESS, MAX_TOKENS, SAME_EVENT_PROBABILITY
from ...story import Difference, Span
from ..sentence_pair import SentencePair
from .predicates import closest_match, conflict, factuality, same_arguments

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    TokenPair = tuple[Token, Token]

LEXICON: Final = Path(__file__).with_name("terms.json")
Role = Literal["subject", "object", "noun", "thing", "quality"]
"""How a word is used: as a verb whose subject or object the act concerns, a noun for the act, a thing, a quality."""
_POS_TAGS: Final[dict[Role, tuple[str, ...]]] = {
    "subject": ("VERB",),
    "object": ("VERB",),
    "noun": ("NOUN",),
    "thing": ("NOUN", "PROPN"),
    "quality": ("ADJ",),
}
_PARTICLE_LABELS: Final = frozenset(("prt", "advmod", "prep", "acomp", "oprd"))


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word can stand for: a class of terms.json, a kind in it, and the role that it has then."""

    family: str
    kind: str
    role: Role


@dataclass(frozen=True, slots=True)
class Term:
    """A word of terms.json in a sentence: its span, the index of its token, its form in the lexicon, its senses."""

    span: Span
    token: int
    form: str
    senses: tuple[Sense, ...]

    def kinds(self, family: str) -> set[str]:
        """Return its kinds in a class."""
        return {sense.kind for sense in self.senses if sense.family == family}

    def roles(self, family: str) -> list[Role]:
        """Return the roles that it has in a class, in the order of its senses."""
        return [sense.role for sense in self.senses if sense.family == family]


@cache
def _senses_by_form() -> dict[str, tuple[Sense, ...]]:
    """Return each word of terms.json with its senses."""
    lexicon: dict[str, Any] = json.loads(LEXICON.read_text("utf-8"))
    entries: list[tuple[str, Sense]] = []
    for family, kinds in lexicon["acts"].items():
        entries += [(words, Sense(family, kind, role)) for kind, roles in kinds.items() for role, words in roles.items()]
    entries += [(words, Sense(family, words, "thing")) for family, kinds in lexicon["things"].items() for words in kinds]
    entries += [(words, Sense(family, words, "quality")) for family, kinds in lexicon["qualities"].items() for words in kinds]
    senses: dict[str, tuple[Sense, ...]] = {}
    for words, sense in entries:
        for word in words.split():
            senses[word] = (*senses.get(word, ()), sense)
    return senses


@cached_per_article
def find_terms(parsed: ParsedArticle) -> tuple[tuple[Term, ...], ...]:
    """Return for each sentence the words that terms.json has as acts, things or qualities, outside quotation marks."""
    return tuple(tuple(term for term in _terms(doc) if not parsed.in_quotes(i, term.span)) for i, doc in enumerate(parsed.docs))


def _terms(doc: Doc) -> Iterator[Term]:
    lexicon = _senses_by_form()
    for token in doc if len(doc) <= MAX_TOKENS else ():
        form, span = _lexicon_form(token)
        if senses := tuple(sense for sense in lexicon.get(form, ()) if _fits_role(token, form, sense.role)):
            yield Term(span, token.i, form, senses)


def _fits_role(token: Token, form: str, role: Role) -> bool:
    """Whether a word is of the part of speech of a role; a participle such as "undocumented" may be parsed as a verb."""
    if role == "quality" and token.tag_ == "VBN":
        return token.lower_ == form
    return token.pos_ in _POS_TAGS[role] and (role == "thing" or token.dep_ != "compound")


def _lexicon_form(token: Token) -> tuple[str, Span]:
    """Return the form under which a word is looked up, with the particle or noun that belongs to it, and its span."""
    lexicon, lemma = _senses_by_form(), token.lemma_.lower()
    start, end = token.idx, token.idx + len(token.text)
    if token.pos_ == "VERB":
        for child in token.rights:
            joined = f"{lemma}_{child.lower_}"
            if child.dep_ in _PARTICLE_LABELS and (joined in lexicon or child.dep_ == "prt"):
                return joined, (start, child.idx + len(child.text) if child.i == token.i + 1 else end)
    elif token.pos_ in NOMINAL and token.i and (joined := f"{token.nbor(-1).lower_}_{lemma}") in lexicon:
        return joined, (token.nbor(-1).idx, end)
    return token.lower_ if token.lower_ in lexicon else lemma, (start, end)


def compare_terms(pair: SentencePair, left_terms: Sequence[Term], right_terms: Sequence[Term]) -> Iterator[Difference]:
    """Report the words of two sentences that have one role and are different kinds of one class."""
    if pair.probability < SAME_EVENT_PROBABILITY:
        return
    for left in left_terms:
        for right in right_terms:
            for family in sorted({sense.family for sense in left.senses} & {sense.family for sense in right.senses}):
                if _share_kind(pair, family, (left, left_terms), (right, right_terms)):
                    continue
                if shared := _shared_words(pair, family, left, right):
                    yield _difference(pair, family, (left, right), shared)
                    break


def _difference(pair: SentencePair, family: str, terms: tuple[Term, Term], shared: TokenPair) -> Difference:
    left = pair.left.detail(pair.i, terms[0].span, terms[0].form.replace("_", " "))
    right = pair.right.detail(pair.j, terms[1].span, terms[1].form.replace("_", " "))
    words = " and ".join(dict.fromkeys(f"“{token.text}”" for token in shared))
    why = f"“{left.text}” and “{right.text}” say different things ({family}); both go with {words}"
    return Difference("term", "", left, right, "differs", why)


def _share_kind(pair: SentencePair, family: str, left: tuple[Term, Sequence[Term]], right: tuple[Term, Sequence[Term]]) -> bool:
    """Whether two terms share a kind, or one of them with the other sentence, or the other article on the same matter.

    Args:
        pair: The two sentences.
        family: The class of both terms.
        left: The left term, and all terms of its sentence.
        right: The same of the right one.
    """
    (left_term, left_terms), (right_term, right_terms) = left, right
    left_kinds, right_kinds = left_term.kinds(family), right_term.kinds(family)
    in_left, in_right = ({kind for term in terms for kind in term.kinds(family)} for terms in (left_terms, right_terms))
    if left_kinds & (right_kinds | in_right) or right_kinds & in_left:
        return True
    matter = _argument_lemmas(pair.docs[0][left_term.token]) | _argument_lemmas(pair.docs[1][right_term.token])
    in_left, in_right = (
        {kind for term_family, kind, lemmas in _article_kinds(article) if term_family == family and matter & lemmas}
        for article in (pair.left, pair.right)
    )
    return bool(left_kinds & in_right or right_kinds & in_left)


@cached_per_article
def _article_kinds(parsed: ParsedArticle) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Return the class and kind of every term of an article, with the words for whom or what it concerns."""
    terms = [(doc[term.token], term) for doc, terms in zip(parsed.docs, find_terms(parsed), strict=True) for term in terms]
    return tuple((sense.family, sense.kind, _argument_lemmas(token)) for token, term in terms for sense in term.senses)


def _argument_lemmas(token: Token) -> frozenset[str]:
    """Return the lemmas of the subject and the object of an act: whom or what it concerns."""
    arguments = arguments_of(token)
    return frozenset(phrase_head(noun).lemma_.casefold() for noun in (*arguments.subject, *arguments.object))


def _shared_words(pair: SentencePair, family: str, left_term: Term, right_term: Term) -> TokenPair | None:
    """Return the words that two terms of a class go with, if they have one role; None if they do not."""
    left, right = pair.docs[0][left_term.token], pair.docs[1][right_term.token]
    for left_role in left_term.roles(family):
        for right_role in right_term.roles(family):
            if left.dep_ in NOUN_MODIFIERS or right.dep_ in NOUN_MODIFIERS:
                shared = _same_modified_noun(left, right)
            elif left_role == "thing":
                shared = _same_context(pair, left, right)
            else:
                shared = None if left_role == "quality" else _same_party(pair, (left, left_role), (right, right_role))
            if shared:
                return shared
    return None


def _same_modified_noun(left: Token, right: Token) -> TokenPair | None:
    """Return the noun that two words describe, if it is the same and put forward alike."""
    same_status = left.dep_ == right.dep_ and factuality(left.head) == factuality(right.head)
    same = same_status and phrase_head(left.head).lemma_.casefold() == phrase_head(right.head).lemma_.casefold()
    return (left.head, right.head) if same else None


def _same_context(pair: SentencePair, left: Token, right: Token) -> TokenPair | None:
    """Return the verb or the modifier that two things share, if each is the other's nearest word in context."""
    closeness = pair.closeness(left, right)
    if closeness < ALIGNED_THING_CLOSENESS or closeness < max(
        pair.similarities[left.i].max(), pair.similarities[:, right.i].max()
    ):
        return None
    left_governor, right_governor = governor(first_conjunct(left)), governor(first_conjunct(right))
    if left_governor.pos_ == right_governor.pos_ == "VERB" and same_arguments(pair, left_governor, right_governor):
        return left_governor, right_governor
    return closest_match(pair, *(dependents(token, *NOUN_MODIFIERS, "poss") for token in (left, right)))


def _same_party(pair: SentencePair, left: tuple[Token, Role], right: tuple[Token, Role]) -> TokenPair | None:
    """Return the one that two acts concern, if they are put forward alike and nothing speaks for two doers."""
    (left_act, left_role), (right_act, right_role) = left, right
    status = factuality(left_act)
    if status != factuality(right_act) or (not status.real and not same_arguments(pair, left_act.head, right_act.head)):
        return None
    left_arguments, right_arguments = arguments_of(left_act), arguments_of(right_act)
    if "subject" not in (left_role, right_role) and conflict(pair, left_arguments.subject, right_arguments.subject):
        return None
    parties = (
        arguments.subject if role == "subject" else arguments.object
        for arguments, role in ((left_arguments, left_role), (right_arguments, right_role))
    )
    return closest_match(pair, *parties)
