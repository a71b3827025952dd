"""The README is run: its notebook and terminal examples, its targets, its picture, its map of the rooms."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
COMMANDS = [line for _, block in BLOCKS for line in block.splitlines() if line.startswith("python -m components")]
NOTEBOOK = [block for language, block in BLOCKS if language == "python"]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the clone's but may be written into."""
    folder = tmp_path_factory.mktemp("clone")
    for name in ("components", "data"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def run(workplace: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(workplace)}
    done = subprocess.run(command, cwd=workplace, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.model
@pytest.mark.parametrize("command", COMMANDS)
def test_terminal_examples_run_as_printed(workplace: Path, command: str) -> None:
    out = run(workplace, "bash", "-c", command.replace("python", sys.executable, 1))
    if "--json story.json" not in command:
        assert "●" in out
        return
    assert json.loads((workplace / "story.json").read_text(encoding="utf-8"))["schema"] == "samestory/1"
    assert "<html" in (workplace / "report.html").read_text(encoding="utf-8")
    assert list((workplace / "tables").glob("*.csv"))


@pytest.mark.model
def test_the_notebook_example_runs_and_its_statement_is_found(workplace: Path) -> None:
    assert len(NOTEBOOK) == 1
    out = run(workplace, sys.executable, "-c", NOTEBOOK[0]).splitlines()
    assert len(out) == 4
    assert out[-1] == "stated"


def test_there_are_examples_for_the_terminal() -> None:
    assert len(COMMANDS) == 3


def test_every_make_target_that_it_names_exists() -> None:
    targets = set(re.findall(r"^([a-z -]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    known = {name for line in targets for name in line.split()}
    assert set(re.findall(r"\bmake ([a-z]+)(?=[ `\n])", README)) <= known


def test_make_gets_the_model_that_is_named_before_it_starts_with_it() -> None:
    outside_make = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    plain, named = (
        subprocess.run(
            ["make", "-n", "app", *options], cwd=ROOT, capture_output=True, text=True, check=True, env=outside_make
        ).stdout.splitlines()
        for options in ([], ["MODEL=mpnet"])
    )
    start = plain[-1].strip()
    assert not any("model" in line for line in plain)
    assert named[-2].endswith('bin/python -m components model "mpnet"')
    assert named[-1].strip() == f'SAMESTORY_ENCODER="mpnet" {start}'


def test_its_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).stat().st_size > 10_000 for picture in pictures)


def test_its_map_names_every_room() -> None:
    named = {name.rstrip("/") for name in re.findall(r"^\| `([a-z_.]+/?)` \|", README, re.MULTILINE)}
    rooms = {path.name for path in (ROOT / "components").iterdir() if not path.name.startswith("__") and path.name != "py.typed"}
    assert named == rooms
