"""A sentence-transformers model as an Encoder: texts to token windows, windows to vectors, windows joined again."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from . import batching
from .encoder import Encoded, Progress, rounded

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

MAX_TOKENS: Final = 4096
"""Tokens of one text that get a vector, about 3,000 words: longer is no sentence, and time grows with it."""
LONGEST_WINDOW: Final = 512
"""Tokens in one window at most, should a model name no length of its own."""
PROBE: Final = tuple(
    " ".join(["the harbour was closed on friday after two boats met in fog"] * times + [last])
    for times in (1, 2, 4)
    for last in ("today", "again", "they said")
)
"""Texts of three lengths, several of each, to see whether batches are exact here."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of one text that fits the model: its inputs, and for each input its span or None (special, or empty)."""

    text: int
    row: batching.Row
    spans: list[tuple[int, int] | None]


class TransformerEncoder:
    """An Encoder around a loaded model. The same text gets the same bytes alone and in any company.

    A text longer than the model reads at once is encoded in windows, so that every token has a vector (up to `MAX_TOKENS`);
    its sentence vector is the mean of the windows' vectors, weighted by their tokens.
    """

    def __init__(self, model: SentenceTransformer, *, name: str, digest: str) -> None:
        self._model = model.float().eval()
        self._name = name
        self._digest = digest
        self._tokenizing = threading.Lock()
        probe = [window.row for window in self._windows(PROBE)]
        self._alone = not batching.exact(self._forward, probe)

    @property
    def name(self) -> str:
        """What people call the model."""
        return self._name

    @property
    def digest(self) -> str:
        """Names the exact model: a sha256 in hexadecimal."""
        return self._digest

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """One Encoded a text, in order."""
        windows = self._windows(texts)
        total = sum(len(window.spans) for window in windows)
        seen = 0

        def done(tokens: int) -> None:
            nonlocal seen
            seen += tokens
            if progress:
                progress(seen / total)

        vectors = batching.run([window.row for window in windows], self._forward, alone=self._alone, done=done)
        parts: list[list[tuple[_Window, batching.Vectors]]] = [[] for _ in texts]
        for window, result in zip(windows, vectors, strict=True):
            parts[window.text].append((window, result))
        return [self._join(part) for part in parts]

    def _windows(self, texts: Sequence[str]) -> list[_Window]:
        tokenizer: Any = self._model.tokenizer
        if not texts:
            return []
        with self._tokenizing:  # truncation is a setting of the tokenizer, not of the call
            # A lone half of a surrogate pair cannot be tokenized; its stand-in keeps all offsets.
            encoded = tokenizer(
                [_SURROGATES.sub("\ufffd", text) for text in texts],
                truncation=True,
                max_length=min(self._model.max_seq_length or LONGEST_WINDOW, LONGEST_WINDOW),
                return_overflowing_tokens=True,
                return_offsets_mapping=True,
                return_special_tokens_mask=True,
            )
        windows, counts = [], [0] * len(texts)
        for index, text in enumerate(encoded["overflow_to_sample_mapping"]):
            if counts[text] < MAX_TOKENS:
                row = {key: encoded[key][index] for key in tokenizer.model_input_names if key in encoded}
                marks = zip(encoded["offset_mapping"][index], encoded["special_tokens_mask"][index], strict=True)
                spans = [None if special else _trim(texts[text], *span) for span, special in marks]
                windows.append(_Window(text, row, spans))
                counts[text] += len(spans)
        return windows

    def _forward(self, rows: list[batching.Row]) -> list[batching.Vectors]:
        import torch

        with torch.inference_mode():
            output = self._model({key: torch.tensor([row[key] for row in rows]) for key in rows[0]})
        return list(zip(output["sentence_embedding"].numpy(), output["token_embeddings"].numpy(), strict=True))

    def _join(self, parts: list[tuple[_Window, batching.Vectors]]) -> Encoded:
        sentence: NDArray[np.float32] = np.zeros(parts[0][1][0].shape, dtype=np.float32)
        tokens, offsets = [], []
        for window, (pooled, vectors) in parts:
            kept = [index for index, span in enumerate(window.spans) if span]
            sentence += np.float32(len(kept)) * pooled
            tokens.append(vectors[kept])
            offsets += [span for span in window.spans if span]
        return rounded(sentence, np.concatenate(tokens), np.array(offsets, dtype=np.int32).reshape(-1, 2))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A token's span without the white space that some tokenizers count in; None if nothing remains."""
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if start < end else None
