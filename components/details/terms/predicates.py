"""Who does what to whom in a parsed sentence: the arguments of a verb or of a noun for an act, and how the act is put forward."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..sentence_pair import SentencePair

if TYPE_CHECKING:
    from spacy.tokens import Token

SAME: Final = 0.6
"""Closeness from which two different words in like slots are taken to stand for one thing."""
SURE: Final = 0.8
"""Probability of a pair of sentences from which "he" in one may stand for a name in the other."""
_PERSONS: Final = frozenset("he him she her they them who whom".split())
_OWNERS: Final = frozenset("his her their its".split())
_UNREAL: Final = frozenset(
    "accuse agree aim allege allow ask attempt authorize avoid beg block call claim consider contend could decide "
    "demand deny deserve direct discuss dispute doubt encourage expect face fear hope instruct intend invite may need "
    "offer oppose order permit plan pledge plot prefer prepare pressure prevent promise propose pursue push question "
    "recommend request require seek seem should stop suggest support suspect swear tell threaten try urge vow wait "
    "want warn wish would".split()
)
"""Verbs under which an act is wanted, planned, alleged or disputed: it need not have taken place."""
_UNREAL_NOUNS: Final = frozenset(
    "allegation attempt bid call campaign chance demand effort fear intention need offer option plan pledge possibility promise "
    "proposal prospect push request risk rumor speculation threat vow warning".split()
)
_NEGATING: Final = frozenset("decline fail neglect refuse".split())
"""Verbs under which an act does not take place: refused to sign."""
_MODALS: Final = frozenset("can could may might must shall should will would 'll 'd wo ca ought".split())
_CONDITIONS: Final = frozenset("if unless whether".split())
_GIVEN: Final = frozenset("after amid by despite following since with".split())
"""Prepositions that take what follows for a fact: tried to please them with two arrests."""
_NONE: Final = frozenset("never no nobody none neither nothing".split())
_SUBJECTS: Final = frozenset(("nsubj", "csubj"))
_PASSIVES: Final = frozenset(("nsubjpass", "csubjpass"))
_ABOUT: Final = frozenset("against for of on".split())
"""Prepositions that lead from a noun for an act to what the act concerns; a parser may hang them on a word between."""
LONGEST: Final = 400
"""Tokens of the longest sentence that is read for acts; longer ones are lists, and would be slow."""
_UPWARD: Final = 6
"""How many words above an act are looked at."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of an act: who does it, what it is done to, and what prepositions add to a verb."""

    subject: tuple[Token, ...]
    object: tuple[Token, ...]
    other: tuple[Token, ...] = ()


@dataclass(frozen=True, slots=True)
class Factuality:
    """Whether an act is negated, and whether it is put forward as real or as possible, planned, wanted, a condition."""

    negated: bool
    real: bool


def arguments_of(token: Token) -> Arguments:
    """The arguments of a verb or of a noun for an act."""
    return _of_verb(token) if token.pos_ in ("VERB", "AUX") else _of_noun(token)


def _of_noun(token: Token) -> Arguments:
    """Arguments of a noun: his support for a bill, the firing of a clerk; for support that is voiced also who voices it."""
    owners = [_owner(child) for child in token.children if child.dep_ == "poss"] + _after(token, frozenset(("by",)))
    about = _after(token, _ABOUT) + [found for near in _after(token) for found in _after(near, _ABOUT)]
    about = about or _after(token, frozenset(("to",))) + [child for child in token.children if child.dep_ == "compound"]
    if not about:
        return Arguments((), tuple(_all(owners)))
    if not owners and token.dep_ == "dobj" and token.head.pos_ == "VERB":
        return Arguments(_of_verb(token.head).subject, tuple(_all(about)))
    return Arguments(tuple(_all(owners)), tuple(_all(about)))


def _owner(token: Token) -> Token:
    """The subject that a word like "her" most likely goes back to, or the word itself."""
    if token.lower_ not in _OWNERS:
        return token
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    return next((child for child in verb.children if child.dep_ in _SUBJECTS | _PASSIVES), token) if verb is not None else token


def _of_verb(token: Token) -> Arguments:
    passive = any(child.dep_ == "auxpass" or child.dep_ in _PASSIVES for child in token.children)
    subjects = [child for child in token.children if child.dep_ in _SUBJECTS]
    subjects += [found for child in token.children if child.dep_ == "agent" for found in _objects(child)]
    objects = [child for child in token.children if child.dep_ in ("dobj", "dative") or child.dep_ in _PASSIVES]
    if token.dep_ in ("relcl", "acl"):
        subjects, objects = _of_clause(token, passive, subjects, objects)
    elif not (objects if passive else subjects) and (above := _shared(token)) is not None:
        (objects if passive else subjects).append(above)
    return Arguments(tuple(_all(subjects)), tuple(_all(objects)), tuple(_all(_after(token))))


def _of_clause(token: Token, passive: bool, subjects: list[Token], objects: list[Token]) -> tuple[list[Token], list[Token]]:
    """Arguments of a clause on a noun, which fills the open place: the man who quit, the man fired, the law he signed."""
    subjects, objects = ([t for t in group if t.tag_ not in ("WP", "WDT")] for group in (subjects, objects))
    fired = token.dep_ == "acl" and token.tag_ == "VBN"
    signed = token.dep_ == "relcl" and bool(subjects) and not objects
    if passive or fired or signed:
        objects = objects or [token.head]
    elif not subjects:
        subjects = [token.head]
    return subjects, objects


def _shared(token: Token) -> Token | None:
    """The subject that a verb shares with the verb above it: he waited and left; after being fired he left."""
    at = token
    for _ in range(_UPWARD):
        way, at = at.dep_, at.head
        if way == "pcomp":
            at = at.head
        if way not in ("conj", "xcomp", "advcl", "pcomp") or at.pos_ not in ("VERB", "AUX"):
            return None
        wanted = ("dobj",) if way == "xcomp" else ()
        for deps in (wanted, _SUBJECTS | _PASSIVES):
            if found := next((child for child in at.children if child.dep_ in deps), None):
                return found
    return None


def _after(token: Token, prepositions: frozenset[str] | None = None) -> list[Token]:
    """What follows the prepositions on a word."""
    preps = (c for c in token.children if c.dep_ == "prep" and (prepositions is None or c.lower_ in prepositions))
    return [found for prep in preps for found in _objects(prep)]


def _objects(prep: Token) -> list[Token]:
    return [child for child in prep.children if child.dep_ == "pobj"]


def _all(tokens: Iterable[Token]) -> Iterator[Token]:
    """The tokens and those joined to them by "and"; of "dozens of clerks" also the clerks."""
    for token in tokens:
        yield token
        yield from token.conjuncts
        if token.pos_ in ("NUM", "NOUN"):
            yield from _after(token, frozenset(("of",)))


def factuality(token: Token) -> Factuality:
    """How an act is put forward, read from the words on it and above it."""
    negated, real, at = _negated(token), True, token
    for _ in range(_UPWARD):
        if any(child.lower_ in _MODALS | _CONDITIONS and child.dep_ in ("aux", "mark") for child in at.children):
            real = False
        if at.head.i == at.i or at.dep_ == "relcl" or at.dep_ in ("advcl", "parataxis"):
            break
        above = at.head
        if at.dep_ == "prep" and at.lower_ in _GIVEN and above.lemma_.lower() not in _UNREAL:
            break
        if at.dep_ not in ("nsubj", "conj"):
            lemma = above.lemma_.lower()
            real = real and lemma not in _UNREAL and lemma not in _UNREAL_NOUNS
            over = _negated(above) != (lemma in _NEGATING or (lemma == "have" and any(c.lower_ == "yet" for c in above.children)))
            negated ^= over and at.dep_ in ("xcomp", "ccomp", "dobj", "pobj")
        at = above
    return Factuality(negated, real)


def _negated(token: Token) -> bool:
    """Whether "not", "never", "no" or the like stands on a word itself."""
    return any(
        child.dep_ == "neg" or child.lower_ in _NONE or any(c.lower_ in _NONE and c.dep_ == "det" for c in child.children)
        for child in token.children
        if child.dep_ in ("neg", "det", "advmod", "nsubj", "nsubjpass", "dobj")
    )


def voice(token: Token) -> tuple[Token, ...] | None:
    """Who is said to say so, of an act under a verb like "said" or beside "according to"; None for the article itself."""
    at = token
    for _ in range(_UPWARD):
        if said := _according(at):
            return tuple(said)
        if at.dep_ == "ccomp" and at.head.pos_ in ("VERB", "AUX"):
            return _of_verb(at.head).subject
        if at.head.i == at.i:
            return None
        at = at.head
    return None


def _according(token: Token) -> list[Token]:
    """Whom "according to" names for an act; a parser may hang it on the last noun before it."""
    for to in (word for word in token.subtree if word.lower_ == "to" and word.head.lower_ == "according"):
        at = to.head.head
        while at.i != token.i and at.pos_ in ("NOUN", "PROPN", "NUM", "PRON", "ADP") and at.head.i != at.i:
            at = at.head
        if at.i == token.i:
            return _objects(to)
    return []


def nobody(token: Token) -> bool:
    """Whether an argument stands for nobody or nothing at all: whoever another article names is among those it denies."""
    return token.lower_ in _NONE or (token.lower_ == "one" and without(token))


def without(token: Token) -> bool:
    """Whether a noun is denied as a whole: no arrests."""
    return any(child.lower_ == "no" and child.dep_ == "det" for child in token.children)


def whole(token: Token) -> Token:
    """The head of the name or compound that a word is a part of: of President Lena Orr the last word."""
    while token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        token = token.head
    return token


def same_arguments(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two arguments stand for one thing: the same word, or words close to each other that are not two names."""
    left, right = whole(left), whole(right)
    sorts = {left.pos_, right.pos_}
    if "PRON" in sorts:
        persons = all(t.pos_ == "PROPN" or t.lower_ in _PERSONS for t in (left, right))
        return pair.closeness(left, right) >= SAME or (persons and pair.probability >= SURE)
    if left.lemma_.casefold() == right.lemma_.casefold():
        return True
    described = sorts == {"NOUN"} and len(_modifiers(left) & _modifiers(right)) > 1
    return described or (sorts != {"PROPN"} and pair.closeness(left, right) >= SAME)


def _modifiers(token: Token) -> set[str]:
    """The words that describe a noun: two in common speak for one thing, as of alleged cartel figures and operatives."""
    return {child.lemma_.casefold() for child in token.children if child.dep_ in ("amod", "compound")}


def compatible(pair: SentencePair, lefts: Iterable[Token], rights: Iterable[Token]) -> tuple[Token, Token] | None:
    """The closest two arguments, one of each side, that stand for one thing."""
    yours = tuple(rights)
    found = [(a, b) for a in lefts for b in yours if same_arguments(pair, a, b)]
    return min(found, key=lambda two: (-pair.closeness(*two), two[0].i + two[1].i), default=None)


def conflict(pair: SentencePair, lefts: Iterable[Token], rights: Iterable[Token]) -> bool:
    """Whether both sides name somebody or something and nothing of the one side can be something of the other."""
    mine, yours = ([t for t in group if t.pos_ != "PRON"] for group in (lefts, rights))
    return bool(mine and yours) and compatible(pair, mine, yours) is None
