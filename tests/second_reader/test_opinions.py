"""Opinions: which cells are open, what the passages of one say together, and when that counts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.matching.logistic import Logistic
from components.second_reader import PassageJudgement, ask, calibration, is_open
from components.second_reader.calibration import blend, calibration_for
from components.second_reader.cells import OpenCell, nearest_first
from components.second_reader.opinions import CellReading, read_cells
from components.settings.second_reader import OPEN_CELL, SECOND_READER_PASSAGES
from components.story import Presence, SecondOpinion, SecondVerdict, Status
from tests.second_reader.factories import ToldReader

NEITHER = PassageJudgement(0.1, 0.1)
probabilities = st.floats(0, 1)


def read(*judgements: PassageJudgement) -> CellReading:
    cell = OpenCell("f", "B", "It rained.", 0.4, tuple((7 + number, f"passage {number}") for number in range(len(judgements))))
    told = dict(zip((text for _, text in cell.passages), judgements, strict=True))
    (reading,) = read_cells([cell], ToldReader(lambda pair: told[pair.passage]))
    return reading


@pytest.mark.parametrize(
    ("judgements", "opinion"),
    [
        ([NEITHER, PassageJudgement(0.7, 0.2)], SecondOpinion("states", 0.7, 8)),
        ([NEITHER, PassageJudgement(0.2, 0.7)], SecondOpinion("contradicts", 0.7, 8)),
        ([PassageJudgement(0.6, 0.1), PassageJudgement(0.05, 0.9)], SecondOpinion("contradicts", 0.9, 8)),
        ([PassageJudgement(0.9, 0.1), PassageJudgement(0.05, 0.9)], SecondOpinion("states", 0.9, 7)),
        ([PassageJudgement(0.1, 0.0), PassageJudgement(0.3, 0.1)], SecondOpinion("does not state", 0.6, 8)),
        ([PassageJudgement(0.3, 0.1), PassageJudgement(0.3, 0.2)], SecondOpinion("does not state", 0.6, 7)),
        ([PassageJudgement(0.5, 0.0)], SecondOpinion("does not state", 0.5, 7)),
        ([PassageJudgement(1.0, 0.0)], SecondOpinion("states", 1.0, 7)),
    ],
)
def test_the_surest_passage_speaks(judgements: list[PassageJudgement], opinion: SecondOpinion) -> None:
    assert read(*judgements).opinion == opinion


def test_the_best_of_each_kind_is_kept_for_the_calibration() -> None:
    reading = read(PassageJudgement(0.6, 0.1), PassageJudgement(0.05, 0.9))
    assert (reading.entailment, reading.contradiction) == (0.6, 0.9)


def test_cells_are_read_in_order_and_all_at_once() -> None:
    cells = [OpenCell(str(n), "A", f"statement {n}", 0.5, tuple((p, f"passage {p}") for p in range(n))) for n in (1, 3, 2)]
    told = ToldReader(lambda pair: PassageJudgement(int(pair.passage[-1]) / 10 + 0.6, 0.0))
    readings = read_cells(cells, told)
    assert [reading.opinion.sentence for reading in readings] == [0, 2, 1]
    assert [len(pair.statement) for pair in told.asked] == [len("statement 1")] * 6
    assert read_cells([], told) == []


def test_a_cell_is_open_between_two_probabilities() -> None:
    low, high = OPEN_CELL
    assert is_open(low)
    assert is_open(high)
    assert not is_open(low - 0.0001)
    assert not is_open(high + 0.0001)


def test_passages_known_to_be_near_come_first_and_none_twice() -> None:
    likeness = np.array([0.1, 0.9, 0.3, 0.9, 0.0])
    assert nearest_first([4, 1, 4], likeness) == [4, 1, 3]
    assert nearest_first([], likeness) == [1, 3, 2]
    assert len(nearest_first([0, 1, 2, 3, 4], likeness)) == SECOND_READER_PASSAGES
    assert nearest_first([0], np.array([0.5])) == [0]


@pytest.fixture
def fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, object]], None]:
    """Stands in for the file of fitted weights."""
    path = tmp_path / "second_readers.json"

    def write(stored: dict[str, object]) -> None:
        path.write_text(json.dumps(stored))

    monkeypatch.setattr(calibration, "SECOND_READERS", path)
    write({})
    return write


def weights(bias: float = 0.0) -> dict[str, object]:
    terms = {"own": [0.0, 1.0], "entailment": [0.0, 0.5], "contradiction": [0.0, -0.5]}
    return {"bias": bias, "terms": terms}


def test_a_calibration_belongs_to_both_models(fitted: Callable[[dict[str, object]], None]) -> None:
    fitted({"reader": {"name": "some", "encoders": {"encoder": weights()}}})
    assert calibration_for("reader", "encoder") == Logistic.from_dict(weights())
    assert calibration_for("reader", "other") is None
    assert calibration_for("other", "encoder") is None


@given(probabilities, probabilities, probabilities)
def test_the_blend_lies_between_0_and_1_and_follows_all_three(own: float, entailment: float, contradiction: float) -> None:
    fit = Logistic.from_dict(weights())
    opinion = SecondOpinion("states", 0.5, 0)
    middle = blend(own, CellReading(opinion, entailment, contradiction), fit)
    assert 0 <= middle <= 1
    assert round(middle, 4) == middle
    assert blend(own, CellReading(opinion, 1.0, contradiction), fit) >= middle
    assert blend(own, CellReading(opinion, entailment, 1.0), fit) <= middle
    assert blend(1.0, CellReading(opinion, entailment, contradiction), fit) >= middle


def ask_one(probability: float, judgement: PassageJudgement) -> ask.Answers:
    cell = OpenCell("f", "B", "It rained.", probability, ((3, "Rain fell."),))
    return ask.ask_about_cells([cell], ToldReader(lambda _: judgement), "encoder")


@pytest.mark.usefixtures("fitted")
def test_without_a_calibration_the_opinion_stands_beside() -> None:
    answers = ask_one(0.4, PassageJudgement(0.9, 0.05))
    assert (answers.reader.name, answers.reader.digest, answers.reader.calibrated) == ("told", "told", False)
    assert answers.opinions == {("f", "B"): SecondOpinion("states", 0.9, 3)}
    assert answers.blended == {}


def test_with_one_it_counts_and_the_probability_before_is_kept(fitted: Callable[[dict[str, object]], None]) -> None:
    fitted({"told": {"name": "told", "encoders": {"encoder": weights()}}})
    answers = ask_one(0.4, PassageJudgement(0.9, 0.05))
    assert answers.reader.calibrated
    assert answers.opinions == {("f", "B"): SecondOpinion("states", 0.9, 3, unblended=0.4)}
    assert answers.blended["f", "B"] > 0.8


@pytest.mark.parametrize(
    ("status", "says", "disagree"),
    [
        ("stated", "states", False),
        ("partly", "states", False),
        ("stated", "does not state", True),
        ("partly", "contradicts", True),
        ("not_found", "does not state", False),
        ("not_found", "states", True),
        ("not_found", "contradicts", True),
        ("differs", "contradicts", False),
        ("differs", "states", True),
        ("unclear", "states", False),
        ("unclear", "contradicts", False),
    ],
)
def test_readers_disagree_where_both_have_a_view(status: Status, says: SecondVerdict, disagree: bool) -> None:
    presence = Presence(status, 0.4, second=SecondOpinion(says, 0.9, 0))
    assert presence.readers_disagree is disagree
    assert not replace(presence, by_hand=True).readers_disagree
    assert not replace(presence, second=None).readers_disagree
