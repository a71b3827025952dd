"""Rows of tokens through a model in batches, so that the vectors of a row depend on that row alone.

Padding, batch size and the number of threads change the last bits of a vector. So a batch holds rows of equal length (no
padding), each batch runs on one thread (several batches run beside each other), and very short rows, for which the matrix
library takes another way when they are few, go alone.

Measured on 400 news sentences on one thread: none differed from the one-by-one result (padded batches: 195 did; equal lengths
on two threads an operation: 11), at 80-104 sentences a second, against 72-87 in padded batches and 44-59 one by one. With other
work on the machine: 73-94 sentences per second of processor time, against 32-45 in padded batches on two threads, which wait for
each other. Whether batches are exact on another processor is checked at load; where they are not, rows go one by one.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import cast

import numpy as np
from numpy.typing import NDArray

from ..settings.embeddings import BATCH_TOKENS, MIN_BATCH_ROW_TOKENS

TokenRow = dict[str, list[int]]
"""The model's inputs for one row of tokens: `input_ids` and the like, all of one length."""
Vectors = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Sentence vector (d,) and token vectors (length, d) of one row."""
Forward = Callable[[list[TokenRow]], list[Vectors]]
"""Runs rows of equal length through the model."""

_torch_threads = threading.Lock()
"""Held while torch's number of threads is changed, which is one setting for the whole process."""


def plan_batches(lengths: Sequence[int], *, alone: bool) -> list[list[int]]:
    """Return the indices of rows in batches of equal length, longest first.

    Args:
        lengths: the tokens in each row.
        alone: put each row in a batch of its own.
    """
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(lengths):
        by_length[length].append(index)
    batches = []
    for length in sorted(by_length, reverse=True):
        size = 1 if alone or length < MIN_BATCH_ROW_TOKENS else max(1, BATCH_TOKENS // length)
        indices = by_length[length]
        batches += [indices[start : start + size] for start in range(0, len(indices), size)]
    return batches


def run_batches(
    rows: Sequence[TokenRow], forward: Forward, *, alone: bool = False, on_batch: Callable[[int], None] | None = None
) -> list[Vectors]:
    """Return the vectors of each row, in order.

    Safe to call from several threads; calls wait for each other.

    Args:
        rows: the rows of tokens.
        forward: runs rows of equal length through the model.
        alone: run each row in a batch of its own.
        on_batch: called with the number of tokens in each batch, when it is finished.
    """
    vectors: dict[int, Vectors] = {}
    batches = plan_batches([len(row["input_ids"]) for row in rows], alone=alone)
    with one_thread_per_operation() as threads, ThreadPoolExecutor(threads) as pool:
        results = pool.map(lambda batch: forward([rows[index] for index in batch]), batches)
        # Closing cancels what has not begun, should `on_batch` or a batch raise.
        with closing(cast("Generator[list[Vectors]]", results)):
            for batch, result in zip(batches, results, strict=True):
                vectors.update(zip(batch, result, strict=True))
                if on_batch:
                    on_batch(sum(len(rows[index]["input_ids"]) for index in batch))
    return [vectors[index] for index in range(len(rows))]


def batches_are_exact(forward: Forward, probe: Sequence[TokenRow]) -> bool:
    """Return whether batches give, on this machine, the very bytes that each row of `probe` gives alone."""
    pairs = zip(run_batches(probe, forward, alone=True), run_batches(probe, forward), strict=True)
    return all(np.array_equal(x, y) for alone, batched in pairs for x, y in zip(alone, batched, strict=True))


@contextmanager
def one_thread_per_operation() -> Iterator[int]:
    """Let torch use one thread for each operation meanwhile; yield the number of threads there were."""
    import torch

    with _torch_threads:
        threads = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            yield threads
        finally:
            torch.set_num_threads(threads)
