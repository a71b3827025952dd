"""Finds the names of persons, organisations, places and works in an article, each with the fullest form that the article uses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from ...language.dateline import dateline_end
from ...language.lexicon.titles import OFFICES, SHARED_OFFICES
from ...language.parsed_article import ParsedArticle
from ...language.tokenize import form
from ...settings.names_quotes_terms import CAPITALS_SHARE, PLACE_VOTES, TITLED_NAME_WORDS
from ...story import Span
from .aliases import ARABIC_PARTICLE, name_suffix, name_words, place_level, same_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NameKind = Literal["person", "place", "other"]
NameKey = tuple[str, ...]
"""The words of a name as they are compared, with its suffix."""
KINDS: Final[dict[str, NameKind]] = {
    "PERSON": "person",
    **dict.fromkeys(("GPE", "LOC", "FAC"), "place"),
    **dict.fromkeys(("ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"), "other"),
}
"""The parser's labels -> the kinds told apart here."""


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
    """A name in a sentence, as tokens from `start` to `end`, with its kind and its votes for that kind in the whole article."""

    start: int
    end: int
    text: str
    kind: NameKind | None
    votes: int = 1

    @property
    def sentence_initial(self) -> bool:
        """Whether only its place at the start of a sentence may have given it its capital."""
        return self.start == 0 and self.end == 1 and self.kind is None


def find_names(parsed: ParsedArticle) -> tuple[tuple[Name, ...], ...]:
    """Return for each sentence the names in it, in order."""
    mentions = [tuple(_mentions(doc)) for doc in parsed.docs]
    certain = (mention for row in mentions for mention in row if not mention.sentence_initial)
    known_words = {word for mention in certain for word in name_words(mention.text)}
    mentions = [
        tuple(mention for mention in row if not mention.sentence_initial or known_words >= set(name_words(mention.text)))
        for row in mentions
    ]
    resolved = _resolve(mentions)
    return tuple(tuple(_name(doc, mention, resolved) for mention in row) for doc, row in zip(parsed.docs, mentions, strict=True))


def _name(doc: Doc, mention: _Mention, resolved: Mapping[NameKey, tuple[NameKind, str]]) -> Name:
    tokens = doc[mention.start : mention.end]
    kind, full_form = resolved[_name_key(mention.text)]
    return Name((tokens.start_char, tokens.end_char), mention.text, kind, full_form, tokens.root.i)


def _mentions(doc: Doc) -> Iterator[_Mention]:
    """Yield the names that the parser labels, and other runs of capitalised words; not those of a dateline."""
    text_start = dateline_end(doc.text)
    labelled = {i for ent in doc.ents for i in range(ent.start, ent.end)}
    spans: list[tuple[int, int, NameKind | None]] = [(start, end, None) for start, end in _capitalised_runs(doc, labelled)]
    spans += [(ent.start, ent.end, KINDS[ent.label_]) for ent in doc.ents if ent.label_ in KINDS]
    for start, end, kind in sorted(spans, key=lambda span: span[0]):
        for part in _split_at_possessives(doc, start, end):
            tokens = _trim(doc, *part, kind)
            if tokens and doc[tokens[0]].idx >= text_start:
                after_in = kind == "place" and tokens[0] > 0 and doc[tokens[0] - 1].lower_ == "in"
                text = doc[tokens[0] : tokens[1]].text
                yield _Mention(*tokens, text, _kind_in_context(doc, *tokens, kind), PLACE_VOTES if after_in else 1)


def _capitalised_runs(doc: Doc, labelled: set[int]) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the runs of capitalised proper nouns that the parser gave no label."""
    words = [token for token in doc if token.is_alpha]
    if sum(token.text[0].isupper() for token in words) >= CAPITALS_SHARE * len(words):
        return
    start = None
    for token in [*doc, None]:
        in_run = token is not None and token.i not in labelled and token.pos_ == "PROPN" and token.text[:1].isupper()
        if in_run and start is None:
            start = token.i
        elif not in_run and start is not None:
            yield start, token.i if token is not None else len(doc)
            start = None


def _split_at_possessives(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a span at the possessives in it: "Harbour's Ann Lee" is two names."""
    for i in range(start, end):
        if doc[i].tag_ == "POS":
            yield start, i
            start = i + 1
    yield start, end


def _trim(doc: Doc, start: int, end: int, kind: NameKind | None) -> tuple[int, int] | None:
    """Take articles, ages, offices and punctuation off both ends of a name; None if no name is left."""
    while start < end and not ARABIC_PARTICLE.match(doc[start:end].text) and not _may_begin_name(doc[start]):
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


def _may_begin_name(token: Token) -> bool:
    return not (token.is_punct or token.pos_ in ("DET", "SPACE", "ADP") or token.is_lower)


def _kind_in_context(doc: Doc, start: int, end: int, kind: NameKind | None) -> NameKind | None:
    """Return the kind that the words around a name show, where the parser saw none: "Judge Holt", "in Osmere, Ohio"."""
    before = doc[start - 1] if start else None
    if kind in ("person", "place") or before is None:
        return kind
    if before.text[0].isupper() and form(before.text) in OFFICES - SHARED_OFFICES and end - start <= TITLED_NAME_WORDS:
        return "person"
    comma = doc[end : end + 1].text == ","
    before_state = comma and any(place_level(doc[end + 1 : state_end].text) == "state" for state_end in (end + 2, end + 3))
    return "place" if before_state and before.tag_ == "IN" else kind


def _name_key(text: str) -> NameKey:
    return (*name_words(text), *filter(None, [name_suffix(text)]))


def _resolve(mentions: Sequence[Sequence[_Mention]]) -> dict[NameKey, tuple[NameKind, str]]:
    """Return for the words of each name its kind, by a vote over the article, and the fullest form if there is only one."""
    votes: dict[NameKey, Counter[NameKind]] = {}
    texts: dict[NameKey, Counter[str]] = {}
    for mention in (mention for row in mentions for mention in row):
        key = _name_key(mention.text)
        texts.setdefault(key, Counter())[mention.text] += 1
        votes.setdefault(key, Counter()).update([mention.kind] * mention.votes if mention.kind else [])
    usual_texts = {key: text.most_common(1)[0][0] for key, text in texts.items()}
    kinds = {key: _majority_kind(vote, usual_texts[key]) for key, vote in votes.items()}
    keys_by_last_word: dict[str, list[NameKey]] = {}
    for key in (key for key, kind in kinds.items() if kind != "place" and len(key) > 1):
        for last_word in {name_words(usual_texts[key])[-1], key[-1]}:
            keys_by_last_word.setdefault(last_word, []).append(key)
    resolved: dict[NameKey, tuple[NameKind, str]] = {}
    for key, kind in kinds.items():
        longer_keys = [longer for longer in keys_by_last_word.get(key[-1], ()) if set(key) <= set(longer)]
        person = kind == "person" or any(kinds[longer] == "person" for longer in longer_keys)
        full_key = max(longer_keys, key=len, default=key)
        if not person or any(not same_name(usual_texts[full_key], usual_texts[longer]) for longer in longer_keys):
            full_key = key
        resolved[key] = ("person" if person else kind, usual_texts[full_key])
    return resolved


def _majority_kind(votes: Counter[NameKind], text: str) -> NameKind:
    kind = votes.most_common(1)[0][0] if votes else "other"
    return "place" if kind == "other" and place_level(text) != "within" else kind
