"""Whether the events of two dates are one: by the words for them, and by who and what takes part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from ...language import stem
from ..sentence_pair import SentencePair
from .events import SAYING, SUPPORT

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKING: Final = frozenset("ask tell direct instruct order task request urge command".split())
"""Verbs that may stand for one another where the same person is asked."""
ONE_ACT: Final = tuple(
    frozenset(verbs.split())
    for verbs in (
        "approve pass adopt endorse ratify", "sue file", "arrest detain", "buy acquire purchase", "resign quit",
        "fire dismiss sack oust", "issue release publish", "seize capture", "hire appoint name", "close shut",
        "open reopen resume", "destroy demolish", "cancel scrap", "delay postpone", "halt suspend stop",
    )
)  # fmt: skip
"""Verbs that stand for one act where the same one does it to the same thing."""
SUIT: Final = frozenset("suit lawsuit complaint".split())
"""What is filed by one who sues."""
AGAIN: Final = frozenset(
    "again another second third also once previously earlier later already subsequent previous first latest".split()
)
"""Words that tell one such event from others like it."""
ORDER: Final = frozenset("again second third first latest".split())
"""Those of them that tell which one it is: two sentences with the same of them can mean one event."""
ALIKE: Final = 0.6
"""Closeness of two words, in their roles, from which they are taken for the same person or thing."""
AKIN: Final = 0.72
"""Closeness of two verbs or event nouns from which they are taken for the same event, if who and what agree."""
SURE: Final = 0.9
"""Probability that two sentences state a same fact from which one that takes part in common is enough."""
LIKELY: Final = 0.8
"""Probability from which the one limit in time of either sentence is that of one thing."""
CONTENT: Final = ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
WORDS: Final = 3
"""Telling words that an utterance must have to be compared."""
FIRST: Final = 8
"""Telling words of an utterance looked at: those that come after add to it."""
SHARE: Final = 0.5
"""Share of the telling words of either utterance that must be found in the other."""


def same_event(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two words stand for one event: like words, and nothing in who or what takes part that speaks against it."""
    if left.lemma_ in SUPPORT or right.lemma_ in SUPPORT or distinguished(left, right):
        return False
    by, what = _agree(pair, agents(left), agents(right)), _agree(pair, _what(left), _what(right))
    sure = pair.probability >= SURE
    if _says(left) and _says(right):
        return by is not False and _same_words(pair, left, right)
    if left.lemma_ in ASKING and right.lemma_ in ASKING:
        return by is not False and bool(_agree(pair, _asked(left), _asked(right)))
    same = stem(left.lemma_.lower(), "en") == stem(right.lemma_.lower(), "en")
    act = same or _again(left, right) or _one_act(left, right)
    undergone = act and _undergone(pair, left, right)
    if undergone or (not same and pair.closeness(left, right) < AKIN):
        return undergone or (act and by is not False and bool(by if _suits(left, right) else what))
    if left.pos_ != "VERB" and right.pos_ != "VERB":
        return _agree(pair, _modifiers(left), _modifiers(right)) is not False and pair.closeness(left, right) >= ALIKE
    crossed = _agree(pair, agents(left) + _what(left), agents(right) + _what(right))
    return bool(crossed) and (sure or False not in (by, what))


def same_limit(pair: SentencePair, lefts: Sequence[int], rights: Sequence[int]) -> bool:
    """Whether two sentences, very probably alike, set a limit in time to one thing: neither verb nor names speak against it."""
    if pair.probability < LIKELY or not lefts or not rights:
        return False
    one, two = (_verb(doc[side[0]]) for doc, side in zip(pair.docs, (lefts, rights), strict=True))
    light = any(verb.lemma_ in SUPPORT or verb.pos_ != "VERB" for verb in (one, two))
    names = [[token for token in agents(verb) if token.pos_ == "PROPN"] for verb in (one, two)]
    return (light or pair.closeness(one, two) >= ALIKE) and _agree(pair, *names) is not False


def _verb(token: Token) -> Token:
    return next((up for up in (token, *token.ancestors) if up.pos_ in ("VERB", "AUX")), token)


def _one_act(left: Token, right: Token) -> bool:
    return any({left.lemma_, right.lemma_} <= verbs for verbs in ONE_ACT)


def _suits(left: Token, right: Token) -> bool:
    """Whether one sues and the other files a suit."""
    filing = next((token for token in (left, right) if token.lemma_ == "file"), None)
    return filing is not None and any(child.lemma_ in SUIT for child in _what(filing))


def _again(left: Token, right: Token) -> bool:
    one, two = sorted((left.lemma_.lower(), right.lemma_.lower()), key=len)
    return two == f"re{one}"


def _undergone(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether what one sentence has done to a thing the other has happen to it: "will reopen the lane", "the lane reopens"."""
    one, two = ([child for child in token.children if child.dep_ in ("dobj", "nsubjpass")] for token in (left, right))
    return bool((one and not two and _agree(pair, one, agents(right))) or (two and not one and _agree(pair, agents(left), two)))


def _says(token: Token) -> bool:
    return token.pos_ == "VERB" and token.lemma_ in SAYING


def distinguished(left: Token, right: Token) -> bool:
    """Whether words like "second" and "again" show another event than the other sentence has, or may do."""
    one, two = ({child.lower_ for child in token.children} & AGAIN for token in (left, right))
    if not (_says(left) or _says(right)):
        one, two = one - {"also"}, two - {"also"}
    if _again(left, right):
        one, two = one - {"again"}, two - {"again"}
    return bool(one ^ two) or not one <= ORDER


def _agree(pair: SentencePair, lefts: Sequence[Token], rights: Sequence[Token]) -> bool | None:
    """Whether some word of one side is one of the other's; None if a side has none, or only pronouns."""
    lefts, rights = ([word for token in side for word in _phrase(token)] for side in (lefts, rights))
    if not lefts or not rights:
        return None
    return any(pair.closeness(a, b) >= ALIKE or (a.lower_ == b.lower_ and a.pos_ == "PROPN") for a in lefts for b in rights)


def _phrase(token: Token) -> list[Token]:
    """A word and the names that stand with it."""
    names = [child for child in token.children if child.dep_ in ("compound", "appos", "nmod") and child.pos_ == "PROPN"]
    return names if token.pos_ == "PRON" else [token, *names]


def agents(token: Token) -> list[Token]:
    """Who does it: the subject, that of the verb above where a verb has none of its own, or after "by"."""
    found = [child for child in token.children if child.dep_ == "nsubj"]
    found += [thing for child in token.children if child.dep_ == "agent" for thing in child.children]
    above = token.dep_ in ("xcomp", "conj", "advcl", "ccomp") and token.head.i != token.i
    if found or not above or any(child.dep_ == "nsubjpass" for child in token.children):
        return found
    head = token.head.head if token.head.dep_ == "acomp" else token.head
    borne = [child for child in head.children if child.dep_ == "nsubjpass"] if token.dep_ in ("xcomp", "conj") else []
    return borne or (agents(head) if head.pos_ in ("VERB", "AUX") else [])


def _asked(token: Token) -> list[Token]:
    """Whom a verb of asking is said to: "asked the minister to", "asked that the minister"."""
    return [child for child in token.children if child.dep_ in ("dobj", "dative", "nsubjpass")]


def _what(token: Token) -> list[Token]:
    """What it is done to, or about."""
    found = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass", "attr", "xcomp", "ccomp", "dative")]
    preps = [child for child in token.children if child.dep_ == "prep"]
    return found + [thing for prep in preps for thing in prep.children if thing.dep_ == "pobj" and thing.ent_type_ != "DATE"]


def _modifiers(token: Token) -> list[Token]:
    return [child for child in token.children if child.dep_ in ("amod", "compound", "poss", "nmod")]


def _same_words(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two verbs of saying introduce the same utterance: most of what either says finds a like word in the other."""
    sides = [_content(token) for token in (left, right)]
    if min(len(side) for side in sides) < WORDS:
        return False
    shares = [
        sum(any(pair.closeness(*((a, b) if n == 0 else (b, a))) >= ALIKE for b in other) for a in side) / len(side)
        for n, (side, other) in enumerate((sides, sides[::-1]))
    ]
    return min(shares) >= SHARE


def _content(verb: Token) -> list[Token]:
    clauses: Iterable[Token] = (child for child in verb.children if child.dep_ in ("ccomp", "xcomp", "dobj", "dep"))
    return [token for clause in clauses for token in clause.subtree if token.pos_ in CONTENT and not token.is_stop][:FIRST]
