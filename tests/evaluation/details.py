"""Measures what stands inside sentences: clauses and claims, unmatched words, numbers, differences, speakers."""

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
from components.details.compare import compare_details, read_details
from components.details.numbers import compare_numbers, find_numbers
from components.details.quotes import quote_pairs
from components.details.sentence_pair import SentencePair
from components.embeddings import Encoder
from components.language import parse
from components.language.parsed_article import ParsedArticle, pair_with_parse
from components.matching import token_similarity, word_vectors
from components.matching.arrays import sigmoid
from components.matching.models import models_for
from components.settings import THRESHOLDS
from components.settings.matching import OTHER_POS_WEIGHT, POS_WEIGHTS, WORD_MATCH
from components.story import Difference
from components.training.claims import (
    ClaimCell,
    annotated_claim_cells,
    cross_fit_not_found,
    score_not_found,
)
from components.training.clauses import LabelledClauses, cross_fit_unmatched, labelled_clauses
from components.training.gold_sets import OPPOSITE, TextVectors, claim_records, link_records
from components.training.unseen import ModelsOf
from tests.evaluation.attribution_scores import attribution_scores

Scored = list[tuple[float, bool]]
"""Scores with whether each is of a positive."""
Note = Callable[..., None]
INSIDE = ("outlet_links", "outlet_facts", "qaalign_facts", "ists_headlines", "numeric_pairs", "polnear_train")
"""The gold sets that are measured here."""
SURE = 0.9
"""The probability of a link given to pairs of sentences that annotators matched."""


def measure_parts(gold: ModuleType, encoder: Encoder, note: Note, figures: dict[str, dict[str, float]]) -> None:
    """Note figures of clauses of qaalign_facts that only one sentence states, and of unmatched words of ists_headlines."""
    data = labelled_clauses(gold.load("qaalign_facts"), encoder)
    baselines = {"sentence cosine": "sentence", "words in context": "words_close"}
    scores = {label: _score_by_feature(data, name) for label, name in baselines.items()}
    scores["Samestory"] = cross_fit_unmatched(data)
    for label, scored in scores.items():
        note(f"qaalign_facts, only here, {label}", scored)
        area = roc_auc_score([hit for _, hit in scored], [score for score, _ in scored])
        figures[f"qaalign_facts, only here, {label}"]["area_under_curve"] = round(float(area), 4)
    by_cosine, by_difflib = unmatched_words_f1(gold.load("ists_headlines"), encoder)
    figures["ists_headlines, words only in one"] = {"best_f1": by_cosine, "difflib_f1": by_difflib}


def _score_by_feature(data: Sequence[LabelledClauses], name: str) -> Scored:
    """Score each clause as unmatched by one feature alone, and say whether it is."""
    return [
        (1 - float(value), bool(unmatched))
        for item in data
        for value, unmatched in zip(item.features[name], item.unmatched, strict=True)
    ]


def unmatched_words_f1(records: Sequence[Mapping[str, Any]], encoder: Encoder) -> tuple[float, float]:
    """Return F1 of "this content word has no counterpart in the other headline", by cosines in context and by difflib.

    Over words of chunks that annotators found to be equal, in whatever words, or to stand in one headline only.
    """
    texts = list(dict.fromkeys(record[side] for record in records for side in OPPOSITE))
    vectors, docs = TextVectors(encoder, texts), dict(zip(texts, parse(texts), strict=True))
    words = {text: word_vectors(vectors.index([text]), 0, docs[text]) for text in texts}
    counts = np.zeros((2, 3))  # by method: unmatched rightly, unmatched by the method, unmatched in truth
    for record in records:
        similarity = token_similarity(words[record["left"]], words[record["right"]])
        same = [change for change in diff_words(record["left"], record["right"]) if change.kind == "same"]
        best_match = {"left": similarity.max(axis=1), "right": similarity.max(axis=0)}
        for index, (side, other) in enumerate(OPPOSITE.items()):
            truth = _judged_words(record, side, index)
            matched_spans = [(change.left, change.right)[index] for change in same]
            lemmas = {token.lemma_.lower() for token in docs[record[other]]}
            for token in docs[record[side]]:
                if token.idx not in truth or POS_WEIGHTS.get(token.pos_, OTHER_POS_WEIGHT) <= OTHER_POS_WEIGHT:
                    continue
                by_cosine = best_match[side][token.i] < WORD_MATCH and token.lemma_.lower() not in lemmas
                by_difflib = not any(span and span[0] <= token.idx < span[1] for span in matched_spans)
                unmatched = truth[token.idx]
                counts += [[predicted and unmatched, predicted, unmatched] for predicted in (by_cosine, by_difflib)]
    f1 = 2 * counts[:, 0] / (counts[:, 1] + counts[:, 2])
    return round(float(f1[0]), 4), round(float(f1[1]), 4)


def _judged_words(record: Mapping[str, Any], side: str, index: int) -> dict[int, bool]:
    """Return where each word of an equal or an unaligned chunk of a headline starts, and whether the chunk is unaligned."""
    starts, offset = [], 0
    for token in record[f"{side}_tokens"]:
        offset = record[side].index(token, offset)
        starts.append(offset)
        offset += len(token)
    unaligned = {"EQUI": False, "NOALI": True}
    return {starts[word]: unaligned[group[2]] for group in record["gold"] if group[2] in unaligned for word in group[index]}


def measure_claims(
    gold: ModuleType,
    encoder: Encoder,
    unseen: tuple[Sequence[ClaimCell], ModelsOf],
    links: Mapping[str, Sequence[NDArray[Any]]],
    note: Note,
) -> None:
    """Note figures of claims that another article does not state, beside what is known of their sentence.

    Those that hold a fact of outlet_facts, by models that have not seen the story; those that we annotated ourselves, by the
    shipped model of claims, which was fitted on none of them.

    Args:
        gold: The module of the gold sets.
        encoder: The encoder.
        unseen: The claims of outlet_facts, read by models that have not seen their story, and what gives such models for a story
            of our annotations.
        links: The link probabilities of each record of outlet_links and of readings, (n, m).
        note: Takes a name, scores, and those to judge calibration by.
    """
    cells, models_of = unseen
    scores = {"outlet_facts": (cells, cross_fit_not_found(cells))}
    by_record = dict(zip((record["id"] for record in link_records(gold, "readings")), links["readings"], strict=True))
    records = claim_records(gold)
    annotated = annotated_claim_cells(records, [by_record[record["id"]] for record in records], encoder, models_of)
    scores["readings"] = (annotated, score_not_found(annotated, models_for(encoder.digest).claim_presence))
    for name, (data, scored) in scores.items():
        by_sentence = [(float(sigmoid(-cell.features["sentence"][0])), not cell.present) for cell in data]
        note(f"{name}, claim not found, by its sentence", by_sentence)
        note(f"{name}, claim not found, Samestory", scored, scored)


def measure_details(
    gold: ModuleType, encoder: Encoder, link_probabilities: Sequence[NDArray[Any]], figures: dict[str, dict[str, float]]
) -> None:
    """Note figures of differences in outlet_links and numeric_pairs, and of speakers in polnear_train."""
    records = gold.load("outlet_links")
    stories = _parse_stories(records)
    differences = {
        record["id"]: _differences(record, stories, encoder, links)
        for record, links in zip(records, link_probabilities, strict=False)
    }
    shown = {(key, *cell) for key, rows in differences.items() for cell, _ in rows}
    conflicts = {(key, *cell) for key, cells in gold.conflict_cells(records).items() for cell in cells}
    annotated = {(record["id"], i, j) for record in records for i, j, *_ in record["conflicts"]}
    figures["outlet_links, details that differ"] = {
        "conflicts_found": round(len(shown & conflicts) / len(conflicts), 4),
        "cells_shown": len(shown),
        "shown_and_noted_by_annotators": round(len(shown & annotated) / max(1, len(shown)), 4),
    }
    figures["numeric_pairs, numbers that differ"] = _numeric_figures(gold.load("numeric_pairs"), encoder)
    scores = attribution_scores(gold.load("polnear_train"))
    figures["polnear_train, attribution"] = {name: round(value, 4) for name, value in scores.items()}


def _parse_stories(records: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], ParsedArticle]:
    """Return the articles of outlet_links by story and outlet, each parsed once."""
    out: dict[tuple[str, str], ParsedArticle] = {}
    for record in records:
        for side in OPPOSITE:
            name = (record["story"], record[f"{side}_outlet"])
            if name not in out:
                article = read_sentences(record[side], outlet=name[1], published=record["date"])
                out[name] = pair_with_parse(replace(article, key=name[1]), parse([sent.text for sent in article.sentences]))
    return out


def _differences(
    record: Mapping[str, Any], stories: Mapping[tuple[str, str], ParsedArticle], encoder: Encoder, links: NDArray[Any]
) -> list[tuple[tuple[int, int], Difference]]:
    """Return what differs in the pairs of sentences that are linked at the balanced strictness, or hold one utterance."""
    left, right = (stories[record["story"], record[f"{side}_outlet"]] for side in OPPOSITE)
    details = read_details(left), read_details(right)
    linked = {(i, j) for i, j in np.argwhere(links >= THRESHOLDS["balanced"][0]).tolist()}
    vectors = TextVectors(encoder, [*record["left"], *record["right"]])
    left_text, right_text = vectors.index(record["left"]), vectors.index(record["right"])
    out = []
    for i, j in sorted(linked | set(quote_pairs(left, right))):
        similarity = token_similarity(word_vectors(left_text, i, left.docs[i]), word_vectors(right_text, j, right.docs[j]))
        pair = SentencePair(left, i, right, j, float(links[i, j]), similarity)
        out += [((i, j), difference) for difference in compare_details(pair, *details) if difference.verdict == "differs"]
    return out


def _numeric_figures(records: Sequence[Mapping[str, Any]], encoder: Encoder) -> dict[str, float]:
    """Return how many conflicts of numeric_pairs are shown as such, and how many other pairs are."""
    vectors = TextVectors(encoder, [record[side] for record in records for side in OPPOSITE])
    hits = false_alarms = 0
    for record in records:
        articles = [
            pair_with_parse(replace(read_sentences([record[side]]), key=side), parse([record[side]])) for side in OPPOSITE
        ]
        words = [word_vectors(vectors.index([a.article.sentences[0].text]), 0, a.docs[0]) for a in articles]
        pair = SentencePair(articles[0], 0, articles[1], 0, SURE, token_similarity(*words))
        numbers = [find_numbers(article)[0] for article in articles]
        shown = any(difference.verdict == "differs" for difference in compare_numbers(pair, *numbers))
        hits += shown and record["label"] == "conflict"
        false_alarms += shown and record["label"] != "conflict"
    conflicts = sum(record["label"] == "conflict" for record in records)
    return {"conflicts": conflicts, "found": hits, "others_shown": false_alarms}
