"""`make quality`: how good the judgements are on annotated news, cross-validated by story, beside plain baselines.

Every pair of articles and every statement is scored by models that have not seen its story; claims of other genres by the shipped
model of claims, which was fitted on none of them. Models that build on others are stacked, not nested: what a later one learns
from on other stories was scored by earlier ones that had seen the tested story among many.
Prints figures, a calibration table and the worst errors. `--json FILE` writes the figures for test_quality.py to compare,
`--shown` those that the page Method tells, beside those of other encoders.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from components.embeddings import BUNDLED_NAME, CachedEncoder, Encoder, load_encoder
from components.matching.logistic import Logistic, probability
from components.matching.models import models_for
from components.matching.statement_matching import StatementFeatures
from components.matching.token_model import TokenModel
from components.report.method import FIGURES
from components.settings import THRESHOLDS, Settings
from components.settings.presence import STATEMENT_NOT_FOUND_MAXIMUM, STATEMENT_STATED_MINIMUM
from components.training.cross_fit import (
    FITTED_LINK_SETS,
    FITTED_STATEMENT_SETS,
    FOLDS,
    CrossFitPairs,
    FoldModels,
    cell_folds,
    cross_fit,
    feature_columns,
    fit_fold_statements,
    fit_passages,
    fit_second_pass,
    fit_sentences,
    fold_of_cells,
    sentence_rows,
    statement_feature_rows,
    with_passage_features,
)
from components.training.fit import gold_of_environment
from components.training.gold_sets import (
    GoldCell,
    GoldPair,
    gold_tool,
    link_pairs,
    link_records,
    statement_cells,
)
from components.training.model_files import data_digest, load_fold_models, training_digest
from components.training.unseen import Folds, ModelsOf, unseen_models, unseen_statement_models
from tests.evaluation.details import measure_claims, measure_details, measure_parts
from tests.evaluation.facts import analyze_nested, measure_shown, shown_figures

Scored = list[tuple[float, bool]]
"""Scores with whether each is of a positive: a link, a statement that is not there, ..."""
Figures = dict[str, dict[str, float]]
"""Name of what was measured -> metric -> value."""
LIKELY = 0.1
"""Calibration of links is judged over the cells from this probability on: nearly all others are no links and look it."""
BASELINES = {"sentence cosine": "sentence", "shared words": "words_less", "late interaction": "meaning_more"}
"""What links are compared with: baseline -> feature."""
FACT_BASELINES = {"sentence cosine": "sentence", "shared words": "words_whole", "late interaction": "close_whole"}
"""What statements are compared with."""
LINK_SETS = ("outlet_links", "readings", "spark_links", "ecb_events")
STATEMENT_SETS = (*FITTED_STATEMENT_SETS, "spark_facts")
MEASURED = (*LINK_SETS, *STATEMENT_SETS, "inside")
"""The sets of links and of statements, and `inside`: what stands inside sentences, on five more sets."""


def sentences_not_found(cross_fitted: CrossFitPairs, link_probabilities: Sequence[NDArray[Any]], among: Sequence[int]) -> Scored:
    """Score for each sentence of some pairs that the other article does not state it, by models that have not seen the story.

    Args:
        cross_fitted: All pairs.
        link_probabilities: Of each pair, (n, m).
        among: The indices of the pairs.
    """
    out: Scored = []
    for fold in range(FOLDS):
        train = [i for i in among if cross_fitted.folds[i] != fold]
        stored = fit_sentences([cross_fitted.pairs[i] for i in train], [link_probabilities[i] for i in train])
        model = Logistic.from_dict(stored)
        for i in (i for i in among if cross_fitted.folds[i] == fold):
            for features, linked in sentence_rows(cross_fitted.pairs[i], link_probabilities[i]):
                not_stated = 1 - probability(model.log_odds(features))
                out += zip(not_stated.tolist(), (~linked).tolist(), strict=True)
    return out


def link_scores(pairs: Sequence[GoldPair], scores: Sequence[NDArray[Any]]) -> Scored:
    """Return the score of each cell that counts, from (n, m) scores a pair, and whether it is a link."""
    out: Scored = []
    for pair, matrix in zip(pairs, scores, strict=True):
        out += zip(matrix[pair.counted].tolist(), (pair.labels[pair.counted] > 0).tolist(), strict=True)
    return out


def fact_scores(
    cells: Sequence[GoldCell],
    rows: Sequence[StatementFeatures],
    token_models: Sequence[TokenModel],
    others: Sequence[GoldCell] = (),
) -> dict[str, Scored]:
    """Score for each statement that an article does not state it, by models that have not seen its story.

    Args:
        cells: The cells for fitting.
        rows: Their features, each by the token model of its fold.
        token_models: One a fold.
        others: More cells, of spark_facts: scored with the `statements` that we annotated of the same stories, not fitted on.

    Returns:
        Name of a set -> the scores of its cells.
    """
    fold_of_story = fold_of_cells(cells)
    out: dict[str, Scored] = {}
    for fold, (model, (_, test)) in enumerate(zip(fit_fold_statements(cells, rows), cell_folds(cells), strict=True)):
        tested = [(cells[i], rows[i]) for i in test]
        tested += [
            (cell, with_passage_features(cell, token_models[fold]))
            for cell in others
            if fold_of_story["statements", cell.story] == fold
        ]
        not_stated = 1 - probability(model.log_odds(feature_columns([row for _, row in tested])))
        for (cell, _), score in zip(tested, not_stated.tolist(), strict=True):
            out.setdefault(cell.gold_set, []).append((score, not cell.present))
    return out


def precision_above(scored: Scored, threshold: float) -> tuple[float, int]:
    """Return the share of positives among the cells that score at least a threshold, and the number of these cells."""
    hits = [hit for score, hit in scored if score >= threshold]
    return (sum(hits) / len(hits) if hits else 1.0), len(hits)


@dataclass(frozen=True)
class Notes:
    """Figures by name, printed as they come.

    Attributes:
        gold: The module of the gold sets, which computes the curves.
        tell: Prints a line.
        figures: What has been measured so far.
    """

    gold: ModuleType
    tell: Callable[[str], None]
    figures: Figures = field(default_factory=dict)

    def note(self, name: str, scored: Scored, calibrated: Scored | None = None) -> None:
        """Note average precision, best F1 and its threshold, and the calibration error over `calibrated` if it is given."""
        curve = self.gold.curve(scored)
        metrics = {key: curve[key] for key in ("average_precision", "best_f1", "threshold")}
        if calibrated is not None:
            metrics["calibration_error"] = self.gold.curve(calibrated)["calibration_error"]
        self.figures[name] = {key: round(value, 4) for key, value in metrics.items()}
        self.tell(f"{name:58s}" + "  ".join(f"{key} {value:.3f}" for key, value in self.figures[name].items()))


def measure(gold: ModuleType, encoder: Encoder, tell: Callable[[str], None], sets: Sequence[str] = MEASURED) -> Figures:
    """Return every figure of some sets, by set and method, and print it."""
    notes, token_models = Notes(gold, tell), load_fold_models(encoder.digest, training_digest(gold))
    if not token_models:
        tell("There are no token models of the folds for this encoder and data; fitting them takes some minutes.")
    link_sets, statement_sets = ([name for name in sets if name in known] for known in (LINK_SETS, STATEMENT_SETS))
    pairs, second_passes, links = _measure_links(notes, encoder, link_sets, token_models.get("links"))
    cells, rows, passage_models = _measure_statements(notes, encoder, statement_sets, token_models.get("passages"))
    if "inside" in sets:
        measure_parts(gold, encoder, notes.note, notes.figures)
        probabilities = [matrix for name in FITTED_LINK_SETS for matrix in links[name]]
        fitted = Folds(pairs, second_passes, probabilities, cells, rows, passage_models)
        models_of, claims = unseen_models(gold, encoder, models_for(encoder.digest), fitted)
        annotated = unseen_statement_models(models_for(encoder.digest), fitted, "statements")
        measure_claims(gold, encoder, (claims, annotated), links, notes.note)
        _measure_facts(notes, encoder, models_of)
        before = set(notes.figures)
        measure_details(gold, encoder, links["outlet_links"], notes.figures)
        for name in sorted(set(notes.figures) - before):
            tell(f"{name:58s}" + "  ".join(f"{key} {value:g}" for key, value in notes.figures[name].items()))
    return notes.figures


def _measure_facts(notes: Notes, encoder: Encoder, models_of: ModelsOf) -> None:
    """Note the figures of facts as shown, at each strictness; those of rows and labels at the default one."""
    records = notes.gold.load("outlet_facts")
    analyses, tool = analyze_nested(records, encoder, models_of), gold_tool(notes.gold.HERE.parent, "shown")
    for word in THRESHOLDS:
        cells, rows = shown_figures(measure_shown(tool, records, analyses, Settings.of(word)))
        name = f"strictness {word}"
        notes.figures[name] = {**notes.figures.get(name, {}), **cells}
        notes.tell(f"{'facts as shown, ' + word:58s}" + "  ".join(f"{key} {value:g}" for key, value in cells.items()))
        if Settings.of(word) == Settings():
            notes.figures["rows and labels"] = rows
            notes.tell(f"{'rows and labels':58s}" + "  ".join(f"{key} {value:g}" for key, value in rows.items()))


def _measure_statements(
    notes: Notes, encoder: Encoder, names: Sequence[str], token_models: Sequence[TokenModel] | None
) -> tuple[Sequence[GoldCell], Sequence[StatementFeatures], Sequence[TokenModel]]:
    """Note the figures of some sets of statements; return cells for fitting, their features, a token model a fold."""
    if not names:
        return [], [], []
    by_set = {name: statement_cells(notes.gold, name, encoder) for name in dict.fromkeys((*FITTED_STATEMENT_SETS, *names))}
    cells = [cell for name in FITTED_STATEMENT_SETS for cell in by_set[name]]
    token_models = token_models or fit_passages(cells)[:-1]
    rows = statement_feature_rows(cells, token_models)
    absent = fact_scores(cells, rows, token_models, by_set.get("spark_facts", []))
    for name in names:
        for label, feature in FACT_BASELINES.items():
            scored = [(1 - float(cell.features[feature][0]), not cell.present) for cell in by_set[name]]
            notes.note(f"{name}, not found, {label}", scored)
        notes.note(f"{name}, not found, Samestory", absent[name], absent[name])
        precision, count = precision_above(absent[name], 1 - LIKELY)
        notes.figures[f"{name}, not found, Samestory"]["precision_when_sure"] = round(precision, 4)
        notes.tell(f"    of {count} cells with probability .1 or less, {precision:.1%} are not in the article")
        _note_decided(name, absent[name], notes)
    return cells, rows, token_models


def _note_decided(name: str, absent: Scored, notes: Notes) -> None:
    """Note how typed statements are decided: how many "stated" and "not found" hold, and how many are neither."""
    stated = [not hit for score, hit in absent if 1 - score >= STATEMENT_STATED_MINIMUM]
    not_found, count = precision_above(absent, 1 - STATEMENT_NOT_FOUND_MAXIMUM)
    notes.figures[f"{name}, decided"] = figures = {
        "stated_right": round(sum(stated) / max(1, len(stated)), 4),
        "not_found_right": round(not_found, 4),
        "decided": round((len(stated) + count) / len(absent), 4),
    }
    notes.tell(f"{name + ', decided':58s}" + "  ".join(f"{key} {value:.3f}" for key, value in figures.items()))


def _measure_links(
    notes: Notes, encoder: Encoder, names: Sequence[str], token_models: FoldModels | None
) -> tuple[CrossFitPairs, FoldModels, dict[str, list[NDArray[Any]]]]:
    """Note the figures of some sets of links; return pairs, models of each fold and, by set, the probabilities."""
    by_set = {name: link_pairs(link_records(notes.gold, name), encoder) for name in names}
    cross_fitted = cross_fit(
        [pair for name in FITTED_LINK_SETS for pair in by_set[name]],
        [pair for name in names if name not in FITTED_LINK_SETS for pair in by_set[name]],
    )
    token_models = token_models or fit_second_pass(cross_fitted, token_model=True)[:-1]
    link_probabilities = cross_fitted.link_probabilities(token_models)
    index_of = {id(pair): index for index, pair in enumerate(cross_fitted.pairs)}
    for name in names:
        among = [index_of[id(pair)] for pair in by_set[name]]
        pairs = [cross_fitted.pairs[i] for i in among]
        for label, feature in BASELINES.items():
            notes.note(f"{name}, {label}", link_scores(pairs, [pair.features[feature] for pair in pairs]))
        notes.note(f"{name}, first judgement", link_scores(pairs, [cross_fitted.first_pass[i] for i in among]))
        scored = link_scores(pairs, [link_probabilities[i] for i in among])
        notes.note(f"{name}, Samestory", scored, [item for item in scored if item[0] >= LIKELY])
        if name == "outlet_links":
            absent = sentences_not_found(cross_fitted, link_probabilities, among)
            notes.note(f"{name}, sentence not found, Samestory", absent, absent)
            _note_thresholds(scored, notes.figures, notes.tell)
            _tell_worst(pairs, [link_probabilities[i] for i in among], notes.tell)
    by_name = {name: [link_probabilities[index_of[id(pair)]] for pair in pairs] for name, pairs in by_set.items()}
    return cross_fitted, token_models, by_name


def _note_thresholds(links: Scored, figures: Figures, tell: Callable[[str], None]) -> None:
    """Note what each word of the strictness control means for links, and print a calibration table."""
    total = sum(hit for _, hit in links)
    for word, thresholds in THRESHOLDS.items():
        hits = [hit for score, hit in links if score >= thresholds.link]
        figures[f"strictness {word}"] = {
            "link_precision": round(sum(hits) / len(hits), 4), "link_recall": round(sum(hits) / total, 4),
        }  # fmt: skip
        tell(f"    {word:18s}" + "  ".join(f"{key} {value:.3f}" for key, value in figures[f"strictness {word}"].items()))
    tell("    probability      cells   links")
    for tenth in range(10):
        hits = [hit for score, hit in links if tenth <= min(9, int(score * 10)) < tenth + 1]
        tell(f"    {tenth / 10:.1f} to {(tenth + 1) / 10:.1f}   {len(hits):8d}   {sum(hits) / max(1, len(hits)):.3f}")


def _tell_worst(
    pairs: Sequence[GoldPair], link_probabilities: Sequence[NDArray[Any]], tell: Callable[[str], None], limit: int = 8
) -> None:
    """Print the surest mistakes, both ways."""
    cells = [
        (float(matrix[i, j]), pair, int(i), int(j))
        for pair, matrix in zip(pairs, link_probabilities, strict=True)
        for i, j in np.argwhere(pair.counted).tolist()
    ]
    for title, is_link, order in (("links that it did not see", True, 1), ("links that are none", False, -1)):
        tell(f"    the surest mistakes: {title}")
        mistakes = [cell for cell in cells if (cell[1].labels[cell[2], cell[3]] > 0) == is_link]
        for value, pair, i, j in sorted(mistakes, key=lambda cell: order * cell[0])[:limit]:
            tell(f"      {value:.3f}  {pair.id}\n             {pair.left[i]}\n             {pair.right[j]}")


def write_shown(path: Path, encoder: str, figures: Figures) -> None:
    """Write an encoder's figures into the file that the page Method reads, those of them that it has of the bundled one."""
    measured = json.loads(path.read_text(encoding="utf-8"))
    shown = measured[BUNDLED_NAME]
    measured[encoder] = {name: {key: figures[name][key] for key in keys} for name, keys in shown.items()}
    path.write_text(json.dumps(measured, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Measure and print; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a fetched model or a sentence-transformers folder; the bundled one by default")
    parser.add_argument("--json", type=Path, help="write the figures, with the digest of the data, to this file")
    parser.add_argument("--shown", action="store_true", help="write the figures that the page Method tells, of this encoder")
    arguments = parser.parse_args()
    gold = gold_of_environment()
    if gold is None:
        return 2
    encoder = CachedEncoder(load_encoder(arguments.encoder))
    figures = measure(gold, encoder, print)
    if arguments.shown:
        write_shown(FIGURES, encoder.name, figures)
    if arguments.json:
        content = {"data": data_digest(gold), "figures": figures}
        arguments.json.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
