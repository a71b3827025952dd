"""Clauses of QA-Align: what the judgement of parts beside another sentence is fitted on."""

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
from ..matching.claim_matching import beside_features
from ..matching.logistic import Logistic, probability
from ..story import Span
from .cross_fit import Stored, folds, logistic
from .gold_sets import Vectors

LEXICAL = ("head_same", "lemmas", "length", "longer")
"""The features of a part that need no vectors."""


@dataclass(frozen=True)
class Clause:
    """A verb of a sentence with its answers, as a part of it."""

    spans: tuple[Span, ...]
    head: int


@dataclass(frozen=True)
class Judged:
    """The parts of a sentence beside another: their features, (k,) each, and which are only here."""

    story: str
    features: dict[str, NDArray[Any]]
    only: NDArray[np.bool_]


def clauses(records: Sequence[dict[str, Any]], encoder: Encoder, *, with_meaning: bool = True) -> list[Judged]:
    """From qaalign_facts both sides of each pair; a clause is a verb with its answers, only here if none of them is aligned."""
    texts = list(dict.fromkeys(record[side] for record in records for side in ("left", "right")))
    vectors, docs = Vectors(encoder, texts), dict(zip(texts, parse(texts), strict=True))
    out = []
    for record in records:
        for side, other in (("left", "right"), ("right", "left")):
            text, aligned = record[side], {n for group in record["gold"] for n in group[side == "right"]}
            found, only = [], []
            for verb, facts in _verbs(record, side).items():
                spans = [span for _, fact in facts if (span := _find(text, fact["answer"]))]
                at = _place(text, record[f"{side}_tokens"], facts[0][1]["verb_idx"])
                head = next((token.i for token in docs[text] if at < token.idx + len(token)), 0)
                found.append(Clause((*spans, (at, at + len(verb))), head))
                only.append(not any(n in aligned for n, _ in facts))
            sides = [
                segment_sentence(word_vectors(vectors.profile([t]), 0, docs[t]), vectors.of(t).sentence, docs[t], parts)
                for t, parts in ((text, found), (record[other], ()))
            ]
            features = claim_features(sides[0], sides[1], token_similarity(sides[0].vectors, sides[1].vectors))
            names = features if with_meaning else LEXICAL
            out.append(Judged(_topic(record["id"]), {n: features[n].astype("f8") for n in names}, np.array(only)))
    return out


def _verbs(record: dict[str, Any], side: str) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    verbs: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
    for n, fact in enumerate(record[f"{side}_facts"]):
        verbs[fact["verb"]].append((n, fact))
    return verbs


def _find(text: str, answer: str) -> Span | None:
    at = text.find(answer)
    return None if at < 0 else (at, at + len(answer))


def _place(text: str, tokens: Sequence[str], index: int) -> int:
    at = 0
    for token in tokens[:index]:
        at = text.index(token, at) + len(token)
    return text.index(tokens[index], at)


def _topic(record_id: str) -> str:
    numbered = re.match(r"\d+_", record_id)
    return numbered.group() if numbered else record_id.split("~!~", maxsplit=1)[0].rsplit("_", 1)[0]


def fit_parts(data: Sequence[Judged]) -> tuple[Stored, Stored]:
    """Whether the other sentence states a part: by the part itself, then after the other parts of its sentence."""
    odds: list[NDArray[Any]] = [np.zeros(0)] * len(data)
    for train_at, test_at in folds([item.story for item in data]):
        fit = Logistic.read(fit_rows([data[at].features for at in train_at], [~data[at].only for at in train_at]))
        for at in test_at:
            odds[at] = fit.log_odds(data[at].features)
    first = fit_rows([item.features for item in data], [~item.only for item in data])
    return first, fit_rows([beside_features(found) for found in odds], [~item.only for item in data])


def fit_rows(rows: Sequence[Mapping[str, NDArray[Any]]], hits: Sequence[NDArray[np.bool_]]) -> Stored:
    """One fit over the rows of all items: features by name and hits, (k,) each."""
    return logistic({name: np.concatenate([row[name] for row in rows]) for name in rows[0]}, np.concatenate(hits))


def only_here(data: Sequence[Judged]) -> list[tuple[float, bool]]:
    """How surely each clause is only in its sentence, by fits that have not seen its topic, and whether it is."""
    out: list[tuple[float, bool]] = []
    for train_at, test_at in folds([item.story for item in data]):
        first, beside = (Logistic.read(stored) for stored in fit_parts([data[at] for at in train_at]))
        for at in test_at:
            stated = probability(beside.log_odds(beside_features(first.log_odds(data[at].features))))
            out += zip((1 - stated).tolist(), data[at].only.tolist(), strict=True)
    return out
