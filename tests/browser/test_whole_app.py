"""The way through the app in a real browser: files in, compare, every page, samples, hostile input, narrow windows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import (
    PATIENCE,
    compare,
    compare_files,
    dock,
    fits,
    follow,
    is_local,
    open_sample,
    resize,
    sentence,
    turn_to,
    upload,
)
from tests.browser.conftest import RESULTS, Visit

HOSTILE_NAME = '"><img src=x onerror=alert(1)> & [x](javascript:alert(2)) *b*.txt'
HOSTILE = (
    "Council <b>votes</b> <img src=x onerror=alert(3)> on bridge\n\n"
    "The council voted on Monday to close the bridge. <script>alert(4)</script> $x^2$ :smile: [click](javascript:alert(5)).\n\n"
    "It will cost 4 million 🙂🙂 <svg onload=alert(6)>, the mayor said.\n"
)
PLAIN = "Bridge to close\n\nOn Monday the council voted to close the bridge.\n\nThe mayor put the cost 🙂 at 4 million.\n"
PAGES = ("Articles", "Overview", "Side by side", "Differences", "Facts")


def test_requests_are_told_apart() -> None:
    assert is_local("http://127.0.0.1:8501/x")
    assert is_local("blob:http://localhost/1")
    assert is_local("data:text/plain,x")
    assert not is_local("https://fonts.example.org/serif.woff2")


def test_the_seeds_through_every_page(seed_page: Page) -> None:
    turn_to(seed_page, "Overview")
    expect(seed_page.get_by_text(re.compile(r"\d+ of \d+ in both")).first).to_be_visible()
    expect(seed_page.locator("table.ss-coverage").first).to_contain_text("Sheinbaum")
    turn_to(seed_page, "Side by side")
    expect(seed_page.locator(".column")).to_have_count(2)
    turn_to(seed_page, "Facts")
    expect(seed_page.get_by_test_id("stDataFrame").first).to_be_visible(timeout=PATIENCE)
    expect(seed_page.get_by_role("button", name=re.compile("^Side by side at"))).to_be_visible()


def test_removed_furniture_is_shown_and_can_be_restored(visit: Visit, seeds: Path) -> None:
    page = visit()
    upload(page, [seeds / "002_9190edb9c96f9b6d.txt"])
    expect(page.get_by_text("12 sentences").first).to_be_visible()
    page.get_by_text(re.compile("removed as page furniture")).first.click()
    page.get_by_role("button", name="Restore", exact=True).first.click()
    expect(page.get_by_text(re.compile("1 restored"))).to_be_visible(timeout=PATIENCE)
    page.get_by_role("button", name="Remove again").first.click()
    expect(page.get_by_text(re.compile("1 restored"))).to_have_count(0, timeout=PATIENCE)
    expect(page.get_by_text("12 sentences").first).to_be_visible(timeout=PATIENCE)


def test_a_sample_is_one_click_away_and_shows_three_of_its_articles(visit: Visit) -> None:
    page = visit()
    open_sample(page)
    turn_to(page, "Side by side")
    expect(page.locator(".column")).to_have_count(2)
    chooser = page.get_by_text(re.compile("^Articles in columns"))
    expect(chooser).to_be_visible()
    page.get_by_role("button", name=re.compile("^C · ")).click()
    expect(page.locator(".column")).to_have_count(3)
    sentence(page, "A 2").click()
    expect(dock(page)).to_contain_text(re.compile("in (at least one of )?B and C"))


def test_hostile_names_and_texts_stay_text(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / HOSTILE_NAME).write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "plain.txt").write_text(PLAIN, encoding="utf-8")
    page = visit()
    upload(page, [tmp_path / HOSTILE_NAME, tmp_path / "plain.txt"])
    expect(page.get_by_text("<img src=x onerror=alert(1)>").first).to_be_visible()
    compare(page)
    for title in PAGES:
        turn_to(page, title)
        assert page.locator("img[src=x], svg[onload], a[href^='javascript']").count() == 0, title
    turn_to(page, "Side by side")
    hostile = page.locator(".sentence", has_text="🙂🙂").first
    expect(hostile).to_contain_text("<svg onload=alert(6)>")
    hostile.click()
    assert [mark for mark in page.locator("mark").all_text_contents() if "\ud83d" in mark or "\ude42" in mark] == []


def test_a_bad_file_is_set_aside_with_a_sentence_and_the_others_stay(visit: Visit, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    page = visit()
    upload(page, [*sorted(seeds.glob("*.txt")), tmp_path / "empty.txt"])
    expect(page.get_by_text("empty.txt").first).to_be_visible()
    expect(page.get_by_text("13 sentences").first).to_be_visible()
    expect(page.get_by_text("12 sentences").first).to_be_visible()


def test_before_anything_is_compared_each_page_says_what_to_do(visit: Visit) -> None:
    page = visit()
    for title in PAGES[1:]:
        follow(page, title)
        expect(page.get_by_role("button", name="Go to Articles")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_fits_and_is_pictured_wide_and_narrow(visit: Visit, seeds: Path, scheme: str) -> None:
    page = visit(scheme=scheme)
    compare_files(page, sorted(seeds.glob("*.txt")))
    for title in PAGES:
        turn_to(page, title)
        for width in (1280, 800):
            resize(page, width)
            if title == "Side by side":
                sentence(page, "A 4").click()
                assert page.locator(f".reading.ss-{scheme}").count() == 1
            fits(page, RESULTS / f"{title.lower().replace(' ', '-')}-{width}-{scheme}.png")
        page.set_viewport_size({"width": 1280, "height": 900})


def test_four_columns_on_a_narrow_window_are_reached_by_scrolling(visit: Visit) -> None:
    page = visit(width=800)
    open_sample(page)
    turn_to(page, "Side by side")
    for many, key in ((3, "C"), (4, "D")):
        page.get_by_role("button", name=re.compile(f"^{key} · ")).click()
        expect(page.locator(".column")).to_have_count(many, timeout=PATIENCE)
    wide = page.locator(".wide")
    assert wide.evaluate("node => node.scrollWidth > node.clientWidth")
    fits(page)
    page.locator('[id^="D:"]').first.click()
    expect(page.locator(".sentence.picked")).to_be_in_viewport()
