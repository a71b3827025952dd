"""The page Search in a real browser: Enter asks, the answer is announced, its links lead to the places, by keyboard too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.browser_driver import PATIENCE, enter, fits, open_sample, resize, sentence, turn_to
from tests.browser.conftest import RESULTS, Visit

HOSTILE = '"><img src=x onerror=alert(1)> (a+)+$ [x](javascript:alert(2)) was here'


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="A statement, a name or some words")


def ask(page: Page, text: str) -> None:
    box(page).fill(text)
    box(page).press("Enter")


def status(page: Page, words: str) -> Locator:
    return page.get_by_role("status").filter(has_text=words)


@pytest.fixture
def page(visit: Visit) -> Page:
    """The page Search on the first sample story."""
    page = visit()
    open_sample(page)
    turn_to(page, "Search")
    expect(box(page)).to_be_visible(timeout=PATIENCE)
    return page


def test_a_statement_is_traced_and_its_passage_opens_side_by_side(page: Page) -> None:
    ask(page, "The crew will be home by Tuesday")
    expect(status(page, "Stated, whole or in part, by")).to_be_visible(timeout=PATIENCE)
    answers = page.locator(".ss-answers").first.locator("section")
    expect(answers).to_have_count(4)
    expect(answers.first).to_contain_text("● stated")
    link = answers.first.get_by_role("link", name=re.compile("^Side by side at A "))
    place = link.inner_text().removeprefix("Side by side at ")
    enter(page, link, sentence(page, place))
    expect(sentence(page, place)).to_have_class(re.compile("picked"), timeout=PATIENCE)


def test_a_name_is_counted_in_each_outlet_and_its_facts_open(page: Page) -> None:
    ask(page, "corrin")
    expect(status(page, "“corrin” stands in 4 of 4 articles")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".ss-answers mark").first).to_have_text("Corrin")
    fact = page.locator('a[href^="#fact-"]').first
    label = fact.inner_text()
    enter(page, fact, page.locator(".ss-fact > .ss-t"))
    expect(page.locator(".ss-fact > .ss-t")).to_have_text(label, timeout=PATIENCE)


def test_an_example_is_one_click_away_and_what_stands_nowhere_is_told(page: Page) -> None:
    example = page.locator("[class*=st-key-search-example-] button").first
    asked = example.inner_text()
    example.click()
    expect(status(page, f"“{asked}” stands in")).to_be_visible(timeout=PATIENCE)
    expect(box(page)).to_have_value(asked)
    ask(page, "zeppelin")
    expect(status(page, "No sentence of 4 articles has “zeppelin”")).to_be_visible(timeout=PATIENCE)


def test_hostile_input_stays_text(page: Page) -> None:
    ask(page, HOSTILE)
    expect(status(page, "Stated")).to_be_visible(timeout=PATIENCE)
    assert page.locator("img[src=x], a[href^='javascript']").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_answers_fit_wide_and_narrow(visit: Visit, scheme: str) -> None:
    page = visit(scheme=scheme)
    open_sample(page)
    turn_to(page, "Search")
    ask(page, "The crew will be home by Tuesday")
    expect(page.locator(".ss-answers").first.locator("section")).to_have_count(4, timeout=PATIENCE)
    for width in (1280, 800):
        resize(page, width)
        fits(page, RESULTS / f"search-{width}-{scheme}.png")
