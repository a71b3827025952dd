"""The house rules that a machine can hold: order of the rooms, the public surface, sizes, what importing costs, what is named."""

from __future__ import annotations

import ast
import builtins
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

import components

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ROOT / "components"
MODULES = sorted([ROOT / "app.py", ROOT / "setup.py", *ROOMS.rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCRIPTS = sorted([*ROOMS.rglob("*.js"), *ROOMS.rglob("*.css")])
OTHERS = "README.md Makefile pyproject.toml requirements.txt requirements-dev.txt .ci/run .streamlit/config.toml".split()
OTHERS += ".npmrc package.json tsconfig.json eslint.config.js".split()

PUBLIC = ["SamestoryError", "Settings", "compare", "read_file", "read_sentences", "read_text", "trace"]
HEAVY = "torch transformers sentence_transformers streamlit pandas plotly sklearn trafilatura pypdf docx".split()
HEAVY += "sqlalchemy alembic psycopg pydantic jsonschema".split()
LONGEST_MODULE, LONGEST_FUNCTION = 500, 50
# Nothing is fetched from anywhere, so few addresses need naming: papers, code, names of notations, and those kept for examples.
PAPERS_AND_CODE = {"doi.org", "aclanthology.org", "arxiv.org", "github.com"}
NAMED_HOSTS = PAPERS_AND_CODE | {"localhost", "127.0.0.1", "www.w3.org", "schemas.openxmlformats.org"}
ADDRESS = re.compile(r"https?://[^\s\"'<>)\]}`|\\]+")


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_rooms_keep_their_order() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_the_public_names_are_those_promised() -> None:
    assert sorted(components.__all__) == PUBLIC
    assert all(callable(getattr(components, name)) for name in PUBLIC)


def test_the_map_names_every_room_and_no_other() -> None:
    mapped = set(re.findall(r"^    (\w+(?:/|\.py))  +\S", components.__doc__ or "", re.MULTILINE))
    modules = {path.name for path in ROOMS.glob("*.py") if not path.name.startswith("_")}
    folders = {f"{path.parent.name}/" for path in ROOMS.glob("*/__init__.py")}
    assert mapped == modules | folders


@pytest.mark.parametrize("path", sorted(ROOMS.rglob("*/__init__.py")), ids=named)
def test_the_map_of_a_room_names_every_file_and_no_other(path: Path) -> None:
    mapped = set(
        re.findall(r"^(\w+(?:/|\.py)) +\S", ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "", re.MULTILINE)
    )
    modules = {other.name for other in path.parent.glob("*.py") if not other.name.startswith("_")}
    folders = {f"{other.parent.name}/" for other in path.parent.glob("*/__init__.py")}
    assert mapped >= folders | modules or "migrations" in path.parts
    assert {name for name in mapped if not (path.parent / name).exists()} == set()


def test_no_class_name_stands_for_two_things() -> None:
    places: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name, []).append(named(path))
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_every_error_of_ours_is_a_samestory_error() -> None:
    builtin = {name for name, kind in vars(builtins).items() if isinstance(kind, type) and issubclass(kind, BaseException)}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ROOMS.rglob("*.py"))}
    classes = [(path, node) for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    ours: dict[str, Path] = {}
    for _ in range(4):  # an error of ours can stand above another
        for path, node in classes:
            if {base.id for base in node.bases if isinstance(base, ast.Name)} & (builtin | set(ours)):
                ours[node.name] = path
    assert set(ours) >= {"SamestoryError", "InputError", "LibraryError", "NoStoryError", "OutputError", "RefusalError"}
    for name, path in ours.items():
        module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
        assert issubclass(getattr(module, name), components.SamestoryError), f"{name} in {named(path)}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions(path)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("path", [*MODULES, *TESTS], ids=named)
def test_a_file_says_at_once_what_it_is_for(path: Path) -> None:
    first = ast.parse(path.read_text(encoding="utf-8")).body[0]
    assert isinstance(first, ast.Expr)
    assert isinstance(first.value, ast.Constant)
    assert isinstance(first.value.value, str)
    assert first.lineno == 1


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_script_or_style_says_at_once_what_it_is_for(path: Path) -> None:
    assert re.match(r"(//|/\*) ?\w", path.read_text(encoding="utf-8"))


def test_importing_costs_nothing_heavy_and_says_nothing() -> None:
    code = f"import sys, components; print(*[name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_the_dashboard_starts_without_what_a_story_file_needs() -> None:
    code = (
        "import sys, components.views.pages.stories; print(*[name for name in ('pydantic', 'sqlalchemy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("path", sorted(ROOMS.rglob("*.py")), ids=named)
def test_imports_inside_the_house_are_relative(path: Path) -> None:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    absolute = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and node.level == 0}
    assert not {name for name in plain | absolute if name.split(".")[0] in ("components", "samestory")}


@pytest.mark.parametrize("path", [*MODULES, *TESTS, *SCRIPTS, *(ROOT / name for name in OTHERS)], ids=named)
def test_no_place_is_named_that_a_reader_does_not_have(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    hosts = {urlsplit(address).hostname or "" for address in ADDRESS.findall(text)}
    strange = {host for host in hosts - NAMED_HOSTS if not re.search(r"(^|\.)(example|invalid|test)(\.(com|org|net))?$", host)}
    assert strange == set()
    assert "/".join(["", "work", ""]) not in text


def test_the_lock_file_of_the_scripts_names_no_registry() -> None:
    assert "resolved" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
