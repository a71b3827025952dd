"""`make quality`: what the judgements are worth on human-annotated news, cross-validated by story, beside plain baselines.

The outlet sets are cross-validated; on the SPARK sets the shipped fit, made on the outlet sets, meets text it has never seen.
Prints figures, a calibration table and the worst errors. `--json FILE` writes the figures for test_quality.py to compare.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.evidence.model import Logistic, fit_for, probability
from components.meaning import CachedEncoder, Encoder, load_encoder
from components.settings import THRESHOLDS
from tests.quality.fitting import fit_links, fit_statements, folds, judge, sentence_rows
from tests.quality.sets import WEAK, Cell, Pair, gold_tool, link_pairs, statement_cells

Scored = list[tuple[float, bool]]
Figures = dict[str, dict[str, float]]
LIKELY = 0.1
"""Calibration of links is judged over the cells from this probability on: nearly all others are no links and look it."""
BASELINES = {"sentence cosine": "sentence", "shared words": "words_less", "late interaction": "meaning_more"}
FACT_BASELINES = {"sentence cosine": "sentence", "shared words": "words_whole", "late interaction": "close_whole"}


def judged(data: Sequence[Pair]) -> tuple[list[NDArray[Any]], Scored]:
    """By a fit that has not seen the story: the link probabilities of each pair, and how surely each sentence is not found."""
    chances: list[NDArray[Any]] = [np.zeros(0)] * len(data)
    absent: Scored = []
    for train, test in folds([pair.story for pair in data]):
        fitted = {name: Logistic.read(stored) for name, stored in fit_links([data[at] for at in train]).items()}
        for at in test:
            chances[at] = judge(data[at].features, fitted["first"], fitted["second"])
            for features, linked in sentence_rows(data[at], chances[at]):
                missing = 1 - probability(fitted["sentence"].log_odds(features))
                absent += zip(missing.tolist(), (~linked).tolist(), strict=True)
    return chances, absent


def link_scores(data: Sequence[Pair], values: Sequence[NDArray[Any]]) -> Scored:
    """Each counted cell's score, and whether it is a link."""
    out: Scored = []
    for pair, scores in zip(data, values, strict=True):
        keep = (pair.labels >= 0) & (pair.labels != WEAK)
        out += zip(scores[keep].tolist(), (pair.labels[keep] > 0).tolist(), strict=True)
    return out


def fact_scores(cells: Sequence[Cell]) -> Scored:
    """For each statement beside an article how surely it is not found there, by a fit that has not seen its story."""
    out: Scored = []
    for train, test in folds([cell.story for cell in cells]):
        fit = Logistic.read(fit_statements([cells[at] for at in train]))
        out += _absent([cells[at] for at in test], fit)
    return out


def _absent(cells: Sequence[Cell], fit: Logistic) -> Scored:
    table = {name: np.array([cell.features[name] for cell in cells]) for name in cells[0].features}
    return list(zip((1 - probability(fit.log_odds(table))).tolist(), [not cell.present for cell in cells], strict=True))


def precision_above(scored: Scored, least: float) -> tuple[float, int]:
    """Of the cells scored at least this, the share that is right, and their number."""
    kept = [hit for score, hit in scored if score >= least]
    return (sum(kept) / len(kept) if kept else 1.0), len(kept)


SETS = ("outlet_links", "spark_links", "outlet_facts", "spark_facts")


def measure(gold: ModuleType, encoder: Encoder, tell: Callable[[str], None], sets: Sequence[str] = SETS) -> Figures:
    """Every figure, by set and method."""
    figures: Figures = {}

    def note(name: str, scored: Scored, shown: Scored | None = None) -> None:
        curve = gold.curve(scored)
        kept = {"average_precision": curve["average_precision"], "best_f1": curve["best_f1"], "threshold": curve["threshold"]}
        if shown is not None:
            kept["calibration_error"] = gold.curve(shown)["calibration_error"]
        figures[name] = {key: round(value, 4) for key, value in kept.items()}
        tell(f"{name:58s}" + "  ".join(f"{key} {value:.3f}" for key, value in figures[name].items()))

    fit = fit_for(encoder.digest)
    for name in (name for name in sets if name.endswith("links")):
        data = link_pairs(gold.load(name), encoder)
        for label, feature in BASELINES.items():
            note(f"{name}, {label}", link_scores(data, [pair.features[feature] for pair in data]))
        fitted_here = name == "outlet_links"
        chances, absent = judged(data) if fitted_here else ([judge(p.features, fit.first, fit.second) for p in data], [])
        scored = link_scores(data, chances)
        note(f"{name}, Samestory", scored, [item for item in scored if item[0] >= LIKELY])
        if fitted_here:
            note(f"{name}, sentence not found, Samestory", absent, absent)
            _thresholds(scored, absent, figures, tell)
            _worst(data, chances, tell)
    for name in (name for name in sets if name.endswith("facts")):
        cells = statement_cells(gold.load(name), encoder)
        for label, feature in FACT_BASELINES.items():
            note(f"{name}, not found, {label}", [(1 - cell.features[feature], not cell.present) for cell in cells])
        absent = fact_scores(cells) if name == "outlet_facts" else _absent(cells, fit.statement)
        note(f"{name}, not found, Samestory", absent, absent)
        sure, many = precision_above(absent, 1 - LIKELY)
        figures[f"{name}, not found, Samestory"]["precision_when_sure"] = round(sure, 4)
        tell(f"    of {many} cells with probability .1 or less, {sure:.1%} are not in the article")
    return figures


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


def _worst(data: Sequence[Pair], chances: Sequence[NDArray[Any]], tell: Callable[[str], None], most: int = 8) -> None:
    """The surest mistakes, both ways."""
    cells = [
        (float(found[i, j]), pair, int(i), int(j))
        for pair, found in zip(data, chances, strict=True)
        for i, j in np.argwhere((pair.labels >= 0) & (pair.labels != WEAK)).tolist()
    ]
    for title, wanted, order in (("links that it did not see", True, 1), ("links that are none", False, -1)):
        tell(f"    the surest mistakes: {title}")
        mistakes = [cell for cell in cells if (cell[1].labels[cell[2], cell[3]] > 0) == wanted]
        for value, pair, i, j in sorted(mistakes, key=lambda cell: order * cell[0])[:most]:
            tell(f"      {value:.3f}  {pair.id}\n             {pair.left[i]}\n             {pair.right[j]}")


def digest(shared: Path) -> str:
    """Names the data that figures were measured on."""
    data = b"".join((shared / "gold" / f"{name}.jsonl").read_bytes() for name in sorted(SETS))
    return hashlib.sha256(data).hexdigest()


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a local sentence-transformers folder; the bundled model by default")
    parser.add_argument("--json", type=Path, help="write the figures, with the digest of the data, to this file")
    given = parser.parse_args()
    if "SAMESTORY_SHARED" not in os.environ:
        print("Set SAMESTORY_SHARED to the folder that holds gold/ and tools/gold.py.", file=sys.stderr)
        return 2
    shared = Path(os.environ["SAMESTORY_SHARED"])
    figures = measure(gold_tool(shared), CachedEncoder(load_encoder(given.encoder)), print)
    if given.json:
        given.json.write_text(json.dumps({"data": digest(shared), "figures": figures}, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
