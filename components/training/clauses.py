"""Clauses of QA-Align (Weiss and others 2021): what the models of claims beside another sentence are fitted on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..embeddings import Encoder
from ..language import parse
from ..matching import segment_sentence, token_similarity, word_vectors
from ..matching.claim_features import claim_features
from ..matching.claim_matching import claim_context_features
from ..matching.logistic import Logistic, probability
from ..story import Span
from .cross_fit import StoredLogistic, fit_logistic, folds
from .gold_sets import OPPOSITE, TextVectors

LEXICAL = ("head_same", "lemmas", "length", "longer")
"""The features of a claim that need no vectors."""


@dataclass(frozen=True)
class Clause:
    """A verb of a sentence with its answers, in the place of a claim: its spans, and the verb's index in the parse."""

    spans: tuple[Span, ...]
    head: int


@dataclass(frozen=True)
class LabelledClauses:
    """The k clauses of a sentence beside another sentence.

    Attributes:
        story: The topic of both.
        features: Feature -> (k,) float64.
        unmatched: Which clauses the other sentence does not state, (k,).
    """

    story: str
    features: dict[str, NDArray[Any]]
    unmatched: NDArray[np.bool_]


def labelled_clauses(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_vectors: bool = True) -> list[LabelledClauses]:
    """Return the clauses of both sentences of each pair of qaalign_facts.

    A clause is a verb with its answers; it is unmatched if none of its answers is aligned with the other sentence.

    Args:
        records: Of qaalign_facts.
        encoder: The encoder.
        with_vectors: Whether features may look at vectors; else at words alone.
    """
    texts = list(dict.fromkeys(record[side] for record in records for side in OPPOSITE))
    vectors, docs = TextVectors(encoder, texts), dict(zip(texts, parse(texts), strict=True))
    out = []
    for record in records:
        for side, other in OPPOSITE.items():
            text, aligned = record[side], {index for group in record["gold"] for index in group[side == "right"]}
            clauses, unmatched = [], []
            for verb, facts in _facts_by_verb(record, side).items():
                spans = [span for _, fact in facts if (span := _find(text, fact["answer"]))]
                start = _token_offset(text, record[f"{side}_tokens"], facts[0][1]["verb_idx"])
                head = next((token.i for token in docs[text] if start < token.idx + len(token)), 0)
                clauses.append(Clause((*spans, (start, start + len(verb))), head))
                unmatched.append(not any(index in aligned for index, _ in facts))
            sentence, across = (
                segment_sentence(word_vectors(vectors.index([t]), 0, docs[t]), vectors.encoded(t).sentence, docs[t], claims)
                for t, claims in ((text, clauses), (record[other], ()))
            )
            features = claim_features(sentence, across, token_similarity(sentence.vectors, across.vectors))
            chosen = {name: features[name].astype("f8") for name in (features if with_vectors else LEXICAL)}
            out.append(LabelledClauses(_topic(record["id"]), chosen, np.array(unmatched)))
    return out


def _facts_by_verb(record: dict[str, Any], side: str) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Return the facts of a sentence, each with its number, by the verb they ask about."""
    verbs: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for index, fact in enumerate(record[f"{side}_facts"]):
        verbs[fact["verb"]].append((index, fact))
    return verbs


def _find(text: str, answer: str) -> Span | None:
    """Return the span of the first occurrence of an answer, or None."""
    start = text.find(answer)
    return None if start < 0 else (start, start + len(answer))


def _token_offset(text: str, tokens: Sequence[str], index: int) -> int:
    """Return where a token, given by its index among all tokens, starts in the text."""
    offset = 0
    for token in tokens[:index]:
        offset = text.index(token, offset) + len(token)
    return text.index(tokens[index], offset)


def _topic(record_id: str) -> str:
    """Return the topic that a record's id names: of ECB+ ids their number, of others what comes before the last underscore."""
    numbered = re.match(r"\d+_", record_id)
    return numbered.group() if numbered else record_id.split("~!~", maxsplit=1)[0].rsplit("_", 1)[0]


def fit_claims(data: Sequence[LabelledClauses]) -> tuple[StoredLogistic, StoredLogistic]:
    """Fit whether another sentence states a claim: from the claim itself, and then from the other claims of its sentence too.

    The second model learns from what the first says of topics that it was not fitted on.
    """
    log_odds: list[NDArray[Any]] = [np.zeros(0)] * len(data)
    for train, test in folds([item.story for item in data]):
        model = Logistic.from_dict(fit_concatenated([data[i].features for i in train], [~data[i].unmatched for i in train]))
        for i in test:
            log_odds[i] = model.log_odds(data[i].features)
    stated = [~item.unmatched for item in data]
    in_context = fit_concatenated([claim_context_features(values) for values in log_odds], stated)
    return fit_concatenated([item.features for item in data], stated), in_context


def fit_concatenated(rows: Sequence[Mapping[str, NDArray[Any]]], labels: Sequence[NDArray[np.bool_]]) -> StoredLogistic:
    """Fit one regression over the features and the labels of several sentences, (k,) each."""
    table = {name: np.concatenate([row[name] for row in rows]) for name in rows[0]}
    return fit_logistic(table, np.concatenate(labels))


def cross_fit_unmatched(data: Sequence[LabelledClauses]) -> list[tuple[float, bool]]:
    """Return for each clause the probability that it is unmatched, by models that have not seen its topic, and whether it is."""
    out: list[tuple[float, bool]] = []
    for train, test in folds([item.story for item in data]):
        claim, in_context = (Logistic.from_dict(stored) for stored in fit_claims([data[i] for i in train]))
        for i in test:
            features = claim_context_features(claim.log_odds(data[i].features))
            stated = probability(in_context.log_odds(features))
            out += zip((1 - stated).tolist(), data[i].unmatched.tolist(), strict=True)
    return out
