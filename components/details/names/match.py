"""Where a name stands in a sentence, and whether two names stand in the same role of the same statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Protocol

from ...language.lexicon.calendar import MONTH_STEMS, WEEKDAY_STEMS
from ...language.lexicon.function_words import WHERE
from ...language.lexicon.reporting_verbs import GENERAL_VERBS
from ...language.syntax.arguments import governor_and_role
from ...language.syntax.dependencies import NOMINAL, dependent, first_conjunct, governor, is_content, nearest_verb
from ...settings.names_quotes_terms import GOVERNOR_CLOSENESS, ROLE_PROBABILITY, SAME_LEMMA_CLOSENESS
from ..dates.events import event_nouns
from ..dates.match_events import may_be_different_events
from ..sentence_pair import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Token

    TokenPair = tuple[Token, Token]

INTERCHANGEABLE_PREPOSITIONS: Final = ({"", "in"}, {"", "from"}, {"", "at"}, {"in", "at"}, {"of", "from"})
"""Prepositions, or none ("the Osmere meeting"), that may stand for each other before a place."""


class NounInRole(Protocol):
    """A name with its kind and the token that heads it."""

    @property
    def kind(self) -> str:
        """What is named: a person, a place, something else."""

    @property
    def root(self) -> int:
        """The index of the token in its Doc."""


def same_role(pair: SentencePair, left_name: NounInRole, right_name: NounInRole) -> str:
    """Compare the roles of two names, one of each sentence.

    Returns:
        The lemma of the word that governs both names, or both lemmas ("fine/charge"); "" if the names have different roles.
    """
    left, right = pair.docs[0][left_name.root], pair.docs[1][right_name.root]
    if left_name.kind != right_name.kind or pair.probability < ROLE_PROBABILITY:
        return ""
    governors = _same_location(pair, left, right) if left_name.kind == "place" else _same_dependency(pair, left, right)
    return "/".join(dict.fromkeys(token.lemma_ for token in governors)) if governors else ""


def _same_location(pair: SentencePair, left: Token, right: Token) -> TokenPair | None:
    """Return what is at two places, if it is the same event or thing in both sentences."""
    left_anchor, right_anchor = located_at(left), located_at(right)
    if left_anchor is None or right_anchor is None:
        return None
    (left_located, left_preposition), (right_located, right_preposition) = left_anchor, right_anchor
    prepositions = {left_preposition, right_preposition}
    same_place = left_preposition == right_preposition or prepositions in INTERCHANGEABLE_PREPOSITIONS
    if not same_place or _at_different_times(left_located, right_located):
        return None
    events = [tokens for tokens in _located_events(left_located, right_located) if _similar(pair, *tokens)]
    if any(may_be_different_events(*tokens) for tokens in events):
        return None
    event = next((tokens for tokens in events if _share_argument(pair, *tokens)), None)
    if event or not _similar(pair, left_located, right_located):
        return event
    if prepositions == {""} and not _similar(pair, governor(left_located), governor(right_located)):
        return None
    one_act = left_located.pos_ != "VERB" or _share_other_argument(pair, (left_located, left), (right_located, right))
    return (left_located, right_located) if one_act else None


def _located_events(left: Token, right: Token) -> list[TokenPair]:
    """Pair the events that are said to be held or planned at the places: "talks are set for May in", "the talks in"."""
    if "VERB" not in (left.pos_, right.pos_):
        return []
    left_events, right_events = (event_nouns(token) if token.pos_ == "VERB" else [token] for token in (left, right))
    return [(left_event, right_event) for left_event in left_events for right_event in right_events]


def _share_argument(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two events are about a same thing: "talks on grain"."""
    right_things = [token for token in _content_below(right) if token.pos_ in NOMINAL]
    return any(_similar(pair, left_word, thing) for left_word in _content_below(left) for thing in right_things)


def _same_dependency(pair: SentencePair, left: Token, right: Token) -> TokenPair | None:
    """Return the governors of two names, if they are alike, give them one role and share another argument."""
    left_role, right_role = governor_and_role(left), governor_and_role(right)
    if left_role is None or right_role is None or left_role[1] != right_role[1]:
        return None
    left_governor, right_governor = left_role[0], right_role[0]
    if not _similar(pair, left_governor, right_governor) or _at_different_times(left_governor, right_governor):
        return None
    shared = _share_other_argument(pair, (left_governor, left), (right_governor, right))
    return (left_governor, right_governor) if shared else None


def _share_other_argument(pair: SentencePair, left: TokenPair, right: TokenPair) -> bool:
    """Whether two governors have something else in common below them than the names; each side is (governor, name)."""
    (left_governor, left_name), (right_governor, right_name) = left, right
    right_words = [token for token in _content_below(right_governor) if token != right_name]
    left_words = (token for token in _content_below(left_governor) if token != left_name)
    return any(_similar(pair, left_word, right_word) for left_word in left_words for right_word in right_words)


def _similar(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two words, of one part of speech and no general verbs, stand for the same in context."""
    if left.pos_ != right.pos_ or left.lemma_ in GENERAL_VERBS or right.lemma_ in GENERAL_VERBS:
        return False
    if left.pos_ == "PROPN":
        return left.lower_ == right.lower_
    return pair.closeness(left, right) >= (SAME_LEMMA_CLOSENESS if left.lemma_ == right.lemma_ else GOVERNOR_CLOSENESS)


def _at_different_times(left: Token, right: Token) -> bool:
    """Whether two words are said to be at different times: two events and no difference in what is said of one."""
    clauses = (nearest_verb(token, ("VERB",)) or token for token in (left, right))
    left_dates, right_dates = ([token for token in clause.subtree if token.ent_type_ in ("DATE", "TIME")] for clause in clauses)
    for stems in (WEEKDAY_STEMS, MONTH_STEMS, None):
        left_times, right_times = _times(left_dates, stems), _times(right_dates, stems)
        if left_times and right_times and not left_times & right_times:
            return True
    return False


def _times(dates: list[Token], stems: frozenset[str] | None) -> set[str]:
    """Return the weekdays or months among words of dates, by their stems, or with `stems` None the numbers."""
    if stems is None:
        return {token.lower_ for token in dates if token.text[:1].isdigit()}
    return {token.lower_[:3] for token in dates} & stems


def located_at(token: Token) -> tuple[Token, str] | None:
    """Return what is at a place, and the preposition or "": ("event", "in") of "the event in Osmere"; no building or body."""
    token = first_conjunct(token)
    if token.dep_ == "compound" and token.head.pos_ == "NOUN":
        return token.head, ""
    preposition = token.head
    if token.dep_ != "pobj" or preposition.lower_ not in WHERE:
        return None
    located = preposition.head
    while located.pos_ == "PROPN" and located.dep_ == "pobj" and located.ent_type_ != "PERSON":
        located = governor(located)
    fits = located.pos_ in ("NOUN", "VERB") or located.ent_type_ == "PERSON"
    return (located, preposition.lower_) if fits else None


def _content_below(word: Token) -> Iterator[Token]:
    """Yield the content words in what a word governs."""
    for token in word.subtree:
        if is_content(token, adverbs=False) and token != word:
            yield token


def in_list(token: Token) -> bool:
    """Whether a name stands in a list, or beside what it explains in one."""
    return token.dep_ in ("conj", "appos", "npadvmod") or dependent(token, "conj") is not None
