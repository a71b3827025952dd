"""Finds the names of persons, organisations, places and works in an article, each with the fullest form that the article uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ...language.dateline import dateline_end
from ...language.lexicon.titles import OFFICES, SHARED_OFFICES
from ...language.parsed_article import ParsedArticle
from ...language.tokenize import form
from ...story import Span
from .aliases import PARTICLE, level, name_words, same_name, suffix

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NameKind = Literal["person", "place", "other"]
KINDS: Final[dict[str, NameKind]] = {
    "PERSON": "person",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
    **dict.fromkeys(("ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"), "other"),
}
"""The parser's labels -> the kinds told apart here."""
LONGEST: Final = 3
"""Words of a person's name, at most, where nothing but a title tells that it is one."""
TOLD: Final = 3
"""Votes of a mention that the parser takes for a place and that stands after "in"."""
HEADLINE: Final = 0.7
"""From this share of capitalised words on, capitals say nothing about what is a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: its span there, its kind, the fullest form that the article uses, and the token that heads it."""

    span: Span
    text: str
    kind: NameKind
    value: str
    root: int


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    text: str
    kind: NameKind | None
    votes: int = 1

    @property
    def opening(self) -> bool:
        """Whether only its place at the start of a sentence may have given it its capital."""
        return self.start == 0 and self.end == 1 and self.kind is None


def find_names(parsed: ParsedArticle) -> tuple[tuple[Name, ...], ...]:
    """For each sentence the names in it, in order."""
    found = [tuple(_mentions(doc)) for doc in parsed.docs]
    sure = {word for mentions in found for at in mentions if not at.opening for word in name_words(at.text)}
    found = [tuple(at for at in mentions if not at.opening or sure >= set(name_words(at.text))) for mentions in found]
    known = _known(found)
    return tuple(tuple(_named(doc, at, known) for at in mentions) for doc, mentions in zip(parsed.docs, found, strict=True))


def _named(doc: Doc, at: _Mention, known: dict[tuple[str, ...], tuple[NameKind, str]]) -> Name:
    tokens = doc[at.start : at.end]
    kind, value = known[_key(at.text)]
    return Name((tokens.start_char, tokens.end_char), at.text, kind, value, tokens.root.i)


def _mentions(doc: Doc) -> Iterator[_Mention]:
    first = dateline_end(doc.text)
    taken = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    spans: list[tuple[int, int, NameKind | None]] = [(start, end, None) for start, end in _runs(doc, taken)]
    spans += [(ent.start, ent.end, KINDS[ent.label_]) for ent in doc.ents if ent.label_ in KINDS]
    for start, end, kind in sorted(spans, key=lambda span: span[0]):
        for part in _parts(doc, start, end):
            tokens = _trimmed(doc, *part, kind)
            if tokens and doc[tokens[0]].idx >= first:
                inside = kind == "place" and tokens[0] > 0 and doc[tokens[0] - 1].lower_ == "in"
                yield _Mention(*tokens, doc[tokens[0] : tokens[1]].text, _seen(doc, *tokens, kind), TOLD if inside else 1)


def _runs(doc: Doc, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised proper nouns that the parser gave no label."""
    words = [token for token in doc if token.is_alpha]
    if sum(token.text[0].isupper() for token in words) >= HEADLINE * len(words):
        return
    start = None
    for token in [*doc, None]:
        inside = token is not None and token.i not in taken and token.pos_ == "PROPN" and token.text[:1].isupper()
        if inside and start is None:
            start = token.i
        elif not inside and start is not None:
            yield start, token.i if token is not None else len(doc)
            start = None


def _parts(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A span without the possessives in it: "Harbour's Ann Lee" is two names."""
    for i in range(start, end):
        if doc[i].tag_ == "POS":
            yield start, i
            start = i + 1
    yield start, end


def _trimmed(doc: Doc, start: int, end: int, kind: NameKind | None) -> tuple[int, int] | None:
    while start < end and not PARTICLE.match(doc[start:end].text) and not _begins(doc[start]):
        start += 1
    while kind == "person" and end - start > 1 and doc[start].is_digit:
        start += 1
    while kind in ("person", None) and end - start > 1 and form(doc[start].text) in OFFICES:
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    text = doc[start:end].text
    offices = all(form(token.text) in OFFICES for token in doc[start:end])
    return (start, end) if any(c.isupper() for c in text) and len(text) > 1 and name_words(text) and not offices else None


def _begins(token: Token) -> bool:
    return not (token.is_punct or token.pos_ in ("DET", "SPACE", "ADP") or token.is_lower)


def _seen(doc: Doc, start: int, end: int, kind: NameKind | None) -> NameKind | None:
    """The kind that the words around a name show, where the parser saw none: "Judge Holt", "in Osmere, Ohio"."""
    before = doc[start - 1] if start else None
    if kind in ("person", "place") or before is None:
        return kind
    if before.text[0].isupper() and form(before.text) in OFFICES - SHARED_OFFICES and end - start <= LONGEST:
        return "person"
    stated = doc[end : end + 1].text == "," and any(level(doc[end + 1 : end + more].text) == "state" for more in (2, 3))
    return "place" if stated and before.tag_ == "IN" else kind


def _key(text: str) -> tuple[str, ...]:
    return (*name_words(text), *filter(None, [suffix(text)]))


def _known(found: Sequence[Sequence[_Mention]]) -> dict[tuple[str, ...], tuple[NameKind, str]]:
    """For the words of each name its kind, by a vote over the article, and the fullest form if there is only one."""
    votes: dict[tuple[str, ...], Counter[NameKind]] = {}
    texts: dict[tuple[str, ...], Counter[str]] = {}
    for at in (at for mentions in found for at in mentions):
        words = _key(at.text)
        texts.setdefault(words, Counter())[at.text] += 1
        votes.setdefault(words, Counter()).update([at.kind] * at.votes if at.kind else [])
    written = {words: text.most_common(1)[0][0] for words, text in texts.items()}
    kinds = {words: _kind(vote, written[words]) for words, vote in votes.items()}
    ending: dict[str, list[tuple[str, ...]]] = {}
    for words in (words for words, kind in kinds.items() if kind != "place" and len(words) > 1):
        for end in {name_words(written[words])[-1], words[-1]}:
            ending.setdefault(end, []).append(words)
    out: dict[tuple[str, ...], tuple[NameKind, str]] = {}
    for words, kind in kinds.items():
        fuller = [other for other in ending.get(words[-1], ()) if set(words) <= set(other)]
        person = kind == "person" or any(kinds[other] == "person" for other in fuller)
        full = max(fuller, key=len, default=words)
        if not person or any(not same_name(written[full], written[other]) for other in fuller):
            full = words
        out[words] = ("person" if person else kind, written[full])
    return out


def _kind(votes: Counter[NameKind], text: str) -> NameKind:
    kind = votes.most_common(1)[0][0] if votes else "other"
    return "place" if kind == "other" and level(text) != "within" else kind
