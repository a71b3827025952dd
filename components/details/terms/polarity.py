"""The same act affirmed in one article and denied in another: extracts what is affirmed or denied, and compares it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

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
from ...settings.names_quotes_terms import MAX_TOKENS, SAME_EVENT_PROBABILITY
from ...story import Difference, Span
from ..sentence_pair import SentencePair
from .predicates import closest_match, factuality, source_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a form of "to be" with what it says.

    Attributes:
        span: The verb in its sentence, in characters.
        token: The index of its token in the Doc.
        form: Its dictionary form, with its particle.
        negated: Whether it is denied.
        real: Whether it is put forward as real, not as possible, planned or wanted.
    """

    span: Span
    token: int
    form: str
    negated: bool
    real: bool


def find_polarity(parsed: ParsedArticle) -> tuple[tuple[Predicate, ...], ...]:
    """Return for each sentence what it affirms or denies, outside quotation marks."""
    return tuple(
        tuple(predicate for predicate in _predicates(doc) if not parsed.in_quotes(i, predicate.span))
        for i, doc in enumerate(parsed.docs)
    )


def _predicates(doc: Doc) -> Iterator[Predicate]:
    for token in doc if len(doc) <= MAX_TOKENS else ():
        if (form := _dictionary_form(token)) is not None:
            status = factuality(token)
            yield Predicate((token.idx, token.idx + len(token.text)), token.i, form, status.negated, status.real)


def _dictionary_form(token: Token) -> str | None:
    """Return the dictionary form of a verb with its particle, or of what something is said to be; None if it says too little."""
    lemma = token.lemma_.lower()
    if not is_main_verb(token):
        return None
    if lemma == "be":
        complement = dependent(token, *PREDICATE_COMPLEMENTS)
        return None if complement is None or complement.pos_ not in ("ADJ", "NOUN") else f"be {complement.lemma_.lower()}"
    particle = dependent(token, "prt")
    return None if lemma in VAGUE_VERBS else lemma if particle is None else f"{lemma} {particle.lower_}"


def compare_polarity(
    pair: SentencePair, left_predicates: Sequence[Predicate], right_predicates: Sequence[Predicate]
) -> Iterator[Difference]:
    """Report the acts of the same parties that one sentence affirms and the other denies."""
    if pair.probability < SAME_EVENT_PROBABILITY:
        return
    left_counts, right_counts = (Counter(act.form for act in acts) for acts in (left_predicates, right_predicates))
    for left in left_predicates:
        for right in right_predicates:
            unambiguous = left_counts[left.form] == right_counts[left.form] == 1
            opposed = left.form == right.form and left.negated != right.negated and left.real and right.real
            if unambiguous and opposed and _same_event(pair, pair.docs[0][left.token], pair.docs[1][right.token]):
                yield _difference(pair, left, right)


def _difference(pair: SentencePair, left: Predicate, right: Predicate) -> Difference:
    left_value, right_value = ("denied" if predicate.negated else "affirmed" for predicate in (left, right))
    left_detail = pair.left.detail(pair.i, left.span, left_value)
    right_detail = pair.right.detail(pair.j, right.span, right_value)
    why = f"“{left_detail.text}” is {left_value} in one, “{right_detail.text}” {right_value} in the other, of the same parties"
    return Difference("polarity", "", left_detail, right_detail, "differs", why)


def _same_event(pair: SentencePair, left: Token, right: Token) -> bool:
    """Whether two acts have the same parties and are said by the same: by the article itself, or by the same speaker."""
    left_source, right_source = source_of(left), source_of(right)
    if (left_source is None) != (right_source is None):
        return False
    if left_source and right_source and closest_match(pair, left_source, right_source) is None:
        return False
    left_arguments, right_arguments = arguments_of(left), arguments_of(right)
    roles = ((left_arguments.subject, right_arguments.subject), (left_arguments.object, right_arguments.object))
    parties = [(left_party, right_party) for left_party, right_party in roles if left_party or right_party]
    if len(parties) == 1 and (left_arguments.other or right_arguments.other or left.lemma_ == "be"):
        parties.append((_other_arguments(left, left_arguments), _other_arguments(right, right_arguments)))
    tokens = [token for sides in parties for side in sides for token in side]
    about_nobody = any(is_negative_pronoun(token) or has_negative_determiner(token) for token in tokens)
    return len(parties) >= (1 if about_nobody else 2) and all(_same_party(pair, *sides) for sides in parties)


def _same_party(pair: SentencePair, left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether arguments stand for one thing, or one of them is "nobody" and the like, which the other belongs to."""
    return bool(left and right) and (
        any(map(is_negative_pronoun, (*left, *right))) or closest_match(pair, left, right) is not None
    )


def _other_arguments(token: Token, arguments: Arguments) -> tuple[Token, ...]:
    """Return what else an act is about: after prepositions, or what something is said to be."""
    return (*arguments.other, *dependents(token, *PREDICATE_COMPLEMENTS))
