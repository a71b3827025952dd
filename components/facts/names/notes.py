"""Where one sentence names a person or place more closely than the other: by name and not by office, by town and not by state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from ...language.words import form
from ..parsed import Parsed, SentencePair, Span
from .forms import OFFICES, level, name_words, same_name
from .slots import role

if TYPE_CHECKING:
    from spacy.tokens import Token

    Role = tuple[Token, str]

CLOSE: Final = 0.7
"""From this closeness on two verbs tell of the same act."""
SAID: Final = frozenset("say tell add note state announce declare write tweet insist explain ask confirm deny".split())
"""Verbs of saying: any of them may stand for another."""
NOBODY: Final = frozenset("no any every each another".split())
"""Words before an office that show that nobody certain is meant."""


def lies_in(pair: SentencePair, place: str, wider: str) -> bool:
    """Whether one of the articles writes a place with the state or country that holds it: "Osmere, Ohio"."""
    if level(place) != "within" or level(wider) == "within":
        return False
    written = re.compile(rf"\b{re.escape(place)}, ([A-Z][\w.]*)( [A-Z][\w.]*)?")
    found = (at for article in (pair.left, pair.right) for at in written.finditer(article.article.text))
    return any(same_name(holder, wider) for at in found for holder in (at[1], at[1] + (at[2] or "")))


def office_of(pair: SentencePair, at: Token, person: str, *, left: bool) -> tuple[Span, str] | None:
    """The span and words by which the other sentence has the office of a person named here, if its article never names them."""
    one, two, doc = (pair.left, pair.right, pair.docs[1]) if left else (pair.right, pair.left, pair.docs[0])
    slot, last = role(at), name_words(person)[-1]
    words = {form(token.text) for token in at.doc}
    like = [token for token in doc if slot and token.tag_ == "NN" and _same_act(pair, slot, role(token), left=left)]
    if not like or any(form(token.text) == last for doc in two.docs for token in doc):
        return None
    offices = set(_offices(one, last))
    return next((_phrase(token) for token in like if token.lemma_.lower() in offices and not _named(token, words)), None)


def _same_act(pair: SentencePair, here: Role, there: Role | None, *, left: bool) -> bool:
    if there is None or here[1] != there[1]:
        return False
    one, two = (here[0], there[0]) if left else (there[0], here[0])
    return {one.lemma_, two.lemma_} <= SAID or pair.closeness(one, two) >= CLOSE


def _offices(parsed: Parsed, last: str) -> Iterator[str]:
    """The nouns that an article puts beside a name: titles before it, appositions to it."""
    for doc in parsed.docs:
        for token in doc:
            if form(token.text) == last and token.pos_ == "PROPN":
                yield from _beside(token)


def _beside(token: Token) -> Iterator[str]:
    for child in token.children:
        if child.dep_ == "appos" and child.pos_ == "NOUN":
            yield child.lemma_.lower()
        elif child.dep_ == "compound" and form(child.text) in OFFICES:
            yield form(child.text)
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        yield token.head.lemma_.lower()


def _named(token: Token, words: set[str]) -> bool:
    """Whether an office is another's: it has its own holder, or a body that the other sentence lacks, or is for anyone."""
    beside = [child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN"]
    if any(child.lower_ in NOBODY for child in token.children):
        return True
    body = (t for child in token.children if child.dep_ == "prep" for t in child.subtree)
    return token.dep_ == "appos" or bool(beside) or any(t.pos_ == "PROPN" and form(t.text) not in words for t in body)


def _phrase(token: Token) -> tuple[Span, str]:
    before = [child.left_edge.i for child in token.children if child.dep_ in ("det", "poss", "amod", "compound", "nummod")]
    words = token.doc[min([*before, token.i]) : token.i + 1]
    return (words.start_char, words.end_char), words.text
