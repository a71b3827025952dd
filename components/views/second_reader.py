"""Which second reader a visitor begins with, and the reader itself, loaded once and shared by all visitors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from ..second_reader import second_reader_for
from ..settings import Settings

if TYPE_CHECKING:
    from ..matching import Progress
    from ..second_reader import PairReader

VARIABLE: Final = "SAMESTORY_SECOND_READER"
"""The environment variable that names the folder of the second reader with which a visitor begins."""
NONE: Final = ""
"""The folder of no second reader."""


def default_second_reader() -> str:
    """Return the folder of the second reader with which a visitor begins, or `NONE`."""
    return os.environ.get(VARIABLE, NONE)


def second_reader(folder: str, progress: Progress | None = None) -> PairReader | None:
    """Return the second reader in a folder, behind the cache of its judgements; None for `NONE`.

    Raises:
        InputError: The folder holds none that can be used.
    """
    return second_reader_for(Settings(second_reader=folder or None), progress)
