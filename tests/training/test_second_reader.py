"""The calibration of a second reader: a useful one is believed, a random one is not, and each has its own place in the file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from components.second_reader.calibration import calibration_for
from components.second_reader.cells import is_open
from components.second_reader.opinions import CellReading
from components.story import SamestoryError, SecondOpinion
from components.training import second_reader
from components.training.cross_fit import StoredLogistic
from components.training.gold_sets import gold_tool
from components.training.second_reader import (
    CalibrationError,
    ReadCell,
    cross_fit_blend,
    fit_calibration,
    log_loss,
    main,
    read_open_cells,
    store_calibration,
)
from tests.fakes import TinyEncoder
from tests.second_reader.factories import ToldReader, make_cross_encoder

STORIES = 12


def cells(usefulness: float, *, each: int = 30) -> list[ReadCell]:
    """Cells of twelve stories. The second reader knows the truth to a degree; our own probability says little."""
    random = np.random.default_rng(0)
    out = []
    for number in range(STORIES * each):
        present = bool(random.random() < 0.4)
        leaning = usefulness * (1 if present else -1)
        entailment, contradiction = (1 / (1 + np.exp(-(sign * leaning + random.normal()))) for sign in (1, -1))
        own = float(np.clip(0.4 + 0.1 * random.normal(), 0.1, 0.8))
        reading = CellReading(SecondOpinion("states", 0.5, 0), float(entailment), float(contradiction))
        out.append(ReadCell(f"story {number % STORIES}", own, reading, present))
    return out


def test_a_reader_that_knows_is_believed() -> None:
    useful = cells(2.0)
    terms = fit_calibration(useful)["terms"]
    assert terms["entailment"][1] > 0.1 > -0.1 > terms["contradiction"][1]
    assert log_loss(cross_fit_blend(useful), useful) < 0.7 * log_loss([cell.own for cell in useful], useful)


def test_one_that_guesses_is_not() -> None:
    guessing = cells(0.0)
    terms = fit_calibration(guessing)["terms"]
    assert abs(terms.get("entailment", [0, 0])[1]) < 0.1
    assert log_loss(cross_fit_blend(guessing), guessing) > 0.95 * log_loss([cell.own for cell in guessing], guessing)


def test_no_story_is_judged_by_a_fit_that_has_seen_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[set[str]] = []

    def fit(chosen: list[ReadCell]) -> StoredLogistic:
        seen.append({cell.story for cell in chosen})
        return fit_calibration(chosen)

    monkeypatch.setattr(second_reader, "fit_calibration", fit)
    data = cells(1.0)
    assert len(cross_fit_blend(data)) == len(data)
    stories = {cell.story for cell in data}
    unseen = [stories - some for some in seen]
    assert all(unseen)
    assert set().union(*unseen) == stories
    assert sum(map(len, unseen)) == len(stories)


@pytest.mark.parametrize("data", [[], cells(1.0)[:20], [cell for cell in cells(1.0) if cell.present]])
def test_too_little_to_fit_on_is_refused(data: list[ReadCell]) -> None:
    with pytest.raises(CalibrationError, match=r"Only \d+ cells of outlet_facts are open, \d+ of them present; fit on gold"):
        fit_calibration(data)
    assert issubclass(CalibrationError, SamestoryError)


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for the file of fitted weights."""
    path = tmp_path / "second_readers.json"
    path.write_text("{}\n")
    monkeypatch.setattr("components.training.second_reader.SECOND_READERS", path)
    monkeypatch.setattr("components.second_reader.calibration.SECOND_READERS", path)
    return path


def test_each_pair_of_models_has_its_own_calibration(weights: Path) -> None:
    fitted = fit_calibration(cells(1.0))
    store_calibration(ToldReader(digest="one"), "encoder", fitted)
    store_calibration(ToldReader(digest="one"), "other encoder", {**fitted, "bias": 1.0})
    store_calibration(ToldReader(digest="two"), "encoder", {**fitted, "bias": 2.0})
    stored = json.loads(weights.read_text())
    assert set(stored) == {"one", "two"}
    assert set(stored["one"]["encoders"]) == {"encoder", "other encoder"}
    found = [calibration_for(*pair) for pair in (("one", "encoder"), ("one", "other encoder"), ("two", "encoder"))]
    assert [fit.bias if fit else None for fit in found] == [fitted["bias"], 1.0, 2.0]
    assert calibration_for("two", "other encoder") is None


def test_without_the_gold_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("SAMESTORY_SHARED", raising=False)
    monkeypatch.setattr("sys.argv", ["second_reader", "folder"])
    assert main() == 2
    assert "Set SAMESTORY_SHARED" in capsys.readouterr().err


GOLD = """
import json
from pathlib import Path
HERE = Path(__file__).parent
def load(name):
    return json.loads((HERE / f"{name}.json").read_text())
"""


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as `SAMESTORY_SHARED` names it, with twelve small stories: two outlets, four facts, half of them in one only."""
    records = []
    for number in range(STORIES):
        town, days = f"Osmere{number}", number + 2
        both, first = f"The bridge of {town} was closed for {days} days.", f"The mayor of {town} resigned."
        second, none = f"A ferry runs from {town} every hour.", f"Nobody in {town} was hurt."
        outlets = {"a": [both, first, "Rain fell."], "b": [f"For {days} days {town} had no bridge.", second, "Rain fell."]}
        status = {
            both: ("present", "present"),
            first: ("present", "absent"),
            second: ("absent", "present"),
            none: ("absent", "absent"),
        }
        facts = [{"fact": fact, "status": dict(zip("ab", where, strict=True)), "sentences": {}} for fact, where in status.items()]
        records.append({"id": f"s{number}", "outlets": outlets, "facts": facts})
    tools = tmp_path / "shared" / "tools"
    tools.mkdir(parents=True)
    (tools / "gold.py").write_text(GOLD)
    (tools / "outlet_facts.json").write_text(json.dumps(records))
    monkeypatch.setenv("SAMESTORY_SHARED", str(tools.parent))
    monkeypatch.setattr(second_reader, "FITTED_STATEMENT_SETS", ("outlet_facts",))
    monkeypatch.setattr(second_reader, "training_digest", lambda _: "none")
    monkeypatch.setattr(second_reader, "fit_passages", lambda _: [None])
    monkeypatch.setattr(second_reader, "load_encoder", lambda _: TinyEncoder())
    monkeypatch.setattr(second_reader, "is_open", lambda _: True)
    return tools.parent


@pytest.mark.usefixtures("shared")
def test_make_fit_calibrates_a_folder_and_says_what_it_is_worth(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_cross_encoder(tmp_path / "tiny-nli")
    monkeypatch.setattr("sys.argv", ["second_reader", str(folder)])
    capsys.readouterr()
    assert main() == 0
    out, err = capsys.readouterr()
    assert "second_readers.json: tiny-nli beside tiny, fitted on 96 open cells of outlet_facts" in out
    assert "log loss on stories not fitted on: " in out
    assert err == ""
    ((digest, entry),) = json.loads(weights.read_text()).items()
    assert entry["name"] == "tiny-nli"
    fit = calibration_for(digest, TinyEncoder().digest)
    assert fit is not None
    assert set(fit.terms) <= {"own", "entailment", "contradiction"}
    assert fit.terms["own"][1] > 0


def test_cells_are_read_as_in_use(shared: Path) -> None:
    told = ToldReader()
    found = read_open_cells(gold_tool(shared), TinyEncoder(), told)
    assert [cell.present for cell in found[:8]] == [True, True, True, False, False, True, False, False]
    assert {cell.story for cell in found} == {f"s{number}" for number in range(STORIES)}
    assert told.asked[0].statement == "The bridge of Osmere0 was closed for 2 days."
    assert {pair.passage for pair in told.asked[:3]} == {
        "The bridge of Osmere0 was closed for 2 days.", "The mayor of Osmere0 resigned.", "Rain fell.",
    }  # fmt: skip
    assert told.asked[0].passage == told.asked[0].statement
    assert len(told.asked) == 3 * len(found)


@pytest.mark.usefixtures("shared", "weights")
def test_only_open_cells_are_read(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_reader, "is_open", is_open)
    found = read_open_cells(gold_tool(shared), TinyEncoder(), ToldReader())
    assert all(is_open(cell.own) for cell in found)


@pytest.mark.usefixtures("shared", "weights")
def test_a_folder_that_holds_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["second_reader", str(tmp_path)])
    assert main() == 2
    assert "holds no cross-encoder" in capsys.readouterr().err
