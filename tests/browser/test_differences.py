"""Details that differ in a real browser: the page Differences, the marks and the dock of Side by side, the Overview."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.browser_driver import PATIENCE, Watch, dock, fits, open_page, resize, sentence, turn_to, wait_for
from tests.browser.conftest import RESULTS


def opened(browser: Browser, invented_story_url: str, scheme: Literal["light", "dark"] = "light") -> Watch:
    """The page Facts in a session of its own."""
    return open_page(browser, invented_story_url, scheme=scheme, ready="h1")


@pytest.fixture
def page(browser: Browser, invented_story_url: str) -> Iterator[Page]:
    """The page Differences in a session of its own."""
    with closing(opened(browser, invented_story_url)) as watch:
        turn_to(watch.page, "Differences")
        expect(rows(watch.page)).to_have_count(9, timeout=PATIENCE)
        yield watch.page


def rows(page: Page) -> Locator:
    return page.locator(".ss-pair")


def under(mark: Locator) -> str:
    """The style of the line under a mark."""
    return str(mark.evaluate("node => getComputedStyle(node).borderBlockEndStyle"))


def test_each_row_has_a_number_the_verdict_in_words_and_both_sentences_marked(page: Page) -> None:
    first = rows(page).first
    expect(first.get_by_role("heading")).to_have_text("≠1 date differs")
    expect(first).to_contain_text("Friday and Saturday are two days")
    expect(first.locator("mark")).to_have_text(["on Friday", "on Saturday"])
    for mark in first.locator("mark").all():
        assert under(mark) == "double"
        assert mark.evaluate("node => getComputedStyle(node, '::after').content") == '"≠1"'
    serif = first.locator(".ss-t").first.evaluate("node => getComputedStyle(node).fontFamily")
    assert "serif" in serif.split(",")[-1]


def test_a_kind_and_notes_are_chosen_by_keyboard(page: Page) -> None:
    page.get_by_role("radio", name="number: 2 of 9").or_(page.get_by_role("button", name="number: 2 of 9")).first.focus()
    page.keyboard.press("Enter")
    expect(rows(page)).to_have_count(2)
    page.get_by_role("switch", name=re.compile("^Show 3 notes")).or_(page.get_by_label(re.compile("^Show 3 notes"))).first.focus()
    page.keyboard.press("Space")
    expect(rows(page)).to_have_count(3)
    expect(rows(page).last.get_by_role("heading")).to_have_text("number: compatible")
    assert under(rows(page).last.locator("mark").first) == "solid"


def test_a_row_opens_side_by_side_at_its_sentences_by_keyboard(page: Page) -> None:
    page.get_by_role("button", name="Side by side at A 3 and B 3").first.focus()
    page.keyboard.press("Enter")
    expect(sentence(page, "A 3")).to_have_class(re.compile("picked"), timeout=PATIENCE)
    expect(dock(page)).to_contain_text("≠4 two versions of this quotation")
    expect(dock(page)).to_contain_text("changed words: turned back / turned round")
    expect(dock(page)).to_contain_text("≠6 order of events differs")
    expect(page.locator("[aria-live=polite].ss-vh")).to_contain_text("≠5 name differs: two first names with one last name.")


def test_side_by_side_marks_what_differs_and_what_is_only_here_and_the_legend_says_so(page: Page) -> None:
    turn_to(page, "Side by side")
    mark = sentence(page, "A 2").locator("mark.ss-differs").first
    expect(mark).to_have_text("on Friday≠1")
    assert under(mark) == "double"
    expect(sentence(page, "A 2")).to_contain_text("details differ: ≠1 ≠2")
    only = sentence(page, "A 5").locator("mark.ss-only")
    expect(only).to_have_text("from Varn")
    assert under(only) == "dotted"
    expect(page.locator(".legend")).to_contain_text("double≠ details differ")
    assert page.locator(".part.differing").count() == page.locator(".sentence.differing").count() == 8


def test_n_stops_where_details_differ_and_the_dock_leads_to_the_other_detail(page: Page) -> None:
    turn_to(page, "Side by side")
    sentence(page, "A 1").click()
    page.keyboard.press("n")
    expect(sentence(page, "A 2")).to_have_class(re.compile("picked"))
    dock(page).get_by_role("button", name="bring B 2, the other detail, beside A 2").first.click()
    expect(sentence(page, "B 2")).to_have_class(re.compile("beside"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_with_differences_fit_wide_and_narrow(
    browser: Browser, invented_story_url: str, scheme: Literal["light", "dark"]
) -> None:
    with closing(opened(browser, invented_story_url, scheme)) as watch:
        page = watch.page
        for title in ("Overview", "Differences", "Side by side"):
            turn_to(page, title)
            for width in (1280, 800):
                resize(page, width)
                if title == "Side by side":
                    sentence(page, "A 2").click()
                fits(page, RESULTS / f"made-{title.lower().replace(' ', '-')}-{width}-{scheme}.png")


def test_the_overview_names_what_differs_and_leads_there(browser: Browser, invented_story_url: str) -> None:
    with closing(opened(browser, invented_story_url)) as watch:
        page = watch.page
        turn_to(page, "Overview")
        details = page.get_by_role("table", name="Details that differ")
        expect(details).to_contain_text("≠9 term")
        expect(page.get_by_role("table", name="Who speaks")).to_contain_text("8 quoted, 8 reported")
        page.get_by_role("button", name="Differences in their sentences").click()
        wait_for(page, "Differences")
        expect(rows(page)).to_have_count(9, timeout=PATIENCE)
