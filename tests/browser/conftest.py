"""One running app and one Chromium for all browser tests; every request and every complaint of a page is watched."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.browser_driver import Watch, compare_files, open_page

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RESULTS = ROOT / "test-results"
QUIET = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run".split()
)

Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(chromium: str) -> dict[str, Any]:
    """Launch the system's Chromium, which asks nobody for anything."""
    return {"executable_path": chromium, "args": QUIET}


@pytest.fixture(scope="session")
def app_url(_own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app, started once and stopped at the end."""
    with served("app.py", _own_cache, tmp_path_factory.mktemp("app") / "app.log") as address:
        yield address


@pytest.fixture(scope="module")
def open_to_all(_own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app that listens to everybody: each browser has a library of its own."""
    log = tmp_path_factory.mktemp("open-to-all") / "app.log"
    with served("app.py", _own_cache, log, address="0.0.0.0") as address:  # noqa: S104
        yield address


@pytest.fixture(scope="module")
def invented_story_url(_own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the pages on a comparison made by hand."""
    with served(
        str(HERE / "apps/invented_story.py"), _own_cache, tmp_path_factory.mktemp("invented-story") / "app.log"
    ) as address:
        yield address


@pytest.fixture(scope="module")
def event_echo_url(_own_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the reading view alone, where what it sends is written down."""
    with served(str(HERE / "apps/event_echo.py"), _own_cache, tmp_path_factory.mktemp("event-echo") / "app.log") as address:
        yield address


@contextmanager
def served(
    script: str, cache: Path, log: Path, *, address: str = "127.0.0.1", extra: Mapping[str, str] = MappingProxyType({})
) -> Iterator[str]:
    """The address of a Streamlit script, run as long as the block lasts; its library lies beside its log.

    `extra`: environment variables of its own.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.address", address, "--server.port", str(port)]
    library = str(log.parent / "library")
    environment = {**os.environ, "SAMESTORY_CACHE": str(cache), "SAMESTORY_LIBRARY": library, "OMP_NUM_THREADS": "1", **extra}
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as app:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", app, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            app.terminate()


def _wait(address: str, app: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            with urlopen(address, timeout=1) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except (URLError, OSError):
            if app.poll() is not None:
                break
            time.sleep(0.2)
    pytest.fail(f"the app did not start:\n{log.read_text(errors='replace')[-3000:]}", pytrace=False)


@pytest.fixture
def visit(browser: Browser, app_url: str) -> Iterator[Visit]:
    """Open the app in a session of its own, with the wishes of `open_page`. At the end the watch is asked for complaints."""
    watches: list[Watch] = []

    def opened(**wishes: Any) -> Page:  # noqa: ANN401 - passed through
        watch = open_page(browser, app_url, **wishes)
        watches.append(watch)
        return watch.page

    yield opened
    for watch in watches:
        watch.close()


@pytest.fixture(scope="session")
def seed_watch(seeds: Path, browser: Browser, app_url: str) -> Iterator[Watch]:
    """One session for all tests that only read, in which the two seed articles were uploaded and compared by hand."""
    watch = open_page(browser, app_url)
    compare_files(watch.page, sorted(seeds.glob("*.txt")))
    yield watch
    watch.close()


@pytest.fixture
def seed_page(seed_watch: Watch) -> Page:
    """The page of that session."""
    return seed_watch.page
