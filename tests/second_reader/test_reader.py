"""Reading: a pair gets the same judgement in any company, fresh or kept, and nothing of a text is stored."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.embeddings import clear_cache
from components.embeddings.vector_store import FILE
from components.second_reader import CachedReader, PairReader, PassageJudgement, load_second_reader
from components.second_reader.caching import pack, unpack
from components.second_reader.reader import ReadPair
from tests.second_reader.factories import TEXTS, ToldReader, make_cross_encoder

PAIRS = [ReadPair(passage, statement) for passage in TEXTS for statement in TEXTS]
probabilities = st.floats(0, 1)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> PairReader:
    return load_second_reader(str(make_cross_encoder(tmp_path_factory.mktemp("models") / "tiny")))


def test_it_tells_pairs_apart(reader: PairReader) -> None:
    judgements = reader.read(PAIRS)
    assert len(set(judgements)) == len(PAIRS)
    assert any(judgement.entailment > 0.5 for judgement in judgements)
    assert any(judgement.contradiction > 0.5 for judgement in judgements)
    assert all(judgement.entailment + judgement.contradiction + judgement.neither == pytest.approx(1) for judgement in judgements)


def test_it_tells_passage_from_statement(reader: PairReader) -> None:
    one, other = reader.read([ReadPair(*TEXTS[:2]), ReadPair(*TEXTS[1::-1])])
    assert one != other


def test_a_pair_gets_the_same_judgement_in_any_company(reader: PairReader) -> None:
    alone = [judgement for pair in PAIRS for judgement in reader.read([pair])]
    assert reader.read(PAIRS) == alone
    assert reader.read(PAIRS[::-1]) == alone[::-1]


def test_threads_get_what_one_caller_gets(reader: PairReader) -> None:
    expected = reader.read(PAIRS)
    with ThreadPoolExecutor(3) as pool:
        assert all(judgements == expected for judgements in pool.map(lambda _: reader.read(PAIRS), range(3)))


@pytest.mark.parametrize("text", ["", "boats \ud83d sank", "Zürich’s café 🙂", "The harbour was closed. " * 500])
def test_any_text_can_be_read(reader: PairReader, text: str) -> None:
    assert len(reader.read([ReadPair(text, TEXTS[0]), ReadPair(TEXTS[0], text)])) == 2


def test_no_pairs_no_judgements(reader: PairReader) -> None:
    assert reader.read([]) == []


def test_progress_rises_to_one(reader: PairReader, tmp_path: Path) -> None:
    for asked in (reader, CachedReader(reader, tmp_path)):
        shares: list[float] = []
        asked.read(PAIRS, shares.append)
        assert shares == sorted(shares)
        assert shares[-1] == 1.0


def test_a_broken_off_reading_leaves_the_model_usable(reader: PairReader) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        reader.read(PAIRS, stop)
    assert len(reader.read(PAIRS)) == len(PAIRS)


def test_what_is_kept_is_not_read_again(tmp_path: Path) -> None:
    told = ToldReader()
    first = CachedReader(told, tmp_path).read(PAIRS[:3])
    again = CachedReader(told, tmp_path).read([PAIRS[2], PAIRS[5], PAIRS[0], PAIRS[5]])
    assert told.asked == [*PAIRS[:3], PAIRS[5]]
    assert [again[0], again[2]] == [first[2], first[0]]
    assert again[1] == again[3]


def test_the_judgements_of_another_model_are_not_taken(tmp_path: Path) -> None:
    CachedReader(ToldReader(digest="one"), tmp_path).read(PAIRS)
    other = ToldReader(digest="other")
    CachedReader(other, tmp_path).read(PAIRS)
    assert other.asked == PAIRS


def test_passage_and_statement_are_not_mixed_up(tmp_path: Path) -> None:
    told = ToldReader()
    cached = CachedReader(told, tmp_path)
    pairs = [ReadPair("ab", "c"), ReadPair("a", "bc"), ReadPair("c", "ab")]
    cached.read(pairs)
    assert told.asked == pairs


def test_no_text_is_stored(tmp_path: Path) -> None:
    CachedReader(ToldReader(), tmp_path).read(PAIRS)
    stored = (tmp_path / FILE).read_bytes()
    assert not any(word.encode() in stored for text in TEXTS for word in text.split() if len(word) > 5)


def test_the_cache_of_vectors_and_that_of_judgements_are_cleared_together(tmp_path: Path) -> None:
    told = ToldReader()
    CachedReader(told, tmp_path).read(PAIRS)
    clear_cache(tmp_path)
    CachedReader(told, tmp_path).read(PAIRS)
    assert told.asked == [*PAIRS, *PAIRS]


def test_what_is_typed_goes_past_the_cache(tmp_path: Path) -> None:
    told = ToldReader()
    assert CachedReader(told, tmp_path).uncached is told


def test_damaged_judgements_are_read_again(tmp_path: Path) -> None:
    told = ToldReader()
    first = CachedReader(told, tmp_path).read(PAIRS)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection, connection:
        connection.execute("UPDATE vectors SET value = substr(value, 1, 7)")
    assert CachedReader(told, tmp_path).read(PAIRS) == first
    assert told.asked == [*PAIRS, *PAIRS]


@given(probabilities, probabilities, st.integers(0, 19), st.integers(1, 255))
def test_packing_loses_nothing_and_notices_damage(entailment: float, contradiction: float, place: int, flip: int) -> None:
    judgement = PassageJudgement(entailment, contradiction)
    packed = pack(judgement)
    assert unpack(packed) == judgement
    assert unpack(bytes([*packed[:place], packed[place] ^ flip, *packed[place + 1 :]])) is None
    assert unpack(packed[:place]) is None
