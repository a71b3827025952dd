"""Keeps vectors on disk between runs, by model and text. Texts are not stored, only their digests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import platformdirs

from .encoder import Encoded, Encoder, Progress, rounded_again
from .vector_store import VectorStore

CHUNK: Final = 512
"""Texts encoded before their vectors are written: a run that is broken off loses seconds."""


def cache_folder() -> Path:
    """Where vectors are kept: the folder named by SAMESTORY_CACHE, else the user's cache folder."""
    return Path(os.environ.get("SAMESTORY_CACHE") or platformdirs.user_cache_dir("samestory"))


def cache_size(folder: Path | None = None) -> int:
    """Bytes the cache takes on disk."""
    return VectorStore(folder or cache_folder()).size()


def clear_cache(folder: Path | None = None) -> int:
    """Empties the cache. Returns the bytes freed; 0 if there is none, or if it cannot be written."""
    return VectorStore(folder or cache_folder()).clear()


class CachedEncoder:
    """An Encoder that asks `encoder` only for texts whose vectors are not kept. Gives the same bytes either way.

    A cache that is broken, locked or not writable only costs time: vectors are then computed.
    """

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._folder = folder

    @property
    def name(self) -> str:
        """That of the encoder inside."""
        return self._encoder.name

    @property
    def digest(self) -> str:
        """That of the encoder inside."""
        return self._encoder.digest

    @property
    def uncached(self) -> Encoder:
        """The encoder inside, for what is not to be kept: a statement that a reader types."""
        return self._encoder

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """One Encoded a text, in order; a text given twice is encoded once."""
        store = VectorStore(self._folder or cache_folder())
        keys = {text: self._key(text) for text in texts}
        kept = store.read(list(keys.values()))
        missing = [text for text, key in keys.items() if key not in kept]
        for start in range(0, len(missing), CHUNK):
            chunk = missing[start : start + CHUNK]
            told = _part_of(progress, len(kept), len(chunk), len(keys))
            fresh = map(rounded_again, self._encoder.encode(chunk, told))
            new = dict(zip((keys[text] for text in chunk), fresh, strict=True))
            store.write(new)
            kept |= new
        if progress:
            progress(1.0)
        return [kept[keys[text]] for text in texts]

    def _key(self, text: str) -> bytes:
        # surrogatepass: a broken text must have a digest, too
        return hashlib.sha256(self.digest.encode() + b"\0" + text.encode("utf-8", "surrogatepass")).digest()


def _part_of(progress: Progress | None, before: int, now: int, total: int) -> Progress | None:
    """`progress` for a part of the work, told in terms of the whole."""
    return None if progress is None else lambda share: progress((before + share * now) / total)
