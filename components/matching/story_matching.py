"""A story weighed: every article read into a profile, every pair of articles weighed. All that is slow happens here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations
from typing import TYPE_CHECKING

from ..embeddings import round_encoded
from ..settings import KEYS, MAX_ARTICLES, MAX_PAIRS, MAX_SENTENCES
from ..story import Article, InputError, SentenceRef
from .indexed_text import IndexedText, index_text
from .models import FittedModels, models_for
from .sentence_matching import SentencePairScores, score_sentence_pairs, score_sentences_in_article

if TYPE_CHECKING:
    from ..embeddings import Encoder
    from .arrays import Matrix

Progress = Callable[[str, float], None]
"""Told the stage in words, and how much of it is done, from 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class SentenceMatches:
    """Articles with all that was measured of them; enough to decide at any strictness.

    `order` holds the keys in an order that depends on the texts alone: everything is computed in it, so that the order in which
    articles are given changes their keys and nothing else. `pairs` has one entry for every two keys of it; `chances[X, Y]`, for
    each sentence of X, the probability that Y states what it does.
    """

    articles: tuple[Article, ...]
    order: tuple[str, ...]
    indexed: Mapping[str, IndexedText]
    scores: Mapping[tuple[str, str], SentencePairScores]
    article_probability: Mapping[tuple[str, str], Matrix]
    models: FittedModels
    encoder_name: str
    encoder_digest: str

    def probability(self, one: SentenceRef, other: SentenceRef) -> float:
        """The probability that two sentences of two articles state a same fact."""
        if (one.article, other.article) in self.scores:
            return float(self.scores[one.article, other.article].probability[one.sentence, other.sentence])
        return float(self.scores[other.article, one.article].probability[other.sentence, one.sentence])


def index_story(articles: Sequence[Article], encoder: Encoder, progress: Progress | None = None) -> SentenceMatches:
    """Articles with their keys and profiles; no pair of them is weighed yet.

    Raises InputError for no article, and for more than can be compared.
    """
    _check_number(articles)
    keyed = tuple(replace(article, key=key) for article, key in zip(articles, KEYS, strict=False))
    order = tuple(article.key for article in sorted(keyed, key=_content))
    profiles = _profiles(keyed, encoder, progress or _silent)
    return SentenceMatches(keyed, order, profiles, {}, {}, models_for(encoder.digest), encoder.name, encoder.digest)


def match_sentences(
    story: SentenceMatches, progress: Progress | None = None, *, before: SentenceMatches | None = None
) -> SentenceMatches:
    """The same story with every two of its articles weighed against each other, but for those that stand so in `before`."""
    tell, profiles, pairs, chances = progress or _silent, story.indexed, {}, {}
    same = unchanged_articles(before, story) if before else frozenset()
    wanted = list(combinations([key for key in story.order if len(profiles[key])], 2))
    for done, (first, second) in enumerate(wanted):
        tell("Comparing sentences", done / len(wanted))
        if before and {first, second} <= same and (first, second) in before.scores:
            evidence = before.scores[first, second]
        else:
            evidence = score_sentence_pairs(profiles[first], profiles[second], story.models)
        pairs[first, second] = evidence
        chances[first, second] = score_sentences_in_article(evidence.probability, story.models)
        chances[second, first] = score_sentences_in_article(evidence.probability.T, story.models)
    tell("Comparing sentences", 1.0)
    return replace(story, scores=pairs, article_probability=chances)


def unchanged_articles(before: SentenceMatches, story: SentenceMatches) -> frozenset[str]:
    """The keys under which both have the same sentences, read by the same encoder: what two of them share is known."""
    if before.encoder_digest != story.encoder_digest:
        return frozenset()
    known = {article.key: (article.text, article.sentences, article.language) for article in before.articles}
    return frozenset(a.key for a in story.articles if known.get(a.key) == (a.text, a.sentences, a.language))


def _silent(stage: str, done: float) -> None:
    """Progress that nobody watches."""


def check_sizes(articles: Sequence[Article]) -> None:
    """Raise InputError for nothing to compare, or for more than can be weighed on an ordinary machine."""
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


def _profiles(articles: Sequence[Article], encoder: Encoder, progress: Progress) -> dict[str, IndexedText]:
    texts = list(dict.fromkeys(sent.text for article in articles for sent in article.sentences))
    stage = f"Reading the meaning of {len(texts)} sentences"
    progress(stage, 0.0)
    found = map(round_encoded, encoder.encode(texts, lambda done: progress(stage, done)))
    vectors = dict(zip(texts, found, strict=True))
    out = {}
    for article in articles:
        sentences = [sent.text for sent in article.sentences]
        out[article.key] = index_text(sentences, [vectors[text] for text in sentences], language=article.language)
    return out
