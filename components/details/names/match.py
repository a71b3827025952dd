"""Where a name stands in a sentence, and whether two names stand in the same place of the same statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from ...language.lexicon.calendar import MONTH_STEMS, WEEKDAY_STEMS
from ...language.lexicon.function_words import WHERE
from ...language.lexicon.reporting_verbs import GENERAL_VERBS
from ...language.syntax.arguments import governor_and_role
from ...language.syntax.dependencies import NOMINAL, dependent, first_conjunct, governor, is_content, nearest_verb
from ..dates.events import event_nouns
from ..dates.match_events import may_be_different_events
from ..sentence_pair import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Token

    Both = tuple[Token, Token]

ALIKE: Final = 0.7
"""From this closeness on two words govern the same."""
LEMMA: Final = 0.55
"""The same for two words with one lemma."""
SURE: Final = 0.5
"""Two sentences that less probably state a same fact are not searched for other names in the same place."""
NEAR: Final = ({"", "in"}, {"", "from"}, {"", "at"}, {"in", "at"}, {"of", "from"})
"""Prepositions, or none ("the Osmere meeting"), that may stand for each other before a place."""


class NounInRole(Protocol):
    """A name with its kind and the token that heads it."""

    @property
    def kind(self) -> str:
        """What is named: a person, a place, something else."""

    @property
    def root(self) -> int:
        """The index of the token in its Doc."""


def same_role(pair: SentencePair, one: NounInRole, two: NounInRole) -> str:
    """The word that governs both names if they are in the same place of the same statement, else nothing."""
    left, right = pair.docs[0][one.root], pair.docs[1][two.root]
    if one.kind != two.kind or pair.probability < SURE:
        return ""
    found = _same_place(pair, left, right) if one.kind == "place" else _same_dependency(pair, left, right)
    return "/".join(dict.fromkeys(token.lemma_ for token in found)) if found else ""


def _same_place(pair: SentencePair, left: Token, right: Token) -> Both | None:
    one, two = anchor(left), anchor(right)
    if one is None or two is None or _apart(one[0], two[0]) or (one[1] != two[1] and {one[1], two[1]} not in NEAR):
        return None
    events = [both for both in _held(one[0], two[0]) if _alike(pair, *both)]
    if any(may_be_different_events(*both) for both in events):
        return None
    held = next((both for both in events if _about(pair, *both)), None)
    if held or not _alike(pair, one[0], two[0]):
        return held
    if one[1] == two[1] == "" and not _alike(pair, governor(one[0]), governor(two[0])):
        return None
    if one[0].pos_ == "VERB" and not _shared(pair, one[0], left, two[0], right):
        return None
    return one[0], two[0]


def _held(left: Token, right: Token) -> list[Both]:
    """The events that are said to be held or planned at the places: "talks are set for May in", "the talks in"."""
    if "VERB" not in (left.pos_, right.pos_):
        return []
    one, two = (event_nouns(token) if token.pos_ == "VERB" else [token] for token in (left, right))
    return [(a, b) for a in one for b in two]


def _about(pair: SentencePair, one: Token, two: Token) -> bool:
    """Whether two events are about a same thing: "talks on grain"."""
    things = [b for b in _arguments(two) if b.pos_ in NOMINAL]
    return any(_alike(pair, a, b) for a in _arguments(one) for b in things)


def _same_dependency(pair: SentencePair, left: Token, right: Token) -> Both | None:
    one, two = governor_and_role(left), governor_and_role(right)
    if one is None or two is None or one[1] != two[1] or not _alike(pair, one[0], two[0]) or _apart(one[0], two[0]):
        return None
    return (one[0], two[0]) if _shared(pair, one[0], left, two[0], right) else None


def _shared(pair: SentencePair, one: Token, left: Token, two: Token, right: Token) -> bool:
    """Whether something else is the same in what two words govern."""
    others = [b for b in _arguments(two) if b != right]
    return any(_alike(pair, a, b) for a in _arguments(one) if a != left for b in others)


def _alike(pair: SentencePair, a: Token, b: Token) -> bool:
    if a.pos_ != b.pos_ or a.lemma_ in GENERAL_VERBS or b.lemma_ in GENERAL_VERBS:
        return False
    if a.pos_ == "PROPN":
        return a.lower_ == b.lower_
    return pair.closeness(a, b) >= (LEMMA if a.lemma_ == b.lemma_ else ALIKE)


def _apart(a: Token, b: Token) -> bool:
    """Whether the two are said to be at different times: two events and no difference in what is said of one."""
    clauses = (nearest_verb(token, ("VERB",)) or token for token in (a, b))
    one, two = ([token for token in at.subtree if token.ent_type_ in ("DATE", "TIME")] for at in clauses)
    for kind in (WEEKDAY_STEMS, MONTH_STEMS, None):
        first, second = ({t.lower_[:3] if kind else t.lower_ for t in at if _is_time(t, kind)} for at in (one, two))
        if first and second and not first & second:
            return True
    return False


def _is_time(token: Token, kind: frozenset[str] | None) -> bool:
    return token.lower_[:3] in kind if kind else token.text[:1].isdigit()


def anchor(token: Token) -> tuple[Token, str] | None:
    """What is at a place, and the preposition or nothing: ("event", "in") of "the event in Osmere"; no building or body."""
    token = first_conjunct(token)
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        return token.head, ""
    at = token.head
    if token.dep_ != "pobj" or at.lower_ not in WHERE:
        return None
    above = at.head
    while above.pos_ == "PROPN" and above.dep_ == "pobj" and above.ent_type_ != "PERSON":
        above = governor(above)
    return (above, at.lower_) if above.pos_ in ("NOUN", "VERB") or above.ent_type_ == "PERSON" else None


def _arguments(word: Token) -> Iterator[Token]:
    for token in word.subtree:
        if is_content(token, adverbs=False) and token != word:
            yield token


def listed(token: Token) -> bool:
    """Whether a name stands in a list, or beside what it explains in one."""
    return token.dep_ in ("conj", "appos", "npadvmod") or dependent(token, "conj") is not None
