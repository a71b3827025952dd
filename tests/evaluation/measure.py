"""`make quality`: what the judgements are worth on annotated news, cross-validated by story, beside plain baselines.

Every pair of articles and every statement is judged by a fit that has not seen its story; claims of other genres by the shipped
judgement of claims, which was fitted on none of them. Fits that build on others are stacked, not nested: what a later one learns
from on other stories was judged by earlier ones that had seen the tested story among many.
Prints figures, a calibration table and the worst errors. `--json FILE` writes the figures for test_quality.py to compare.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.embeddings import CachedEncoder, Encoder, load_encoder
from components.matching.logistic import Logistic, probability
from components.matching.models import models_for
from components.matching.token_model import TokenModel
from components.settings import THRESHOLDS
from components.training.cross_fit import (
    FITTED,
    FOLDS,
    STATED,
    Seconds,
    Unseen,
    after_reading,
    cell_folds,
    columns,
    fit_passages,
    fit_seconds,
    fit_sentences,
    fit_statements,
    fold_of_cells,
    sentence_rows,
    statement_tables,
    unseen,
)
from components.training.gold_sets import GoldCell, GoldPair, gold_tool, link_pairs, link_records, statement_cells
from components.training.model_files import data_digest, load_folds, made_from
from tests.evaluation.details import measure_claims, measure_details, measure_parts

Scored = list[tuple[float, bool]]
Figures = dict[str, dict[str, float]]
LIKELY = 0.1
"""Calibration of links is judged over the cells from this probability on: nearly all others are no links and look it."""
BASELINES = {"sentence cosine": "sentence", "shared words": "words_less", "late interaction": "meaning_more"}
FACT_BASELINES = {"sentence cosine": "sentence", "shared words": "words_whole", "late interaction": "close_whole"}


def sentences_not_found(known: Unseen, chances: Sequence[NDArray[Any]], among: Sequence[int]) -> Scored:
    """For each sentence of these pairs how surely the other article does not state it, by a fit that has not seen the story."""
    out: Scored = []
    for number in range(FOLDS):
        others = [at for at in among if known.fold[at] != number]
        fit = Logistic.read(fit_sentences([known.data[at] for at in others], [chances[at] for at in others]))
        for at in (at for at in among if known.fold[at] == number):
            for features, linked in sentence_rows(known.data[at], chances[at]):
                missing = 1 - probability(fit.log_odds(features))
                out += zip(missing.tolist(), (~linked).tolist(), strict=True)
    return out


def link_scores(data: Sequence[GoldPair], values: Sequence[NDArray[Any]]) -> Scored:
    """Each counted cell's score, and whether it is a link."""
    out: Scored = []
    for pair, scores in zip(data, values, strict=True):
        out += zip(scores[pair.counted].tolist(), (pair.labels[pair.counted] > 0).tolist(), strict=True)
    return out


def fact_scores(cells: Sequence[GoldCell], readers: Sequence[TokenModel], more: Sequence[GoldCell] = ()) -> dict[str, Scored]:
    """For each statement beside an article how surely it is not found there, by set, by fits that have not seen its story.

    `more` cells, of spark_facts, are judged with the `statements` that we read of the same stories, and not fitted on.
    """
    tables, place = statement_tables(cells, readers), fold_of_cells(cells)
    out: dict[str, Scored] = {}
    for number, (train, test) in enumerate(cell_folds(cells)):
        fit = Logistic.read(fit_statements([cells[at] for at in train], [tables[at] for at in train]))
        others = [cell for cell in more if place["statements", cell.story] == number]
        judged = [(cells[at], tables[at]) for at in test] + [(cell, after_reading(cell, readers[number])) for cell in others]
        absent = 1 - probability(fit.log_odds(columns([table for _, table in judged])))
        for (cell, _), missing in zip(judged, absent.tolist(), strict=True):
            out.setdefault(cell.of, []).append((missing, not cell.present))
    return out


def precision_above(scored: Scored, least: float) -> tuple[float, int]:
    """Of the cells scored at least this, the share that is right, and their number."""
    kept = [hit for score, hit in scored if score >= least]
    return (sum(kept) / len(kept) if kept else 1.0), len(kept)


LINKED = ("outlet_links", "readings", "spark_links", "ecb_events")
STATEMENT_SETS = (*STATED, "spark_facts")
MEASURED = (*LINKED, *STATEMENT_SETS, "inside")
"""The sets of links and of statements, and `inside`: what stands inside sentences, on five more sets."""


@dataclass(frozen=True)
class Notes:
    """Figures by name, told as they come."""

    gold: ModuleType
    tell: Callable[[str], None]
    figures: Figures = field(default_factory=dict)

    def note(self, name: str, scored: Scored, shown: Scored | None = None) -> None:
        """Average precision, best F1 and its threshold; the calibration error over what is `shown`."""
        curve = self.gold.curve(scored)
        kept = {key: curve[key] for key in ("average_precision", "best_f1", "threshold")}
        if shown is not None:
            kept["calibration_error"] = self.gold.curve(shown)["calibration_error"]
        self.figures[name] = {key: round(value, 4) for key, value in kept.items()}
        self.tell(f"{name:58s}" + "  ".join(f"{key} {value:.3f}" for key, value in self.figures[name].items()))


def measure(gold: ModuleType, encoder: Encoder, tell: Callable[[str], None], sets: Sequence[str] = MEASURED) -> Figures:
    """Every figure, by set and method."""
    notes, readers = Notes(gold, tell), load_folds(encoder.digest, made_from(gold))
    if not readers:
        tell("There are no readers of the folds for this encoder and data; fitting them takes some minutes.")
    linked = _measure_links(notes, encoder, [name for name in sets if name in LINKED], readers.get("links"))
    _measure_statements(notes, encoder, [name for name in sets if name in STATEMENT_SETS], readers.get("passages"))
    if "inside" in sets:
        measure_parts(gold, encoder, notes.note, notes.figures)
        measure_claims(gold, encoder, models_for(encoder.digest), linked, notes.note)
        known = set(notes.figures)
        measure_details(gold, encoder, linked["outlet_links"], notes.figures)
        for name in sorted(set(notes.figures) - known):
            tell(f"{name:58s}" + "  ".join(f"{key} {value:g}" for key, value in notes.figures[name].items()))
    return notes.figures


def _measure_statements(notes: Notes, encoder: Encoder, names: Sequence[str], readers: Sequence[TokenModel] | None) -> None:
    if not names:
        return
    data = {name: statement_cells(notes.gold, name, encoder) for name in dict.fromkeys((*STATED, *names))}
    cells = [cell for name in STATED for cell in data[name]]
    absent = fact_scores(cells, readers or fit_passages(cells)[:-1], data.get("spark_facts", []))
    for name in names:
        for label, feature in FACT_BASELINES.items():
            notes.note(f"{name}, not found, {label}", [(1 - cell.features[feature], not cell.present) for cell in data[name]])
        notes.note(f"{name}, not found, Samestory", absent[name], absent[name])
        sure, many = precision_above(absent[name], 1 - LIKELY)
        notes.figures[f"{name}, not found, Samestory"]["precision_when_sure"] = round(sure, 4)
        notes.tell(f"    of {many} cells with probability .1 or less, {sure:.1%} are not in the article")


def _measure_links(
    notes: Notes, encoder: Encoder, names: Sequence[str], readers: Seconds | None
) -> dict[str, list[NDArray[Any]]]:
    """Notes the figures of these sets; returns their link probabilities, pair by pair."""
    data = {name: link_pairs(link_records(notes.gold, name), encoder) for name in names}
    known = unseen(
        [pair for name in FITTED for pair in data[name]],
        [pair for name in names if name not in FITTED for pair in data[name]],
    )
    chances = known.chances(readers or fit_seconds(known, reader=True))
    place = {id(pair): at for at, pair in enumerate(known.data)}
    for name in names:
        among = [place[id(pair)] for pair in data[name]]
        mine = [known.data[at] for at in among]
        for label, feature in BASELINES.items():
            notes.note(f"{name}, {label}", link_scores(mine, [pair.features[feature] for pair in mine]))
        notes.note(f"{name}, first judgement", link_scores(mine, [known.first[at] for at in among]))
        scored = link_scores(mine, [chances[at] for at in among])
        notes.note(f"{name}, Samestory", scored, [item for item in scored if item[0] >= LIKELY])
        if name == "outlet_links":
            absent = sentences_not_found(known, chances, among)
            notes.note(f"{name}, sentence not found, Samestory", absent, absent)
            _thresholds(scored, absent, notes.figures, notes.tell)
            _worst(mine, [chances[at] for at in among], notes.tell)
    return {name: [chances[place[id(pair)]] for pair in pairs] for name, pairs in data.items()}


def _thresholds(links: Scored, absent: Scored, figures: Figures, tell: Callable[[str], None]) -> None:
    """What each word of the strictness control means, in figures."""
    total = sum(hit for _, hit in links)
    for word, (least, most) in THRESHOLDS.items():
        found = [hit for score, hit in links if score >= least]
        sure, many = precision_above(absent, 1 - most)
        figures[f"strictness {word}"] = {
            "link_precision": round(sum(found) / len(found), 4), "link_recall": round(sum(found) / total, 4),
            "not_found_precision": round(sure, 4), "not_found_share": round(many / len(absent), 4),
        }  # fmt: skip
        tell(f"    {word:18s}" + "  ".join(f"{k} {v:.3f}" for k, v in figures[f"strictness {word}"].items()))
    tell("    probability      cells   links")
    for low in range(10):
        kept = [hit for score, hit in links if low <= min(9, int(score * 10)) < low + 1]
        tell(f"    {low / 10:.1f} to {(low + 1) / 10:.1f}   {len(kept):8d}   {sum(kept) / max(1, len(kept)):.3f}")


def _worst(data: Sequence[GoldPair], chances: Sequence[NDArray[Any]], tell: Callable[[str], None], most: int = 8) -> None:
    """The surest mistakes, both ways."""
    cells = [
        (float(found[i, j]), pair, int(i), int(j))
        for pair, found in zip(data, chances, strict=True)
        for i, j in np.argwhere(pair.counted).tolist()
    ]
    for title, wanted, order in (("links that it did not see", True, 1), ("links that are none", False, -1)):
        tell(f"    the surest mistakes: {title}")
        mistakes = [cell for cell in cells if (cell[1].labels[cell[2], cell[3]] > 0) == wanted]
        for value, pair, i, j in sorted(mistakes, key=lambda cell: order * cell[0])[:most]:
            tell(f"      {value:.3f}  {pair.id}\n             {pair.left[i]}\n             {pair.right[j]}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a local sentence-transformers folder; the bundled model by default")
    parser.add_argument("--json", type=Path, help="write the figures, with the digest of the data, to this file")
    given = parser.parse_args()
    if "SAMESTORY_SHARED" not in os.environ:
        print("Set SAMESTORY_SHARED to the folder that holds gold/ and tools/gold.py.", file=sys.stderr)
        return 2
    gold = gold_tool(Path(os.environ["SAMESTORY_SHARED"]))
    figures = measure(gold, CachedEncoder(load_encoder(given.encoder)), print)
    if given.json:
        given.json.write_text(json.dumps({"data": data_digest(gold), "figures": figures}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
