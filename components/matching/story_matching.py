"""A story matched: every article indexed, every two articles set beside each other, by sentences and by claims."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from ..embeddings import round_encoded
from ..language.parsed_article import ParsedArticle, spans_of_words
from ..settings import KEYS, MAX_ARTICLES, MAX_PAIRS, MAX_SENTENCES
from ..story import Article, InputError, SentenceRef, Span
from .claim_matching import ArticleClaims, DirectedClaimMatches, match_claims
from .indexed_text import IndexedText, index_text
from .late_interaction import idf_of
from .models import FittedModels, models_for
from .sentence_matching import SentencePairScores, score_sentence_pairs, score_sentences_in_article

if TYPE_CHECKING:
    from ..embeddings import Encoder
    from .arrays import Matrix

Progress = Callable[[str, float], None]
"""Called with the stage in words, and how much of it is done, from 0 to 1."""
ArticlePairKeys = tuple[str, str]
"""The keys of two articles."""


@dataclass(frozen=True, slots=True, eq=False)
class SentenceMatches:
    """Articles with all that was measured of their sentences; enough to decide at any strictness.

    `order` holds the keys in an order that depends on the texts alone: everything is computed in it, so that the order in which
    articles are given changes their keys and nothing else. `scores` has one entry for every two keys of it (ask `between`, which
    knows which way round); `article_probability[X, Y]`, for each sentence of X, the probability that Y states what it does.
    """

    articles: tuple[Article, ...]
    order: tuple[str, ...]
    indexed: Mapping[str, IndexedText]
    scores: Mapping[ArticlePairKeys, SentencePairScores]
    article_probability: Mapping[ArticlePairKeys, Matrix]
    models: FittedModels
    encoder_name: str
    encoder_digest: str

    @property
    def pairs(self) -> tuple[ArticlePairKeys, ...]:
        """The keys of every two articles that were matched, each pair once, in the order in which it was matched."""
        return tuple(self.scores)

    def between(self, article: str, other: str) -> SentencePairScores:
        """Return the scores of the sentences of one article (rows) beside those of another (columns)."""
        if (article, other) in self.scores:
            return self.scores[article, other]
        return self.scores[other, article].transposed

    def probability(self, sentence: SentenceRef, other: SentenceRef) -> float:
        """Return the probability that two sentences of two articles state a same fact."""
        return float(self.between(sentence.article, other.article).probability[sentence.sentence, other.sentence])

    def idf(self) -> Mapping[str, float]:
        """Return the weight of each stem within all the articles taken together."""
        return idf_of(*(self.indexed[key] for key in self.order))


@dataclass(frozen=True, slots=True, eq=False)
class ClaimMatches:
    """How the claims of every two articles match; enough to decide at any strictness.

    `directed[X, Y]`: the claims of X beside article Y, for every two articles that were matched, both ways round.
    """

    directed: Mapping[ArticlePairKeys, DirectedClaimMatches]

    def between(self, article: str, other: str) -> DirectedClaimMatches:
        """Return the claims of one article beside another article."""
        return self.directed[article, other]

    def unmatched_spans(
        self, sentence: SentenceRef, other: SentenceRef, parsed: Mapping[str, ParsedArticle]
    ) -> tuple[Span, ...] | None:
        """Return the spans, in its article, of what a sentence states and the other does not; None where nothing was compared."""
        words = self.between(sentence.article, other.article).unmatched.get((sentence.sentence, other.sentence))
        if words is None:
            return None
        article = parsed[sentence.article]
        offset = article.article.sentences[sentence.sentence].start
        spans = spans_of_words(article.docs[sentence.sentence], words.tolist())
        return tuple((offset + start, offset + end) for start, end in spans)


def index_story(articles: Sequence[Article], encoder: Encoder, progress: Progress | None = None) -> SentenceMatches:
    """Give articles their keys and index their texts; no two of them are matched yet.

    Raises InputError for no article, and for more than can be compared.
    """
    _check_number(articles)
    keyed = tuple(replace(article, key=key) for article, key in zip(articles, KEYS, strict=False))
    order = tuple(article.key for article in sorted(keyed, key=_content))
    indexed = _index_texts(keyed, encoder, progress or _silent)
    return SentenceMatches(keyed, order, indexed, {}, {}, models_for(encoder.digest), encoder.name, encoder.digest)


def match_sentences(
    story: SentenceMatches, progress: Progress | None = None, *, before: SentenceMatches | None = None
) -> SentenceMatches:
    """Match the sentences of every two articles of an indexed story; scores of two articles unchanged since `before` are kept."""
    progress = progress or _silent
    scores: dict[ArticlePairKeys, SentencePairScores] = {}
    article_probability: dict[ArticlePairKeys, Matrix] = {}
    unchanged = unchanged_articles(before, story) if before else frozenset()
    pairs = list(combinations([key for key in story.order if len(story.indexed[key])], 2))
    for done, (left, right) in enumerate(pairs):
        progress("Comparing sentences", done / len(pairs))
        if before and {left, right} <= unchanged and (left, right) in before.scores:
            pair_scores = before.scores[left, right]
        else:
            pair_scores = score_sentence_pairs(story.indexed[left], story.indexed[right], story.models)
        scores[left, right] = pair_scores
        article_probability[left, right] = score_sentences_in_article(pair_scores.probability, story.models)
        article_probability[right, left] = score_sentences_in_article(pair_scores.probability.T, story.models)
    progress("Comparing sentences", 1.0)
    return replace(story, scores=scores, article_probability=article_probability)


def match_story_claims(
    story: SentenceMatches,
    article_claims: Mapping[str, ArticleClaims],
    progress: Progress | None = None,
    *,
    before: ClaimMatches | None = None,
    unchanged: Collection[str] = (),
) -> ClaimMatches:
    """Match the claims of every two articles whose sentences were matched.

    The inside of two sentences is not matched again where both articles are in `unchanged`: that of `before` is kept.
    """
    progress = progress or _silent
    directed: dict[ArticlePairKeys, DirectedClaimMatches] = {}
    idf, pairs = story.idf(), story.pairs
    for done, (left, right) in enumerate(pairs):
        progress("Comparing facts", done / len(pairs))
        linked = story.between(left, right).probability
        probabilities = (linked, story.article_probability[left, right], story.article_probability[right, left])
        both = (before.between(left, right), before.between(right, left)) if before and {left, right} <= set(unchanged) else None
        directed[left, right], directed[right, left] = match_claims(
            article_claims[left],
            article_claims[right],
            probabilities,
            idf,
            story.models,
            before=both,
        )
    if directed:
        progress("Comparing facts", 1.0)
    return ClaimMatches(directed)


def unchanged_articles(before: SentenceMatches, story: SentenceMatches) -> frozenset[str]:
    """Return the keys under which both stories have the same sentences, read by the same encoder: their matches are known."""
    if before.encoder_digest != story.encoder_digest:
        return frozenset()
    content = {article.key: (article.text, article.sentences, article.language) for article in before.articles}
    return frozenset(a.key for a in story.articles if content.get(a.key) == (a.text, a.sentences, a.language))


def _silent(stage: str, done: float) -> None:
    """Progress that nobody watches."""


def check_sizes(articles: Sequence[Article]) -> None:
    """Raise InputError for nothing to compare, or for more than an ordinary machine can compare."""
    _check_number(articles)
    for article in articles:
        if len(article.sentences) > MAX_SENTENCES:
            raise InputError(
                f"{article.title} has {len(article.sentences):,} sentences and the limit is {MAX_SENTENCES:,}; shorten it, or "
                "split it in parts."
            )
    pairs = sum(len(one.sentences) * len(other.sentences) for one, other in combinations(articles, 2))
    if pairs > MAX_PAIRS:
        raise InputError(
            f"The articles make {pairs:,} pairs of sentences and the limit is {MAX_PAIRS:,}; take some away, or shorten them."
        )


def _check_number(articles: Sequence[Article]) -> None:
    if not articles:
        raise InputError("There is no article to compare; add two or more.")
    if len(articles) > MAX_ARTICLES:
        raise InputError(f"{len(articles)} articles are more than the {MAX_ARTICLES} that can be compared; take some away.")


def _content(article: Article) -> tuple[str, str, str]:
    """What puts articles in order, however they were given; outlet and file name tell equal texts apart."""
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(), article.outlet or "", article.name or ""


def _index_texts(articles: Sequence[Article], encoder: Encoder, progress: Progress) -> dict[str, IndexedText]:
    texts = list(dict.fromkeys(sent.text for article in articles for sent in article.sentences))
    stage = f"Reading the meaning of {len(texts)} sentences"
    progress(stage, 0.0)
    encoded = map(round_encoded, encoder.encode(texts, lambda done: progress(stage, done)))
    vectors = dict(zip(texts, encoded, strict=True))
    indexed = {}
    for article in articles:
        sentences = [sent.text for sent in article.sentences]
        indexed[article.key] = index_text(sentences, [vectors[text] for text in sentences], language=article.language)
    return indexed
