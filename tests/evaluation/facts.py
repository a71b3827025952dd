"""Facts as a user sees them, decided at the default settings by models that have not seen their story.

Every model is nested: a story's links, statements and claims are judged by those of their folds, and the presence and weight of
its facts by regressions fitted on the outcome of the other stories. What is counted is what the tool beside the gold sets counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any

from components.analysis import StoryAnalysis, decide
from components.embeddings import Encoder
from components.matching.logistic import Logistic
from components.settings import Settings
from components.training.cross_fit import folds
from components.training.facts import (
    analyze_unseen,
    fact_cells,
    fit_fact_presence,
    fit_fact_weight,
    weighed_facts,
    with_fact_presence,
)
from components.training.unseen import ModelsOf

Shown = Mapping[str, Any]
"""What the tool measured, as it prints it."""


def analyze_nested(records: Sequence[dict[str, Any]], encoder: Encoder, models_of: ModelsOf) -> list[StoryAnalysis]:
    """Return the stories of outlet_facts analyzed and ready to be decided by models that have not seen them."""
    analyses = analyze_unseen(records, encoder, models_of)
    cells, out = fact_cells(records, analyses, encoder), list(analyses)
    for train, test in folds([record["id"] for record in records]):
        seen = {records[i]["id"] for i in train}
        presence = fit_fact_presence([cell for cell in cells if cell.story in seen])
        decided = [with_fact_presence(analyses[i], presence) for i in train]
        weight = Logistic.from_dict(fit_fact_weight(weighed_facts([records[i] for i in train], decided)))
        for i in test:
            analysis = with_fact_presence(analyses[i], presence)
            matches = analysis.sentence_matches
            models = replace(matches.models, fact_weight=weight)
            out[i] = replace(analysis, sentence_matches=replace(matches, models=models))
    return out


def measure_shown(
    shown: ModuleType, records: Sequence[dict[str, Any]], analyses: Sequence[StoryAnalysis], settings: Settings
) -> Shown:
    """Return what the tool says of some stories, decided at some settings."""
    by_outlets = {id(record["outlets"]): analysis for record, analysis in zip(records, analyses, strict=True)}
    measured: Shown = shown.measure(records, lambda outlets: decide(by_outlets[id(outlets)], settings).to_dict())
    return measured


def shown_figures(measured: Shown) -> tuple[dict[str, float], dict[str, float]]:
    """Return the figures that are told of facts as shown: of their cells, and of their rows and labels."""
    cells, labels, rows = measured["cells"], measured["labels"], measured["labels"]["rows"]
    of_cells = {
        "stated_right": cells["stated precision"],
        "partly_right": cells["partly precision"],
        "not_found_right": cells["not found precision"],
        "absences_found": cells["not found recall"],
        "decided": round(1 - cells["unclear"], 4),
    }
    of_rows = {
        "in_one_row": measured["fragments"]["in one row"],
        "among_first_thirty": measured["table"]["share"],
        "rows_a_story": measured["rows a story"],
        "labels_with_gap": round(labels["with …"] / rows, 4),
        "labels_begun_by_pronoun": round(labels["begun by a pronoun"] / rows, 4),
    }
    return of_cells, of_rows
