"""What a second reader is, what it says of a passage, and a cross-encoder as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, cast

from ..embeddings.batching import one_thread_per_operation

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

    from .labels import Meaning

ShareDone = Callable[[float], None]
"""Called with the share of the work that is done, from 0 to 1."""

_SURROGATES: Final = re.compile("[\ud800-\udfff]")


class ReadPair(NamedTuple):
    """A statement beside a passage that may state it."""

    passage: str
    statement: str


@dataclass(frozen=True, slots=True)
class PassageJudgement:
    """How probably a passage states a statement, and how probably it contradicts it; what is left of 1 is neither.

    Both to four decimals. A model that knows no contradiction gives it 0.
    """

    entailment: float
    contradiction: float

    @property
    def neither(self) -> float:
        """How probably it does neither, to four decimals."""
        return round(max(0.0, 1 - self.entailment - self.contradiction), 4)


class PairReader(Protocol):
    """Reads statements beside passages. What it says of a pair depends on that pair and the model alone."""

    @property
    def name(self) -> str:
        """What people call the model."""

    @property
    def digest(self) -> str:
        """The digest of the exact model, as hexadecimal digits: equal digests give equal judgements."""

    def read(self, pairs: Sequence[ReadPair], progress: ShareDone | None = None) -> list[PassageJudgement]:
        """Return one judgement for each pair, in order."""


class CrossEncoderReader:
    """A PairReader around a loaded cross-encoder; the passage is the premise, the statement the hypothesis.

    Each pair goes through the model alone, several of them beside each other, so that it gets the same judgement in any company.
    A pair that is longer than the model reads is cut by the model's own tokenizer.
    """

    def __init__(self, model: CrossEncoder, meanings: Sequence[Meaning], *, name: str, digest: str) -> None:
        self._model = model
        self._meanings = tuple(meanings)
        self._name = name
        self._digest = digest

    @property
    def name(self) -> str:
        """What people call the model."""
        return self._name

    @property
    def digest(self) -> str:
        """The digest of the exact model: a sha256 in hexadecimal."""
        return self._digest

    def read(self, pairs: Sequence[ReadPair], progress: ShareDone | None = None) -> list[PassageJudgement]:
        """Return one judgement for each pair, in order."""
        judgements: list[PassageJudgement] = []
        with one_thread_per_operation() as threads, ThreadPoolExecutor(threads) as pool:
            results = pool.map(self._judge, pairs)
            # Closing cancels what has not begun, should `progress` or a pair raise.
            with closing(cast("Generator[PassageJudgement]", results)):
                for judgement in results:
                    judgements.append(judgement)
                    if progress:
                        progress(len(judgements) / len(pairs))
        return judgements

    def _judge(self, pair: ReadPair) -> PassageJudgement:
        """Return the judgement of one pair. Raises ValueError if the model has not one output for each of its labels."""
        texts = tuple(_SURROGATES.sub("\ufffd", text) for text in pair)
        scores = self._model.predict([texts], batch_size=1, show_progress_bar=False, apply_softmax=True).reshape(-1)
        if len(scores) != len(self._meanings):
            raise ValueError(f"{len(scores)} outputs for {len(self._meanings)} labels")
        by_meaning = {meaning: round(float(score), 4) for meaning, score in zip(self._meanings, scores, strict=True)}
        if not all(0 <= score <= 1 for score in by_meaning.values()):
            raise ValueError("its scores are no probabilities")
        return PassageJudgement(by_meaning["entailment"], by_meaning.get("contradiction", 0.0))
