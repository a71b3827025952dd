"""Batches without the real model: every row once, in order, on one thread for each operation, and nothing left running."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from components.embeddings.batching import (
    TokenRow,
    Vectors,
    batches_are_exact,
    plan_batches,
    run_batches,
)
from components.embeddings.encoder import round_encoded, scale_and_round
from components.embeddings.transformer import _trim
from components.settings.embeddings import BATCH_TOKENS, MIN_BATCH_ROW_TOKENS

LENGTHS = st.lists(st.integers(1, 300), max_size=60)


def row(number: int, length: int) -> TokenRow:
    return {"input_ids": [number] * length, "attention_mask": [1] * length}


def forward(rows: list[TokenRow]) -> list[Vectors]:
    """A stand-in for the model: vectors made of the row's first number."""
    lengths = {len(one["input_ids"]) for one in rows}
    assert len(lengths) == 1
    return [(np.full(2, one["input_ids"][0], np.float32), np.zeros((len(one["input_ids"]), 2), np.float32)) for one in rows]


@given(LENGTHS, st.booleans())
def test_each_row_stands_in_one_batch_of_its_length(lengths: list[int], alone: bool) -> None:
    batches = plan_batches(lengths, alone=alone)
    assert sorted(index for batch in batches for index in batch) == list(range(len(lengths)))
    for batch in batches:
        (length,) = {lengths[index] for index in batch}
        assert len(batch) == 1 or (length >= MIN_BATCH_ROW_TOKENS and not alone and len(batch) * length <= BATCH_TOKENS)


@given(LENGTHS)
def test_longer_rows_go_first(lengths: list[int]) -> None:
    firsts = [lengths[batch[0]] for batch in plan_batches(lengths, alone=False)]
    assert firsts == sorted(firsts, reverse=True)


def test_results_come_in_the_order_of_the_rows() -> None:
    rows = [row(number, length) for number, length in enumerate([20, 3, 50, 20, 3, 20])]
    assert [int(sentence[0]) for sentence, _ in run_batches(rows, forward)] == list(range(6))
    assert [len(tokens) for _, tokens in run_batches(rows, forward)] == [20, 3, 50, 20, 3, 20]


def test_every_token_is_reported_once() -> None:
    token_counts: list[int] = []
    run_batches([row(0, 20), row(1, 20), row(2, 5)], forward, on_batch=token_counts.append)
    assert sorted(token_counts) == [5, 40]


def test_an_operation_has_one_thread_while_it_lasts() -> None:
    before = torch.get_num_threads()
    threads: list[int] = []

    def counting_threads(rows: list[TokenRow]) -> list[Vectors]:
        threads.append(torch.get_num_threads())
        return forward(rows)

    torch.set_num_threads(2)
    try:
        run_batches([row(0, 20), row(1, 30)], counting_threads)
        assert (threads, torch.get_num_threads()) == ([1, 1], 2)
    finally:
        torch.set_num_threads(before)


def test_an_error_in_the_model_reaches_the_caller_and_leaves_no_lock() -> None:
    def broken(rows: list[TokenRow]) -> list[Vectors]:
        raise RuntimeError("out of memory")

    for _ in range(2):
        with pytest.raises(RuntimeError, match="out of memory"):
            run_batches([row(0, 20), row(1, 30)], broken)
    assert len(run_batches([row(0, 20)], forward)) == 1


def test_work_not_begun_is_dropped_when_the_caller_stops() -> None:
    begun: list[int] = []
    go = threading.Event()

    def slow(rows: list[TokenRow]) -> list[Vectors]:
        begun.append(len(rows[0]["input_ids"]))
        if len(begun) > 1:
            go.wait(10)
        return forward(rows)

    def stop(_: int) -> None:
        threading.Timer(0.2, go.set).start()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batches([row(0, length) for length in range(100, 200)], slow, on_batch=stop)
    assert len(begun) < 100


def test_callers_in_several_threads_get_their_own_rows() -> None:
    def sentence_values(number: int) -> set[int]:
        return {int(sentence[0]) for sentence, _ in run_batches([row(number, length) for length in (15, 15, 40)], forward)}

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(sentence_values, range(12))) == [{number} for number in range(12)]


@pytest.mark.parametrize("shift", [0.0, 1e-7])
def test_a_batch_that_gives_other_bytes_is_noticed(shift: float) -> None:
    def batched(rows: list[TokenRow]) -> list[Vectors]:
        return [(sentence, tokens + np.float32(shift * (len(rows) - 1))) for sentence, tokens in forward(rows)]

    assert batches_are_exact(batched, [row(0, 20), row(1, 20)]) is (shift == 0)


@given(st.integers(0, 5), st.integers(0, 2**32 - 1))
def test_rounding_gives_unit_rows_and_is_done_once(tokens: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    drawn = [random.standard_normal(shape).astype(np.float32) * 30 for shape in ((384,), (tokens, 384))]
    first = scale_and_round(drawn[0], drawn[1], np.zeros((tokens, 2), np.int32))
    again = round_encoded(first)
    assert np.array_equal(first.sentence, again.sentence)
    assert np.array_equal(first.tokens, again.tokens)
    np.testing.assert_allclose(np.linalg.norm(first.tokens, axis=1), 1, atol=1e-3)
    np.testing.assert_allclose(np.linalg.norm(first.sentence), 1, atol=1e-3)


def test_a_zero_vector_stays_zero() -> None:
    encoded = scale_and_round(np.zeros(3, np.float32), np.zeros((1, 3), np.float32), np.zeros((1, 2), np.int32))
    assert not encoded.sentence.any()
    assert not encoded.tokens.any()


@pytest.mark.parametrize(
    ("start", "end", "trimmed"),
    [(0, 2, (0, 2)), (2, 6, (3, 6)), (2, 3, None), (4, 4, None)],
)
def test_a_span_is_freed_of_white_space(start: int, end: int, trimmed: tuple[int, int] | None) -> None:
    assert _trim("So it goes", start, end) == trimmed
