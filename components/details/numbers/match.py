"""Lone numbers: of two sentences that surely tell the same, each has but one of its kind, so that little else need agree.

Whether two quantities of two sentences are of the same thing.

What two quantities have in common: what is counted, what governs it, who does it, what befell those counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, Final

from ...language.dateline import dateline_end
from ...language.lexicon.calendar import CERTAIN_MONTHS, LOWER_WEEKDAYS
from ...language.lexicon.function_words import COUNTING_VERBS
from ...language.quantities import Quantity
from ...language.syntax.arguments import preceding_subject
from ...language.syntax.dependencies import NOMINAL, NOUN_MODIFIERS, VERBAL, dependents
from ..sentence_pair import SentencePair
from .arithmetic import agreement

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


def unique_quantities(doc: Doc, found: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that no other of the sentence can be taken for: none of the same unit, or of the same thing counted."""
    names = [{quantity.kind} - {""} | (set() if quantity.thing is None else {lemma(doc, quantity.thing)}) for quantity in found]
    often = Counter(word for name in names for word in name)
    return [quantity for name, quantity in zip(names, found, strict=True) if all(often[word] == 1 for word in name)]


def same_by_context(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
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
        and not any(outcome(doc, found) or _is_part(doc, found) or _beside(doc) for doc, found in both)
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
    if not named or at < 0 or doc[at + 1].lower_ != "of" or doc[at].pos_ not in NOMINAL:
        return ""
    return "" if lemma(doc, at) in _VAGUE else lemma(doc, at)


def _lasting(doc: Doc, found: Quantity) -> Token | None:
    """What is so long: "six hours of talks", "the talks lasted six hours"."""
    if found.thing is not None:
        return doc[found.thing]
    verb = next((doc[at] for at in found.governors if doc[at].pos_ == "VERB"), None)
    return subject_of(doc, found) if verb is not None and verb.lemma_ in _LASTING else None


def _one_event(pair: SentencePair, one: Token | None, other: Token | None) -> bool:
    if one is None or other is None:
        return False
    events = [_EVENTS.get(token.lemma_.lower()) for token in (one, other)]
    return alike(pair, one, other) >= ALIKE or (events[0] is not None and events[0] == events[1])


def _one_change(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """The same rose or fell over the same time: "sales fell by 31 percent"."""
    docs = pair.docs
    one, other = subject_of(docs[0], left), subject_of(docs[1], right)
    if left.thing is not None or right.thing is not None or one is None or other is None:
        return False
    modifiers = [{modifier.lemma_.lower() for modifier in dependents(token, *NOUN_MODIFIERS)} for token in (one, other)]
    same_subject = (
        one.lemma_.lower() == other.lemma_.lower() and one.pos_ == other.pos_ == "NOUN" and modifiers[0] == modifiers[1]
    )
    return same_subject and governors(pair, left, right) >= ALIKE and _when(docs[0]) == _when(docs[1])


def _when(doc: Doc) -> set[str]:
    found = {token.lemma_.lower() for token in doc if token.ent_type_ == "DATE" and token.pos_ in NOMINAL | {"NUM", "ADJ"}}
    return (found | {token.lemma_.lower() for token in doc} & _PERIODS) - LOWER_WEEKDAYS


def _times_apart(docs: tuple[Doc, Doc]) -> bool:
    """Whether each names days of the week, or months, and none that the other names."""
    words = [{token.text for token in doc} for doc in docs]
    kinds = (LOWER_WEEKDAYS, CERTAIN_MONTHS)
    words = [{word.lower()[:3] for word in named if word.lower() in names} for names in kinds for named in words]
    return any(one and other and not one & other for one, other in (words[:2], words[2:]))


def _beside(doc: Doc) -> bool:
    """Whether a sentence sets the number beside that of another time."""
    return any(token.lemma_.lower() in _BESIDE for token in doc)


def _around(doc: Doc, found: Quantity) -> set[str]:
    named = () if found.thing is None else (found.thing,)
    return {lemma(doc, at) for at in (*named, *found.governors)} - COUNTING_VERBS


_VERY_ALIKE: Final = 0.8
"""The same where no noun says what is measured."""
_FARTHEST: Final = 12
"""Times: numbers farther apart are hardly of the same thing, whatever their words."""
SOLE: Final = frozenset({"age", "score", "magnitude"})
"""Kinds that are compared only where each sentence has one."""
_NEAR: Final = 6
"""Tokens behind a distance in which its place is named."""
_SURE: Final = 0.33
"""Probability of the sentence pair below which nothing is said to differ."""
_YEAR: Final = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


def same_quantity(pair: SentencePair, left: Quantity, right: Quantity, alone: bool) -> float:
    """How surely two quantities are of the same thing; 0: not surely. `alone`: both are `lone` in their sentences."""
    docs = pair.docs
    if left.kind != right.kind or pair.probability < _SURE or _years_apart(docs):
        return 0.0
    thing, rule = things(pair, left, right), governors(pair, left, right)
    agrees = agreement(left, right) != "differs"
    if agrees and (left.low, left.high) == (right.low, right.high):  # the same number, otherwise hedged
        named = left.thing is not None and right.thing is not None
        sure = (thing if named and not left.kind else max(thing, rule)) >= ALIKE
    elif left.kind == "" and (fate := outcome(docs[0], left) or outcome(docs[1], right)):
        sure = all(outcome(doc, found) == fate and _of_anyone(doc, found) for doc, found in zip(docs, (left, right), strict=True))
    elif left.kind in ("", "share"):
        sure = min(thing, rule) >= ALIKE and modifiers_agree(pair, left, right)
        sure = sure and (_compound(docs, left, right) or subjects_agree(pair, left, right))
    elif left.kind in SOLE:
        sure = (_person(pair, left, right) if left.kind == "age" else rule) >= ALIKE
    elif left.kind in ("times", "length"):
        sure = rule >= _VERY_ALIKE and _places_agree(docs, left, right)
    elif left.thing is not None and right.thing is not None:
        sure = thing >= ALIKE and (_compound(docs, left, right) or subjects_agree(pair, left, right))
    else:
        sure = left.kind != "time" and rule >= _VERY_ALIKE and subjects_agree(pair, left, right)
    sure = sure or (alone and not agrees and same_by_context(pair, left, right))
    if not agrees and left.exact != right.exact and left.kind not in ("times", "time") and rule < ALIKE:
        sure = False  # "dozens" may be some of the forty
    if not agrees and max(left.low, right.low) > _FARTHEST * min(left.high, right.high):
        sure = False
    return (1.0 + thing + rule + 2 * agrees) if sure else 0.0


def _compound(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Whether both stand before the noun that they describe: "a two-year inquiry" is one whoever is the subject."""
    return all(
        found.thing is not None
        and found.tokens[1] <= found.thing
        and (doc[found.tokens[1] - 1].head.i == found.thing or not doc[found.thing - 1].text.isalnum())
        for doc, found in zip(docs, (left, right), strict=True)
    )


def _person(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """How alike those are whose ages are given."""
    ends = []
    for doc, found in zip(pair.docs, (left, right), strict=True):
        near = [doc[at] for at in (*(() if found.thing is None else (found.thing,)), *found.governors)]
        ends.append(next((token for token in near if token.pos_ in NOMINAL), None))
    return 0.0 if ends[0] is None or ends[1] is None else alike(pair, ends[0], ends[1])


def _years_apart(docs: tuple[Doc, Doc]) -> bool:
    years = [set(_YEAR.findall(doc.text)) for doc in docs]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _of_anyone(doc: Doc, found: Quantity) -> bool:
    """Whether people are counted, and not only some of them ("two women")."""
    return found.thing is None or doc[found.thing].lemma_.lower() in ANYONE or doc[found.thing].lemma_.lower() in OUTCOMES


def _places_agree(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Whether two distances are not from different places."""
    near = [
        {token.lemma_ for token in doc[found.tokens[1] : found.tokens[1] + _NEAR] if token.pos_ == "PROPN"}
        for doc, found in zip(docs, (left, right), strict=True)
    ]
    return not near[0] or not near[1] or bool(near[0] & near[1])


ALIKE: Final = 0.62
"""Closeness from which two words are taken to name the same."""
OUTCOMES: Final = {
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
    ends = ([doc[at] for at in found.governors if doc[at].lemma_ not in COUNTING_VERBS] for doc, found in both)
    return max((alike(pair, one, other) for one, other in product(*ends)), default=0.0)


def outcome(doc: Doc, found: Quantity) -> str:
    """What befell those who are counted, by the nearest word that says so."""
    tokens = [doc[at] for at in (*(() if found.thing is None else (found.thing,)), *found.governors)]
    for token in tokens:
        word = token.lemma_.lower()
        if word in OUTCOMES:
            return OUTCOMES[word]
        if token.i != found.thing and token.pos_ in NOMINAL and word not in ANYONE:
            return ""  # the death of a mother of five is not the death of five
    return ""


def described(doc: Doc, found: Quantity) -> list[Token]:
    """The adjectives and nouns before what is counted."""
    modifiers = [] if found.thing is None else dependents(doc[found.thing], *NOUN_MODIFIERS)
    return [token for token in modifiers if token.i not in range(*found.tokens)]


def modifiers_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Whether the adjectives of two things counted may be of the same thing: not "senior" and "retired" ones."""
    ends = [described(doc, found) for doc, found in zip(pair.docs, (left, right), strict=True)]
    return not ends[0] or not ends[1] or any(alike(pair, one, other) >= ALIKE for one, other in product(*ends))


def subject_of(doc: Doc, found: Quantity) -> Token | None:
    """Who does what a quantity is said of."""
    verb = next((doc[at] for at in found.governors if doc[at].pos_ in VERBAL), None)
    noun = preceding_subject(verb) if verb is not None else None
    return _past_dateline(noun) if noun is not None else None


def _past_dateline(subject: Token) -> Token:
    """The subject, or if a dateline was taken for it the first noun behind."""
    start = dateline_end(subject.doc.text)
    if subject.idx >= start:
        return subject
    nouns = (token for token in subject.doc if token.idx >= start and token.pos_ in NOMINAL)
    return next((token for token in nouns if token.dep_ != "compound"), subject)


def subjects_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Whether nothing shows that two different ones did it. Where only a verb is shared, they must be known for the same."""
    one, other = (subject_of(doc, found) for doc, found in zip(pair.docs, (left, right), strict=True))
    if one is None or other is None or one.i == left.thing or other.i == right.thing:
        return True
    named = left.thing is not None and right.thing is not None
    return alike(pair, one, other) >= ALIKE or (named and not one.pos_ == other.pos_ == "PROPN")


def lemma(doc: Doc, at: int) -> str:
    """The lemma of a token, in small letters."""
    return doc[at].lemma_.lower()
