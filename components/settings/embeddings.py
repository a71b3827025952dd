"""How texts go through the model and how their vectors are kept: sizes of windows, batches and writes."""

from __future__ import annotations

from typing import Final

MAX_TOKENS: Final = 4096
"""Tokens of one text that get a vector (512 or more): about 3,000 words. Longer is no sentence, and time grows with it."""
MAX_WINDOW_TOKENS: Final = 512
"""Tokens that the model reads at once (128 or more): at most so many, should a model name no length of its own."""
BATCH_TOKENS: Final = 1024
"""Tokens in one batch (512 or more): more is no faster on a CPU, and a batch stays under 100 MB."""
MIN_BATCH_ROW_TOKENS: Final = 12
"""Tokens below which a row goes through the model alone (4 or more): rows of three tokens differed in company."""
CACHE_WRITE_TEXTS: Final = 512
"""Texts encoded before their vectors are written (1 or more): a run that is broken off loses seconds."""
CACHE_WAIT_SECONDS: Final = 10.0
"""Seconds to wait while another process writes to the cache (1 to 60): a write takes a fraction of one."""
CACHE_TRIM_PERCENT: Final = 90
"""Percent of its limit to which a full cache is emptied (50 to 99): a tenth more than needed, so not at each write."""
