"""What the articles of a story state: the claims of each, ready to be matched with those of another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from ..language import has_parser, parse
from ..language.dateline import dateline_end
from ..language.parsed_article import ParsedArticle, pair_with_parse
from ..matching import (
    ArticleClaims,
    Progress,
    SegmentedSentence,
    SentenceMatches,
    segment_sentence,
    word_vectors,
)
from ..settings.claims_and_speech import MAX_SPLIT_TOKENS
from ..story import Article, ClaimRef, Sentence, SentenceRef, Span
from .clauses import ClaimKind
from .split import Claim, split_sentence

if TYPE_CHECKING:
    from ..matching import IndexedText, WordVectors

INDEPENDENT: Final[frozenset[ClaimKind]] = frozenset({"main", "conjunct", "content", "frame"})
"""The kinds of claims that have a subject and a verb of their own, or repeat those of the clause before."""
SplitSentences = Sequence[tuple[Claim, ...] | None]
"""For each sentence of an article its claims, or None where the whole sentence is one claim."""


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim in its article: its sentence, its spans in `Article.text`, and which claim of the sentence it is.

    `stands_alone`: it is the sentence or a clause of its own, not what hangs on another: an apposition, "which ...", "after ...".
    """

    sentence: int
    spans: tuple[Span, ...]
    index_in_sentence: int
    stands_alone: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class StoryClaims:
    """The claims of each article (by key), in reading order.

    `parsed` has the articles in a language with a parser, `vectors` those of the words of each of their sentences; a sentence of
    the others is one claim. `split` has the claims of each sentence within it. `first_claim` has the number of the first claim of
    each sentence, and last the number of claims. `article_claims` has the articles by the claims of their sentences, ready to be
    matched.
    """

    parsed: Mapping[str, ParsedArticle]
    vectors: Mapping[str, Sequence[WordVectors]]
    split: Mapping[str, SplitSentences]
    claims: Mapping[str, tuple[PlacedClaim, ...]]
    first_claim: Mapping[str, tuple[int, ...]]
    article_claims: Mapping[str, ArticleClaims]

    def claims_in(self, sentence: SentenceRef) -> Iterator[ClaimRef]:
        """Yield the claims of one sentence, in order."""
        first = self.first_claim[sentence.article]
        return (ClaimRef(sentence.article, i) for i in range(first[sentence.sentence], first[sentence.sentence + 1]))

    def placed(self, claim: ClaimRef) -> PlacedClaim:
        """Return where a claim stands in its article."""
        return self.claims[claim.article][claim.claim]

    def sentence_of(self, claim: ClaimRef) -> SentenceRef:
        """Return the sentence that a claim stands in."""
        return SentenceRef(claim.article, self.placed(claim).sentence)


def extract_claims(
    story: SentenceMatches,
    progress: Progress | None = None,
    *,
    before: StoryClaims | None = None,
    unchanged: Collection[str] = (),
) -> StoryClaims:
    """Parse the articles of a story and split their sentences into claims. Raises InputError for no parser.

    Texts that stand in `before` are not parsed again, and vectors of the articles `unchanged` since are kept.
    """
    parsed = _parse_articles(story, progress, before.parsed if before else {})
    split: dict[str, SplitSentences] = {}
    for article in story.articles:
        parse_of = parsed.get(article.key)
        split[article.key] = tuple(_split(parse_of, sent.index) if parse_of else None for sent in article.sentences)
    vectors = {
        key: before.vectors[key]
        if before and key in unchanged and key in before.vectors
        else [word_vectors(story.indexed[key], i, doc) for i, doc in enumerate(article.docs)]
        for key, article in parsed.items()
    }
    return build_story_claims(story, parsed, vectors, split)


def build_story_claims(
    story: SentenceMatches,
    parsed: Mapping[str, ParsedArticle],
    vectors: Mapping[str, Sequence[WordVectors]],
    split: Mapping[str, SplitSentences],
) -> StoryClaims:
    """Return the claims of a story whose sentences are split in a given way, ready to be matched.

    Args:
        story: The articles, indexed.
        parsed: Those with a parser, by key.
        vectors: Of the words of each of their sentences.
        split: The claims of each sentence, by the key of its article.
    """
    claims = {article.key: _place_claims(article, split[article.key]) for article in story.articles}
    first_claim = {
        key: tuple(accumulate((len(sentence or (0,)) for sentence in sentences), initial=0)) for key, sentences in split.items()
    }
    idf = story.idf()
    article_claims = {
        key: _article_claims(parsed.get(key), vectors.get(key, ()), story.indexed[key], split[key], idf)
        for key in story.order
        if split[key]
    }
    return StoryClaims(parsed, vectors, split, claims, first_claim, article_claims)


def _split(article: ParsedArticle, sentence: int) -> tuple[Claim, ...] | None:
    """Return the claims of a sentence; None, for the whole of it, if it has none, or is too long to be one."""
    doc = article.docs[sentence]
    return (split_sentence(doc, article.quoted[sentence]) or None) if len(doc) <= MAX_SPLIT_TOKENS else None


def _parse_articles(
    story: SentenceMatches, progress: Progress | None, before: Mapping[str, ParsedArticle]
) -> dict[str, ParsedArticle]:
    """Parse article by article, so that a parse depends on the article alone."""
    parses = {(parsed.article.text, parsed.article.sentences): parsed for parsed in before.values()}
    articles = [article for article in story.articles if has_parser(article.language)]
    out = {}
    for done, article in enumerate(articles):
        if same := parses.get((article.text, article.sentences)):
            out[article.key] = same if same.article == article else replace(same, article=article)
            continue

        def report(share: float, done: int = done) -> None:
            if progress:
                progress("Splitting sentences into facts", (done + share) / len(articles))

        out[article.key] = pair_with_parse(article, parse([_without_dateline(sent) for sent in article.sentences], report))
    if progress and articles:
        progress("Splitting sentences into facts", 1.0)
    return out


def _without_dateline(sent: Sentence) -> str:
    """Return the words of a sentence, with blanks for the dateline of a lede: where and when a story was filed is no claim."""
    end = dateline_end(sent.text) if sent.role == "lede" else 0
    return " " * end + sent.text[end:]


def _place_claims(article: Article, split: SplitSentences) -> tuple[PlacedClaim, ...]:
    out = []
    for sent, claims in zip(article.sentences, split, strict=True):
        if claims is None:
            out.append(PlacedClaim(sent.index, ((sent.start, sent.end),), 0))
            continue
        for i, claim in enumerate(claims):
            spans = tuple((sent.start + start, sent.start + end) for start, end in claim.spans)
            out.append(PlacedClaim(sent.index, spans, i, claim.kind in INDEPENDENT))
    return tuple(out)


def _article_claims(
    article: ParsedArticle | None,
    vectors: Sequence[WordVectors],
    indexed: IndexedText,
    split: SplitSentences,
    idf: Mapping[str, float],
) -> ArticleClaims:
    sentences: list[SegmentedSentence | int] = [1] * len(split)
    for i, claims in enumerate(split):
        if article and claims:
            sentences[i] = segment_sentence(vectors[i], indexed.vectors[i], article.docs[i], claims)
    spans = [[claim.spans for claim in claims] if claims else None for claims in split]
    return ArticleClaims.of(indexed, sentences, spans, idf)
