"""The SQLite file behind the cache: values by key, least recently used dropped first. Vectors lie in it as float16 bytes.

SQLite comes with Python, takes several processes at once, and keeps raw bytes. (diskcache, the usual choice, has had no release
since 2023 and unpickles what it finds in its folder, CVE-2025-69872.) Reading and writing never raise: at worst nothing is kept.
"""

from __future__ import annotations

import sqlite3
import struct
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final, TypeVar

import numpy as np

from ..settings import CACHE_BYTES
from ..settings.embeddings import CACHE_TRIM_PERCENT, CACHE_WAIT_SECONDS
from .encoder import Encoded

FILE: Final = "vectors-1.sqlite"
"""The number is the version of the layout: a new layout starts a new file."""
HEADER: Final = struct.Struct("<IIII")
"""Checksum of the rest; sentence dimension; tokens; token dimension."""
SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, used INTEGER NOT NULL, bytes INTEGER NOT NULL, value BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON vectors (used, bytes);
"""
DROP_OLDEST: Final = """
DELETE FROM vectors WHERE key IN (
    SELECT key FROM (SELECT key, sum(bytes) OVER (ORDER BY used DESC, key) AS together FROM vectors) WHERE together > ?
)
"""

Result = TypeVar("Result")


class ByteStore:
    """Bytes by key, in one file inside `folder`, which is created when first written to.

    `limit`: bytes of values kept (the file is a little larger).
    """

    def __init__(self, folder: Path, *, limit: int = CACHE_BYTES) -> None:
        self._path = folder / FILE
        self._limit = limit

    def read(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the values that are there, by key, and mark them as used now."""
        if not self._path.is_file():
            return {}
        return self._run(lambda connection: _select(connection, keys), {})

    def write(self, values: Mapping[bytes, bytes]) -> None:
        """Keep these values; drop those used longest ago if there are too many."""

        def insert(connection: sqlite3.Connection) -> None:
            now = time.time_ns()
            rows = [(key, now, len(value), value) for key, value in values.items()]
            connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)", rows)
            (total,) = connection.execute("SELECT sum(bytes) FROM vectors").fetchone()
            if total and total > self._limit:
                connection.execute(DROP_OLDEST, (self._limit * CACHE_TRIM_PERCENT // 100,))

        self._run(insert, None)

    def size(self) -> int:
        """Return the bytes on disk."""
        return sum(path.stat().st_size for path in self._files())

    def clear(self) -> int:
        """Remove everything and return the bytes freed."""
        before = self.size()
        if before:
            # Emptied in place: another process may have the file open.
            self._run(lambda connection: connection.execute("DELETE FROM vectors"), None)
            self._run(lambda connection: connection.execute("VACUUM"), None, transaction=False)
        return before - self.size()

    def _files(self) -> list[Path]:
        """Return the file and those that SQLite keeps beside it."""
        try:
            return [path for path in self._path.parent.glob(f"{FILE}*") if path.is_file()]
        except OSError:
            return []

    def _run(self, work: Callable[[sqlite3.Connection], Result], default: Result, *, transaction: bool = True) -> Result:
        """Return the result of `work` on the open file; `default` if it cannot be done. A file that is no database is removed."""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._path, timeout=CACHE_WAIT_SECONDS, isolation_level=None)) as connection:
                connection.executescript(SCHEMA)
                if not transaction:
                    return work(connection)
                connection.execute("BEGIN IMMEDIATE")
                with connection:
                    return work(connection)
        except (OSError, sqlite3.OperationalError):
            return default
        except sqlite3.DatabaseError:
            self._remove()
            return default

    def _remove(self) -> None:
        """Remove the files, as far as that is allowed."""
        for path in self._files():
            try:
                path.unlink()
            except OSError:
                return


class VectorStore:
    """Vectors by key, in a store of bytes."""

    def __init__(self, folder: Path, *, limit: int = CACHE_BYTES) -> None:
        self._bytes = ByteStore(folder, limit=limit)

    def read(self, keys: Sequence[bytes]) -> dict[bytes, Encoded]:
        """Return the vectors that are there and undamaged, by key, and mark them as used now."""
        unpacked = {key: unpack(value) for key, value in self._bytes.read(keys).items()}
        return {key: encoded for key, encoded in unpacked.items() if encoded}

    def write(self, vectors: Mapping[bytes, Encoded]) -> None:
        """Keep these vectors; drop those used longest ago if there are too many."""
        self._bytes.write({key: pack(encoded) for key, encoded in vectors.items()})


def _select(connection: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, bytes]:
    """Return the values of these keys and mark them as used now; what is no bytes is left out."""
    values = {}
    for key in keys:
        row = connection.execute("SELECT value FROM vectors WHERE key = ?", (key,)).fetchone()
        if row and isinstance(row[0], bytes):
            values[key] = row[0]
    now = time.time_ns()
    connection.executemany("UPDATE vectors SET used = ? WHERE key = ?", [(now, key) for key in values])
    return values


def pack(encoded: Encoded) -> bytes:
    """Return one Encoded as bytes: header, float16 sentence, float16 tokens, int32 offsets."""
    tokens, dimension = encoded.tokens.shape
    arrays = (encoded.sentence.astype("<f2"), encoded.tokens.astype("<f2"), encoded.offsets.astype("<i4"))
    body = b"".join(array.tobytes() for array in arrays)
    sizes = (len(encoded.sentence), tokens, dimension)
    return HEADER.pack(zlib.crc32(body, zlib.crc32(struct.pack("<III", *sizes))), *sizes) + body


def unpack(value: bytes) -> Encoded | None:
    """Return the Encoded in these bytes, or None if they are damaged."""
    if len(value) < HEADER.size:
        return None
    checksum, width, tokens, dimension = HEADER.unpack_from(value)
    body = value[HEADER.size :]
    if zlib.crc32(body, zlib.crc32(value[4 : HEADER.size])) != checksum:
        return None
    ends = np.cumsum([2 * width, 2 * tokens * dimension, 8 * tokens])
    return Encoded(
        np.frombuffer(body[: ends[0]], "<f2").astype(np.float32),
        np.frombuffer(body[ends[0] : ends[1]], "<f2").astype(np.float32).reshape(tokens, dimension),
        np.frombuffer(body[ends[1] : ends[2]], "<i4").astype(np.int32).reshape(tokens, 2),
    )
