"""What a second reader says of open cells: the judgements of the passages of a cell, taken together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..story import SecondOpinion, SecondVerdict
from .cells import OpenCell
from .reader import PairReader, PassageJudgement, ShareDone


@dataclass(frozen=True, slots=True)
class CellReading:
    """What a second reader says of one cell.

    Attributes:
        opinion: What is shown.
        entailment: How probably the passage that states the statement most probably does.
        contradiction: How probably the passage that contradicts it most probably does.
    """

    opinion: SecondOpinion
    entailment: float
    contradiction: float


def read_cells(cells: Sequence[OpenCell], reader: PairReader, progress: ShareDone | None = None) -> list[CellReading]:
    """Return what a second reader says of each cell, in order.

    Args:
        cells: Open cells, each with a passage at least.
        reader: The second reader.
        progress: Called with the share of the work that is done.
    """
    judgements = iter(reader.read([pair for cell in cells for pair in cell.pairs], progress))
    return [_reading([(sentence, next(judgements)) for sentence, _ in cell.passages]) for cell in cells]


def _reading(judged: Sequence[tuple[int, PassageJudgement]]) -> CellReading:
    """Return the reading of a cell from the judgements of its sentences, the nearest first; the first of equals counts.

    Of the passages that state or contradict the statement the surest speaks; where none does, the one that comes closest to
    stating it.
    """
    claims = [(*_verdict(judgement), sentence) for sentence, judgement in judged]
    decided = [claim for claim in claims if claim[0] != "does not state"]
    if decided:
        says, probability, sentence = max(decided, key=lambda claim: claim[1])
    else:
        closest = max(range(len(judged)), key=lambda index: judged[index][1].entailment)
        says, probability, sentence = claims[closest]
    return CellReading(
        SecondOpinion(says, probability, sentence),
        max(judgement.entailment for _, judgement in judged),
        max(judgement.contradiction for _, judgement in judged),
    )


def _verdict(judgement: PassageJudgement) -> tuple[SecondVerdict, float]:
    """Return what a judgement says of one passage, and how probably; of equals, that it neither states nor contradicts."""
    says: tuple[tuple[SecondVerdict, float], ...] = (
        ("does not state", judgement.neither),
        ("states", judgement.entailment),
        ("contradicts", judgement.contradiction),
    )
    return max(says, key=lambda item: item[1])
