"""A sentence-transformers model as an Encoder: texts -> windows of tokens -> vectors, those of one text joined again."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from ..settings.embeddings import MAX_TOKENS, MAX_WINDOW_TOKENS
from . import batching
from .encoder import Encoded, Progress, scale_and_round

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PROBE: Final = tuple(
    " ".join(["the harbour was closed on friday after two boats met in fog"] * times + [last])
    for times in (1, 2, 4)
    for last in ("today", "again", "they said")
)
"""Texts of three lengths, several of each, to see whether batches are exact here."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Window:
    """A stretch of one text that fits the model.

    `text` is the index of the text; `row` the model's inputs; `spans` give for each token where it stands in the text, None for a
    special token and for one of white space alone.
    """

    text: int
    row: batching.TokenRow
    spans: list[tuple[int, int] | None]


class TransformerEncoder:
    """An Encoder around a loaded model. A text gets the same bytes alone and among any other texts.

    A text longer than the model reads at once is encoded in windows, so that every token has a vector (up to `MAX_TOKENS`);
    its sentence vector is the mean of the windows' vectors, weighted by their tokens.
    """

    def __init__(self, model: SentenceTransformer, *, name: str, digest: str) -> None:
        self._model = model.float().eval()
        self._name = name
        self._digest = digest
        self._tokenizing = threading.Lock()
        probe = [window.row for window in self._windows(PROBE)]
        self._alone = not batching.batches_are_exact(self._forward, probe)

    @property
    def name(self) -> str:
        """What people call the model."""
        return self._name

    @property
    def digest(self) -> str:
        """The digest of the exact model: a sha256 in hexadecimal."""
        return self._digest

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> list[Encoded]:
        """Return one Encoded for each text, in order."""
        windows = self._windows(texts)
        total = sum(len(window.spans) for window in windows)
        finished = 0

        def report(tokens: int) -> None:
            nonlocal finished
            finished += tokens
            if progress:
                progress(finished / total)

        rows = [window.row for window in windows]
        vectors = batching.run_batches(rows, self._forward, alone=self._alone, on_batch=report)
        by_text: list[list[tuple[_Window, batching.Vectors]]] = [[] for _ in texts]
        for window, window_vectors in zip(windows, vectors, strict=True):
            by_text[window.text].append((window, window_vectors))
        return [_join_windows(parts) for parts in by_text]

    def _windows(self, texts: Sequence[str]) -> list[_Window]:
        """Tokenize the texts and cut each into windows that the model reads at once."""
        tokenizer: Any = self._model.tokenizer
        if not texts:
            return []
        with self._tokenizing:  # truncation is a setting of the tokenizer, not of the call
            # A lone half of a surrogate pair cannot be tokenized; its stand-in keeps all offsets.
            encoded = tokenizer(
                [_SURROGATES.sub("\ufffd", text) for text in texts],
                truncation=True,
                max_length=min(self._model.max_seq_length or MAX_WINDOW_TOKENS, MAX_WINDOW_TOKENS),
                return_overflowing_tokens=True,
                return_offsets_mapping=True,
                return_special_tokens_mask=True,
            )
        windows, token_counts = [], [0] * len(texts)
        for i, text in enumerate(encoded["overflow_to_sample_mapping"]):
            if token_counts[text] < MAX_TOKENS:
                row = {key: encoded[key][i] for key in tokenizer.model_input_names if key in encoded}
                tokens = zip(encoded["offset_mapping"][i], encoded["special_tokens_mask"][i], strict=True)
                spans = [None if is_special else _trim(texts[text], *span) for span, is_special in tokens]
                windows.append(_Window(text, row, spans))
                token_counts[text] += len(spans)
        return windows

    def _forward(self, rows: list[batching.TokenRow]) -> list[batching.Vectors]:
        """Run rows of equal length through the model."""
        import torch

        with torch.inference_mode():
            output = self._model({key: torch.tensor([row[key] for row in rows]) for key in rows[0]})
        return list(zip(output["sentence_embedding"].numpy(), output["token_embeddings"].numpy(), strict=True))


def _join_windows(windows: list[tuple[_Window, batching.Vectors]]) -> Encoded:
    """Return the vectors of one text from those of its windows; the sentence vector is their mean, weighted by tokens."""
    sentence: NDArray[np.float32] = np.zeros(windows[0][1][0].shape, dtype=np.float32)
    tokens, offsets = [], []
    for window, (window_sentence, window_tokens) in windows:
        in_text = [i for i, span in enumerate(window.spans) if span]
        sentence += np.float32(len(in_text)) * window_sentence
        tokens.append(window_tokens[in_text])
        offsets += [span for span in window.spans if span]
    return scale_and_round(sentence, np.concatenate(tokens), np.array(offsets, dtype=np.int32).reshape(-1, 2))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a token's span without the white space that some tokenizers count in; None if nothing is left of it."""
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if start < end else None
