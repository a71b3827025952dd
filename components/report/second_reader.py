"""A second reader in words: which one it is, what it says of each fact, where it and our own reader disagree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..story import Comparison, Fact, Presence, SecondOpinion, SecondReader, SecondVerdict
from . import wording

SAYS: Final[Mapping[SecondVerdict, str]] = {
    "states": "states it",
    "does not state": "does not state it",
    "contradicts": "contradicts it",
}
"""What a second reader says of an article, in words that follow its name."""
DISAGREE: Final = "readers disagree"
COUNTED: Final = "calibrated"
NOT_COUNTED: Final = "not calibrated: shown beside, not counted"


def describe_opinion(opinion: SecondOpinion) -> str:
    """Return an opinion and its passage: "second reader: states it (0.91), sentence 3; shown beside, not counted"."""
    effect = (
        "shown beside, not counted"
        if opinion.unblended is None
        else f"counted, without it {wording.format_probability(opinion.unblended)}"
    )
    place = wording.describe_sentences([opinion.sentence])
    return f"second reader: {SAYS[opinion.says]} ({wording.format_probability(opinion.probability)}), {place}; {effect}"


def describe_presence_opinion(presence: Presence) -> str:
    """Return what a second reader says beside the state of a fact, and whether the two disagree; empty where none was asked."""
    if presence.second is None:
        return ""
    return describe_opinion(presence.second) + (f"; {DISAGREE}" if presence.readers_disagree else "")


def opinion_lines(fact: Fact) -> tuple[str, ...]:
    """Return what a second reader says of one fact, in short, an article a line: "B states it 0.91 (3), readers disagree"."""
    return tuple(
        f"{key} {SAYS[state.second.says]} {wording.format_probability(state.second.probability)}"
        f" ({wording.sentence_number(state.second.sentence)}){f', {DISAGREE}' if state.readers_disagree else ''}"
        for key, state in fact.presence.items()
        if state.second
    )


def opinions_in_short(fact: Fact) -> str:
    """Return the same in one line for a narrow column, where the readers disagree first: "disagree: C contradicts; A states"."""
    cells = [(state.readers_disagree, f"{key} {state.second.says}") for key, state in fact.presence.items() if state.second]
    disagreeing, others = ([words for disagrees, words in cells if disagrees is kind] for kind in (True, False))
    return "; ".join([*([f"disagree: {', '.join(disagreeing)}"] if disagreeing else []), *others])


def describe_reader(reader: SecondReader) -> str:
    """Return which second reader was asked and whether its opinions count: "second reader nli-small, calibrated"."""
    return f"second reader {reader.name}, {COUNTED if reader.calibrated else NOT_COUNTED}"


def describe_extent_of_reading(comparison: Comparison) -> str:
    """Return of how much a second reader was asked: "asked about 65 of 285 cells; readers disagree on 11 of them"."""
    states = [state for fact in comparison.facts for state in fact.presence.values()]
    asked = sum(state.second is not None for state in states)
    disagree = sum(state.readers_disagree for state in states)
    return f"asked about {wording.part_of(asked, len(states), 'cell')}; {DISAGREE} on {disagree} of them"


def provenance_rows(comparison: Comparison) -> tuple[tuple[str, str], ...]:
    """Return what every file says of the second reader: (name, value); nothing where none was named."""
    reader = comparison.second_reader
    if reader is None:
        return ()
    return (
        ("second reader", reader.name),
        ("second reader digest", reader.digest),
        ("second opinions", f"{COUNTED if reader.calibrated else NOT_COUNTED}; {describe_extent_of_reading(comparison)}"),
    )
