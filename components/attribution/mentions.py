"""The names in a sentence, with the titles before them: runs of capitalised words, kept apart from headings and offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..language.lexicon.titles import LATER_OFFICES, SPEAKERS_TITLES, SUFFIXES, plain
from ..language.parsed_article import ParsedArticle
from ..language.syntax.dependencies import NOMINAL_SUBJECTS, dependents
from ..settings.claims_and_speech import HEADING_CAPITALS, QUOTED_MENTION_PENALTY, ROLE_WEIGHTS, SUBJECT_WEIGHT

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(slots=True, eq=False)
class NounPhrase:
    """Words (tokens start to end) that name somebody or something.

    `words` is the name without titles, `roles` has the titles and offices, `name` is the fullest name that the article gives.
    """

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    roles: tuple[str, ...]
    person: bool
    weight: float
    name: str = ""


def salience(token: Token) -> float:
    """Return how likely a later pronoun is to mean what a token names, by its role: subjects most, owners least."""
    return SUBJECT_WEIGHT if token.dep_ in NOMINAL_SUBJECTS else ROLE_WEIGHTS.get(token.dep_, 0.0)


def noun_phrases(article: ParsedArticle, sentence: int, doc: Doc) -> Iterator[NounPhrase]:
    """Yield the names in a sentence in order: each run of name words, without the titles before it."""
    longer_words = [token for token in doc if token.is_alpha and len(token) > 3]
    is_heading = sum(token.is_title or token.is_upper for token in longer_words) > HEADING_CAPITALS * len(longer_words)
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and _is_name_word(doc[end], is_heading):
            end += 1
        if end > start:
            yield from _noun_phrase(article, sentence, doc, start, end)
        start = max(end, start + 1)


def _is_name_word(token: Token, is_heading: bool) -> bool:
    if token.ent_type_ == "PERSON":
        return token.tag_ != "POS" and not token.is_punct and token.text not in ("’s", "'s", "’", "'")
    is_name = token.pos_ == "PROPN" or (plain(token.lower_) in SPEAKERS_TITLES and token.text[:1].isupper())
    return is_name and not is_heading and token.text[:1].isalpha() and token.lower_ != "the"


def _noun_phrase(article: ParsedArticle, sentence: int, doc: Doc, start: int, end: int) -> Iterator[NounPhrase]:
    """Yield the name in a run of name words; none for a title alone, unless it belongs to an organisation or a place."""
    person_tokens = [i for i in range(start, end) if doc[i].ent_type_ == "PERSON"]
    first = max((i + 1 for i in range(start, end) if plain(doc[i].text) in SPEAKERS_TITLES), default=start)
    if first < end and person_tokens and person_tokens[-1] == end - 1:
        first = max(first, person_tokens[0])
    while first < end and doc[first].is_stop and doc[first].pos_ != "PROPN":
        first += 1
    if first == end:
        if not any(doc[i].ent_type_ in ("ORG", "GPE") for i in range(start, end)):
            return
        first = start
    head = doc[first:end].root
    roles = _roles(doc, head, start, first)
    is_person = bool(person_tokens) or (bool(roles) and doc[first].ent_type_ not in ("ORG", "GPE", "NORP"))
    words = [doc[i].text for i in range(first, end)]
    if len(words) > 1 and plain(words[-1]) in SUFFIXES:
        words[-2:] = [" ".join(words[-2:])]
    quoted = article.in_quotes(sentence, (doc[first].idx, doc[first].idx + 1))
    weight = salience(head) - (QUOTED_MENTION_PENALTY if quoted else 0.0)
    yield NounPhrase(sentence, start, end, tuple(words), roles, is_person, weight)


def _roles(doc: Doc, head: Token, start: int, first: int) -> tuple[str, ...]:
    """Return the titles and offices of a name: the words before it in its run, the noun before the run, and appositions.

    Args:
        doc: The sentence.
        head: The head of the name.
        start: Where the run begins, with titles.
        first: Where the name begins, without titles.
    """
    roles = [plain(doc[i].text) for i in range(start, first)]
    before = start - 1
    if before >= 0 and doc[before].pos_ == "NOUN" and doc[before].dep_ in ("compound", "nmod", "appos"):
        roles.append(doc[before].lower_)
    roles += [noun.lower_ for noun in dependents(head, "appos") if noun.pos_ == "NOUN"]
    return tuple(LATER_OFFICES.get(role, role) for role in roles)
