"""A tiny deterministic encoder for unit tests: word vectors from a digest, no model, no torch.

Words that share their first five letters (vote, voted; negotiate, negotiations) share a vector, and so do the words of each row
of `ALIKE`. So a test can write a paraphrase and see it found. Function words weigh little in the sentence vector.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from components.embeddings import Encoded

DIMENSION = 64
STEM = 5
ALIKE = (
    "said told stated announced",
    "killed died dead deaths",
    "minister official envoy",
    "talks negotiations meeting met",
    "big large huge",
    "rise rose grew increase",
    "fall fell dropped decrease",
    "child children kid pupils",
    "doctor physician medics",
    "police officers",
    "city town",
)
LIGHT = frozenset("a an the of to in on at and or but for with by from as is was were be been has have had it its that".split())

_WORD = re.compile(r"\w+|[^\w\s]")
_SAME = {word: row.split()[0] for row in ALIKE for word in row.split()}


class TinyEncoder:
    """Implements `components.meaning.Encoder`. `calls` records every batch of texts it was asked for."""

    name = "tiny"

    def __init__(self, salt: str = "") -> None:
        self.digest = hashlib.sha256(f"tiny{salt}".encode()).hexdigest()
        self.calls: list[list[str]] = []

    def encode(self, texts: Sequence[str], progress: Callable[[float], None] | None = None) -> list[Encoded]:
        """One Encoded a text: a token a word or punctuation mark, the sentence their weighted mean."""
        self.calls.append(list(texts))
        if progress:
            progress(1.0)
        return [_encode(text) for text in texts]


def _encode(text: str) -> Encoded:
    found = list(_WORD.finditer(text))
    if not found:
        return Encoded(np.zeros(DIMENSION, np.float32), np.zeros((0, DIMENSION), np.float32), np.zeros((0, 2), np.int32))
    tokens = np.stack([_vector(_stem(word.group())) for word in found])
    weights = np.array([0.1 if not word.group()[0].isalnum() or word.group().lower() in LIGHT else 1.0 for word in found])
    pooled = weights @ tokens
    sentence = (pooled / np.linalg.norm(pooled)).astype(np.float16).astype(np.float32)
    return Encoded(sentence, tokens, np.array([word.span() for word in found], np.int32))


def _stem(word: str) -> str:
    lowered = word.lower()
    return _SAME.get(lowered, lowered)[:STEM]


@cache
def _vector(stem: str) -> NDArray[np.float32]:
    seed = int.from_bytes(hashlib.sha256(stem.encode()).digest()[:8], "big")
    drawn = np.random.default_rng(seed).standard_normal(DIMENSION)
    return (drawn / np.linalg.norm(drawn)).astype(np.float16).astype(np.float32)
