"""Stems, and inverse document frequency: the weight of a stem by how few sentences of the story have it.

A rare word that two sentences share says more than a common one: Spärck Jones 1972, https://doi.org/10.1108/eb026526
Word frequencies of the language at large were tried beside it and added nothing (AP .734 without, .721 to .737 with).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from math import log
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from snowballstemmer import SnowballStemmer

_STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sv": "swedish",
}  # fmt: skip
_stemmer_lock = Lock()
"""Held while a stemmer works: it keeps the current word in itself, and several sessions share it."""


@lru_cache(maxsize=65_536)
def stem(form: str, language: str | None) -> str:
    """Return the stem of a word form, or the form itself if its language has no stemmer.

    Porter's Snowball stemmers, in the package snowballstemmer.

    Args:
        form: As `tokenize.form` gives it.
        language: ISO 639-1; None counts as English.
    """
    name = _STEMMERS.get(language or "en")
    if name is None:
        return form
    with _stemmer_lock:
        return str(_stemmer(name).stemWord(form))


@cache
def _stemmer(name: str) -> SnowballStemmer:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


def idf(sentences: Sequence[Iterable[str]]) -> Mapping[str, float]:
    """Return the weight of each stem within some sentences: near 0 if all of them have it, 1 if a single one does.

    Args:
        sentences: The stems of each.
    """
    sentence_counts = Counter(stem for sentence in sentences for stem in set(sentence))
    total = len(sentences)
    return {stem: log((total + 1) / count) / log(total + 1) for stem, count in sentence_counts.items()}
