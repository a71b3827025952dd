"""The same act affirmed in one article and negated in another: finds what is affirmed or denied, and compares it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...language.lexicon.function_words import VAGUE_VERBS
from ...language.parsed_article import ParsedArticle
from ...language.syntax.arguments import Arguments, arguments_of
from ...language.syntax.dependencies import (
    PREDICATE_COMPLEMENTS,
    dependent,
    dependents,
    has_negative_determiner,
    is_main_verb,
    is_negative_pronoun,
)
from ...story import Difference, Span
from ..sentence_pair import SentencePair
from .predicates import LONGEST, compatible, factuality, voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LIKELY: Final = 0.6
"""Probability of a pair of sentences from which they are taken to be about one occasion."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a form of "to be" with what it says: its span, the place of its token, its dictionary form, its standing."""

    span: Span
    token: int
    form: str
    negated: bool
    real: bool


def find_polarity(parsed: ParsedArticle) -> tuple[tuple[Predicate, ...], ...]:
    """For each sentence what it affirms or denies, outside quotation marks."""
    found = (tuple(_predicates(doc)) for doc in parsed.docs)
    return tuple(tuple(act for act in acts if not parsed.in_quotes(at, act.span)) for at, acts in enumerate(found))


def _predicates(doc: Doc) -> Iterator[Predicate]:
    for token in doc if len(doc) <= LONGEST else ():
        if (form := _form(token)) is not None:
            how = factuality(token)
            yield Predicate((token.idx, token.idx + len(token.text)), token.i, form, how.negated, how.real)


def _form(token: Token) -> str | None:
    """The dictionary form of a verb with its particle, or of what something is said to be; None if it says too little."""
    lemma = token.lemma_.lower()
    if not is_main_verb(token):
        return None
    if lemma == "be":
        complement = dependent(token, *PREDICATE_COMPLEMENTS)
        return None if complement is None or complement.pos_ not in ("ADJ", "NOUN") else f"be {complement.lemma_.lower()}"
    particle = dependent(token, "prt")
    return None if lemma in VAGUE_VERBS else lemma if particle is None else f"{lemma} {particle.lower_}"


def compare_polarity(pair: SentencePair, lefts: Sequence[Predicate], rights: Sequence[Predicate]) -> Iterator[Difference]:
    """Acts of the same parties that one sentence affirms and the other denies."""
    if pair.probability < LIKELY:
        return
    said = Counter((side, act.form) for side, acts in enumerate((lefts, rights)) for act in acts)
    for left in lefts:
        for right in rights:
            once = said[0, left.form] == said[1, left.form] == 1
            opposed = left.form == right.form and left.negated != right.negated and left.real and right.real
            if once and opposed and _one_occasion(pair, pair.docs[0][left.token], pair.docs[1][right.token]):
                mine, yours = ("denied" if act.negated else "affirmed" for act in (left, right))
                details = pair.left.detail(pair.i, left.span, mine), pair.right.detail(pair.j, right.span, yours)
                yield Difference(
                    "polarity",
                    "",
                    *details,
                    "differs",
                    f"“{details[0].text}” is {mine} in one, “{details[1].text}” {yours} in the other, of the same parties",
                )


def _one_occasion(pair: SentencePair, one: Token, other: Token) -> bool:
    """Whether two acts have the same parties and are said by the same: by the article itself, or by the same speaker."""
    who, whom = voice(one), voice(other)
    if (who is None) != (whom is None) or (who and whom and compatible(pair, who, whom) is None):
        return False
    mine, yours = arguments_of(one), arguments_of(other)
    parties = [(a, b) for a, b in ((mine.subject, yours.subject), (mine.object, yours.object)) if a or b]
    if len(parties) == 1 and (mine.other or yours.other or one.lemma_ == "be"):
        parties.append((_rest(one, mine), _rest(other, yours)))
    of_all = any(
        is_negative_pronoun(token) or has_negative_determiner(token) for sides in parties for side in sides for token in side
    )
    return len(parties) >= (1 if of_all else 2) and all(_one_party(pair, a, b) for a, b in parties)


def _one_party(pair: SentencePair, one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether arguments stand for one thing, or one of them is "nobody" and the like, which the other belongs to."""
    return bool(one and other) and (any(map(is_negative_pronoun, (*one, *other))) or compatible(pair, one, other) is not None)


def _rest(token: Token, found: Arguments) -> tuple[Token, ...]:
    """What else an act is about: after prepositions, or what something is said to be."""
    return (*found.other, *dependents(token, *PREDICATE_COMPLEMENTS))
