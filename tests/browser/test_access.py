"""Every page of the app as an accessibility checker finds it, wide in light and narrow in dark; headings, table heads, focus."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_driver import PATIENCE, dock, framed, open_page, open_sample, settled, turn_to

STREAMLITS: Final = {
    ("presentation-role-conflict", "stFileUploaderDropzone"): "minor; the drop zone has a role for its name only"
}
"""What is let pass inside Streamlit's own widgets, whatever its impact: rule, a part of the element, reason."""
SEEN: Final = """() => {
    const node = document.activeElement;
    const framed = (one) => getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none";
    return node.matches("input") || framed(node) || framed(node.parentElement);
}"""
"""Whether the focused element shows that it is; a text field does so by its border and its caret."""


@dataclass(frozen=True)
class Visited:
    """One session that goes from page to page, and what was found on each."""

    page: Page
    found: dict[str, list[str]]
    headings: dict[str, list[str]]
    bare: dict[str, int]

    def look(self, name: str) -> None:
        """Ask the checker about the page as it stands."""
        settled(self.page)
        self.found[name] = complaints(self.page)
        main = self.page.get_by_test_id("stMain")
        self.headings[name] = main.locator("h1, h2, h3, h4, h5, h6").evaluate_all(
            "nodes => nodes.filter(node => node.checkVisibility()).map(node => node.tagName)"
        )
        self.bare[name] = main.locator(".ss th:not([scope])").count()


def complaints(page: Page) -> list[str]:
    """What the checker finds, less what is Streamlit's own."""
    violations: list[dict[str, Any]] = Axe().run(page).response["violations"]
    found = [(rule["id"], rule["impact"], node["html"]) for rule in violations for node in rule["nodes"]]
    return [
        f"{name}, {impact}: {html[:160]}"
        for name, impact, html in found
        if not any(name == known and part in html for known, part in STREAMLITS)
    ]


@pytest.fixture(scope="module", params=[(1280, "light"), (800, "dark")], ids=["1280-light", "800-dark"])
def visited(request: pytest.FixtureRequest, browser: Browser, app_url: str) -> Iterator[Visited]:
    """All pages with a sample story, one after the other, at one width and in one theme."""
    width, scheme = request.param
    watch = open_page(browser, app_url, width=width, scheme=scheme)
    seen = Visited(watch.page, {}, {}, {})
    seen.look("welcome")
    open_sample(watch.page)
    expect(watch.page.get_by_role("table", name="Who states what")).to_be_visible(timeout=PATIENCE)
    for title, ready in PAGES.items():
        turn_to(watch.page, title)
        ready(watch.page)
        seen.look(title)
    yield seen
    watch.close()


def _correct(page: Page) -> None:
    """A link rejected and the tools of a fact opened: with that there is a story to keep, and a log."""
    page.locator(".sentence.body.stated").first.click()
    page.keyboard.press("x")
    expect(dock(page)).to_contain_text("link rejected by hand", timeout=PATIENCE)
    dock(page).get_by_role("button", name="Correct…").first.click()


def _ask(page: Page) -> None:
    box = page.get_by_role("searchbox")
    box.fill("The crew will be home by Tuesday")
    box.press("Enter")
    expect(page.locator(".ss-answers").first.locator("section")).to_have_count(4, timeout=PATIENCE)


def _there(selector: str) -> Callable[[Page], None]:
    return lambda page: expect(page.locator(selector).first).to_be_visible(timeout=PATIENCE)


PAGES: Final[dict[str, Callable[[Page], None]]] = {
    "Overview": _there(".stPlotlyChart"),
    "Articles": _there(".stExpander"),
    "Side by side": _correct,
    "Differences": _there(".ss-pair"),
    "Facts": _there(".ss-fact"),
    "Search": _ask,
    "Corrections": _there("[class*=st-key-correction-row]"),
    "Stories": _there("[class*=st-key-story-actions]"),
    "Method": _there("table"),
}
"""The pages in the order of the visit, each with what makes it whole."""


def test_the_checker_finds_nothing_on_any_page(visited: Visited) -> None:
    assert {name: found for name, found in visited.found.items() if found} == {}
    assert len(visited.found) == 10


def test_each_page_has_one_first_heading_and_leaves_no_level_out(visited: Visited) -> None:
    for name, tags in visited.headings.items():
        levels = [int(tag[1]) for tag in tags]
        assert levels[:1] == [1], name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), f"{name}: {tags}"


def test_each_head_of_a_table_says_what_it_heads(visited: Visited) -> None:
    assert set(visited.bare.values()) == {0}


@pytest.mark.parametrize("title", ["Overview", "Stories"])
def test_where_the_keyboard_is_can_be_seen(visited: Visited, title: str) -> None:
    page = visited.page
    turn_to(page, title)
    PAGES[title](page)
    settled(page)  # from a page that is half there the Tab key soon leads out
    page.get_by_test_id("stMain").get_by_role("button", name=re.compile("Got it|Rename")).first.focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        framed(page)
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 300)")


def test_the_checker_would_find_a_control_without_a_name(visited: Visited) -> None:
    turn_to(visited.page, "Method")
    expect(visited.page.get_by_role("table").first).to_be_visible(timeout=PATIENCE)
    visited.page.get_by_role("table").first.evaluate("node => node.before(document.createElement('button'))")
    assert [found.split(",")[0] for found in complaints(visited.page)] == ["button-name"]
