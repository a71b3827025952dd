"""Judgements kept on disk between runs, by model, statement and passage. Texts are not stored, only their digests."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from ..embeddings.caching import cache_folder, scale_progress
from ..embeddings.vector_store import ByteStore
from ..matching import Progress
from ..settings import Settings
from ..settings.second_reader import CACHE_WRITE_PAIRS
from .load import load_second_reader
from .reader import PairReader, PassageJudgement, ReadPair, ShareDone

VALUES: Final = struct.Struct("<dd")
CHECKSUM: Final = struct.Struct("<I")


def second_reader_for(settings: Settings, progress: Progress | None = None) -> PairReader | None:
    """Return the second reader that settings name, behind the cache of its judgements; None if they name none.

    Raises:
        InputError: As `load_second_reader` does.
    """
    if settings.second_reader is None:
        return None
    if progress:
        progress("Loading the second reader", 0.0)
    return CachedReader(load_second_reader(settings.second_reader))


class CachedReader:
    """A PairReader that asks another one only about pairs that it has not judged before. The judgements are the same either way.

    They lie in the file of the cache of vectors, and go with it.
    """

    def __init__(self, reader: PairReader, folder: Path | None = None) -> None:
        self._reader = reader
        self._folder = folder

    @property
    def name(self) -> str:
        """The name of the reader inside."""
        return self._reader.name

    @property
    def digest(self) -> str:
        """The digest of the reader inside."""
        return self._reader.digest

    @property
    def uncached(self) -> PairReader:
        """The reader inside, for what is not to be kept: a statement that a person types."""
        return self._reader

    def read(self, pairs: Sequence[ReadPair], progress: ShareDone | None = None) -> list[PassageJudgement]:
        """Return one judgement for each pair, in order; a pair given twice is read once."""
        store = ByteStore(self._folder or cache_folder())
        keys = {pair: self._key(pair) for pair in pairs}
        stored = {key: unpack(value) for key, value in store.read(list(keys.values())).items()}
        judgements = {key: judgement for key, judgement in stored.items() if judgement}
        missing = [pair for pair, key in keys.items() if key not in judgements]
        for start in range(0, len(missing), CACHE_WRITE_PAIRS):
            chunk = missing[start : start + CACHE_WRITE_PAIRS]
            read = self._reader.read(chunk, scale_progress(progress, len(judgements), len(chunk), len(keys)))
            new = dict(zip((keys[pair] for pair in chunk), read, strict=True))
            store.write({key: pack(judgement) for key, judgement in new.items()})
            judgements |= new
        if progress:
            progress(1.0)
        return [judgements[keys[pair]] for pair in pairs]

    def _key(self, pair: ReadPair) -> bytes:
        """Return the digest of model, passage and statement."""
        texts = (hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest() for text in pair)
        return hashlib.sha256(b"second reader\0" + self.digest.encode() + b"\0" + b"".join(texts)).digest()


def pack(judgement: PassageJudgement) -> bytes:
    """Return one judgement as bytes: its two probabilities, and a checksum."""
    values = VALUES.pack(judgement.entailment, judgement.contradiction)
    return values + CHECKSUM.pack(zlib.crc32(values))


def unpack(value: bytes) -> PassageJudgement | None:
    """Return the judgement in these bytes, or None if they are damaged."""
    values, checksum = value[: VALUES.size], value[VALUES.size :]
    if len(value) != VALUES.size + CHECKSUM.size or checksum != CHECKSUM.pack(zlib.crc32(values)):
        return None
    return PassageJudgement(*VALUES.unpack(values))
