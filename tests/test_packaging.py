"""An installed copy: every room and everything beside the code is in the wheel, and it imports from elsewhere."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import components

ROOT = Path(__file__).resolve().parents[1]
CARRIED = ("pyproject.toml", "setup.py", "requirements.txt", "README.md", "LICENSE", "components", "data")
LEFT_OUT = {"__pycache__", "training"}
"""Folders that no wheel carries: fits are made in a clone."""


def requirements(name: str) -> list[Requirement]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not re.match(r"#|-r ", line)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy so that no build folder is left in the clone."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in CARRIED:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif path.exists():
            shutil.copy(path, tree / name)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(out), "."]
    subprocess.run(command, cwd=tree, check=True)
    return next(out.glob("samestory-*.whl"))


def test_the_wheel_carries_the_whole_house(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    for folder, name in (("components", "samestory"), ("data", "samestory/data")):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and not LEFT_OUT & {*path.parts}]
        assert {f"{name}/{path.relative_to(ROOT / folder).as_posix()}" for path in files} - carried == set()
    assert not any(name.startswith(("components", "data", "tests")) for name in carried)
    assert not [name for name in carried if LEFT_OUT & {*name.split("/")}]


def test_the_wheel_has_the_version_that_the_code_says_and_its_types(wheel: Path) -> None:
    assert wheel.name.split("-")[1] == components.__version__
    with zipfile.ZipFile(wheel) as archive:
        assert "samestory/py.typed" in archive.namelist()


def test_an_installed_copy_works_from_elsewhere(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    code = (
        "import samestory, samestory.__main__\n"
        "a = samestory.read_text('Two boats met in fog near the harbour. Nobody was hurt, police said.', outlet='Herald')\n"
        "print(samestory.__file__, len(a.sentences))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path / "installed", capture_output=True, text=True, check=False)
    assert done.stderr == ""
    place, sentences = done.stdout.split()
    assert (Path(place).parent, sentences) == (tmp_path / "installed" / "samestory", "2")


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_what_is_installed_is_what_is_asked_for(name: str) -> None:
    wanted = requirements(name)
    assert len(wanted) > 5
    assert [str(one) for one in wanted if not one.specifier.contains(version(one.name), prereleases=True)] == []


def test_every_requirement_has_both_ends() -> None:
    for one in requirements("requirements.txt") + requirements("requirements-dev.txt"):
        assert re.search(r"==|>=.*<|<.*>=", str(one.specifier)), one


def test_everything_imported_is_asked_for() -> None:
    """Each third-party package that components/ imports stands in requirements.txt, not merely beneath something that does."""
    asked = {canonicalize_name(one.name) for one in requirements("requirements.txt")}
    places = packages_distributions()
    for name in imported() - sys.stdlib_module_names:
        assert asked & {canonicalize_name(place) for place in places.get(name, ["(not installed)"])}, name


def imported() -> set[str]:
    """Top names of all absolute imports in components/."""
    names = set()
    for path in (path for path in (ROOT / "components").rglob("*.py") if "training" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(str(node.module).partition(".")[0])
    return names
