"""Whether two quantities of two sentences are of the same thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...language.quantities import Quantity
from ..parsed import SentencePair
from .alone import plainly_same
from .checks import agreement
from .likeness import ALIKE, ANYONE, FATES, alike, befell, governors, modifiers_agree, subjects_agree, things

if TYPE_CHECKING:
    from spacy.tokens import Doc

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


def same(pair: SentencePair, left: Quantity, right: Quantity, alone: bool) -> float:
    """How surely two quantities are of the same thing; 0: not surely. `alone`: both are `lone` in their sentences."""
    docs = pair.docs
    if left.kind != right.kind or pair.probability < _SURE or _years_apart(docs):
        return 0.0
    thing, rule = things(pair, left, right), governors(pair, left, right)
    agrees = agreement(left, right) != "differs"
    if agrees and (left.low, left.high) == (right.low, right.high):  # the same number, otherwise hedged
        named = left.thing is not None and right.thing is not None
        sure = (thing if named and not left.kind else max(thing, rule)) >= ALIKE
    elif left.kind == "" and (fate := befell(docs[0], left) or befell(docs[1], right)):
        sure = all(befell(doc, found) == fate and _of_anyone(doc, found) for doc, found in zip(docs, (left, right), strict=True))
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
    sure = sure or (alone and not agrees and plainly_same(pair, left, right))
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
        ends.append(next((token for token in near if token.pos_ in ("NOUN", "PROPN")), None))
    return 0.0 if ends[0] is None or ends[1] is None else alike(pair, ends[0], ends[1])


def _years_apart(docs: tuple[Doc, Doc]) -> bool:
    years = [set(_YEAR.findall(doc.text)) for doc in docs]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _of_anyone(doc: Doc, found: Quantity) -> bool:
    """Whether people are counted, and not only some of them ("two women")."""
    return found.thing is None or doc[found.thing].lemma_.lower() in ANYONE or doc[found.thing].lemma_.lower() in FATES


def _places_agree(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Whether two distances are not from different places."""
    near = [
        {token.lemma_ for token in doc[found.tokens[1] : found.tokens[1] + _NEAR] if token.pos_ == "PROPN"}
        for doc, found in zip(docs, (left, right), strict=True)
    ]
    return not near[0] or not near[1] or bool(near[0] & near[1])
