"""The cache: same bytes, fewer calls, least recently used goes first, and never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.embeddings import CachedEncoder, Encoded, cache_size, caching, clear_cache
from components.embeddings.vector_store import FILE, VectorStore, pack, unpack
from tests.fakes import TinyEncoder

TEXTS = ["Two boats met in fog.", "The harbour was closed.", "Nobody was hurt, police said."]


def same(ones: Sequence[Encoded], others: Sequence[Encoded]) -> bool:
    return len(ones) == len(others) and all(
        np.array_equal(a.sentence, b.sentence) and np.array_equal(a.tokens, b.tokens) and np.array_equal(a.offsets, b.offsets)
        for a, b in zip(ones, others, strict=True)
    )


def vectors(seed: int, tokens: int = 3) -> Encoded:
    random = np.random.default_rng(seed)
    draw = [random.standard_normal(shape).astype(np.float16).astype(np.float32) for shape in ((8,), (tokens, 8))]
    return Encoded(draw[0], draw[1], np.arange(2 * tokens, dtype=np.int32).reshape(tokens, 2))


def change(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        connection.execute(statement, values)


@pytest.fixture
def ticks(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A clock that moves by one each time it is read: order of use is then certain."""
    clock = iter(range(1, 10_000))
    monkeypatch.setattr("components.embeddings.vector_store.time.time_ns", lambda: next(clock))
    return clock


def test_what_is_kept_is_not_encoded_again(tiny: TinyEncoder, tmp_path: Path) -> None:
    first = CachedEncoder(tiny, tmp_path).encode(TEXTS)
    again = CachedEncoder(tiny, tmp_path).encode([TEXTS[2], "A new one.", TEXTS[0]])
    assert tiny.calls == [TEXTS, ["A new one."]]
    assert same([again[0], again[2]], [first[2], first[0]])
    assert same(first, TinyEncoder().encode(TEXTS))


def test_a_text_given_twice_is_encoded_once(tiny: TinyEncoder, tmp_path: Path) -> None:
    encoded = CachedEncoder(tiny, tmp_path).encode([TEXTS[0], TEXTS[1], TEXTS[0]])
    assert tiny.calls == [TEXTS[:2]]
    assert same(encoded[:1], encoded[2:])


def test_another_model_does_not_get_these_vectors(tmp_path: Path) -> None:
    one, other = TinyEncoder("one"), TinyEncoder("other")
    CachedEncoder(one, tmp_path).encode(TEXTS)
    CachedEncoder(other, tmp_path).encode(TEXTS)
    assert other.calls == [TEXTS]


def test_name_and_digest_are_those_of_the_encoder_inside(tiny: TinyEncoder, tmp_path: Path) -> None:
    cached = CachedEncoder(tiny, tmp_path)
    assert (cached.name, cached.digest) == (tiny.name, tiny.digest)


def test_fresh_vectors_are_rounded_like_kept_ones(tmp_path: Path) -> None:
    class Exact(TinyEncoder):
        def encode(self, texts: Sequence[str], progress: object = None) -> list[Encoded]:
            third = np.full((1, 3), 1 / 3, np.float32)
            return [Encoded(third[0], third, np.array([[0, 1]], np.int32)) for _ in texts]

    fresh = CachedEncoder(Exact(), tmp_path).encode(["x"])
    assert same(fresh, CachedEncoder(Exact(), tmp_path).encode(["x"]))
    assert fresh[0].sentence[0] == np.float32(np.float16(1 / 3))


def test_long_work_is_kept_bit_by_bit(tiny: TinyEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "CACHE_WRITE_TEXTS", 2)
    shares: list[float] = []
    CachedEncoder(tiny, tmp_path).encode(TEXTS, shares.append)
    assert tiny.calls == [TEXTS[:2], TEXTS[2:]]
    assert shares == [pytest.approx(2 / 3), 1.0, 1.0]


def test_texts_do_not_stand_on_disk(tiny: TinyEncoder, tmp_path: Path) -> None:
    CachedEncoder(tiny, tmp_path).encode(["unmistakablywritten"])
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert content
    assert b"unmistakably" not in content


def test_the_folder_is_for_its_owner_only(tiny: TinyEncoder, tmp_path: Path) -> None:
    CachedEncoder(tiny, tmp_path / "kept").encode(TEXTS)
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0


def test_the_environment_names_the_folder(tiny: TinyEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path / "named"))
    CachedEncoder(tiny).encode(TEXTS)
    assert cache_size() == cache_size(tmp_path / "named") > 0
    monkeypatch.delenv("SAMESTORY_CACHE")
    assert caching.cache_folder().name == "samestory"


def test_clearing_frees_what_it_says(tiny: TinyEncoder, tmp_path: Path) -> None:
    many = [f"Sentence number {number} of many." for number in range(300)]
    CachedEncoder(tiny, tmp_path).encode(many)
    before = cache_size(tmp_path)
    freed = clear_cache(tmp_path)
    assert freed == before - cache_size(tmp_path)
    assert freed > before * 0.8
    CachedEncoder(tiny, tmp_path).encode(many)
    assert tiny.calls == [many, many]


def test_there_may_be_nothing_to_clear(tmp_path: Path) -> None:
    assert cache_size(tmp_path / "none") == 0
    assert clear_cache(tmp_path / "none") == 0
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("damage", [b"", b"short", "text", None, 7])
def test_a_damaged_entry_is_made_again(tiny: TinyEncoder, tmp_path: Path, damage: object) -> None:
    cached = CachedEncoder(tiny, tmp_path)
    first = cached.encode(TEXTS)
    change(tmp_path, "UPDATE vectors SET value = coalesce(?, zeroblob(bytes))", damage)
    assert same(cached.encode(TEXTS), first)
    assert same(cached.encode(TEXTS), first)
    assert tiny.calls == [TEXTS, TEXTS]


def test_a_flipped_bit_is_noticed() -> None:
    packed = pack(vectors(1))
    for position in range(0, len(packed), 5):
        flipped = bytearray(packed)
        flipped[position] ^= 4
        assert unpack(bytes(flipped)) is None


@given(st.integers(0, 40), st.integers(0, 2**32 - 1))
def test_packing_loses_nothing(tokens: int, seed: int) -> None:
    encoded = vectors(seed, tokens)
    unpacked = unpack(pack(encoded))
    assert unpacked is not None
    assert same([unpacked], [encoded])


def test_a_file_that_is_no_database_is_replaced(tiny: TinyEncoder, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database" * 1000)
    cached = CachedEncoder(tiny, tmp_path)
    first = cached.encode(TEXTS)
    assert same(cached.encode(TEXTS), first)
    assert tiny.calls == [TEXTS]


def test_a_folder_that_cannot_be_made_is_no_obstacle(tiny: TinyEncoder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cached = CachedEncoder(tiny, tmp_path / "file" / "cache")
    assert same(cached.encode(TEXTS), cached.encode(TEXTS))
    assert tiny.calls == [TEXTS, TEXTS]
    assert clear_cache(tmp_path / "file" / "cache") == 0


def test_a_locked_file_is_no_obstacle(tiny: TinyEncoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("components.embeddings.vector_store.CACHE_WAIT_SECONDS", 0.01)
    cached = CachedEncoder(tiny, tmp_path)
    first = cached.encode(TEXTS)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert same(cached.encode(TEXTS), first)
    assert len(tiny.calls) == 2


@pytest.mark.usefixtures("ticks")
def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    each = len(pack(vectors(0)))
    store = VectorStore(tmp_path, limit=10 * each)
    keys = [bytes([number]) for number in range(10)]
    for number, key in enumerate(keys):
        store.write({key: vectors(number)})
    assert len(store.read(keys[:2])) == 2  # used just now
    store.write({b"new": vectors(99)})
    kept = store.read([*keys, b"new"])
    assert set(kept) == {keys[0], keys[1], *keys[4:], b"new"}


def _encode_in_a_process(folder: Path, first: int) -> int:
    texts = [f"Sentence {number}." for number in range(first, first + 200)]
    return len(CachedEncoder(TinyEncoder(), folder).encode(texts))


def test_processes_share_a_cache(tmp_path: Path) -> None:
    with get_context("spawn").Pool(2) as pool:
        assert pool.starmap(_encode_in_a_process, [(tmp_path, 0), (tmp_path, 100), (tmp_path, 200)]) == [200, 200, 200]
    tiny = TinyEncoder()
    CachedEncoder(tiny, tmp_path).encode([f"Sentence {number}." for number in range(400)])
    assert tiny.calls == []
