"""The page Overview in a real browser: what stands first, the table by keyboard, the ways to the evidence, narrow and dark."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_driver import PATIENCE, enter, height, open_page, sentence, turn_to
from tests.browser.conftest import RESULTS


@pytest.fixture
def page(browser: Browser, invented_story_url: str) -> Iterator[Page]:
    """The page in a session of its own, wide and light."""
    with closing(open_page(browser, invented_story_url, ready="h1")) as watch:
        yield turned(watch.page)


def turned(page: Page) -> Page:
    """Turn to the Overview and wait for its end."""
    turn_to(page, "Overview")
    expect(page.get_by_text("Keep it")).to_be_visible(timeout=PATIENCE)
    return page


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (800, "dark")])
def test_the_parts_stand_in_the_order_of_reading_and_nothing_runs_over_the_edge(
    browser: Browser, invented_story_url: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    selectors = [".kp", ".ss-details", ".ss-coverage", "text=Words in common", ".ledes", ".ss-voices", "text=Length beside"]
    with closing(open_page(browser, invented_story_url, width=width, scheme=scheme, ready="h1")) as watch:
        page = turned(watch.page)
        RESULTS.mkdir(exist_ok=True)
        page.screenshot(path=RESULTS / f"overview-{width}-{scheme}.png")
        tops = [height(page.locator(what).first) for what in selectors]
        assert tops == sorted(tops)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_head_of_the_table_stays_in_view(page: Page) -> None:
    head, row = page.locator(".ss-coverage thead th").first, page.locator(".ss-coverage tr[data-fact]").nth(3)
    before = height(head)
    row.evaluate("row => row.scrollIntoView({ block: 'start' })")
    bar = page.locator(".stAppHeader").bounding_box()
    assert bar is not None
    assert height(head) < before
    assert abs(height(head) - (bar["y"] + bar["height"])) < 6


def test_a_sentence_number_leads_to_its_sentence_by_keyboard(page: Page) -> None:
    enter(page, page.get_by_role("link", name="sentence 2 of C"), sentence(page, "C 2"))


def test_a_fact_leads_to_its_card_from_the_table_by_keyboard(page: Page) -> None:
    enter(page, page.locator(".ss-coverage tr[data-fact='f2'] th a"), page.locator("#fact-f2"))


def test_groups_open_and_close_by_keyboard(page: Page) -> None:
    page.locator(".st-key-overview-order").get_by_text("outlet", exact=True).click()
    folds = page.locator("details.ss-fold")
    expect(folds).to_have_count(3, timeout=PATIENCE)
    expect(folds.first).to_have_attribute("open", "")
    second = folds.nth(1)
    expect(second.locator("table")).to_be_hidden()
    second.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(second.locator("table")).to_be_visible()
    expect(second.locator("summary")).to_contain_text("of 6 facts")
