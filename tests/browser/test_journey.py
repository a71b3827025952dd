"""An analyst's whole way with the network cut: files in, compared, corrected, kept in four formats, and back after a reload."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from subprocess import run
from zipfile import ZipFile

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browser_driver import PATIENCE, compare, dock, open_page, sentence, turn_to, upload
from tests.browser.conftest import ROOT, served

WALLS = ROOT / "data" / "winter-walls"
FILES = (*(next(WALLS.glob(name)) for name in ("Halvern*.docx", "bench*.html", "ledger*.txt", "warm*.txt")),)
OTHER_STORY = next((ROOT / "data" / "quernby-bridge").glob("*.pdf"))
TITLE = "Mushroom walls, checked"
REJECTED = "No link: A 9"
HELD = "Difference checked ("


@pytest.fixture
def tried(tmp_path: Path) -> Path:
    """Where the app writes down each attempt to leave this machine."""
    return tmp_path / "tried.txt"


@pytest.fixture
def address(_own_cache: Path, tmp_path: Path, tried: Path) -> Iterator[str]:
    """The app in a process that reaches nothing but this machine."""
    with served("app.py", _own_cache, tmp_path / "app.log", extra=cut(tried)) as found:
        yield found


def cut(tried: Path) -> dict[str, str]:
    """What the environment of a Python process needs to be cut off."""
    return {"PYTHONPATH": str(Path(__file__).parent / "offline"), "SAMESTORY_TRIED": str(tried)}


@pytest.mark.parametrize("asks", [f"{how}(('192.0.2.1', 80))" for how in ("socket.create_connection", "socket.socket().connect")])
def test_who_is_cut_off_reaches_nobody_and_it_is_written_down(tried: Path, asks: str) -> None:
    command = [sys.executable, "-c", f"import socket; {asks}"]
    done = run(command, env={**os.environ, **cut(tried)}, capture_output=True, check=False)
    assert b"no network" in done.stderr
    assert tried.read_text() == "192.0.2.1\n"


def test_the_whole_way_without_a_network(browser: Browser, address: str, tried: Path, tmp_path: Path) -> None:
    with closing(open_page(browser, address)) as watch:
        page = watch.page
        bring(page)
        compare(page)
        read_the_overview(page)
        reject_a_link_by_keyboard(page)
        judge_a_difference(page)
        search(page)
        take_back_and_make_again(page)
        rename(page)
        look_into(keep(page, tmp_path))
        page.reload()
        expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
        expect(summary(page)).to_contain_text("2 details differ", timeout=PATIENCE)
        turn_to(page, "Corrections")
        expect(logged(page, REJECTED)).to_be_visible(timeout=PATIENCE)
        expect(logged(page, HELD)).to_be_visible()
    assert tried.read_text() == "", "the app's process asked for other machines"


def summary(page: Page) -> Locator:
    return page.locator(".ss-sum")


def logged(page: Page, words: str) -> Locator:
    """A row of the page Corrections that holds."""
    return page.locator("[class*=st-key-correction-row]", has_text=words).filter(has_text="applied")


def article(page: Page, title: str) -> Locator:
    return page.locator("[class*=st-key-article-]", has=page.get_by_role("heading", name=re.compile(title)))


def bring(page: Page) -> None:
    """Files of four formats; the one of another story is taken away, a passage called furniture is restored."""
    upload(page, [*FILES, OTHER_STORY])
    expect(page.get_by_role("heading", name="5 articles of one story")).to_be_visible(timeout=PATIENCE)
    article(page, "Courier").get_by_role("button", name="Remove", exact=True).click()
    expect(page.get_by_role("heading", name="4 articles of one story")).to_be_visible(timeout=PATIENCE)
    weekly = article(page, "Warm Home Weekly")
    weekly.get_by_text(re.compile("removed as page furniture")).click()
    weekly.get_by_role("button", name="Restore", exact=True).last.click()
    expect(weekly.get_by_text(re.compile("1 restored"))).to_be_visible(timeout=PATIENCE)


def read_the_overview(page: Page) -> None:
    """Who states what, and three details that differ."""
    expect(page.get_by_role("table", name="Who states what")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("table", name="Details that differ")).to_contain_text("outlast the wallpaper")
    expect(summary(page)).to_contain_text("3 details differ")


def reject_a_link_by_keyboard(page: Page) -> None:
    """From the headline down to the ninth sentence, and its link to the same quotation rejected; the counts follow."""
    turn_to(page, "Side by side")
    sentence(page, "A 1").focus()
    page.keyboard.press("Enter")
    for _ in range(8):
        page.keyboard.press("ArrowDown")
    expect(sentence(page, "A 9")).to_have_class(re.compile("picked"))
    expect(sentence(page, "B 10")).to_have_class(re.compile("partner"))
    page.keyboard.press("x")
    expect(dock(page)).to_contain_text("link rejected by hand", timeout=PATIENCE)
    expect(sentence(page, "B 10")).not_to_have_class(re.compile("partner"))
    expect(summary(page)).to_contain_text("2 details differ", timeout=PATIENCE)


def judge_a_difference(page: Page) -> None:
    """The first that is left holds."""
    turn_to(page, "Differences")
    row = page.locator("[class*=st-key-difference-row]").first
    row.get_by_role("button", name="It holds").click()
    expect(row.get_by_role("button", name="It holds")).to_have_count(0, timeout=PATIENCE)


def search(page: Page) -> None:
    """A name, in each outlet."""
    turn_to(page, "Search")
    box = page.get_by_role("searchbox")
    box.fill("wallpaper")
    box.press("Enter")
    expect(page.get_by_role("status").filter(has_text="“wallpaper” stands in")).to_be_visible(timeout=PATIENCE)


def take_back_and_make_again(page: Page) -> None:
    """Both corrections undone and made again; whether there is more to make again tells that a press has been heard."""
    undo, redo = (page.get_by_role("button", name=name, exact=True) for name in ("Undo", "Redo"))
    for button, differing, again in ((undo, 2, True), (undo, 3, True), (redo, 2, True), (redo, 2, False)):
        button.click()
        expect(redo).to_be_enabled(enabled=again, timeout=PATIENCE)
        expect(summary(page)).to_contain_text(f"{differing} details differ", timeout=PATIENCE)
        expect(page.locator("[data-stale=true]")).to_have_count(0, timeout=PATIENCE)
    turn_to(page, "Corrections")
    expect(logged(page, REJECTED)).to_be_visible(timeout=PATIENCE)
    expect(logged(page, HELD)).to_be_visible()


def rename(page: Page) -> None:
    """The story gets a title of its own."""
    turn_to(page, "Stories")
    page.get_by_role("button", name="Rename").click()
    page.get_by_label(re.compile("^Title")).fill(TITLE)
    page.get_by_role("button", name="Keep this title").click()
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)


def keep(page: Page, folder: Path) -> dict[str, bytes]:
    """What each button of the Overview gives, by its name."""
    turn_to(page, "Overview")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=PATIENCE)
    kept = {}
    for name in ("HTML report", "Word", "Tables (CSV)", "JSON"):
        with page.expect_download(timeout=PATIENCE) as coming:
            page.get_by_role("button", name=name, exact=True).click()
        assert coming.value.suggested_filename.startswith("mushroom-walls-checked")
        coming.value.save_as(folder / coming.value.suggested_filename)
        kept[name] = (folder / coming.value.suggested_filename).read_bytes()
    return kept


def look_into(kept: dict[str, bytes]) -> None:
    """Each opens, has the title, and says what was corrected."""
    document = docx.Document(BytesIO(kept["Word"]))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    word_text = "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    with ZipFile(BytesIO(kept["Tables (CSV)"])) as tables:
        log = tables.read("corrections.csv").decode("utf-8-sig")
    for text in (kept["HTML report"].decode(), word_text, log):
        assert REJECTED in text
        assert HELD in text
    assert TITLE in kept["HTML report"].decode()
    assert TITLE in word_text
    found = json.loads(kept["JSON"])
    assert found["story"]["title"] == TITLE
    assert [one["kind"] for one in found["corrections"]] == ["restore", "reject_link", "check_difference"]
