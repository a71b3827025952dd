"""What two sentences say of names: the same one in another form, one spelled in two ways, or another one in the same role.

Also where one sentence names a person or place more closely than the other: by name and not by office, by town and not by state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from ...language.lexicon.function_words import UNCERTAIN
from ...language.lexicon.reporting_verbs import SAME_SPEECH_VERBS
from ...language.lexicon.titles import OFFICES
from ...language.parsed_article import ParsedArticle
from ...language.syntax.arguments import governor_and_role
from ...language.syntax.dependencies import NOUN_MODIFIERS, appositions, dependents
from ...language.tokenize import form
from ...settings.names_quotes_terms import MAX_NAMES, OFFICE_VERB_CLOSENESS
from ...story import Difference, Span
from ...story.details import DifferenceKind, Verdict
from ..sentence_pair import SentencePair
from .aliases import differ_in_spelling, name_words, place_level, same_name
from .extract import Name, NameKind
from .match import in_list, located_at, same_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    GovernorAndRole = tuple[Token, str]


def compare_names(pair: SentencePair, left_names: Sequence[Name], right_names: Sequence[Name]) -> Iterator[Difference]:
    """Compare the names of two sentences.

    Args:
        pair: The two sentences.
        left_names: All names of the left sentence.
        right_names: All names of the right sentence.

    Yields:
        One difference for each pair of names that are one name spelled in two ways, or two names in one role of one statement;
        and notes on places and persons that one sentence names more closely.
    """
    if max(len(left_names), len(right_names)) > MAX_NAMES:
        return
    reported: set[Name] = set()
    for left, right in _unrivalled_pairs(left_names, right_names, lambda left, right: _is_spelling_variant(pair, left, right)):
        yield _difference(pair, left, right, f"spelled “{left.text}” in one, “{right.text}” in the other")
        reported |= {left, right}
    left_only = [name for name in left_names if name not in reported and not _is_named(name, pair.docs[1], right_names)]
    right_only = [name for name in right_names if name not in reported and not _is_named(name, pair.docs[0], left_names)]
    for left, right in _unrivalled_pairs(left_only, right_only, lambda left, right: _is_replacement(pair, left, right)):
        role = same_role(pair, left, right)
        yield _difference(pair, left, right, f"with “{role}”: {left.value} in one, {right.value} in the other")
        reported |= {left, right}
    for left, right in _replaced_list_items(pair, left_names, right_names):
        if not reported & {left, right} and left in left_only and right in right_only:
            yield _difference(pair, left, right, f"among the same names: {left.value} in one, {right.value} in the other")
            reported |= {left, right}
    yield from _place_notes(pair, left_names, right_names, left_only, right_only)
    unreported = ([name for name in names if name not in reported] for names in (left_only, right_only))
    yield from _office_notes(pair, *unreported)


def _unrivalled_pairs(
    left_names: Sequence[Name], right_names: Sequence[Name], fit: Callable[[Name, Name], bool]
) -> Iterator[tuple[Name, Name]]:
    """Yield the pairs that fit and have no rival on either side; of several mentions of the same two names the first."""
    pairs = [(left, right) for left in left_names for right in right_names if fit(left, right)]
    for left, right in pairs:
        rivals = [(a, b) for a, b in pairs if (a.value == left.value) != (b.value == right.value)]
        positions = [a.span[0] + b.span[0] for a, b in pairs if (a.value, b.value) == (left.value, right.value)]
        if not rivals and left.span[0] + right.span[0] == min(positions):
            yield left, right


def _is_spelling_variant(pair: SentencePair, left: Name, right: Name) -> bool:
    """Whether two names are one in two spellings; of a single word only if it has one role in both sentences."""
    return differ_in_spelling(left.text, right.text) and (len(name_words(left.text)) > 1 or bool(same_role(pair, left, right)))


def _is_replacement(pair: SentencePair, left: Name, right: Name) -> bool:
    """Whether one name has the role of the other; of a place, that it is no part of the other and not the place of a body."""
    if left.kind == "other" or left.kind != right.kind or not same_role(pair, left, right):
        return False
    if left.kind == "person":
        return True
    anchors = (located_at(doc[name.root]) for doc, name in zip(pair.docs, (left, right), strict=True))
    no_preposition = any(anchor and not anchor[1] for anchor in anchors)
    level = place_level(left.value)
    return level == place_level(right.value) and not (no_preposition and level != "within")


def _replaced_list_items(
    pair: SentencePair, left_names: Sequence[Name], right_names: Sequence[Name]
) -> Iterator[tuple[Name, Name]]:
    """Yield the one name of a list that the other list, alike otherwise, does not have, with the one that it has instead."""
    for kind in get_args(NameKind):
        left_list, right_list = (
            {name.value: name for name in names if name.kind == kind and in_list(doc[name.root])}
            for names, doc in zip((left_names, right_names), pair.docs, strict=True)
        )
        left_only = [name for name in left_list.values() if not any(same_name(name.value, value) for value in right_list)]
        right_only = [name for name in right_list.values() if not any(same_name(name.value, value) for value in left_list)]
        if len(left_list) == len(right_list) > len(left_only) + 1 and len(left_only) == len(right_only) == 1:
            yield left_only[0], right_only[0]


def _place_notes(
    pair: SentencePair,
    left_names: Sequence[Name],
    right_names: Sequence[Name],
    left_only: Sequence[Name],
    right_only: Sequence[Name],
) -> Iterator[Difference]:
    """Note each place in one sentence that lies in a place in the other."""

    def same_place_role(left: Name, right: Name) -> bool:
        return left.kind == "place" and bool(same_role(pair, left, right))

    for left, right in _unrivalled_pairs(left_names, right_names, same_place_role):
        left_within = left in left_only and lies_in(pair, left.value, right.value)
        if left_within or (right in right_only and lies_in(pair, right.value, left.value)):
            yield _difference(pair, left, right, f"{left.value} in one, {right.value} in the other", "more_specific")


def _office_notes(pair: SentencePair, left_names: Sequence[Name], right_names: Sequence[Name]) -> Iterator[Difference]:
    """Note each person whom one sentence names while the other has only the office."""
    for name in (name for name in left_names if name.kind == "person"):
        office = office_of(pair, pair.docs[0][name.root], name.value, left=True)
        if office:
            details = pair.left.detail(pair.i, name.span, name.value), pair.right.detail(pair.j, *office)
            yield Difference("name", "", *details, "more_specific", f"{name.value} in one, “{office[1]}” in the other")
    for name in (name for name in right_names if name.kind == "person"):
        office = office_of(pair, pair.docs[1][name.root], name.value, left=False)
        if office:
            details = pair.left.detail(pair.i, *office), pair.right.detail(pair.j, name.span, name.value)
            yield Difference("name", "", *details, "more_specific", f"“{office[1]}” in one, {name.value} in the other")


def _is_named(name: Name, doc: Doc, names: Sequence[Name]) -> bool:
    """Whether a sentence, with these names in it, has this name in some form, or a telling word of it."""
    telling_words = name_words(name.value)[-1:] if name.kind == "person" else name_words(name.value)
    forms = {form(token.text) for token in doc}
    return any(same_name(name.value, other.value) for other in names) or bool(forms & set(telling_words))


def _difference(pair: SentencePair, left: Name, right: Name, why: str, verdict: Verdict = "differs") -> Difference:
    kind: DifferenceKind = "place" if left.kind == right.kind == "place" else "name"
    details = pair.left.detail(pair.i, left.span, left.value), pair.right.detail(pair.j, right.span, right.value)
    return Difference(kind, "", *details, verdict, why)


def lies_in(pair: SentencePair, place: str, region: str) -> bool:
    """Whether one of the articles writes a place with the state or country that holds it: "Osmere, Ohio"."""
    if place_level(place) != "within" or place_level(region) == "within":
        return False
    place_and_region = re.compile(rf"\b{re.escape(place)}, ([A-Z][\w.]*)( [A-Z][\w.]*)?")
    matches = (match for article in (pair.left, pair.right) for match in place_and_region.finditer(article.article.text))
    return any(same_name(text, region) for match in matches for text in (match[1], match[1] + (match[2] or "")))


def office_of(pair: SentencePair, person_token: Token, person: str, *, left: bool) -> tuple[Span, str] | None:
    """Find the office of a person, named in one sentence, in the other one, if the article of that one never names them.

    Args:
        pair: The two sentences.
        person_token: The head of the person's name in its sentence.
        person: The fullest form of the name.
        left: Whether the left sentence is the one with the name.

    Returns:
        The span of the office in the other sentence, and its words; None if there is none.
    """
    article, other_article = (pair.left, pair.right) if left else (pair.right, pair.left)
    role, last_name = governor_and_role(person_token), name_words(person)[-1]
    if role is None:
        return None
    nouns = (token for token in pair.docs[1 if left else 0] if token.tag_ == "NN")
    candidates = [token for token in nouns if _same_act(pair, role, governor_and_role(token), left=left)]
    if not candidates or any(form(token.text) == last_name for doc in other_article.docs for token in doc):
        return None
    words = {form(token.text) for token in person_token.doc}
    offices = set(_offices(article, last_name))
    matching = (token for token in candidates if token.lemma_.lower() in offices and not _is_of_another(token, words))
    return next((_noun_phrase(token) for token in matching), None)


def _same_act(pair: SentencePair, role: GovernorAndRole, other_role: GovernorAndRole | None, *, left: bool) -> bool:
    """Whether two nouns have one role under verbs for the same act; `left` tells whose sentence the first is from."""
    if other_role is None or role[1] != other_role[1]:
        return False
    left_verb, right_verb = (role[0], other_role[0]) if left else (other_role[0], role[0])
    one_act = {left_verb.lemma_, right_verb.lemma_} <= SAME_SPEECH_VERBS
    return one_act or pair.closeness(left_verb, right_verb) >= OFFICE_VERB_CLOSENESS


def _offices(parsed: ParsedArticle, last_name: str) -> Iterator[str]:
    """Yield the nouns that an article puts beside a name: titles before it, appositions to it."""
    for doc in parsed.docs:
        for token in doc:
            if form(token.text) == last_name and token.pos_ == "PROPN":
                yield from (noun.lemma_.lower() for noun in appositions(token) if noun.pos_ == "NOUN")
                yield from (title for word in dependents(token, "compound") if (title := form(word.text)) in OFFICES)


def _is_of_another(office: Token, words: set[str]) -> bool:
    """Whether an office is another's: it has its own holder, or a body not among these words, or is for anyone."""
    if any(child.lower_ in UNCERTAIN for child in office.children):
        return True
    has_holder = any(child.pos_ == "PROPN" for child in dependents(office, "appos"))
    body = (token for preposition in dependents(office, "prep") for token in preposition.subtree)
    return office.dep_ == "appos" or has_holder or any(t.pos_ == "PROPN" and form(t.text) not in words for t in body)


def _noun_phrase(noun: Token) -> tuple[Span, str]:
    """Return the span and words of a noun with the article and modifiers before it."""
    starts = [child.left_edge.i for child in dependents(noun, "det", "poss", *NOUN_MODIFIERS, "nummod")]
    phrase = noun.doc[min([*starts, noun.i]) : noun.i + 1]
    return (phrase.start_char, phrase.end_char), phrase.text
