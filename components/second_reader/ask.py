"""A second reader asked about the open cells of a comparison, or of a statement; its opinions beside ours, and counted in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..matching import Progress, SentenceMatches
from ..settings import Settings
from ..story import Comparison, Fact, Presence, SecondOpinion, SecondReader
from .calibration import blend, calibration_for, decide_again
from .cells import OpenCell, open_cells
from .opinions import read_cells
from .reader import PairReader

FactCell = tuple[str, str]
"""The id of a fact and the key of an article."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a second reader said of some cells.

    Attributes:
        reader: The second reader.
        opinions: What it says of each cell.
        blended: The probability of presence of each cell once the opinion is counted in; empty if it was not calibrated.
    """

    reader: SecondReader
    opinions: Mapping[FactCell, SecondOpinion]
    blended: Mapping[FactCell, float]


def ask_about_cells(
    cells: Sequence[OpenCell], reader: PairReader, encoder_digest: str, progress: Progress | None = None
) -> Answers:
    """Ask a second reader about some cells.

    Args:
        cells: The cells.
        reader: The second reader.
        encoder_digest: Of the encoder that gave their probabilities.
        progress: Called with the stage and how much of it is done.
    """
    stage = f"Asking the second reader about {len(cells)} cells"
    readings = read_cells(cells, reader, (lambda share: progress(stage, share)) if progress else None)
    calibration = calibration_for(reader.digest, encoder_digest)
    opinions: dict[FactCell, SecondOpinion] = {}
    blended: dict[FactCell, float] = {}
    for cell, reading in zip(cells, readings, strict=True):
        place = (cell.fact, cell.article)
        opinions[place] = reading.opinion
        if calibration:
            blended[place] = blend(cell.probability, reading, calibration)
            opinions[place] = replace(reading.opinion, unblended=cell.probability)
    return Answers(SecondReader(reader.name, reader.digest, calibration is not None), opinions, blended)


def ask_second_reader(
    comparison: Comparison,
    matches: SentenceMatches,
    reader: PairReader | None,
    settings: Settings,
    progress: Progress | None = None,
) -> Comparison:
    """Return a comparison with what a second reader says of its open cells; where it is calibrated, that counts.

    Slow, but for what the reader was asked before.

    Args:
        comparison: As our own reader decided it.
        matches: How the sentences of its articles match.
        reader: The second reader; None for none: the comparison is returned as it is.
        settings: The strictness, by which a probability that changed is decided again.
        progress: Called with the stage and how much of it is done.
    """
    if reader is None:
        return comparison
    answers = ask_about_cells(open_cells(comparison, matches), reader, comparison.encoder_digest, progress)
    facts = tuple(
        replace(fact, presence={key: _with_answer(fact, key, answers, settings) for key in fact.presence})
        for fact in comparison.facts
    )
    return replace(comparison, facts=facts, second_reader=answers.reader)


def _with_answer(fact: Fact, key: str, answers: Answers, settings: Settings) -> Presence:
    presence = replace(fact.presence[key], second=answers.opinions.get((fact.id, key)))
    blended = answers.blended.get((fact.id, key))
    return presence if blended is None else decide_again(presence, blended, bool(fact.mentions_in(key)), settings)
