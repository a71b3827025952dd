"""The reading view as an accessibility checker finds it: at rest, with a pick and its corrections, while a link is sought."""

from __future__ import annotations

from contextlib import closing
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.browser_driver import dock, open_page, sentence


def complaints(page: Page) -> list[tuple[str, Any]]:
    """What the checker finds inside the view: rule and elements."""
    found = Axe().run(page).response["violations"]
    inside = [(rule["id"], [node["target"] for node in rule["nodes"] if isinstance(node["target"][0], list)]) for rule in found]
    return [(rule, nodes) for rule, nodes in inside if nodes]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_checker_finds_nothing_in_light_and_dark(
    browser: Browser, event_echo_url: str, scheme: Literal["light", "dark"]
) -> None:
    with closing(open_page(browser, event_echo_url, scheme=scheme, ready=".sentence")) as watch:
        page = watch.page
        assert complaints(page) == []
        sentence(page, "A 5").click()
        for key in ("f", "e"):
            page.keyboard.press(key)
        dock(page).get_by_role("button", name="Relabel…").first.click()
        assert complaints(page) == []
        dock(page).get_by_role("button", name="Cancel relabelling").click()
        page.keyboard.press("l")
        assert complaints(page) == []


def test_the_checker_would_find_a_control_without_a_name(browser: Browser, event_echo_url: str) -> None:
    with closing(open_page(browser, event_echo_url, ready=".sentence")) as watch:
        watch.page.locator(".together").evaluate("node => node.replaceChildren()")
        assert [rule for rule, _ in complaints(watch.page)] == ["button-name"]
