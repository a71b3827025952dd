"""`make fit [ENCODER=model]`: fits the models of matching/ on the gold sets and writes what the program reads.

Fitted on all of outlet_links, outlet_facts, qaalign_facts and our own annotations; what to expect on other stories is what `make
quality` says, with the token models of the six folds that are written here.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from ..embeddings import CachedEncoder, Encoder, load_encoder
from ..matching.models import LEXICAL, WEIGHTS, read_models
from ..matching.token_model import TokenModel
from .claims import fit_claim_presence
from .clauses import fit_claims, labelled_clauses
from .cross_fit import (
    FITTED_LINK_SETS,
    FITTED_STATEMENT_SETS,
    StoredLogistic,
    cross_fit,
    fit_first_pass,
    fit_full,
    fit_passages,
    fit_second_pass,
    fit_sentences,
    fit_statements,
    statement_feature_rows,
)
from .facts import analyze_unseen, fact_cells, fit_fact_presence, fit_fact_weight, weighed_facts, with_fact_presence
from .gold_sets import gold_tool, link_pairs, link_records, statement_cells
from .model_files import save_fold_models, save_token_model, training_digest
from .unseen import Folds, ModelsOf, unseen_models


def main() -> int:
    """Fit, write, and say what was written; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a fetched model or a sentence-transformers folder; the bundled model by default")
    arguments = parser.parse_args()
    gold = gold_of_environment()
    if gold is None:
        return 2
    encoder = CachedEncoder(load_encoder(arguments.encoder))
    weights = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    for name, with_vectors in ((LEXICAL, False), (encoder.digest, True)):
        weights[name] = fit_models(gold, encoder, with_vectors=with_vectors)
    WEIGHTS.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: fits for {', '.join(sorted(models['name'] for models in weights.values()))}")
    return 0


def gold_of_environment() -> ModuleType | None:
    """Return the module of the gold sets in the folder that SAMESTORY_SHARED names; None for none, said on standard error."""
    if "SAMESTORY_SHARED" not in os.environ:
        print("Set SAMESTORY_SHARED to the folder that holds gold/ and tools/gold.py.", file=sys.stderr)
        return None
    return gold_tool(Path(os.environ["SAMESTORY_SHARED"]))


def fit_models(gold: ModuleType, encoder: Encoder, *, with_vectors: bool) -> dict[str, Any]:
    """Fit every model for an encoder, and write its token models.

    Args:
        gold: The module of the gold sets.
        encoder: The encoder.
        with_vectors: Whether models may look at vectors; else at words alone, and no token model is fitted.

    Returns:
        The models as an entry of the weights file.
    """
    records = [record for name in FITTED_LINK_SETS for record in link_records(gold, name)]
    pairs = cross_fit(link_pairs(records, encoder, with_vectors=with_vectors))
    claim, claim_in_context = fit_claims(labelled_clauses(gold.load("qaalign_facts"), encoder, with_vectors=with_vectors))
    cells = [cell for name in FITTED_STATEMENT_SETS for cell in statement_cells(gold, name, encoder, with_vectors=with_vectors)]
    *fold_models, second_pass = fit_second_pass(pairs, token_model=with_vectors)
    passage_models = fit_passages(cells) if with_vectors else []
    link_probabilities = pairs.link_probabilities(fold_models)
    rows = statement_feature_rows(cells, passage_models)
    stored = {
        "name": encoder.name if with_vectors else LEXICAL,
        "first": fit_first_pass(pairs.pairs),
        "full": fit_full(pairs.pairs),
        "sentence": fit_sentences(pairs.pairs, link_probabilities),
        "claim": claim,
        "claim_in_context": claim_in_context,
        "statement": fit_statements(cells, rows),
    }
    if isinstance(second_pass, TokenModel):
        stored["second"] = save_token_model(second_pass, "links", encoder.digest)
        stored["passages"] = save_token_model(passage_models[-1], "passages", encoder.digest)
        link_models = [model for model in fold_models if isinstance(model, TokenModel)]
        by_task = {"links": link_models, "passages": passage_models[:-1]}
        save_fold_models(by_task, encoder.digest, training_digest(gold))
    else:
        stored["second"] = second_pass.to_dict()
    # what follows is matched by the models fitted so far, and fitted on what comes of it
    unfitted = dict.fromkeys(("claim_presence", "fact_presence", "fact_weight"), stored["sentence"])
    models = read_models({**stored, **unfitted}, calibrated=with_vectors)
    fitted = Folds(pairs, fold_models, link_probabilities, cells, rows, passage_models[:-1])
    models_of, claims = unseen_models(gold, encoder, models, fitted)
    stored["claim_presence"] = fit_claim_presence(claims, with_vectors=with_vectors)
    return {**stored, **fit_facts(gold.load("outlet_facts"), encoder, models_of)}


def fit_facts(records: Sequence[dict[str, Any]], encoder: Encoder, models_of: ModelsOf) -> dict[str, StoredLogistic]:
    """Fit the models of whole facts: their presence, then, from the facts that it decides, their weight.

    Args:
        records: Of outlet_facts.
        encoder: The encoder.
        models_of: Returns its models for a story, fitted on none of it.
    """
    analyses = analyze_unseen(records, encoder, models_of)
    presence = fit_fact_presence(fact_cells(records, analyses, encoder))
    decided = [with_fact_presence(analysis, presence) for analysis in analyses]
    return {"fact_presence": presence, "fact_weight": fit_fact_weight(weighed_facts(records, decided))}


if __name__ == "__main__":
    sys.exit(main())
