"""A second reader in a real browser: named on Articles by keyboard, its column and filter on Facts, its name on Method."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import PATIENCE, fits, open_sample, resize, turn_to
from tests.browser.conftest import RESULTS, Visit
from tests.browser.test_access import complaints
from tests.second_reader.factories import make_cross_encoder

BESIDE = "not calibrated: shown beside, not counted"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "tiny-nli")


def ask(page: Page, folder: str) -> None:
    """Name a folder on Articles, by keyboard alone."""
    form = page.locator(".st-key-second-reader")
    field = form.get_by_role("textbox", name="Folder of a cross-encoder on this machine")
    if not field.is_visible():
        form.locator("summary").focus()
        page.keyboard.press("Enter")
    expect(field).to_be_visible()
    field.fill(folder)
    page.keyboard.press("Enter")


def test_a_second_reader_from_its_folder_to_the_table(visit: Visit, folder: Path) -> None:
    page = visit()
    open_sample(page)
    turn_to(page, "Articles")
    ask(page, "/no/such/folder")
    expect(page.get_by_role("alert").filter(has_text="is not a folder on this machine")).to_be_visible(timeout=PATIENCE)
    ask(page, str(folder))
    expect(page.get_by_role("status").filter(has_text=f"Second reader tiny-nli, {BESIDE}.")).to_be_visible(timeout=PATIENCE)
    fits(page, RESULTS / "second-reader-articles.png")

    turn_to(page, "Facts")
    expect(page.locator(".ss-header")).to_contain_text(f"second reader tiny-nli, {BESIDE}")
    box = page.get_by_role("checkbox", name="Readers disagree:")
    expect(box).to_be_visible(timeout=PATIENCE)
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(".ss-fact .ss-second").filter(has_text="readers disagree").first).to_be_visible(timeout=PATIENCE)
    assert complaints(page) == []
    fits(page, RESULTS / "second-reader-facts.png")
    resize(page, 800)
    fits(page, RESULTS / "second-reader-facts-800.png")
    resize(page, 1280)

    turn_to(page, "Overview")
    expect(page.get_by_role("columnheader", name="second reader").first).to_be_visible(timeout=PATIENCE)
    assert complaints(page) == []
    page.get_by_role("columnheader", name="second reader").first.scroll_into_view_if_needed()
    fits(page, RESULTS / "second-reader-overview.png")
    resize(page, 800)
    fits(page, RESULTS / "second-reader-overview-800.png")
    resize(page, 1280)

    turn_to(page, "Method")
    expect(page.locator(".ss-method")).to_contain_text("tiny-nli")
    expect(page.locator(".ss-method")).to_contain_text(BESIDE)
