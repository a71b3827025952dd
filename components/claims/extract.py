"""What the articles of a weighed story tell, at any strictness: their claims, and how those of any two articles match."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ..intake import dateline_end
from ..language import has_parser, parse
from ..language.parsed_article import ParsedArticle, pair_with_parse, spans_of_words
from ..matching import (
    ArticleClaims,
    DirectedClaimMatches,
    Progress,
    SegmentedSentence,
    SentenceMatches,
    claim_tokens,
    idf_of,
    match_claims,
    segment_sentence,
    word_vectors,
)
from ..story import Article, Sentence, SentenceRef, Span
from .split import Claim, split_sentence

if TYPE_CHECKING:
    from ..matching import IndexedText, WordVectors

LONGEST: Final = 1_000
"""Words and marks of a sentence that is split into claims; a longer one is a list or a text without full stops."""


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim in its article: its sentence, its spans in `Article.text`, and which claim of the sentence it is."""

    sentence: int
    spans: tuple[Span, ...]
    index_in_sentence: int


@dataclass(frozen=True, slots=True, eq=False)
class StoryClaims:
    """The claims of each article (by key), in reading order, and for every two articles, both ways round, how they match.

    `first` has the number of the first claim of each sentence, and last the number of claims. `parsed` has the articles in a
    language with a parser, `vectors` those of the words of each of their sentences; a sentence of the others is one claim.
    `sides` has the articles by the parts of their sentences, ready to be set beside each other.
    """

    parsed: Mapping[str, ParsedArticle]
    vectors: Mapping[str, Sequence[WordVectors]]
    claims: Mapping[str, tuple[PlacedClaim, ...]]
    first_claim: Mapping[str, tuple[int, ...]]
    article_claims: Mapping[str, ArticleClaims]
    matches: Mapping[tuple[str, str], DirectedClaimMatches]

    def unmatched_spans(self, one: SentenceRef, other: SentenceRef) -> tuple[Span, ...] | None:
        """The spans, in its article, of what sentence `one` tells and `other` does not; None if that was not looked into."""
        words = self.matches[one.article, other.article].unmatched.get((one.sentence, other.sentence))
        if words is None:
            return None
        article = self.parsed[one.article]
        start = article.article.sentences[one.sentence].start
        return tuple((start + a, start + b) for a, b in spans_of_words(article.docs[one.sentence], words.tolist()))

    @property
    def positions(self) -> dict[str, list[tuple[int, int]]]:
        """For each article the sentence of each of its claims, and which of that sentence's it is."""
        return {key: [(claim.sentence, claim.index_in_sentence) for claim in found] for key, found in self.claims.items()}


def extract_claims(
    weighed: SentenceMatches, progress: Progress | None = None, *, before: StoryClaims | None = None, same: Collection[str] = ()
) -> StoryClaims:
    """Parse, split into claims, and weigh the claims of every two articles that were weighed. Raises InputError for no parser.

    Texts that are the same in `before` are not parsed again, nor is the inside of their sentences weighed where both have a key
    in `same`.
    """
    parses = _parsed(weighed, progress, before.parsed if before else {})
    split: dict[str, tuple[tuple[Claim, ...] | None, ...]] = {}
    for article in weighed.articles:
        found = parses.get(article.key)
        split[article.key] = tuple(_split(found, sent.index) if found else None for sent in article.sentences)
    placed = {article.key: _placed(article, split[article.key]) for article in weighed.articles}
    first = {key: tuple(accumulate((len(of or (0,)) for of in found), initial=0)) for key, found in split.items()}
    weight = idf_of(*(weighed.indexed[key] for key in weighed.order))
    vectors = {
        key: before.vectors[key]
        if before and key in same and key in before.vectors
        else [word_vectors(weighed.indexed[key], at, doc) for at, doc in enumerate(article.docs)]
        for key, article in parses.items()
    }
    sides = {
        key: _side(parses.get(key), vectors.get(key, ()), weighed.indexed[key], split[key], weight)
        for key in weighed.order
        if split[key]
    }
    parted: dict[tuple[str, str], DirectedClaimMatches] = {}
    for done, ((one, other), evidence) in enumerate(weighed.scores.items()):
        if progress:
            progress("Comparing facts", done / len(weighed.scores))
        chances = (evidence.probability, weighed.article_probability[one, other], weighed.article_probability[other, one])
        known = (before.matches[one, other], before.matches[other, one]) if before and {one, other} <= set(same) else None
        both = match_claims(sides[one], sides[other], chances, weight, weighed.models, before=known)
        parted[one, other], parted[other, one] = both
    if progress and parted:
        progress("Comparing facts", 1.0)
    return StoryClaims(parses, vectors, placed, first, sides, parted)


def _split(article: ParsedArticle, sentence: int) -> tuple[Claim, ...] | None:
    """The claims of a sentence; None, for the whole of it, if it has none, or is too long to be one."""
    doc = article.docs[sentence]
    return (split_sentence(doc, article.quoted[sentence]) or None) if len(doc) <= LONGEST else None


def _parsed(weighed: SentenceMatches, progress: Progress | None, before: Mapping[str, ParsedArticle]) -> dict[str, ParsedArticle]:
    """Article by article, so that a parse depends on the article alone."""
    known = {(parse.article.text, parse.article.sentences): parse for parse in before.values()}
    wanted = [article for article in weighed.articles if has_parser(article.language)]
    out = {}
    for done, article in enumerate(wanted):
        if same := known.get((article.text, article.sentences)):
            out[article.key] = same if same.article == article else replace(same, article=article)
            continue

        def tell(share: float, done: int = done) -> None:
            if progress:
                progress("Splitting sentences into facts", (done + share) / len(wanted))

        out[article.key] = pair_with_parse(article, parse([_undated(sent) for sent in article.sentences], tell))
    if progress and wanted:
        progress("Splitting sentences into facts", 1.0)
    return out


def _undated(sent: Sentence) -> str:
    """A sentence, the lede without its dateline, of which nothing is claimed: it is where and when a story was filed."""
    end = dateline_end(sent.text) if sent.role == "lede" else 0
    return " " * end + sent.text[end:]


def _placed(article: Article, split: Sequence[tuple[Claim, ...] | None]) -> tuple[PlacedClaim, ...]:
    out = []
    for sent, found in zip(article.sentences, split, strict=True):
        if found is None:
            out.append(PlacedClaim(sent.index, ((sent.start, sent.end),), 0))
            continue
        for number, claim in enumerate(found):
            spans = tuple((sent.start + start, sent.start + end) for start, end in claim.spans)
            out.append(PlacedClaim(sent.index, spans, number))
    return tuple(out)


def _side(
    article: ParsedArticle | None,
    vectors: Sequence[WordVectors],
    profile: IndexedText,
    split: Sequence[tuple[Claim, ...] | None],
    weight: Mapping[str, float],
) -> ArticleClaims:
    sentences: list[SegmentedSentence | int] = [1] * len(split)
    for at, found in enumerate(split):
        if article and found:
            sentences[at] = segment_sentence(vectors[at], profile.vectors[at], article.docs[at], found)
    spans = [[claim.spans for claim in found] if found else None for found in split]
    return ArticleClaims(profile, sentences, claim_tokens(profile, spans, weight))
