"""Measures what stands inside sentences: clauses and claims, words only here, numbers, differences, speakers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from components import read_sentences
from components.alignment import diff_words
from components.details.compare import compared, read_details
from components.details.numbers import compare_numbers, find_numbers
from components.details.quotes import quote_pairs
from components.details.sentence_pair import SentencePair
from components.embeddings import Encoder
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.matching import token_similarity, word_vectors
from components.matching.models import FittedModels
from components.settings import THRESHOLDS
from components.settings.matching import OTHER_POS_WEIGHT, POS_WEIGHTS, WORD_MATCH
from components.story import Difference
from components.training.claims import (
    annotated_claim_cells,
    claim_cells,
    cross_fit_not_found,
    link_probabilities_by_outlet,
    score_not_found,
)
from components.training.clauses import LabelledClauses, cross_fit_unmatched, labelled_clauses
from components.training.gold_sets import TextVectors, claim_records, link_records
from tests.evaluation.attribution_scores import attribution_scores

Scored = list[tuple[float, bool]]
Note = Callable[..., None]
INSIDE = ("outlet_links", "outlet_facts", "qaalign_facts", "ists_headlines", "numeric_pairs", "polnear_train")
"""The gold sets that are measured here."""
SURE = 0.9
"""The probability of a link given to pairs of sentences that annotators matched."""


def measure_parts(gold: ModuleType, encoder: Encoder, note: Note, figures: dict[str, dict[str, float]]) -> None:
    """Clauses of qaalign_facts that are only in one sentence, with the area under the curve; words of ists_headlines."""
    data = labelled_clauses(gold.load("qaalign_facts"), encoder)
    baselines = {"sentence cosine": "sentence", "words in context": "words_close"}
    scores = {label: _plain(data, name) for label, name in baselines.items()} | {"Samestory": cross_fit_unmatched(data)}
    for label, scored in scores.items():
        note(f"qaalign_facts, only here, {label}", scored)
        area = roc_auc_score([hit for _, hit in scored], [score for score, _ in scored])
        figures[f"qaalign_facts, only here, {label}"]["area_under_curve"] = round(float(area), 4)
    ours, theirs = words_only_here(gold.load("ists_headlines"), encoder)
    figures["ists_headlines, words only in one"] = {"best_f1": ours, "difflib_f1": theirs}


def _plain(data: Sequence[LabelledClauses], name: str) -> Scored:
    return [
        (1 - float(value), bool(only)) for item in data for value, only in zip(item.features[name], item.unmatched, strict=True)
    ]


def words_only_here(records: Sequence[Mapping[str, Any]], encoder: Encoder) -> tuple[float, float]:
    """F1 of "this telling word has no counterpart in the other headline", by closeness in context and by difflib.

    Over words of chunks that annotators found to be equal, in whatever words, or to stand in one headline only.
    """
    texts = list(dict.fromkeys(record[side] for record in records for side in ("left", "right")))
    vectors, docs = TextVectors(encoder, texts), dict(zip(texts, parse(texts), strict=True))
    words = {text: word_vectors(vectors.index([text]), 0, docs[text]) for text in texts}
    counts = np.zeros((2, 3))
    for record in records:
        near = token_similarity(words[record["left"]], words[record["right"]])
        same = [s for s in diff_words(record["left"], record["right"]) if s.kind == "same"]
        for k, (side, other, best) in enumerate((("left", "right", near.max(axis=1)), ("right", "left", near.max(axis=0)))):
            judged, found = _judged(record, side, k), [(s.left, s.right)[k] for s in same]
            lemmas = {token.lemma_.lower() for token in docs[record[other]]}
            for token in docs[record[side]]:
                if token.idx not in judged or POS_WEIGHTS.get(token.pos_, OTHER_POS_WEIGHT) <= OTHER_POS_WEIGHT:
                    continue
                ours = best[token.i] < WORD_MATCH and token.lemma_.lower() not in lemmas
                theirs = not any(span and span[0] <= token.idx < span[1] for span in found)
                truth = judged[token.idx]
                counts += [[said and truth, said, truth] for said in (ours, theirs)]
    both = 2 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    return round(float(both[0]), 4), round(float(both[1]), 4)


def _judged(record: Mapping[str, Any], side: str, k: int) -> dict[int, bool]:
    """Where each word of an equal or a lone chunk of a headline starts, and whether it is a lone one."""
    starts, at = [], 0
    for token in record[f"{side}_tokens"]:
        at = record[side].index(token, at)
        starts.append(at)
        at += len(token)
    kinds = {"EQUI": False, "NOALI": True}
    return {starts[word]: kinds[group[2]] for group in record["gold"] if group[2] in kinds for word in group[k]}


def measure_claims(
    gold: ModuleType, encoder: Encoder, fit: FittedModels, linked: Mapping[str, Sequence[NDArray[Any]]], note: Note
) -> None:
    """Claims not found in another article, beside what is known of their sentence.

    Those that hold a fact of outlet_facts, by fits that have not seen the story; those that we read ourselves, by the shipped
    judgement of claims, which was fitted on none of them.
    """
    by_outlet = link_probabilities_by_outlet(gold.load("outlet_links"), linked["outlet_links"])
    holding = claim_cells(gold.load("outlet_facts"), by_outlet, encoder, fit)
    scores = {"outlet_facts": (holding, cross_fit_not_found(holding))}
    found = dict(zip((record["id"] for record in link_records(gold, "readings")), linked["readings"], strict=True))
    records = claim_records(gold)
    read = annotated_claim_cells(records, [found[record["id"]] for record in records], encoder, fit)
    scores["readings"] = (read, score_not_found(read, fit.claim_presence))
    for name, (data, scored) in scores.items():
        whole = [(1 / (1 + float(np.exp(item.features["sentence"][0]))), not item.present) for item in data]
        note(f"{name}, claim not found, by its sentence", whole)
        note(f"{name}, claim not found, Samestory", scored, scored)


def measure_details(
    gold: ModuleType, encoder: Encoder, linked: Sequence[NDArray[Any]], figures: dict[str, dict[str, float]]
) -> None:
    """Differences in outlet_links and numeric_pairs, and speakers in polnear_train."""
    records = gold.load("outlet_links")
    stories = _stories(records)
    found = {
        record["id"]: _differing(record, stories, encoder, chances) for record, chances in zip(records, linked, strict=False)
    }
    wanted = gold.conflict_cells(records)
    cells = {(key, *cell) for key, rows in found.items() for cell, _ in rows}
    base = {(key, *cell) for key, cells in wanted.items() for cell in cells}
    noted = {(record["id"], i, j) for record in records for i, j, *_ in record["conflicts"]}
    figures["outlet_links, details that differ"] = {
        "conflicts_found": round(len(cells & base) / len(base), 4),
        "cells_shown": len(cells),
        "shown_and_noted_by_annotators": round(len(cells & noted) / max(1, len(cells)), 4),
    }
    figures["numeric_pairs, numbers that differ"] = _numeric(gold.load("numeric_pairs"), encoder)
    scores = attribution_scores(gold.load("polnear_train"))
    figures["polnear_train, attribution"] = {name: round(value, 4) for name, value in scores.items()}


def _stories(records: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], ParsedArticle]:
    out: dict[tuple[str, str], ParsedArticle] = {}
    for record in records:
        for side in ("left", "right"):
            name = (record["story"], record[f"{side}_outlet"])
            if name not in out:
                article = read_sentences(record[side], outlet=name[1], published=record["date"])
                out[name] = pair_with_parse(replace(article, key=name[1]), parse([sent.text for sent in article.sentences]))
    return out


def _differing(
    record: Mapping[str, Any], stories: Mapping[tuple[str, str], ParsedArticle], encoder: Encoder, chances: NDArray[Any]
) -> list[tuple[tuple[int, int], Difference]]:
    """What differs in the pairs of sentences that are linked at the balanced strictness, or hold one utterance."""
    left, right = (stories[record["story"], record[f"{side}_outlet"]] for side in ("left", "right"))
    details = read_details(left), read_details(right)
    likely = {(i, j) for i, j in np.argwhere(chances >= THRESHOLDS["balanced"][0]).tolist()}
    vectors = TextVectors(encoder, [*record["left"], *record["right"]])
    profiles = vectors.index(record["left"]), vectors.index(record["right"])
    out = []
    for i, j in sorted(likely | set(quote_pairs(left, right))):
        near = token_similarity(word_vectors(profiles[0], i, left.docs[i]), word_vectors(profiles[1], j, right.docs[j]))
        pair = SentencePair(left, i, right, j, float(chances[i, j]), near)
        out += [((i, j), item) for item in compared(pair, *details) if item.verdict == "differs"]
    return out


def _numeric(records: Sequence[Mapping[str, Any]], encoder: Encoder) -> dict[str, float]:
    """How many conflicts are shown as such, and how many other pairs are."""
    vectors = TextVectors(encoder, [record[side] for record in records for side in ("left", "right")])
    hits = others = 0
    for record in records:
        sides = [
            pair_with_parse(replace(read_sentences([record[side]]), key=side), parse([record[side]]))
            for side in ("left", "right")
        ]
        words = [word_vectors(vectors.index([s.article.sentences[0].text]), 0, s.docs[0]) for s in sides]
        pair = SentencePair(sides[0], 0, sides[1], 0, SURE, token_similarity(*words))
        tables = [find_numbers(side)[0] for side in sides]
        shown = any(item.verdict == "differs" for item in compare_numbers(pair, *tables))
        hits += shown and record["label"] == "conflict"
        others += shown and record["label"] != "conflict"
    return {"conflicts": sum(record["label"] == "conflict" for record in records), "found": hits, "others_shown": others}
