"""What two sentences say of names: the same one in another form, one spelled in two ways, or another one in the same place.

Where one sentence names a person or place more closely than the other: by name and not by office, by town and not by state.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, get_args

from ...language.lexicon.function_words import UNCERTAIN
from ...language.lexicon.reporting_verbs import SAME_SPEECH_VERBS
from ...language.lexicon.titles import OFFICES
from ...language.parsed_article import ParsedArticle
from ...language.syntax.arguments import governor_and_role
from ...language.syntax.dependencies import NOUN_MODIFIERS, appositions, dependents
from ...language.tokenize import form
from ...story import Difference, Span
from ...story.details import DifferenceKind, Verdict
from ..sentence_pair import SentencePair
from .aliases import level, name_words, same_name, spelling
from .extract import Name, NameKind, find_names
from .match import anchor, listed, same_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    Role = tuple[Token, str]

__all__ = ["Name", "compare_names", "find_names"]

MANY: Final = 40
"""A sentence with more names than this is a table or a list, and no statement about them."""


def compare_names(pair: SentencePair, lefts: Sequence[Name], rights: Sequence[Name]) -> Iterator[Difference]:
    """Where the two sentences spell one name in two ways, or name another one in the same place of the same statement."""
    if max(len(lefts), len(rights)) > MANY:
        return
    done: set[Name] = set()
    for one, two in _matched(lefts, rights, lambda one, two: _spelled(pair, one, two)):
        yield _difference(pair, one, two, f"spelled “{one.text}” in one, “{two.text}” in the other")
        done |= {one, two}
    left_over = [one for one in lefts if one not in done and not _said(one, pair.docs[1], rights)]
    right_over = [two for two in rights if two not in done and not _said(two, pair.docs[0], lefts)]
    for one, two in _matched(left_over, right_over, lambda one, two: _replaced(pair, one, two)):
        yield _difference(pair, one, two, f"with “{same_role(pair, one, two)}”: {one.value} in one, {two.value} in the other")
        done |= {one, two}
    for one, two in _odd_ones(pair, lefts, rights):
        if not done & {one, two} and one in left_over and two in right_over:
            yield _difference(pair, one, two, f"among the same names: {one.value} in one, {two.value} in the other")
            done |= {one, two}
    yield from _wider(pair, lefts, rights, left_over, right_over)
    yield from _offices(pair, [one for one in left_over if one not in done], [two for two in right_over if two not in done])


def _matched(lefts: Sequence[Name], rights: Sequence[Name], fits: Callable[[Name, Name], bool]) -> Iterator[tuple[Name, Name]]:
    """The pairs that fit and have no rival on either side; of several mentions of the same two names the first."""
    found = [(one, two) for one in lefts for two in rights if fits(one, two)]
    for one, two in found:
        rivals = [(a, b) for a, b in found if (a.value == one.value) != (b.value == two.value)]
        mentions = [a.span[0] + b.span[0] for a, b in found if (a.value, b.value) == (one.value, two.value)]
        if not rivals and one.span[0] + two.span[0] == min(mentions):
            yield one, two


def _spelled(pair: SentencePair, one: Name, two: Name) -> bool:
    return spelling(one.text, two.text) and (len(name_words(one.text)) > 1 or bool(same_role(pair, one, two)))


def _replaced(pair: SentencePair, one: Name, two: Name) -> bool:
    """Whether one name stands where the other does; of a place, that it is no part of the other and not the place of a body."""
    if one.kind == "other" or one.kind != two.kind or not same_role(pair, one, two):
        return False
    if one.kind == "person":
        return True
    bare = any(at and not at[1] for at in (anchor(doc[name.root]) for doc, name in zip(pair.docs, (one, two), strict=True)))
    return level(one.value) == level(two.value) and not (bare and level(one.value) != "within")


def _odd_ones(pair: SentencePair, lefts: Sequence[Name], rights: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """The one name of a list that the other list, alike otherwise, does not have."""
    for kind in get_args(NameKind):
        one, two = (
            {name.value: name for name in names if name.kind == kind and listed(doc[name.root])}
            for names, doc in zip((lefts, rights), pair.docs, strict=True)
        )
        odd_one = [name for name in one.values() if not any(same_name(name.value, other) for other in two)]
        odd_two = [name for name in two.values() if not any(same_name(name.value, other) for other in one)]
        if len(one) == len(two) > len(odd_one) + 1 and len(odd_one) == len(odd_two) == 1:
            yield odd_one[0], odd_two[0]


def _wider(
    pair: SentencePair, lefts: Sequence[Name], rights: Sequence[Name], left_over: Sequence[Name], right_over: Sequence[Name]
) -> Iterator[Difference]:
    """Notes on a place in one sentence that lies in a place in the other."""
    for one, two in _matched(lefts, rights, lambda one, two: one.kind == "place" and bool(same_role(pair, one, two))):
        inside = one in left_over and lies_in(pair, one.value, two.value)
        if inside or (two in right_over and lies_in(pair, two.value, one.value)):
            yield _difference(pair, one, two, f"{one.value} in one, {two.value} in the other", "more_specific")


def _offices(pair: SentencePair, lefts: Sequence[Name], rights: Sequence[Name]) -> Iterator[Difference]:
    """Notes on a person whom one sentence names and of whom the other has the office alone."""
    for name in (name for name in lefts if name.kind == "person"):
        office = office_of(pair, pair.docs[0][name.root], name.value, left=True)
        if office:
            ends = pair.left.detail(pair.i, name.span, name.value), pair.right.detail(pair.j, *office)
            yield Difference("name", "", *ends, "more_specific", f"{name.value} in one, “{office[1]}” in the other")
    for name in (name for name in rights if name.kind == "person"):
        office = office_of(pair, pair.docs[1][name.root], name.value, left=False)
        if office:
            ends = pair.left.detail(pair.i, *office), pair.right.detail(pair.j, name.span, name.value)
            yield Difference("name", "", *ends, "more_specific", f"“{office[1]}” in one, {name.value} in the other")


def _said(name: Name, doc: Doc, names: Sequence[Name]) -> bool:
    """Whether a sentence has this name in some form, or a telling word of it."""
    telling = name_words(name.value)[-1:] if name.kind == "person" else name_words(name.value)
    return any(same_name(name.value, other.value) for other in names) or bool({form(t.text) for t in doc} & set(telling))


def _difference(pair: SentencePair, one: Name, two: Name, why: str, verdict: Verdict = "differs") -> Difference:
    kind: DifferenceKind = "place" if one.kind == two.kind == "place" else "name"
    ends = pair.left.detail(pair.i, one.span, one.value), pair.right.detail(pair.j, two.span, two.value)
    return Difference(kind, "", *ends, verdict, why)


CLOSE: Final = 0.7
"""From this closeness on two verbs tell of the same act."""


def lies_in(pair: SentencePair, place: str, wider: str) -> bool:
    """Whether one of the articles writes a place with the state or country that holds it: "Osmere, Ohio"."""
    if level(place) != "within" or level(wider) == "within":
        return False
    written = re.compile(rf"\b{re.escape(place)}, ([A-Z][\w.]*)( [A-Z][\w.]*)?")
    found = (at for article in (pair.left, pair.right) for at in written.finditer(article.article.text))
    return any(same_name(holder, wider) for at in found for holder in (at[1], at[1] + (at[2] or "")))


def office_of(pair: SentencePair, at: Token, person: str, *, left: bool) -> tuple[Span, str] | None:
    """The span and words by which the other sentence has the office of a person named here, if its article never names them."""
    one, two, doc = (pair.left, pair.right, pair.docs[1]) if left else (pair.right, pair.left, pair.docs[0])
    slot, last = governor_and_role(at), name_words(person)[-1]
    words = {form(token.text) for token in at.doc}
    like = [token for token in doc if slot and token.tag_ == "NN" and _same_act(pair, slot, governor_and_role(token), left=left)]
    if not like or any(form(token.text) == last for doc in two.docs for token in doc):
        return None
    offices = set(_offices_beside(one, last))
    return next((_phrase(token) for token in like if token.lemma_.lower() in offices and not _named(token, words)), None)


def _same_act(pair: SentencePair, here: Role, there: Role | None, *, left: bool) -> bool:
    if there is None or here[1] != there[1]:
        return False
    one, two = (here[0], there[0]) if left else (there[0], here[0])
    return {one.lemma_, two.lemma_} <= SAME_SPEECH_VERBS or pair.closeness(one, two) >= CLOSE


def _offices_beside(parsed: ParsedArticle, last: str) -> Iterator[str]:
    """The nouns that an article puts beside a name: titles before it, appositions to it."""
    for doc in parsed.docs:
        for token in doc:
            if form(token.text) == last and token.pos_ == "PROPN":
                yield from _beside(token)


def _beside(token: Token) -> Iterator[str]:
    yield from (noun.lemma_.lower() for noun in appositions(token) if noun.pos_ == "NOUN")
    yield from (title for word in dependents(token, "compound") if (title := form(word.text)) in OFFICES)


def _named(token: Token, words: set[str]) -> bool:
    """Whether an office is another's: it has its own holder, or a body that the other sentence lacks, or is for anyone."""
    beside = any(child.pos_ == "PROPN" for child in dependents(token, "appos"))
    if any(child.lower_ in UNCERTAIN for child in token.children):
        return True
    body = (t for prep in dependents(token, "prep") for t in prep.subtree)
    return token.dep_ == "appos" or beside or any(t.pos_ == "PROPN" and form(t.text) not in words for t in body)


def _phrase(token: Token) -> tuple[Span, str]:
    before = [child.left_edge.i for child in dependents(token, "det", "poss", *NOUN_MODIFIERS, "nummod")]
    words = token.doc[min([*before, token.i]) : token.i + 1]
    return (words.start_char, words.end_char), words.text
