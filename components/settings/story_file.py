"""What a story file may hold: each limit is far above what a person brings together, and below what fills the memory.

They stand in the way of files that were made to do harm. A limit may be raised as long as `MAX_BYTES` and `MAX_PARTS` hold.
"""

from __future__ import annotations

from typing import Final

MAX_LABEL: Final = 10_000
"""Characters in a name, date or rule (1,000 or more): a file name has at most 255, the cause of a failure a few hundred."""
MAX_SPANS: Final = 20_000
"""Sentences, or removed passages, in one article (`MAX_SENTENCES` or more, whose message is the clearer one)."""
MAX_CORRECTIONS: Final = 10_000
"""Corrections in one list, and anchors in one correction (1,000 or more): three days of work, one every ten seconds."""
MAX_ANCHORS: Final = 20_000
"""Anchors of all corrections together (2,000 or more): two thousand corrections of ten passages. Each is looked up."""
MAX_SKIPPED: Final = 1_000
"""Files that could not be used (100 or more): an upload of a whole folder that went wrong."""
MAX_PARTS: Final = 3_000_000
"""Lists, objects and commas (1 to 5 million): a story at every limit has fewer, and a file of nothing else fills the memory."""
MAX_NAMES: Final = 1_000
"""Names in one object (30 to 100,000): ours have at most 12, and each that does not belong there takes memory to report."""
