"""Facts inside sentences: what the judgement of parts is fitted on, clauses of QA-Align and claims that hold a fact."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.evidence import Divided, Side, divided, nearness, part_words, quoted_spans, weigh_sentences, weights, word_vectors
from components.evidence.model import Fit, Logistic, probability
from components.evidence.overlap import best_matches
from components.evidence.parted import beside_features, candidates, present_features, stated_parts
from components.evidence.parts import Span, part_features
from components.facts.claims import claims
from components.language import parse
from components.meaning import Encoder
from tests.quality.fitting import Stored, folds, logistic
from tests.quality.sets import Vectors

LEXICAL = ("head_same", "lemmas", "length", "longer")
"""The features of a part that need no vectors."""
LEXICAL_PRESENT = ("sentence", "part", "words_best", "numbers_missing")
LEAST_MATCH = 0.55
"""A claim holds a fact of outlet_facts if their words cover each other at least so well (harmonic mean of both ways)."""


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
                divided(word_vectors(vectors.profile([t]), 0, docs[t]), vectors.of(t).sentence, docs[t], parts)
                for t, parts in ((text, found), (record[other], ()))
            ]
            features = part_features(sides[0], sides[1], nearness(sides[0].vectors, sides[1].vectors))
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
        fit = Logistic.read(_fit([data[at].features for at in train_at], [~data[at].only for at in train_at]))
        for at in test_at:
            odds[at] = fit.log_odds(data[at].features)
    first = _fit([item.features for item in data], [~item.only for item in data])
    return first, _fit([beside_features(found) for found in odds], [~item.only for item in data])


def _fit(rows: Sequence[Mapping[str, NDArray[Any]]], hits: Sequence[NDArray[np.bool_]]) -> Stored:
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


@dataclass(frozen=True)
class Held:
    """A claim that holds a fact of outlet_facts, beside another outlet's article: the features of its presence there."""

    story: str
    features: dict[str, NDArray[Any]]
    present: bool


def held(
    records: Sequence[dict[str, Any]], linked: Mapping[tuple[str, str, str], NDArray[Any]], encoder: Encoder, fit: Fit
) -> list[Held]:
    """From outlet_facts, of every fact the claim that holds it in each outlet, beside each other outlet that does or does not.

    `linked` has the link probabilities (story, outlet, other outlet), both ways round; `fit` judges sentences and parts.
    """
    texts = [text for record in records for sentences in record["outlets"].values() for text in sentences]
    vectors = Vectors(encoder, [*texts, *(fact["fact"] for record in records for fact in record["facts"])])
    out = []
    for record in records:
        articles = _sides(record["outlets"], vectors)
        weight = weights(*(side.profile for side, _ in articles.values()))
        known = {
            (key, other): _present(articles, (key, other), linked[record["id"], key, other], weight, fit)
            for key, other in permutations(articles, 2)
        }
        for fact in record["facts"]:
            asked = vectors.of(fact["fact"]).tokens
            for key, others in _others(fact["status"]):
                at = _holder(asked, articles[key][1], fact["sentences"].get(key, []))
                if at is None:
                    continue
                for other in others:
                    features = {name: values[[at[1]]] for name, values in known[key, other][at[0]].items()}
                    out.append(Held(record["id"], features, fact["status"][other] == "present"))
    return out


Article = tuple[Side, list[Divided]]


def _sides(outlets: Mapping[str, Sequence[str]], vectors: Vectors) -> dict[str, Article]:
    profiles = {key: vectors.profile(sentences) for key, sentences in outlets.items()}
    weight, out = weights(*profiles.values()), {}
    for key, sentences in outlets.items():
        docs, side = parse(sentences), profiles[key]
        split = [claims(doc, spans) for doc, spans in zip(docs, quoted_spans(sentences), strict=True)]
        pieces = [divided(word_vectors(side, at, doc), side.vectors[at], doc, split[at]) for at, doc in enumerate(docs)]
        spans = [[claim.spans for claim in found] or None for found in split]
        parts = [piece if found else 1 for piece, found in zip(pieces, split, strict=True)]
        out[key] = Side(side, parts, part_words(side, spans, weight)), pieces
    return out


def _present(
    articles: Mapping[str, Article], keys: tuple[str, str], linked: NDArray[Any], weight: Mapping[str, float], fit: Fit
) -> list[dict[str, NDArray[Any]]]:
    (one, pieces), (other, across) = (articles[key] for key in keys)
    near = [(i, j) for i, j in candidates(linked) if len(pieces[i].heads) and len(across[j].heads)]
    stated = {(i, j): stated_parts(pieces[i], across[j], nearness(pieces[i].vectors, across[j].vectors), fit) for i, j in near}
    article = (other.profile, best_matches(one.profile, other.profile)[0])
    return list(present_features(one, article, linked, (stated, weigh_sentences(linked, fit)), weight))


def _others(status: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    for key, state in status.items():
        if state == "present":
            yield key, [other for other in status if other != key and status[other] in ("present", "absent")]


def _holder(asked: NDArray[Any], article: Sequence[Divided], sentences: Sequence[int]) -> tuple[int, int] | None:
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


def fit_present(data: Sequence[Held], *, with_meaning: bool = True) -> Stored:
    """Whether an article states a part of a sentence of another."""
    names = [name for name in data[0].features if with_meaning or name in LEXICAL_PRESENT]
    features = [{name: item.features[name].astype("f8") for name in names} for item in data]
    return _fit(features, [np.array([item.present]) for item in data])


def parts_not_found(data: Sequence[Held]) -> list[tuple[float, bool]]:
    """How surely each claim is not found in the other article, by a fit that has not seen its story, and whether it is not."""
    out: list[tuple[float, bool]] = []
    for train_at, test_at in folds([item.story for item in data]):
        fit = Logistic.read(fit_present([data[at] for at in train_at]))
        out += [(float(1 - probability(fit.log_odds(data[at].features))[0]), not data[at].present) for at in test_at]
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
