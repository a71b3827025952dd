"""The names in a sentence with the titles before them: runs of capitalised name words, told apart from headings and offices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..language.lexicon.titles import LATER_OFFICES, SPEAKERS_TITLES, SUFFIXES, plain
from ..language.parsed_article import ParsedArticle
from ..language.syntax.dependencies import NOMINAL_SUBJECTS, dependents

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HEADING: Final = 0.8
"""Share of its longer words that a heading writes with a capital."""


@dataclass(slots=True, eq=False)
class NounPhrase:
    """Words (tokens start to end) that name somebody or something; `words` has no titles, `name` is the fullest name."""

    sentence: int
    start: int
    end: int
    words: tuple[str, ...]
    roles: tuple[str, ...]
    person: bool
    weight: float
    name: str = ""


def weight_of(token: Token) -> float:
    """How likely what a token names is to be taken up by a later pronoun: subjects most, owners least."""
    if token.dep_ in NOMINAL_SUBJECTS:
        return 1.2
    return {"poss": -0.6, "compound": -0.8, "pobj": -0.2, "appos": 0.6}.get(token.dep_, 0.0)


def noun_phrases(article: ParsedArticle, sentence: int, doc: Doc) -> Iterator[NounPhrase]:
    """The names in a sentence: runs of capitalised name words, parted at titles."""
    longer = [t for t in doc if t.is_alpha and len(t) > 3]
    heading = sum(t.is_title or t.is_upper for t in longer) > HEADING * len(longer)
    start = 0
    while start < len(doc):
        end = start
        while end < len(doc) and _name_word(doc[end], heading):
            end += 1
        if end > start:
            yield from _mention(article, sentence, doc, start, end)
        start = max(end, start + 1)


def _name_word(token: Token, heading: bool) -> bool:
    if token.ent_type_ == "PERSON":
        return token.tag_ != "POS" and not token.is_punct and token.text not in ("’s", "'s", "’", "'")
    named = token.pos_ == "PROPN" or (plain(token.lower_) in SPEAKERS_TITLES and token.text[:1].isupper())
    return named and not heading and token.text[:1].isalpha() and token.lower_ != "the"


def _mention(article: ParsedArticle, sentence: int, doc: Doc, start: int, end: int) -> Iterator[NounPhrase]:
    known = [i for i in range(start, end) if doc[i].ent_type_ == "PERSON"]
    first = max((i + 1 for i in range(start, end) if plain(doc[i].text) in SPEAKERS_TITLES), default=start)
    if first < end and known and known[-1] == end - 1:
        first = max(first, known[0])
    while first < end and doc[first].is_stop and doc[first].pos_ != "PROPN":
        first += 1
    if first == end:
        if not any(doc[i].ent_type_ in ("ORG", "GPE") for i in range(start, end)):
            return
        first = start
    roles = [plain(doc[i].text) for i in range(start, first)]
    before = start - 1
    if before >= 0 and doc[before].pos_ == "NOUN" and doc[before].dep_ in ("compound", "nmod", "appos"):
        roles.append(doc[before].lower_)
    head = doc[first:end].root
    roles += [noun.lower_ for noun in dependents(head, "appos") if noun.pos_ == "NOUN"]
    person = bool(known) or (bool(roles) and doc[first].ent_type_ not in ("ORG", "GPE", "NORP"))
    words = [doc[i].text for i in range(first, end)]
    if len(words) > 1 and plain(words[-1]) in SUFFIXES:
        words[-2:] = [" ".join(words[-2:])]
    weight = weight_of(head) - (1.5 if article.in_quotes(sentence, (doc[first].idx, doc[first].idx + 1)) else 0.0)
    yield NounPhrase(sentence, start, end, tuple(words), tuple(LATER_OFFICES.get(r, r) for r in roles), person, weight)
