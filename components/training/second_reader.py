"""`make fit SECOND=folder [ENCODER=model]`: fits what a second reader's opinions are worth beside our own reader's.

On the cells of outlet_facts that are open by a model of statements which has not seen their story: a logistic regression over
the log-odds of our own presence, of the second reader's entailment and of its contradiction. It lies beside the other fitted
weights, by the digests of both models; from then on the opinions of that model count.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from ..embeddings import CachedEncoder, Encoder, load_encoder
from ..matching.logistic import Logistic, probability
from ..second_reader import CachedReader, PairReader, is_open, load_second_reader
from ..second_reader.calibration import SECOND_READERS, calibration_features
from ..second_reader.cells import OpenCell, nearest_first
from ..second_reader.opinions import CellReading, read_cells
from ..story import SamestoryError
from .cross_fit import (
    FITTED_STATEMENT_SETS,
    StoredLogistic,
    cell_folds,
    feature_columns,
    fit_fold_statements,
    fit_logistic,
    fit_passages,
    folds,
    statement_feature_rows,
)
from .fit import gold_of_environment
from .gold_sets import GoldCell, statement_cells
from .model_files import load_fold_models, training_digest

GOLD_SET: Final = "outlet_facts"
"""The set whose open cells the calibration is fitted on."""
MIN_OPEN_CELLS: Final = 50
"""Open cells below which nothing is fitted (20 or more): three weights on fewer are noise."""


class CalibrationError(SamestoryError, ValueError):
    """A calibration that cannot be fitted; its text is one sentence with cause and remedy."""


@dataclass(frozen=True)
class ReadCell:
    """An open cell of the gold: its story, our own probability, what the second reader says, and whether it is present."""

    story: str
    own: float
    reading: CellReading
    present: bool


def main() -> int:
    """Fit, write, and say what was written and what it is worth; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("second", help="a local folder with a cross-encoder")
    parser.add_argument("--encoder", help="the encoder beside which it is read; the bundled model by default")
    arguments = parser.parse_args()
    gold = gold_of_environment()
    if gold is None:
        return 2
    try:
        reader = CachedReader(load_second_reader(arguments.second))
        encoder = CachedEncoder(load_encoder(arguments.encoder))
        cells = read_open_cells(gold, encoder, reader)
        store_calibration(reader, encoder.digest, fit_calibration(cells))
    except SamestoryError as error:
        print(error, file=sys.stderr)
        return 2
    before, after = log_loss([cell.own for cell in cells], cells), log_loss(cross_fit_blend(cells), cells)
    print(f"{SECOND_READERS.name}: {reader.name} beside {encoder.name}, fitted on {len(cells)} open cells of {GOLD_SET}")
    print(f"log loss on stories not fitted on: {before:.3f} without it, {after:.3f} with it")
    return 0


def read_open_cells(gold: ModuleType, encoder: Encoder, reader: PairReader) -> list[ReadCell]:
    """Return the open cells of the gold set, each with what the second reader says of it.

    Args:
        gold: The module of the gold sets.
        encoder: The encoder.
        reader: The second reader.
    """
    cells = [cell for name in FITTED_STATEMENT_SETS for cell in statement_cells(gold, name, encoder)]
    by_task = load_fold_models(encoder.digest, training_digest(gold))
    rows = statement_feature_rows(cells, by_task["passages"] if by_task else fit_passages(cells)[:-1])
    own: NDArray[Any] = np.zeros(len(cells))
    for model, (_, test) in zip(fit_fold_statements(cells, rows), cell_folds(cells), strict=True):
        own[test] = probability(model.log_odds(feature_columns([rows[i] for i in test])))
    chosen = [i for i, cell in enumerate(cells) if cell.gold_set == GOLD_SET and is_open(own[i])]
    readings = read_cells([_open_cell(cells[i], float(own[i])) for i in chosen], reader)
    return [
        ReadCell(cells[i].story, float(own[i]), reading, cells[i].present) for i, reading in zip(chosen, readings, strict=True)
    ]


def _open_cell(cell: GoldCell, own: float) -> OpenCell:
    """Return a cell with the passages that a second reader sees in use: the one that covers it best, then the likest."""
    statement, article = cell.articles.texts
    covered = cell.articles.features["close_more"][0]
    passages = nearest_first([int(covered.argmax())], (statement.vectors @ article.vectors.T)[0])
    texts = tuple((sentence, cell.sentences[sentence]) for sentence in passages)
    return OpenCell("", cell.story, cell.statement, own, texts)


def fit_calibration(cells: Sequence[ReadCell]) -> StoredLogistic:
    """Fit what the opinions of a second reader are worth.

    Raises:
        CalibrationError: There are too few cells, or all are of one kind.
    """
    present = np.array([cell.present for cell in cells])
    if len(cells) < MIN_OPEN_CELLS or present.all() or not present.any():
        raise CalibrationError(
            f"Only {len(cells)} cells of {GOLD_SET} are open, {int(present.sum())} of them present; "
            f"fit on gold with {MIN_OPEN_CELLS} or more, of both kinds."
        )
    features = calibration_features([cell.own for cell in cells], [cell.reading for cell in cells])
    return fit_logistic(features, present)


def cross_fit_blend(cells: Sequence[ReadCell]) -> list[float]:
    """Return the blended probability of each cell by a calibration that has not seen its story, fold by fold."""
    blended = [0.0] * len(cells)
    for train, test in folds([cell.story for cell in cells]):
        model = Logistic.from_dict(fit_calibration([cells[i] for i in train]))
        features = calibration_features([cells[i].own for i in test], [cells[i].reading for i in test])
        for i, value in zip(test, probability(model.log_odds(features)).tolist(), strict=True):
            blended[i] = value
    return blended


def log_loss(probabilities: Sequence[float], cells: Sequence[ReadCell]) -> float:
    """Return the mean of -log(probability of what is so) over some cells; lower is better."""
    clipped = np.clip(probabilities, 1e-4, 1 - 1e-4)
    present = np.array([cell.present for cell in cells])
    return float(-np.log(np.where(present, clipped, 1 - clipped)).mean())


def store_calibration(reader: PairReader, encoder_digest: str, fitted: StoredLogistic) -> None:
    """Write a calibration into the file of fitted weights, by the digests of second reader and encoder; all others stay."""
    stored = json.loads(SECOND_READERS.read_text(encoding="utf-8"))
    encoders = stored.get(reader.digest, {}).get("encoders", {})
    stored[reader.digest] = {"name": reader.name, "encoders": {**encoders, encoder_digest: fitted}}
    SECOND_READERS.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
