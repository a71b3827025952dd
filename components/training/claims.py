"""Claims beside other articles: what the judgement of their presence is fitted on, and what else it is measured on.

Fitted on the claims that hold the facts of outlet_facts; measured also on claims of articles of other genres, which we read
ourselves beside another article. The judgement of claims is not fitted on those; that of sentences, which it builds on, has seen
the links of the same articles.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
    claim_tokens,
    idf_of,
    score_sentences_in_article,
    segment_sentence,
    token_similarity,
    word_vectors,
)
from ..matching.claim_matching import candidates, entailed_claims, present_features
from ..matching.late_interaction import max_similarity
from ..matching.logistic import Logistic, probability
from ..matching.models import FittedModels
from ..story import Span, shared_letters
from .clauses import fit_rows
from .cross_fit import Stored, folds
from .gold_sets import OTHER, Vectors

LEXICAL = ("sentence", "part", "words_best", "numbers_missing")
"""The features of a claim beside an article that need no vectors."""
LEAST_MATCH = 0.55
"""A claim holds a fact of outlet_facts if their words cover each other at least so well (harmonic mean of both ways)."""


@dataclass(frozen=True)
class ClaimCell:
    """A claim beside another article: the features of its presence there, and whether it is."""

    story: str
    features: dict[str, NDArray[Any]]
    present: bool


def claim_cells(
    records: Sequence[dict[str, Any]], linked: Mapping[tuple[str, str, str], NDArray[Any]], encoder: Encoder, fit: FittedModels
) -> list[ClaimCell]:
    """From outlet_facts, of every fact the claim that holds it in each outlet, beside each other outlet that does or does not.

    `linked` has the link probabilities (story, outlet, other outlet), both ways round; `fit` judges sentences and parts.
    """
    texts = [text for record in records for sentences in record["outlets"].values() for text in sentences]
    vectors = Vectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        articles = _articles(record["outlets"], vectors)
        known = _presence(articles, {keys: linked[record["id"], *keys] for keys in permutations(articles, 2)}, fit)
        for fact in record["facts"]:
            asked = vectors.of(fact["fact"]).tokens
            for key, others in _others(fact["status"]):
                at = _holder(asked, articles[key].pieces, fact["sentences"].get(key, []))
                if at is None:
                    continue
                for other in others:
                    features = {name: values[[at[1]]] for name, values in known[key, other][at[0]].items()}
                    out.append(ClaimCell(record["id"], features, fact["status"][other] == "present"))
    return out


def read_claims(
    records: Sequence[dict[str, Any]], linked: Sequence[NDArray[Any]], encoder: Encoder, fit: FittedModels
) -> list[ClaimCell]:
    """From `claim_records` the claims that are or are not stated in the other article; `linked` (n, m) for each record."""
    vectors = Vectors(encoder, [text for record in records for side in OTHER for text in record[side]])
    out = []
    for record, found in zip(records, linked, strict=True):
        articles = _articles({side: record[side] for side in OTHER}, vectors)
        known = _presence(articles, {("left", "right"): found, ("right", "left"): found.T}, fit)
        for side, sentence, spans, status, _ in record["claims"]:
            at = _nearest(articles[side].claims[sentence], [(start, end) for start, end in spans])
            if status == "partial" or at is None:
                continue
            features = known[side, OTHER[side]][sentence]
            out.append(ClaimCell(record["story"], {name: values[[at]] for name, values in features.items()}, status == "present"))
    return out


def _nearest(found: Sequence[Claim], spans: Sequence[Span]) -> int | None:
    """Which claim of a sentence is the one that was read, or comes nearest to it, for claims may be split anew some day."""
    length = sum(end - start for start, end in spans)
    whole = [sum(end - start for start, end in claim.spans) for claim in found]
    shared = [shared_letters(claim.spans, spans) / (length + own) for claim, own in zip(found, whole, strict=True)]
    return int(np.argmax(shared)) if max(shared, default=0) > 0 else None


@dataclass(frozen=True)
class SegmentedArticle:
    """An article split: its side of a comparison, and for each sentence its claims, divided and as spans."""

    side: ArticleClaims
    pieces: list[SegmentedSentence]
    claims: list[tuple[Claim, ...]]


def _articles(outlets: Mapping[str, Sequence[str]], vectors: Vectors) -> dict[str, SegmentedArticle]:
    profiles = {key: vectors.profile(sentences) for key, sentences in outlets.items()}
    weight, out = idf_of(*profiles.values()), {}
    for key, sentences in outlets.items():
        docs, side = parse(sentences), profiles[key]
        split = [split_sentence(doc, spans) for doc, spans in zip(docs, spans_in_quotation_marks(sentences), strict=True)]
        pieces = [segment_sentence(word_vectors(side, at, doc), side.vectors[at], doc, split[at]) for at, doc in enumerate(docs)]
        spans = [[claim.spans for claim in found] or None for found in split]
        parts = [piece if found else 1 for piece, found in zip(pieces, split, strict=True)]
        out[key] = SegmentedArticle(ArticleClaims(side, parts, claim_tokens(side, spans, weight)), pieces, split)
    return out


def _presence(
    articles: Mapping[str, SegmentedArticle], linked: Mapping[tuple[str, str], NDArray[Any]], fit: FittedModels
) -> dict[tuple[str, str], list[dict[str, NDArray[Any]]]]:
    """For each sentence of one article beside another, by their keys, the features of its claims' presence there."""
    weight, out = idf_of(*(article.side.text for article in articles.values())), {}
    for (one, other), found in linked.items():
        here, there = articles[one], articles[other]
        near = [(i, j) for i, j in candidates(found) if len(here.pieces[i].heads) and len(there.pieces[j].heads)]
        stated = {
            (i, j): entailed_claims(
                here.pieces[i], there.pieces[j], token_similarity(here.pieces[i].vectors, there.pieces[j].vectors), fit
            )
            for i, j in near
        }
        article = (there.side.text, max_similarity(here.side.text, there.side.text)[0])
        out[one, other] = list(
            present_features(here.side, article, found, (stated, score_sentences_in_article(found, fit)), weight)
        )
    return out


def _others(status: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    for key, state in status.items():
        if state == "present":
            yield key, [other for other in status if other != key and status[other] in ("present", "absent")]


def _holder(asked: NDArray[Any], article: Sequence[SegmentedSentence], sentences: Sequence[int]) -> tuple[int, int] | None:
    """The sentence and the number of the claim that holds a fact best, among these sentences, or None."""
    best, at = LEAST_MATCH, None
    for index in sentences:
        side = article[index]
        if not len(side.vectors.words):
            continue
        near = np.zeros((len(asked), side.vectors.n))
        near[:, side.vectors.words] = np.maximum.reduceat(asked @ side.vectors.vectors.T, side.vectors.starts, axis=1)
        for number, inside in enumerate(side.inside):
            weight = side.weight * inside
            there, back = near[:, inside].max(axis=1, initial=0).mean(), (near.max(axis=0) * weight).sum() / (weight.sum() + 1e-6)
            match = 2 * there * back / max(1e-6, there + back)
            if match >= best:
                best, at = match, (index, number)
    return at


def fit_present(data: Sequence[ClaimCell], *, with_meaning: bool = True) -> Stored:
    """Whether an article states a part of a sentence of another."""
    names = [name for name in data[0].features if with_meaning or name in LEXICAL]
    features = [{name: item.features[name].astype("f8") for name in names} for item in data]
    return fit_rows(features, [np.array([item.present]) for item in data])


def claims_not_found(data: Sequence[ClaimCell], fit: Logistic) -> list[tuple[float, bool]]:
    """How surely each claim is not found in the other article, and whether it is not."""
    return [(float(1 - probability(fit.log_odds(item.features))[0]), not item.present) for item in data]


def unseen_claims_not_found(data: Sequence[ClaimCell]) -> list[tuple[float, bool]]:
    """The same by fits that have not seen the story of the claim."""
    out: list[tuple[float, bool]] = []
    for train_at, test_at in folds([item.story for item in data]):
        fit = Logistic.read(fit_present([data[at] for at in train_at]))
        out += claims_not_found([data[at] for at in test_at], fit)
    return out


def linked_by_outlet(
    records: Sequence[dict[str, Any]], chances: Sequence[NDArray[Any]]
) -> dict[tuple[str, str, str], NDArray[Any]]:
    """The link probabilities of outlet_links' records by story and outlets, both ways round."""
    out = {}
    for record, found in zip(records, chances, strict=False):
        if "left_outlet" in record:
            story, left, right = record["story"], record["left_outlet"], record["right_outlet"]
            out[story, left, right], out[story, right, left] = found, found.T
    return out
