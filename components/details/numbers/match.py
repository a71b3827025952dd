"""Whether two quantities are of the same thing: by the noun that they count, what governs it, its subject, its outcome.

Where two sentences surely state the same fact and each has only one number of its kind, little else need agree.
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
from ...settings.dates_and_numbers import (
    CONTEXT_PROBABILITY,
    MAX_RATIO,
    NUMBER_PROBABILITY,
    PLACE_TOKENS,
    VERB_SIMILARITY,
    WORD_SIMILARITY,
)
from ..sentence_pair import SentencePair
from .arithmetic import agreement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOLE: Final = frozenset({"age", "score", "magnitude"})
"""Kinds that are compared only where each sentence has one."""
_NOUN_KINDS: Final = frozenset({"age", "magnitude", "times", "length", "degree", "point"})
"""Kinds that need more than a common word."""
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
"""Words that say what happened to people: different words, the same toll."""
ANYONE: Final = frozenset("people person other victim one dead".split())
"""Words for people that do not single out some of them."""
_PART: Final = frozenset("another other others additional further remaining more extra fewer less of".split())
"""Around a count, they show that some of several are counted."""
_VAGUE: Final = frozenset("total number average group maximum minimum record rate series list period one".split())
"""Nouns before "of" and a number that do not say of what it is the number."""
_LASTING: Final = frozenset("last take continue run drag span endure".split())
"""Verbs whose subject is as long as they say."""
_TIME_WORDS: Final = NOMINAL | {"NUM", "ADJ"}
"""Parts of speech of words for a time."""
_PERIODS: Final = frozenset("week month quarter year decade season annual monthly annually earlier previous".split())
_COMPARISON_WORDS: Final = frozenset(
    "compare surpass exceed outnumber previous previously prior pre former formerly earlier".split()
)
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
"""Different words for events that have a length."""
_YEAR: Final = re.compile(r"\b(?:1[6-9]|20)\d\d\b")


def same_quantity(pair: SentencePair, left: Quantity, right: Quantity, unique: bool) -> float:
    """Score how surely two quantities are of the same thing.

    Args:
        pair: two sentences that may state the same fact.
        left: a quantity of the left sentence.
        right: a quantity of the right sentence.
        unique: whether no other quantity of its sentence can be taken for either, as `unique_quantities` tells.

    Returns:
        A score of 1 or more, by which pairs are ranked; 0 if it is not sure enough.
    """
    if left.kind != right.kind or pair.probability < NUMBER_PROBABILITY or _different_years(pair.docs):
        return 0.0
    noun, governor = noun_similarity(pair, left, right), governor_similarity(pair, left, right)
    agree = agreement(left, right) != "differs"
    sure = _says_the_same(pair, left, right, (noun, governor), agree=agree) or (
        unique and not agree and same_by_context(pair, left, right)
    )
    if not agree and left.exact != right.exact and left.kind not in ("times", "time") and governor < WORD_SIMILARITY:
        sure = False  # "dozens" may be some of the forty
    if not agree and max(left.low, right.low) > MAX_RATIO * min(left.high, right.high):
        sure = False
    return (1.0 + noun + governor + 2 * agree) if sure else 0.0


def _says_the_same(
    pair: SentencePair, left: Quantity, right: Quantity, similarities: tuple[float, float], *, agree: bool
) -> bool:
    """Tell whether the words around two quantities of one kind show that they are of one thing.

    Args:
        pair: two sentences that may state the same fact.
        left: a quantity of the left sentence.
        right: a quantity of the right sentence.
        similarities: those of their nouns and of their governors.
        agree: whether their numbers agree.
    """
    docs = pair.docs
    noun, governor = similarities
    both_nouns = left.noun is not None and right.noun is not None
    if agree and (left.low, left.high) == (right.low, right.high):  # the same number, otherwise hedged
        same = (noun if both_nouns and not left.kind else max(noun, governor)) >= WORD_SIMILARITY
    elif left.kind == "" and (result := outcome(docs[0], left) or outcome(docs[1], right)):
        counts = zip(docs, (left, right), strict=True)
        same = all(outcome(doc, quantity) == result and _counts_anyone(doc, quantity) for doc, quantity in counts)
    elif left.kind in ("", "share"):
        same = min(noun, governor) >= WORD_SIMILARITY and modifiers_agree(pair, left, right)
        same = same and (_both_attributive(docs, left, right) or subjects_agree(pair, left, right))
    elif left.kind in SOLE:
        same = (_person_similarity(pair, left, right) if left.kind == "age" else governor) >= WORD_SIMILARITY
    elif left.kind in ("times", "length"):
        same = governor >= VERB_SIMILARITY and _places_agree(docs, left, right)
    elif both_nouns:
        same = noun >= WORD_SIMILARITY and (_both_attributive(docs, left, right) or subjects_agree(pair, left, right))
    else:
        same = left.kind != "time" and governor >= VERB_SIMILARITY and subjects_agree(pair, left, right)
    return same


def unique_quantities(doc: Doc, quantities: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that no other of the sentence can be taken for: no other has its unit, or counts the same noun."""
    labels = [{q.kind} - {""} | (set() if q.noun is None else {lemma(doc, q.noun)}) for q in quantities]
    counts = Counter(label for own in labels for label in own)
    return [q for own, q in zip(labels, quantities, strict=True) if all(counts[label] == 1 for label in own)]


def same_by_context(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Tell whether two numbers that are unique in two sentences are of one thing because the sentences surely state one fact.

    The verbs that they stand with need not agree.
    """
    docs = pair.docs
    if pair.probability < CONTEXT_PROBABILITY or _different_times(docs):
        return False
    if left.kind == "":
        return _same_group(docs, left, right) or _same_count(pair, left, right)
    if left.kind == "time":
        return _same_event(pair, _lasting_event(docs[0], left), _lasting_event(docs[1], right))
    if left.kind == "share":
        return _same_change(pair, left, right)
    shared = _context_lemmas(docs[0], left) & _context_lemmas(docs[1], right)
    if left.kind == "score":  # as many votes in all, and a word for voting that both have
        return bool(shared) and left.low + left.high == right.low + right.high
    nouns = [lemma(doc, q.noun) for doc, q in zip(docs, (left, right), strict=True) if q.noun is not None]
    return left.kind not in _NOUN_KINDS and len(nouns) == 1 and nouns[0] in shared  # "offered $3", "a $4 offer"


def _same_count(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Tell whether both count one noun, not people at large, and no word shows a part of it: "212 homes" and "187 homes"."""
    if left.noun is None or right.noun is None or lemma(pair.docs[0], left.noun) != lemma(pair.docs[1], right.noun):
        return False
    return (
        lemma(pair.docs[0], left.noun) not in ANYONE
        and not any(
            outcome(doc, quantity) or _counts_part(doc, quantity) or _has_comparison(doc)
            for doc, quantity in zip(pair.docs, (left, right), strict=True)
        )
        and _modifiers_nested(pair.docs, left, right)
        and subjects_agree(pair, left, right)
    )


def _modifiers_nested(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Tell whether one side has no adjective that the other lacks, so that both may be the same ones."""
    left_lemmas, right_lemmas = (
        {token.lemma_.lower() for token in noun_modifiers(doc, quantity)}
        for doc, quantity in zip(docs, (left, right), strict=True)
    )
    return left_lemmas <= right_lemmas or right_lemmas <= left_lemmas


def _counts_part(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether some of several are counted: "another five", "five of the"."""
    start, end = quantity.tokens
    neighbours = (doc[i].lower_ for i in (start - 1, end) if 0 <= i < len(doc))
    return doc[start].lower_ == "both" or any(word in _PART for word in neighbours)


def _same_group(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Tell whether both give the size of one group: "a crew of 31"."""
    groups = [_group(doc, quantity) for doc, quantity in zip(docs, (left, right), strict=True)]
    return groups[0] == groups[1] != ""


def _group(doc: Doc, quantity: Quantity) -> str:
    i = quantity.tokens[0] - 2
    no_common_noun = quantity.noun is None or doc[quantity.noun].pos_ == "PROPN"  # "mother of 12 Mary Doe"
    if not no_common_noun or i < 0 or doc[i + 1].lower_ != "of" or doc[i].pos_ not in NOMINAL:
        return ""
    return "" if lemma(doc, i) in _VAGUE else lemma(doc, i)


def _lasting_event(doc: Doc, quantity: Quantity) -> Token | None:
    """Return what lasts so long: "six hours of talks", "the talks lasted six hours"."""
    if quantity.noun is not None:
        return doc[quantity.noun]
    verb = next((doc[i] for i in quantity.governors if doc[i].pos_ == "VERB"), None)
    return subject_of(doc, quantity) if verb is not None and verb.lemma_ in _LASTING else None


def _same_event(pair: SentencePair, left: Token | None, right: Token | None) -> bool:
    if left is None or right is None:
        return False
    events = [_EVENTS.get(token.lemma_.lower()) for token in (left, right)]
    return word_similarity(pair, left, right) >= WORD_SIMILARITY or (events[0] is not None and events[0] == events[1])


def _same_change(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Tell whether the same thing rose or fell over the same time: "sales fell by 31 percent"."""
    docs = pair.docs
    left_subject, right_subject = subject_of(docs[0], left), subject_of(docs[1], right)
    if left.noun is not None or right.noun is not None or left_subject is None or right_subject is None:
        return False
    left_modifiers, right_modifiers = (
        {modifier.lemma_.lower() for modifier in dependents(subject, *NOUN_MODIFIERS)}
        for subject in (left_subject, right_subject)
    )
    same_subject = (
        left_subject.lemma_.lower() == right_subject.lemma_.lower()
        and left_subject.pos_ == right_subject.pos_ == "NOUN"
        and left_modifiers == right_modifiers
    )
    return same_subject and governor_similarity(pair, left, right) >= WORD_SIMILARITY and _times(docs[0]) == _times(docs[1])


def _times(doc: Doc) -> set[str]:
    """Return the lemmas of the words for a time in a sentence, without days of the week."""
    dates = {token.lemma_.lower() for token in doc if token.ent_type_ == "DATE" and token.pos_ in _TIME_WORDS}
    return (dates | {token.lemma_.lower() for token in doc} & _PERIODS) - LOWER_WEEKDAYS


def _different_times(docs: tuple[Doc, Doc]) -> bool:
    """Tell whether each sentence names days of the week, or months, and none that the other names."""
    left_words, right_words = ({token.text.lower() for token in doc} for doc in docs)
    for names in (LOWER_WEEKDAYS, CERTAIN_MONTHS):
        left_names, right_names = ({word[:3] for word in words & names} for words in (left_words, right_words))
        if left_names and right_names and not left_names & right_names:
            return True
    return False


def _has_comparison(doc: Doc) -> bool:
    """Tell whether a sentence compares the number with that of another time."""
    return any(token.lemma_.lower() in _COMPARISON_WORDS for token in doc)


def _context_lemmas(doc: Doc, quantity: Quantity) -> set[str]:
    return {token.lemma_.lower() for token in _context(doc, quantity)} - COUNTING_VERBS


def _context(doc: Doc, quantity: Quantity) -> list[Token]:
    """Return the noun of a quantity, if it has one, and what governs it, nearest first."""
    return [doc[i] for i in (*(() if quantity.noun is None else (quantity.noun,)), *quantity.governors)]


def _both_attributive(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Tell whether both stand before the noun that they modify: "a two-year inquiry" is one whoever is the subject."""
    return all(
        quantity.noun is not None
        and quantity.tokens[1] <= quantity.noun
        and (doc[quantity.tokens[1] - 1].head.i == quantity.noun or not doc[quantity.noun - 1].text.isalnum())
        for doc, quantity in zip(docs, (left, right), strict=True)
    )


def _person_similarity(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """Return the similarity of those whose ages are given; 0 if a sentence does not name them."""
    left_person, right_person = (
        next((token for token in _context(doc, quantity) if token.pos_ in NOMINAL), None)
        for doc, quantity in zip(pair.docs, (left, right), strict=True)
    )
    return 0.0 if left_person is None or right_person is None else word_similarity(pair, left_person, right_person)


def _different_years(docs: tuple[Doc, Doc]) -> bool:
    left_years, right_years = (set(_YEAR.findall(doc.text)) for doc in docs)
    return bool(left_years and right_years) and not left_years & right_years


def _counts_anyone(doc: Doc, quantity: Quantity) -> bool:
    """Tell whether people are counted, and not only some of them ("two women")."""
    return quantity.noun is None or lemma(doc, quantity.noun) in ANYONE or lemma(doc, quantity.noun) in OUTCOMES


def _places_agree(docs: tuple[Doc, Doc], left: Quantity, right: Quantity) -> bool:
    """Tell whether two distances can be from one place: a side names none, or both name the same."""
    left_places, right_places = (
        {token.lemma_ for token in doc[quantity.tokens[1] : quantity.tokens[1] + PLACE_TOKENS] if token.pos_ == "PROPN"}
        for doc, quantity in zip(docs, (left, right), strict=True)
    )
    return not left_places or not right_places or bool(left_places & right_places)


def word_similarity(pair: SentencePair, left: Token, right: Token) -> float:
    """Return the similarity of two words: 1 for the same lemma, else their cosine, at least 0."""
    return 1.0 if left.lemma_.lower() == right.lemma_.lower() else max(0.0, pair.closeness(left, right))


def noun_similarity(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """Return the similarity of the nouns that two quantities count or measure; 0 if one has none."""
    if left.noun is None or right.noun is None:
        return 0.0
    return word_similarity(pair, pair.docs[0][left.noun], pair.docs[1][right.noun])


def governor_similarity(pair: SentencePair, left: Quantity, right: Quantity) -> float:
    """Return the similarity of the two most similar words that govern two quantities; 0 if one has none."""
    left_words, right_words = (
        [doc[i] for i in quantity.governors if doc[i].lemma_ not in COUNTING_VERBS]
        for doc, quantity in zip(pair.docs, (left, right), strict=True)
    )
    return max((word_similarity(pair, *words) for words in product(left_words, right_words)), default=0.0)


def outcome(doc: Doc, quantity: Quantity) -> str:
    """Return what happened to those who are counted ("dead", "hurt"), by the nearest word that says so; "" if none does."""
    for token in _context(doc, quantity):
        word = token.lemma_.lower()
        if word in OUTCOMES:
            return OUTCOMES[word]
        if token.i != quantity.noun and token.pos_ in NOMINAL and word not in ANYONE:
            return ""  # the death of a mother of five is not the death of five
    return ""


def noun_modifiers(doc: Doc, quantity: Quantity) -> list[Token]:
    """Return the adjectives and nouns before the noun that is counted."""
    modifiers = [] if quantity.noun is None else dependents(doc[quantity.noun], *NOUN_MODIFIERS)
    return [token for token in modifiers if token.i not in range(*quantity.tokens)]


def modifiers_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Tell whether the adjectives of two nouns counted allow that they are the same: not "senior" and "retired" ones."""
    lefts, rights = (noun_modifiers(doc, quantity) for doc, quantity in zip(pair.docs, (left, right), strict=True))
    return not lefts or not rights or any(word_similarity(pair, a, b) >= WORD_SIMILARITY for a, b in product(lefts, rights))


def subject_of(doc: Doc, quantity: Quantity) -> Token | None:
    """Return the subject of the verb that governs a quantity; None if there is none."""
    verb = next((doc[i] for i in quantity.governors if doc[i].pos_ in VERBAL), None)
    subject = preceding_subject(verb) if verb is not None else None
    return _behind_dateline(subject) if subject is not None else None


def _behind_dateline(subject: Token) -> Token:
    """Return the subject, or if a dateline was taken for it the first noun behind."""
    start = dateline_end(subject.doc.text)
    if subject.idx >= start:
        return subject
    nouns = (token for token in subject.doc if token.idx >= start and token.pos_ in NOMINAL)
    return next((token for token in nouns if token.dep_ != "compound"), subject)


def subjects_agree(pair: SentencePair, left: Quantity, right: Quantity) -> bool:
    """Tell whether nothing shows two different subjects. Where only a verb is shared, they must be known to be the same."""
    left_subject, right_subject = (subject_of(doc, quantity) for doc, quantity in zip(pair.docs, (left, right), strict=True))
    if left_subject is None or right_subject is None or left_subject.i == left.noun or right_subject.i == right.noun:
        return True
    if word_similarity(pair, left_subject, right_subject) >= WORD_SIMILARITY:
        return True
    both_nouns = left.noun is not None and right.noun is not None
    return both_nouns and not left_subject.pos_ == right_subject.pos_ == "PROPN"


def lemma(doc: Doc, i: int) -> str:
    """Return the lemma of a token, in small letters."""
    return doc[i].lemma_.lower()
