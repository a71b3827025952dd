"""Lone numbers: of two sentences that surely tell the same, each has but one of its kind, so that little else need agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from ...language.quantities import Quantity
from ..parsed import SentencePair
from .likeness import ALIKE, ANYONE, LIGHT, alike, befell, described, governors, lemma, subject, subjects_agree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_VERY_SURE: Final = 0.9
"""Probability of the sentence pair from which two lone numbers are of one thing by what they count alone."""
_PART: Final = frozenset("another other others additional further remaining more extra fewer less of".split())
"""Around a count, they show that some of several are counted."""
_VAGUE: Final = frozenset("total number average group maximum minimum record rate series list period one".split())
"""Nouns before "of" and a number that do not say of what it is the number."""
_ONCE: Final = frozenset({"age", "magnitude", "times", "length", "degree", "point"})
"""Kinds that need more than a common word."""
_LASTING: Final = frozenset("last take continue run drag span endure".split())
"""Verbs whose subject is as long as they say."""
_PERIODS: Final = frozenset("week month quarter year decade season annual monthly annually earlier previous".split())
_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS: Final = frozenset(
    "january february march april june july august september october november december jan feb aug sept oct nov dec".split()
)
_BESIDE: Final = frozenset("compare surpass exceed outnumber previous previously prior pre former formerly earlier".split())
"""Words that set the number of one time beside that of another."""
_EVENTS: Final = {
    word: words[0]
    for words in (
        ("talk", "negotiation", "discussion", "meeting"), ("debate", "deliberation"), ("search", "hunt", "manhunt"),
        ("siege", "standoff"), ("strike", "walkout", "stoppage"), ("flight", "journey", "trip", "voyage"),
        ("outage", "blackout"), ("inquiry", "investigation", "probe"), ("fighting", "fight", "battle", "clash"),
    )
    for word in words
}  # fmt: skip
"""Different words for what may last so long."""


def lone(doc: Doc, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that no other of the sentence can be taken for: none of the same unit, or of the same thing counted."""
    names = [{quantity.kind} - {""} | (set() if quantity.thing is None else {lemma(doc, quantity.thing)}) for quantity in found]
    often = Counter(word for name in names for word in name)
    return [quantity for name, quantity in zip(names, found, strict=True) if all(often[word] == 1 for word in name)]


def plainly_same(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Whether two lone numbers in sentences that surely tell the same are of one thing, whatever verbs they stand with."""
    docs = pair.docs
    if pair.probability < _VERY_SURE or _times_apart(docs):
        return False
    if left.kind == "":
        return _one_group(docs, left, right) or _one_count(pair, left, right)
    if left.kind == "time":
        return _one_event(pair, _lasting(docs[0], left), _lasting(docs[1], right))
    if left.kind == "share":
        return _one_change(pair, left, right)
    shared = _around(docs[0], left) & _around(docs[1], right)
    if left.kind == "score":  # as many votes in all, and a word for voting that both have
        return bool(shared) and left.low + left.high == right.low + right.high
    named = [lemma(doc, found.thing) for doc, found in zip(docs, (left, right), strict=True) if found.thing is not None]
    return left.kind not in _ONCE and len(named) == 1 and named[0] in shared  # "offered $3", "a $4 offer"


def _one_count(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """The same noun, not for people at large, and no word that shows a part of it: "212 homes" and "187 homes"."""
    both = tuple(zip(pair.docs, (left, right), strict=True))
    if left.thing is None or right.thing is None or lemma(pair.docs[0], left.thing) != lemma(pair.docs[1], right.thing):
        return False
    return (
        lemma(pair.docs[0], left.thing) not in ANYONE
        and not any(befell(doc, found) or _is_part(doc, found) or _beside(doc) for doc, found in both)
        and _described_alike(pair.docs, left, right)
        and subjects_agree(pair, left, right)
    )


def _described_alike(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Whether one side has no adjective that the other lacks, so that both may be the same ones."""
    one, other = (
        {token.lemma_.lower() for token in described(doc, found)} for doc, found in zip(docs, (left, right), strict=True)
    )
    return one <= other or other <= one


def _is_part(doc: Doc, found: Quantity) -> bool:
    start, end = found.tokens
    beside = (doc[at].lower_ for at in (start - 1, end) if 0 <= at < len(doc))
    return doc[start].lower_ == "both" or any(word in _PART for word in beside)


def _one_group(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Both the number of one group: "a crew of 31"."""
    groups = [_group(doc, found) for doc, found in zip(docs, (left, right), strict=True)]
    return groups[0] == groups[1] != ""


def _group(doc: Doc, found: Quantity) -> str:
    at = found.tokens[0] - 2
    named = found.thing is None or doc[found.thing].pos_ == "PROPN"  # "mother of 12 Mary Doe"
    if not named or at < 0 or doc[at + 1].lower_ != "of" or doc[at].pos_ not in ("NOUN", "PROPN"):
        return ""
    return "" if lemma(doc, at) in _VAGUE else lemma(doc, at)


def _lasting(doc: Doc, found: Quantity) -> Token | None:
    """What is so long: "six hours of talks", "the talks lasted six hours"."""
    if found.thing is not None:
        return doc[found.thing]
    verb = next((doc[at] for at in found.governors if doc[at].pos_ == "VERB"), None)
    return subject(doc, found) if verb is not None and verb.lemma_ in _LASTING else None


def _one_event(pair: SentencePair, one: Token | None, other: Token | None) -> bool:
    if one is None or other is None:
        return False
    events = [_EVENTS.get(token.lemma_.lower()) for token in (one, other)]
    return alike(pair, one, other) >= ALIKE or (events[0] is not None and events[0] == events[1])


def _one_change(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """The same rose or fell over the same time: "sales fell by 31 percent"."""
    docs = pair.docs
    one, other = subject(docs[0], left), subject(docs[1], right)
    if left.thing is not None or right.thing is not None or one is None or other is None:
        return False
    kids = [{kid.lemma_.lower() for kid in token.children if kid.dep_ in ("amod", "compound")} for token in (one, other)]
    same_subject = one.lemma_.lower() == other.lemma_.lower() and one.pos_ == other.pos_ == "NOUN" and kids[0] == kids[1]
    return same_subject and governors(pair, left, right) >= ALIKE and _when(docs[0]) == _when(docs[1])


def _when(doc: Doc) -> set[str]:
    found = {token.lemma_.lower() for token in doc if token.ent_type_ == "DATE" and token.pos_ in ("NOUN", "PROPN", "NUM", "ADJ")}
    return (found | {token.lemma_.lower() for token in doc} & _PERIODS) - _DAYS


def _times_apart(docs: tuple[Doc, Doc]) -> bool:
    """Whether each names days of the week, or months, and none that the other names."""
    words = [{token.text for token in doc} for doc in docs]
    words = [{word.lower()[:3] for word in named if word.lower() in names} for names in (_DAYS, _MONTHS) for named in words]
    return any(one and other and not one & other for one, other in (words[:2], words[2:]))


def _beside(doc: Doc) -> bool:
    """Whether a sentence sets the number beside that of another time."""
    return any(token.lemma_.lower() in _BESIDE for token in doc)


def _around(doc: Doc, found: Quantity) -> set[str]:
    named = () if found.thing is None else (found.thing,)
    return {lemma(doc, at) for at in (*named, *found.governors)} - LIGHT
