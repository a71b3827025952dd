"""What every test can ask for: the seeds, the gold, an encoder, a browser. Nothing but this machine is reached.

The seeds and the gold are other people's text and no part of the repository; the environment variable SAMESTORY_SHARED names the
folder that holds them. Without it (or without Chromium) the tests that need them are skipped, in CI they fail.
Sockets reach the loopback addresses only (pytest-socket, switched on in pyproject.toml).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from components.embeddings import CachedEncoder, Encoder, load_encoder
from tests.fakes import TinyEncoder

IN_CI = bool(os.environ.get("CI"))

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


def missing(what: str) -> None:
    """Skip the test with this reason; fail it in CI, where nothing may be missing."""
    if IN_CI:
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keeps the vectors, stories and models of this run away from the user's own."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("cache")
        patch.setenv("SAMESTORY_CACHE", str(folder))
        patch.setenv("SAMESTORY_LIBRARY", str(tmp_path_factory.mktemp("library")))
        patch.setenv("SAMESTORY_MODELS", str(tmp_path_factory.mktemp("models")))
        patch.delenv("SAMESTORY_ENCODER", raising=False)
        yield folder


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder with seeds and gold."""
    folder = os.environ.get("SAMESTORY_SHARED")
    if not folder or not Path(folder).is_dir():
        missing("SAMESTORY_SHARED names no folder with seeds and gold")
    return Path(str(folder)).resolve()


@pytest.fixture(scope="session")
def seeds(shared_dir: Path) -> Path:
    """The folder of the two seed articles and their truth.json."""
    return _folder(shared_dir, "seeds")


@pytest.fixture(scope="session")
def gold(shared_dir: Path) -> Path:
    """The folder of the annotated data."""
    return _folder(shared_dir, "gold")


@pytest.fixture
def tiny() -> TinyEncoder:
    """A fresh tiny encoder: deterministic word vectors, no model."""
    return TinyEncoder()


@pytest.fixture(scope="session")
def encoder(_own_cache: Path) -> Encoder:
    """The bundled model behind this run's cache."""
    return CachedEncoder(load_encoder())


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        missing("no Chromium on this machine; install the system's package `chromium`")
    return str(found)


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    if not folder.is_dir():
        missing(f"{folder} is missing")
    return folder


@pytest.fixture
def three_large_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all but three facts of a story fold away where they are small: a made story has few."""
    monkeypatch.setattr("components.report.selection.LARGE_FACTS", 3)
