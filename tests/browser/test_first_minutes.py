"""The first minutes in a real browser: a sample within seconds, explanations that can be put away, the page Method."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import PATIENCE, fits, open_sample, resize, turn_to
from tests.browser.conftest import RESULTS, Visit

WELCOME = "Samestory sets several articles about one event beside each other"


def welcome(page: Page) -> None:
    expect(page.get_by_text(WELCOME)).to_be_visible(timeout=PATIENCE)


def test_a_sample_is_on_screen_after_one_click_also_for_the_second_visitor(visit: Visit) -> None:
    for page in (visit(), visit()):
        open_sample(page)
        expect(page.get_by_role("table").first).to_be_visible(timeout=PATIENCE)


def test_the_explanation_is_put_away_by_keyboard_and_comes_back_from_method(visit: Visit) -> None:
    page = visit()
    welcome(page)
    page.get_by_role("button", name="Got it").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(WELCOME)).to_have_count(0, timeout=PATIENCE)
    turn_to(page, "Method")
    page.get_by_role("button", name="Show the first explanations again").click()
    expect(page.get_by_role("button", name="Show the first explanations again")).to_be_disabled(timeout=PATIENCE)
    turn_to(page, "Articles")
    welcome(page)


def test_the_first_screen_leads_to_the_method(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="How it works, and how sure it is").click()
    page.wait_for_url(re.compile("/method"), timeout=PATIENCE)
    expect(page.get_by_role("heading", name="How sure it is")).to_be_visible(timeout=PATIENCE)


def test_each_page_says_what_it_answers_until_it_is_put_away(visit: Visit) -> None:
    page = visit()
    open_sample(page)
    turn_to(page, "Facts")
    line = page.get_by_text("Facts: everything that at least one article states.")
    expect(line).to_be_visible(timeout=PATIENCE)
    page.locator(".st-key-guide-line").get_by_role("button", name="Got it").click()
    expect(line).to_have_count(0, timeout=PATIENCE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_method_fits_wide_and_narrow_and_its_tables_have_names(visit: Visit, scheme: str) -> None:
    page = visit(scheme=scheme)
    open_sample(page)
    turn_to(page, "Method")
    expect(page.get_by_role("table", name="How often the judgements hold")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text("model digest")).to_be_visible()
    levels = page.locator("[data-testid=stMain] :is(h1, h2, h3)").evaluate_all("nodes => nodes.map(node => node.tagName)")
    assert levels[0] == "H1"
    assert set(levels[1:]) == {"H2"}
    for width in (1280, 800):
        resize(page, width)
        fits(page, RESULTS / f"method-{width}-{scheme}.png")
