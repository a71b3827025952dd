"""What the documents beside the README name is there: files, rooms, classes, targets, the version."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import components

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
ROOMS = {path.name for path in (ROOT / "components").iterdir() if not path.name.startswith("__") and path.name != "py.typed"}
TARGETS = set(re.findall(r"^\.PHONY: (.+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split())


EXAMPLES = {"formats/rtf.py"}
"""Files that a document has its reader make."""


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def in_code(path: Path) -> list[str]:
    """What stands between single backticks."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL))


def defined() -> set[str]:
    """The names of all classes, functions, fields and constants in components/."""
    names: set[str] = set()
    for path in (ROOT / "components").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_file_and_folder_named_is_there(path: Path) -> None:
    places = {name for name in in_code(path) if re.fullmatch(r"[\w./-]+(/|\.(py|md|js|json|toml|html|css|npz))", name)}
    folders = [folder for top in ("components", "tests") for folder in (ROOT / top).rglob("*") if folder.is_dir()]
    bases = [ROOT, ROOT / "components", path.parent, *folders]
    assert [
        name for name in sorted(places - EXAMPLES) if "DIGEST" not in name and not any((base / name).exists() for base in bases)
    ] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_make_target_named_exists(path: Path) -> None:
    assert set(re.findall(r"\bmake ([a-z]+)\b(?= |`|$)", "\n".join(in_code(path)))) <= TARGETS


def test_every_class_of_the_glossary_exists() -> None:
    text = " ".join(in_code(ROOT / "docs" / "architecture.md"))
    names = set(re.findall(r"\b[A-Z][a-z]+[A-Za-z]*\b", text))
    assert names - defined() == set()
    assert len(names) > 20


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert {room for room in ROOMS if not re.search(rf"`(components/)?{re.escape(room)}[/`]", text)} == set()


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert versions[0] == components.__version__
