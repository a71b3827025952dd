"""`make fit [ENCODER=folder]`: fits the judgements of matching/ on the gold sets and writes what the program reads.

Fitted on all of outlet_links, outlet_facts, qaalign_facts and our readings; what to expect on other stories is what `make
quality` tells, with the readers of the six folds that are written here.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from ..embeddings import CachedEncoder, load_encoder
from ..matching.models import LEXICAL, WEIGHTS, read_models
from ..matching.token_model import TokenModel
from .claims import claim_cells, fit_present, linked_by_outlet
from .clauses import clauses, fit_parts
from .cross_fit import (
    FITTED,
    STATED,
    fit_first,
    fit_full,
    fit_passages,
    fit_seconds,
    fit_sentences,
    fit_statements,
    statement_tables,
    unseen,
)
from .gold_sets import gold_tool, link_pairs, link_records, statement_cells
from .model_files import made_from, save_folds, save_reader


def main() -> int:
    """Fit, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a local sentence-transformers folder; the bundled model by default")
    given = parser.parse_args()
    if "SAMESTORY_SHARED" not in os.environ:
        print("Set SAMESTORY_SHARED to the folder that holds gold/ and tools/gold.py.", file=sys.stderr)
        return 2
    gold = gold_tool(Path(os.environ["SAMESTORY_SHARED"]))
    links = [record for name in FITTED for record in link_records(gold, name)]
    facts = gold.load("outlet_facts")
    encoder = CachedEncoder(load_encoder(given.encoder))
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    for name, with_meaning in ((LEXICAL, False), (encoder.digest, True)):
        known = unseen(link_pairs(links, encoder, with_meaning=with_meaning))
        clause, beside = fit_parts(clauses(gold.load("qaalign_facts"), encoder, with_meaning=with_meaning))
        cells = [cell for of in STATED for cell in statement_cells(gold, of, encoder, with_meaning=with_meaning)]
        *seconds, second = fit_seconds(known, reader=with_meaning)
        passages = fit_passages(cells) if with_meaning else []
        chances = known.chances(seconds)
        stored[name] = {
            "name": encoder.name if with_meaning else LEXICAL,
            "first": fit_first(known.data),
            "full": fit_full(known.data),
            "sentence": fit_sentences(known.data, chances),
            "claim": clause,
            "claim_in_context": beside,
            "statement": fit_statements(cells, statement_tables(cells, passages)),
        }
        if isinstance(second, TokenModel):
            stored[name]["second"] = save_reader(second, "links", encoder.digest)
            stored[name]["passages"] = save_reader(passages[-1], "passages", encoder.digest)
            readers = [reader for reader in seconds if isinstance(reader, TokenModel)]
            save_folds({"links": readers, "passages": passages[:-1]}, encoder.digest, made_from(gold))
        else:
            stored[name]["second"] = second.stored()
        fit = read_models(
            {**stored[name], "claim_presence": stored[name]["sentence"]}, calibrated=with_meaning
        )  # the last is next
        found = claim_cells(facts, linked_by_outlet(links, chances), encoder, fit)
        stored[name]["claim_presence"] = fit_present(found, with_meaning=with_meaning)
    WEIGHTS.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: fits for {', '.join(sorted(fit['name'] for fit in stored.values()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
