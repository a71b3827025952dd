"""`make fit [ENCODER=folder]`: fits the judgements of evidence/ on the gold sets and writes components/evidence/weights.json.

Fitted on all of outlet_links and outlet_facts; what to expect on other stories is what `make quality` cross-validates.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from components.evidence.model import LEXICAL, WEIGHTS
from components.meaning import CachedEncoder, load_encoder
from tests.quality.fitting import fit_links, fit_statements
from tests.quality.sets import gold_tool, link_pairs, statement_cells


def main() -> int:
    """Fit, write, and say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", help="a local sentence-transformers folder; the bundled model by default")
    given = parser.parse_args()
    if "SAMESTORY_SHARED" not in os.environ:
        print("Set SAMESTORY_SHARED to the folder that holds gold/ and tools/gold.py.", file=sys.stderr)
        return 2
    gold = gold_tool(Path(os.environ["SAMESTORY_SHARED"]))
    links, facts = gold.load("outlet_links"), gold.load("outlet_facts")
    encoder = CachedEncoder(load_encoder(given.encoder))
    stored = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    for name, with_meaning in ((encoder.digest, True), (LEXICAL, False)):
        fitted = fit_links(link_pairs(links, encoder, with_meaning=with_meaning))
        fitted["statement"] = fit_statements(statement_cells(facts, encoder, with_meaning=with_meaning))
        stored[name] = {"name": encoder.name if with_meaning else LEXICAL, **fitted}
    WEIGHTS.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{WEIGHTS.name}: fits for {', '.join(sorted(fit['name'] for fit in stored.values()))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
