"""What two quantities have in common: what is counted, what governs it, who does it, what befell those counted."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

from ...language.quantities import Quantity
from ..parsed import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ALIKE: Final = 0.62
"""Closeness from which two words are taken to name the same."""
LIGHT: Final = frozenset("be have do say make take get include tell give go come".split())
"""Verbs that tell nothing about what they govern."""
FATES: Final = {
    lemma: fate
    for fate, lemmas in {
        "dead": "die dead death kill slay fatality perish drown murder dying",
        "hurt": "injure injury wound hurt wounded injured",
        "held": "arrest detain apprehend jail custody",
        "missing": "missing unaccounted",
        "moved": "evacuate evacuation evacuee displace",
        "gathered": "march rally protest demonstrate gather protester demonstrator marcher",
    }.items()
    for lemma in lemmas.split()
}
"""Words that say what befell people: different words, the same toll."""
_DATELINE: Final = re.compile(r"[A-Z][A-Z .'’-]{2,40}[^—–:;]{0,60}?(?:—|–| --? )")
"""Where the report was written, before the first sentence: a parser takes it for the subject."""
ANYONE: Final = frozenset("people person other victim one dead".split())
"""Words for people that do not single out some of them."""


def alike(pair: SentencePair, left: Token, right: Token) -> float:
    """How alike two words are: 1 for the same lemma."""
    return 1.0 if left.lemma_.lower() == right.lemma_.lower() else max(0.0, pair.closeness(left, right))


def things(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """How alike what they count or measure is; 0 if one does not say."""
    if left.thing is None or right.thing is None:
        return 0.0
    return alike(pair, pair.docs[0][left.thing], pair.docs[1][right.thing])


def governors(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """How alike the words are that say what happens to them, at best."""
    both = zip(pair.docs, (left, right), strict=True)
    ends = ([doc[at] for at in found.governors if doc[at].lemma_ not in LIGHT] for doc, found in both)
    return max((alike(pair, one, other) for one, other in product(*ends)), default=0.0)


def befell(doc: Doc, found: Quantity) -> str:
    """What befell those who are counted, by the nearest word that says so."""
    tokens = [doc[at] for at in (*(() if found.thing is None else (found.thing,)), *found.governors)]
    for token in tokens:
        word = token.lemma_.lower()
        if word in FATES:
            return FATES[word]
        if token.i != found.thing and token.pos_ in ("NOUN", "PROPN") and word not in ANYONE:
            return ""  # the death of a mother of five is not the death of five
    return ""


def described(doc: Doc, found: Quantity) -> list[Token]:
    """The adjectives and nouns before what is counted."""
    kids = () if found.thing is None else tuple(doc[found.thing].children)
    inside = range(*found.tokens)
    return [token for token in kids if token.dep_ in ("amod", "compound") and token.i not in inside]


def modifiers_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Whether the adjectives of two things counted may be of the same thing: not "senior" and "retired" ones."""
    ends = [described(doc, found) for doc, found in zip(pair.docs, (left, right), strict=True)]
    return not ends[0] or not ends[1] or any(alike(pair, one, other) >= ALIKE for one, other in product(*ends))


def subject(doc: Doc, found: Quantity) -> Token | None:
    """Who does what a quantity is said of."""
    verb = next((doc[at] for at in found.governors if doc[at].pos_ in ("VERB", "AUX")), None)
    for _ in range(4):
        if verb is None:
            break
        for kid in verb.lefts:
            if kid.dep_ in ("nsubj", "nsubjpass"):
                return _past_dateline(kid)
        verb = verb.head if verb.head != verb and verb.dep_ in ("conj", "xcomp", "advcl", "pcomp") else None
    return None


def _past_dateline(subject: Token) -> Token:
    """The subject, or if a dateline was taken for it the first noun behind."""
    dateline = _DATELINE.match(subject.doc.text)
    if dateline is None or subject.idx >= dateline.end():
        return subject
    nouns = (token for token in subject.doc if token.idx >= dateline.end() and token.pos_ in ("NOUN", "PROPN"))
    return next((token for token in nouns if token.dep_ != "compound"), subject)


def subjects_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Whether nothing shows that two different ones did it. Where only a verb is shared, they must be known for the same."""
    one, other = (subject(doc, found) for doc, found in zip(pair.docs, (left, right), strict=True))
    if one is None or other is None or one.i == left.thing or other.i == right.thing:
        return True
    named = left.thing is not None and right.thing is not None
    return alike(pair, one, other) >= ALIKE or (named and not one.pos_ == other.pos_ == "PROPN")


def lemma(doc: Doc, at: int) -> str:
    """The lemma of a token, in small letters."""
    return doc[at].lemma_.lower()
