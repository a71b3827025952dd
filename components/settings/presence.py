"""From which probability a link is full, and an article states a claim whole or in part.

"Not found" is a threshold that a reader can move: see strictness.py.
"""

from __future__ import annotations

from typing import Final

from .strictness import THRESHOLDS

FULL_LINK_MINIMUM: Final = 0.5
"""From this probability a link is called full: the likelier of the two, full or part."""
WHOLE_CLAIM_MINIMUM: Final = 0.5
"""From this probability a linked passage states all of a claim, or nearly; below it states a part."""
PARTLY_STATED_MINIMUM: Final = 0.8
"""From this probability an article states a claim in part even where no claim of its own matches."""
DETAIL_COMPARISON_MINIMUM: Final = min(link for link, _ in THRESHOLDS.values())
"""Two sentences at least so probably linked are searched for details that differ: as many as any strictness in words shows."""
