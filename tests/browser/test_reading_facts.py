"""Facts inside the sentences of the reading view, the keys, the room that the dock leaves, narrow windows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_driver import dock, framed, open_page, sentence
from tests.browser.conftest import RESULTS


@pytest.fixture
def page(browser: Browser, event_echo_url: str) -> Iterator[Page]:
    """Three columns, in a session of its own."""
    with closing(open_page(browser, event_echo_url, ready=".sentence")) as watch:
        yield watch.page


def lit(page: Page) -> list[str]:
    """The words that are marked as mentions of one fact, by sentence."""
    found = page.locator(".sentence:has(.lit)")
    signs = re.compile(r"≠[\d·]+")
    return [
        f"{node.get_attribute('id')!s}: {signs.sub('', ''.join(node.locator('.lit').all_text_contents()))}"
        for node in found.all()
    ]


def test_pointing_at_words_marks_the_mentions_of_their_fact_in_every_column(page: Page) -> None:
    assert lit(page) == []
    sentence(page, "A 2").get_by_text("saw smoke").hover()
    assert [found.split(":")[0] + found.split(":")[1] for found in lit(page)] == ["A1", "B1", "C1"]
    expect(page.locator(".part.lit")).to_have_count(3)
    page.locator(".title").first.hover()
    assert lit(page) == []


def test_of_facts_that_lie_on_each_other_the_one_in_the_fewest_words_is_meant(page: Page) -> None:
    sentence(page, "A 5").get_by_text("from Varn").hover()
    assert lit(page) == ["A:4: from Varn"]
    sentence(page, "A 5").get_by_text("took the crew to").hover()
    assert [found[:3] for found in lit(page)] == ["A:4", "B:4"]


def test_the_dock_lists_the_facts_of_a_sentence_with_their_state_in_each_other_column(page: Page) -> None:
    sentence(page, "A 5").click()
    rows = page.locator(".fact")
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("A boat from Varn took the crew to Port Sel.")
    expect(rows.nth(0).locator(".state")).to_have_text(["B ● stated", "C ○ not found"])
    expect(rows.nth(1).locator(".claim")).to_have_text("from Varn")
    expect(rows.nth(1).locator(".state")).to_have_text(["B ○ not found", "C ○ not found"])


def test_a_row_in_hand_marks_its_mentions_by_mouse_and_by_focus(page: Page) -> None:
    sentence(page, "A 5").click()
    rows = page.locator(".fact")
    rows.nth(0).hover()
    assert [found[:3] for found in lit(page)] == ["A:4", "B:4"]
    page.locator(".where").hover()
    assert lit(page) == []
    rows.nth(1).locator(".claim").focus()
    assert lit(page) == ["A:4: from Varn"]


def test_f_steps_through_the_facts_and_tells_each(page: Page) -> None:
    sentence(page, "A 5").click()
    spoken = page.locator("[aria-live=polite].ss-vh").first
    page.keyboard.press("f")
    expect(spoken).to_contain_text("Fact 1 of 2: A boat from Varn took the crew to Port Sel.. B: stated; C: not found.")
    page.keyboard.press("f")
    expect(spoken).to_contain_text("Fact 2 of 2: from Varn.")
    assert lit(page) == ["A:4: from Varn"]
    expect(page.locator(".fact.chosen .claim")).to_have_text("from Varn")
    page.keyboard.press("f")
    expect(spoken).to_contain_text("Fact 1 of 2")
    page.keyboard.press("Shift+F")
    expect(spoken).to_contain_text("Fact 2 of 2")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".fact.chosen")).to_have_count(0)
    assert lit(page) == []


def test_words_of_facts_keep_the_marks_that_lie_on_them(page: Page) -> None:
    expect(sentence(page, "A 2").locator("mark.ss-differs").first).to_have_text("on Friday≠1")
    text = sentence(page, "A 5").locator(".text")
    expect(text).to_have_text("A boat≠9 from Varn took the crew to Port Sel≠8.")
    expect(text.locator("mark.ss-only")).to_have_text("from Varn")


def test_the_keys_are_told_when_they_are_asked_for(page: Page) -> None:
    help_ = page.locator(".help")
    expect(help_).not_to_contain_text("as the bars show", use_inner_text=True)
    help_.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(help_).to_contain_text("as the bars show", use_inner_text=True)
    expect(help_).to_contain_text("link by hand", use_inner_text=True)


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dock_leaves_what_is_picked_in_view(
    browser: Browser, event_echo_url: str, scheme: Literal["light", "dark"], width: int
) -> None:
    RESULTS.mkdir(exist_ok=True)
    with closing(open_page(browser, event_echo_url, scheme=scheme, width=width, ready=".sentence")) as watch:
        page = watch.page
        for place in ("A 5", "B 2", "C 2"):
            sentence(page, place).click()
            page.keyboard.press("f")
            page.keyboard.press("e")
            framed(page)
            top = dock(page).bounding_box()
            for node in page.locator(".sentence.picked, .sentence.partner").all():
                box = node.bounding_box()
                assert box
                assert top
                assert box["y"] + box["height"] <= top["y"] + 1
        page.screenshot(path=RESULTS / f"reading-fact-{width}-{scheme}.png", animations="disabled")


def test_with_columns_beyond_the_window_the_keys_bring_each_into_view(browser: Browser, event_echo_url: str) -> None:
    with closing(open_page(browser, event_echo_url, width=600, ready=".sentence")) as watch:
        page = watch.page
        wide = page.locator(".wide")
        assert wide.evaluate("node => node.scrollWidth > node.clientWidth")
        sentence(page, "A 2").click()
        for place in ("B 2", "C 2"):
            page.keyboard.press("ArrowRight")
            expect(sentence(page, place)).to_have_class(re.compile("picked"))
            expect(sentence(page, place)).to_be_in_viewport(ratio=0.9)
        for _ in range(2):
            page.keyboard.press("ArrowLeft")
        expect(page.locator(".sentence.picked")).to_be_in_viewport(ratio=0.9)
