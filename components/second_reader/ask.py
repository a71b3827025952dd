"""A second reader asked about the open cells of a comparison, or of a statement; its opinions beside ours, and counted in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..matching import Progress, SentenceMatches
from ..story import Comparison, Fact, FactCell, Presence, SecondOpinion, SecondReader
from .calibration import blend, calibration_for
from .cells import OpenCell, open_cells
from .opinions import read_cells
from .reader import PairReader


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


def ask_about_facts(
    comparison: Comparison, matches: SentenceMatches, reader: PairReader, progress: Progress | None = None
) -> Answers:
    """Ask a second reader about the open cells of a comparison; slow, but for what it was asked before.

    Args:
        comparison: As our own reader decided it.
        matches: How the sentences of its articles match.
        reader: The second reader.
        progress: Called with the stage and how much of it is done.
    """
    return ask_about_cells(open_cells(comparison, matches), reader, comparison.encoder_digest, progress)


def with_answers(comparison: Comparison, answers: Answers) -> Comparison:
    """Return a comparison, decided by the blended probabilities if there are any, with the opinions of a second reader."""
    facts = tuple(
        replace(fact, presence={key: _with_opinion(fact, key, answers) for key in fact.presence}) for fact in comparison.facts
    )
    return replace(comparison, facts=facts, second_reader=answers.reader)


def _with_opinion(fact: Fact, key: str, answers: Answers) -> Presence:
    presence, cell = fact.presence[key], (fact.id, key)
    return replace(presence, second=answers.opinions[cell]) if cell in answers.opinions else presence
