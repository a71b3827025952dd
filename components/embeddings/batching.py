"""Token rows through a model in batches, so that each row's result depends on that row alone.

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
from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

Row = dict[str, list[int]]
"""The inputs of one row: `input_ids` and the like, all of one length."""
Vectors = tuple[NDArray[np.float32], NDArray[np.float32]]
"""Sentence vector (d,) and token vectors (length, d) of one row."""
Forward = Callable[[list[Row]], list[Vectors]]
"""Runs rows of equal length through the model."""

BATCH_TOKENS: Final = 1024
"""Tokens in one batch: more is no faster on a CPU, and a batch stays under 100 MB."""
ALONE_BELOW: Final = 12
"""Rows shorter than this many tokens go alone. Rows of three tokens differed; they cost little."""

_one_at_a_time = threading.Lock()


def plan(lengths: Sequence[int], *, alone: bool) -> list[list[int]]:
    """Indices of rows in batches of equal length, longest first. `alone` puts each row in a batch of its own."""
    by_length: defaultdict[int, list[int]] = defaultdict(list)
    for index, length in enumerate(lengths):
        by_length[length].append(index)
    batches = []
    for length in sorted(by_length, reverse=True):
        size = 1 if alone or length < ALONE_BELOW else max(1, BATCH_TOKENS // length)
        indices = by_length[length]
        batches += [indices[start : start + size] for start in range(0, len(indices), size)]
    return batches


def run(
    rows: Sequence[Row], forward: Forward, *, alone: bool = False, done: Callable[[int], None] | None = None
) -> list[Vectors]:
    """The vectors of each row, in order. `done` hears of the tokens in each batch as it is finished.

    Safe to call from several threads; calls wait for each other.
    """
    vectors: dict[int, Vectors] = {}
    batches = plan([len(row["input_ids"]) for row in rows], alone=alone)
    with _single_threads() as workers, ThreadPoolExecutor(workers) as pool:
        results = pool.map(lambda batch: forward([rows[index] for index in batch]), batches)
        # Closing cancels what has not begun, should `done` or a batch raise.
        with closing(cast("Generator[list[Vectors]]", results)):
            for batch, result in zip(batches, results, strict=True):
                vectors.update(zip(batch, result, strict=True))
                if done:
                    done(sum(len(rows[index]["input_ids"]) for index in batch))
    return [vectors[index] for index in range(len(rows))]


def exact(forward: Forward, probe: Sequence[Row]) -> bool:
    """Whether batches give, on this machine, the very bytes that each row of `probe` gives alone."""
    pairs = zip(run(probe, forward, alone=True), run(probe, forward), strict=True)
    return all(np.array_equal(x, y) for alone, together in pairs for x, y in zip(alone, together, strict=True))


@contextmanager
def _single_threads() -> Iterator[int]:
    """One thread an operation while it lasts; gives the number of threads there were. The setting is torch's, and global."""
    import torch

    with _one_at_a_time:
        before = torch.get_num_threads()
        torch.set_num_threads(1)
        try:
            yield before
        finally:
            torch.set_num_threads(before)
