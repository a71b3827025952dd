"""Vectors kept on disk between runs, by model and text. Texts are not stored, only their digests."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import platformdirs

from ..settings.embeddings import CACHE_WRITE_TEXTS
from .encoder import Encoded, Encoder, Progress, round_encoded
from .vector_store import ByteStore, VectorStore


def cache_folder() -> Path:
    """Return where vectors are kept: the folder named by SAMESTORY_CACHE, else the user's cache folder."""
    return Path(os.environ.get("SAMESTORY_CACHE") or platformdirs.user_cache_dir("samestory"))


def cache_size(folder: Path | None = None) -> int:
    """Return the bytes that the cache takes on disk."""
    return ByteStore(folder or cache_folder()).size()


def clear_cache(folder: Path | None = None) -> int:
    """Empty the cache and return the bytes freed; 0 if there is none, or if it cannot be written."""
    return ByteStore(folder or cache_folder()).clear()


class CachedEncoder:
    """An Encoder that asks another one only for texts whose vectors are not in the cache. The bytes are the same either way.

    A cache that is broken, locked or not writable only costs time: vectors are then computed.
    """

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._folder = folder

    @property
    def name(self) -> str:
        """The name of the encoder inside."""
        return self._encoder.name

    @property
    def digest(self) -> str:
        """The digest of the encoder inside."""
        return self._encoder.digest

    @property
    def uncached(self) -> Encoder:
        """The encoder inside, for what is not to be kept: a statement that a reader types."""
        return self._encoder

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """Return one Encoded for each text, in order; a text given twice is encoded once."""
        store = VectorStore(self._folder or cache_folder())
        keys = {text: self._key(text) for text in texts}
        vectors = store.read(list(keys.values()))
        missing = [text for text, key in keys.items() if key not in vectors]
        for start in range(0, len(missing), CACHE_WRITE_TEXTS):
            chunk = missing[start : start + CACHE_WRITE_TEXTS]
            chunk_progress = scale_progress(progress, len(vectors), len(chunk), len(keys))
            encoded = map(round_encoded, self._encoder.encode(chunk, chunk_progress))
            new = dict(zip((keys[text] for text in chunk), encoded, strict=True))
            store.write(new)
            vectors |= new
        if progress:
            progress(1.0)
        return [vectors[keys[text]] for text in texts]

    def _key(self, text: str) -> bytes:
        """Return the digest of model and text."""
        # surrogatepass: a broken text must have a digest, too
        return hashlib.sha256(self.digest.encode() + b"\0" + text.encode("utf-8", "surrogatepass")).digest()


def scale_progress(progress: Progress | None, done: int, part: int, total: int) -> Progress | None:
    """Return a progress for `part` of `total` texts, after `done` of them, that reports in terms of the whole."""
    return None if progress is None else lambda share: progress((done + share * part) / total)
