"""From which probability a link is full, two claims are one fact, and an article states a typed statement.

From which an article states a fact, whole or in part, a reader can move: see strictness.py.
"""

from __future__ import annotations

from typing import Final

from .strictness import THRESHOLDS

FULL_LINK_MINIMUM: Final = 0.5
"""From this probability a link is called full: the likelier of the two, full or part."""
WHOLE_CLAIM_MINIMUM: Final = 0.5
"""From this probability a linked passage states all of a claim, or nearly; below it states a part."""
SAME_FACT_MINIMUM: Final = 0.4
"""From this probability, that either article states the claim of the other, two claims can be one fact (UNTOLD_MAXIMUM to 1). Of
cells shown as stated 91 in 100 held on annotated stories, 89 where only the match of the two claims was asked; from .5 on more
facts stand in two rows."""
SAME_FACT_SHARE: Final = 0.6
"""Share of that probability (0 to 1) that two claims are one fact at least, however their words match: what either article states
of the other is one fact told in other words. Without it 61 in 100 facts of several outlets stand in one row, with it 63."""
STATEMENT_STATED_MINIMUM: Final = 0.7
"""From this probability an article states a typed statement (STATEMENT_NOT_FOUND_MAXIMUM to 1): 96 in 100 hold."""
STATEMENT_NOT_FOUND_MAXIMUM: Final = 0.2
"""Up to this probability (0 to .5) it does not: 96 in 100 hold on annotated stories."""
TOLD_MINIMUM: Final = 0.55
"""From this probability that an article states a claim (UNTOLD_MAXIMUM to 1) it counts as told there when claims of a sentence
are told apart."""
UNTOLD_MAXIMUM: Final = 0.25
"""Up to this probability (0 to TOLD_MINIMUM) it counts as not told there; between the two nobody can say."""
DETAIL_COMPARISON_MINIMUM: Final = min(thresholds.link for thresholds in THRESHOLDS.values())
"""Two sentences at least so probably linked are searched for details that differ: as many as any strictness in words shows."""
