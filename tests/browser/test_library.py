"""The library in a real browser: a story survives a reload, has an address, and opens in its own browser only."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_driver import PATIENCE, compare_files, open_page, turn_to, upload, wait_for
from tests.browser.conftest import Visit

ONE = "Bridge to close\n\nOn Monday the council voted to close the bridge.\n\nThe mayor put the cost at 4 million.\n"
TWO = "Council closes bridge\n\nThe council voted on Monday to close the bridge.\n\nA ferry will run in its place.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text)
    return paths


def check_a_fact(page: Page) -> None:
    """The first correction that the page Facts offers."""
    turn_to(page, "Facts")
    page.get_by_role("button", name="Mark as checked").click()
    expect(page.get_by_text(re.compile("machine-made, 1 of"))).to_be_visible(timeout=PATIENCE)


def test_a_reload_brings_back_the_story_its_corrections_and_the_place(visit: Visit, files: list[Path]) -> None:
    page = visit()
    compare_files(page, files)
    check_a_fact(page)
    expect(page).to_have_url(re.compile(r"/facts\?story=[\w-]{16,}&fact=\w+"))
    page.reload()
    expect(page.get_by_text(re.compile("machine-made, 1 of"))).to_be_visible(timeout=PATIENCE)
    turn_to(page, "Corrections")
    expect(page.get_by_text(re.compile("^Fact checked"))).to_be_visible()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_text(re.compile("machine-made, 0 of"))).to_be_visible(timeout=PATIENCE)


def test_the_later_of_two_tabs_is_told(visit: Visit, files: list[Path]) -> None:
    page = visit()
    compare_files(page, files)
    turn_to(page, "Facts")
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_role("button", name="Mark as checked")).to_be_visible(timeout=PATIENCE)
    check_a_fact(page)
    other.get_by_role("button", name="Mark as checked").click()
    expect(other.get_by_text("This story was changed in another tab.")).to_be_visible(timeout=PATIENCE)
    other.get_by_role("button", name="Open that version").click()
    expect(other.get_by_text("This story was changed in another tab.")).to_have_count(0, timeout=PATIENCE)
    expect(other.get_by_text(re.compile("machine-made, 1 of"))).to_be_visible(timeout=PATIENCE)


def test_a_story_goes_out_as_a_file_and_comes_back(visit: Visit, files: list[Path], tmp_path: Path) -> None:
    page = visit()
    compare_files(page, files)
    check_a_fact(page)
    turn_to(page, "Stories")
    with page.expect_download(timeout=PATIENCE) as coming:
        page.get_by_role("button", name="Save as a file").first.click()
    target = tmp_path / coming.value.suggested_filename
    assert target.suffix == ".samestory"
    coming.value.save_as(target)
    again = visit()
    turn_to(again, "Stories")
    again.locator("input[type=file]").first.set_input_files([target])
    wait_for(again, "Overview")
    expect(again.get_by_text(re.compile("machine-made, 1 of"))).to_be_visible(timeout=PATIENCE)


def test_served_to_others_nobody_sees_anothers_story(open_to_all: str, browser: Browser, files: list[Path]) -> None:
    mine, theirs = open_page(browser, open_to_all), open_page(browser, open_to_all)
    upload(mine.page, files[:1])
    upload(theirs.page, files[1:])
    expect(mine.page).to_have_url(re.compile("story="))
    address = mine.page.url
    theirs.page.goto(address)
    expect(theirs.page.get_by_text("No story is kept at this address")).to_be_visible(timeout=PATIENCE)
    turn_to(theirs.page, "Stories")
    expect(theirs.page.get_by_text("for this browser alone")).to_be_visible(timeout=PATIENCE)
    expect(theirs.page.get_by_role("heading", name="Council closes bridge")).to_be_visible(timeout=PATIENCE)
    expect(theirs.page.get_by_role("heading", name="Bridge to close")).to_have_count(0)
    mine.page.reload()
    expect(mine.page.get_by_role("heading", name=re.compile("one.txt"))).to_be_visible(timeout=PATIENCE)
    token = next(cookie for cookie in mine.page.context.cookies() if cookie.get("name") == "samestory_library")
    assert len(token.get("value", "")) >= 40
    mine.close()
    theirs.close()
