"""Claims beside other articles: what the model of their presence is fitted on, and what else it is measured on.

Fitted on the claims that hold the facts of outlet_facts; measured also on claims of articles of other genres, which we annotated
ourselves beside another article. The model of claims is not fitted on those; that of sentences, which it builds on, has seen the
links of the same articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..claims import Claim, split_sentence
from ..embeddings import Encoder
from ..language import parse, spans_in_quotation_marks
from ..matching import (
    ArticleClaims,
    SegmentedSentence,
    idf_of,
    score_sentences_in_article,
    segment_sentence,
    token_similarity,
    word_vectors,
)
from ..matching.claim_features import word_coverage
from ..matching.claim_matching import candidate_pairs, claim_presence_features, entailed_claims
from ..matching.late_interaction import max_similarity
from ..matching.logistic import Logistic, probability
from ..matching.models import FittedModels
from ..matching.statement_matching import match_statements
from ..story import Span, shared_letters
from .clauses import fit_concatenated
from .cross_fit import StoredLogistic, folds
from .gold_sets import OPPOSITE, TextVectors

LEXICAL = ("sentence", "part", "read", "words_best", "numbers_missing")
"""The features of a claim beside an article that need no vectors."""
HOLDER_MINIMUM = 0.55
"""A claim holds a fact of outlet_facts if their words cover each other at least so well (harmonic mean of both ways, 0 to 1)."""


@dataclass(frozen=True)
class ClaimCell:
    """A claim beside another article: its story, the features of its presence there, (1,) each, and whether it is present."""

    story: str
    features: dict[str, NDArray[Any]]
    present: bool


def claim_cells(
    records: Sequence[dict[str, Any]],
    link_probabilities: Mapping[tuple[str, str, str], NDArray[Any]],
    encoder: Encoder,
    models_of: Callable[[str], FittedModels],
) -> list[ClaimCell]:
    """Return for every fact the claim that holds it in each outlet, beside each other outlet that does or does not state it.

    Args:
        records: Of outlet_facts.
        link_probabilities: (story, outlet, other outlet) -> (n, m), both ways round.
        encoder: The encoder.
        models_of: Returns its models for a story, those of statements fitted on none of its cells.
    """
    texts = [text for record in records for sentences in record["outlets"].values() for text in sentences]
    vectors = TextVectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        articles = _segment_articles(record["outlets"], vectors)
        links = {keys: link_probabilities[record["id"], *keys] for keys in permutations(articles, 2)}
        presence = _presence_features(articles, links, models_of(record["id"]))
        for fact in record["facts"]:
            fact_tokens = vectors.encoded(fact["fact"]).tokens
            for key, others in judged_others(fact["status"]):
                holder = find_holder(fact_tokens, articles[key].sentences, fact["sentences"].get(key, []))
                if holder is None:
                    continue
                sentence, claim = holder
                for other in others:
                    features = {name: values[[claim]] for name, values in presence[key, other][sentence].items()}
                    out.append(ClaimCell(record["id"], features, fact["status"][other] == "present"))
    return out


def annotated_claim_cells(
    records: Sequence[dict[str, Any]],
    link_probabilities: Sequence[NDArray[Any]],
    encoder: Encoder,
    models_of: Callable[[str], FittedModels],
) -> list[ClaimCell]:
    """Return the claims that we annotated as stated or not stated in the other article.

    Args:
        records: As `claim_records` gives them.
        link_probabilities: For each record, (n, m).
        encoder: The encoder.
        models_of: Returns its models for a story, those of statements fitted on none of its cells.
    """
    vectors = TextVectors(encoder, [text for record in records for side in OPPOSITE for text in record[side]])
    out = []
    for record, links in zip(records, link_probabilities, strict=True):
        articles = _segment_articles({side: record[side] for side in OPPOSITE}, vectors)
        presence = _presence_features(
            articles, {("left", "right"): links, ("right", "left"): links.T}, models_of(record["story"])
        )
        for side, sentence, spans, status, _ in record["claims"]:
            claim = _nearest(articles[side].claims[sentence], [(start, end) for start, end in spans])
            if status == "partial" or claim is None:
                continue
            features = {name: values[[claim]] for name, values in presence[side, OPPOSITE[side]][sentence].items()}
            out.append(ClaimCell(record["story"], features, status == "present"))
    return out


def _nearest(claims: Sequence[Claim], spans: Sequence[Span]) -> int | None:
    """Return which claim of a sentence shares the most letters with the annotated spans: splitting may have changed since."""
    length = sum(end - start for start, end in spans)
    claim_lengths = [sum(end - start for start, end in claim.spans) for claim in claims]
    shared = [shared_letters(claim.spans, spans) / (length + own) for claim, own in zip(claims, claim_lengths, strict=True)]
    return int(np.argmax(shared)) if max(shared, default=0) > 0 else None


@dataclass(frozen=True)
class SegmentedArticle:
    """An article split into claims.

    Attributes:
        article: Its claims, ready to be matched.
        sentences: Each sentence with its parse, one without a claim too.
        claims: The claims of each sentence.
    """

    article: ArticleClaims
    sentences: list[SegmentedSentence]
    claims: list[tuple[Claim, ...]]


def _segment_articles(outlets: Mapping[str, Sequence[str]], vectors: TextVectors) -> dict[str, SegmentedArticle]:
    texts = {key: vectors.index(sentences) for key, sentences in outlets.items()}
    idf, out = idf_of(*texts.values()), {}
    for key, sentences in outlets.items():
        docs, text = parse(sentences), texts[key]
        quotations = spans_in_quotation_marks(sentences)
        claims = [split_sentence(doc, quoted) for doc, quoted in zip(docs, quotations, strict=True)]
        segmented = [segment_sentence(word_vectors(text, i, doc), text.vectors[i], doc, claims[i]) for i, doc in enumerate(docs)]
        spans = [[claim.spans for claim in of_sentence] or None for of_sentence in claims]
        parts = [sentence if of_sentence else 1 for sentence, of_sentence in zip(segmented, claims, strict=True)]
        out[key] = SegmentedArticle(ArticleClaims.of(text, parts, spans, idf), segmented, claims)
    return out


def _presence_features(
    articles: Mapping[str, SegmentedArticle], link_probabilities: Mapping[tuple[str, str], NDArray[Any]], models: FittedModels
) -> dict[tuple[str, str], list[dict[str, NDArray[Any]]]]:
    """Return for each sentence of one article beside another, by their keys, the features of its claims' presence there."""
    idf, out = idf_of(*(article.article.text for article in articles.values())), {}
    for (key, other_key), links in link_probabilities.items():
        article, other = articles[key], articles[other_key]
        entailed = {}
        for i, j in candidate_pairs(links):
            sentence, across = article.sentences[i], other.sentences[j]
            if len(sentence.heads) and len(across.heads):
                similarity = token_similarity(sentence.vectors, across.vectors)
                entailed[i, j] = entailed_claims(sentence, across, similarity, models)
        similarities, _ = max_similarity(article.article.text, other.article.text)
        other_text = other.article.text, similarities
        read = match_statements(article.article.statements, other.article.text, idf, models).log_odds
        judged = links, score_sentences_in_article(links, models), read
        out[key, other_key] = list(claim_presence_features(article.article, other_text, judged, entailed, idf))
    return out


def judged_others(status: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each outlet that states a fact, with the other outlets that surely do or surely do not."""
    for key, state in status.items():
        if state == "present":
            yield key, [other for other in status if other != key and status[other] in ("present", "absent")]


def find_holder(
    fact_tokens: NDArray[Any], article: Sequence[SegmentedSentence | int], sentences: Sequence[int]
) -> tuple[int, int] | None:
    """Return the sentence and the claim, as indices, that hold a fact best, or None.

    Args:
        fact_tokens: The token vectors of the fact, (t, d).
        article: The sentences of an article; one without a parse holds none.
        sentences: Which of them may hold it.
    """
    best, holder = HOLDER_MINIMUM, None
    for index in sentences:
        sentence = article[index]
        if isinstance(sentence, int) or not len(sentence.vectors.words):
            continue
        vectors = sentence.vectors
        similarity = np.zeros((len(fact_tokens), vectors.n_words))
        similarity[:, vectors.words] = np.maximum.reduceat(fact_tokens @ vectors.vectors.T, vectors.starts, axis=1)
        for claim, claim_words in enumerate(sentence.claim_words):
            forth = similarity[:, claim_words].max(axis=1, initial=0).mean()
            back = word_coverage(similarity.max(axis=0), sentence.weights * claim_words)
            match = 2 * forth * back / max(1e-6, forth + back)
            if match >= best:
                best, holder = match, (index, claim)
    return holder


def fit_claim_presence(cells: Sequence[ClaimCell], *, with_vectors: bool = True) -> StoredLogistic:
    """Fit whether an article states a claim of another; without vectors, from words alone."""
    names = [name for name in cells[0].features if with_vectors or name in LEXICAL]
    features = [{name: cell.features[name].astype("f8") for name in names} for cell in cells]
    return fit_concatenated(features, [np.array([cell.present]) for cell in cells])


def score_not_found(cells: Sequence[ClaimCell], model: Logistic) -> list[tuple[float, bool]]:
    """Return for each claim the probability that the other article does not state it, and whether it does not."""
    return [(float(1 - probability(model.log_odds(cell.features))[0]), not cell.present) for cell in cells]


def cross_fit_not_found(cells: Sequence[ClaimCell]) -> list[tuple[float, bool]]:
    """Return the same by models that have not seen the story of the claim, fold by fold."""
    out: list[tuple[float, bool]] = []
    for train, test in folds([cell.story for cell in cells]):
        model = Logistic.from_dict(fit_claim_presence([cells[i] for i in train]))
        out += score_not_found([cells[i] for i in test], model)
    return out


def link_probabilities_by_outlet(
    records: Sequence[dict[str, Any]], link_probabilities: Sequence[NDArray[Any]]
) -> dict[tuple[str, str, str], NDArray[Any]]:
    """Return the link probabilities of outlet_links' records by story and outlets, both ways round.

    Args:
        records: Of any sets of links.
        link_probabilities: For each record, (n, m).
    """
    out = {}
    for record, links in zip(records, link_probabilities, strict=False):
        if "left_outlet" in record:
            story, left, right = record["story"], record["left_outlet"], record["right_outlet"]
            out[story, left, right], out[story, right, left] = links, links.T
    return out
