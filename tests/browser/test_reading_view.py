"""Side by side in a real browser, with the two seed articles: picking, moving about, the dock, all without asking the server."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.browser_driver import Watch, dock, framed, height, sentence, settled, turn_to

LEVEL = 24
"""Pixels within which two sentences count as standing level."""


@pytest.fixture
def view(seed_page: Page) -> Page:
    """Side by side with nothing picked, both articles at their beginning."""
    turn_to(seed_page, "Articles")
    turn_to(seed_page, "Side by side")
    return seed_page


def picked(page: Page) -> str:
    """The place of the picked sentence, as "A 4"; empty when there is none."""
    found = page.locator(".sentence.picked")
    if not found.count():
        return ""
    key, index = str(found.get_attribute("id")).split(":")
    return f"{key} {int(index) + 1}"


def tops(page: Page) -> list[float]:
    """How far each column is scrolled."""
    return [scroller.evaluate("node => node.scrollTop") for scroller in page.locator(".scroller").all()]


def marked_columns(page: Page) -> list[str]:
    return [column for column in ("A", "B") if page.locator(f".passage.ss-{column} mark.ss-words").count()]


def test_both_articles_stand_in_columns_with_their_masthead_lines(view: Page) -> None:
    columns = view.locator(".column")
    expect(columns).to_have_count(2)
    expect(columns.nth(0)).to_contain_text("13 sentences")
    expect(columns.nth(1)).to_contain_text("12 sentences")
    expect(view.get_by_role("listbox")).to_have_count(2)
    expect(view.get_by_role("option")).to_have_count(25)
    assert height(columns.nth(0)) == height(columns.nth(1))


def test_each_sentence_has_a_symbol_and_the_same_in_words(view: Page) -> None:
    for option in view.get_by_role("option").all():
        pattern = r"\((A|B) \d+, (stated|partly stated|not found|no clear match|differs) in (A|B)(, details differ: [≠\d· ]+)?\)"
        assert re.search(pattern, str(option.text_content()))
        assert option.locator(".symbol").text_content() in ("●", "◐", "○", "?", "≠")


def test_a_click_brings_the_partner_level_and_tells_why_without_asking_the_server(view: Page, seed_watch: Watch) -> None:
    settled(view)
    before = len(seed_watch.sent_frames)
    sentence(view, "A 2").click()
    expect(sentence(view, "B 2")).to_have_class(re.compile("partner"))
    expect(dock(view)).to_contain_text("A 2")
    assert abs(height(sentence(view, "A 2")) - height(sentence(view, "B 2"))) <= LEVEL
    assert view.locator("svg.lines path").count() >= 1
    expect(dock(view)).to_contain_text(re.compile(r"the same \([\d.<>]+"))
    expect(dock(view)).to_contain_text(re.compile("nearly all of the shorter one|in part"))
    assert marked_columns(view) == ["A", "B"], "words that differ on both sides"
    assert view.locator(".column mark.ss-words").count() > 1, "and in the columns"
    view.wait_for_timeout(500)  # what does not come cannot be waited for
    assert seed_watch.sent_frames[before:] == []


def test_all_partners_are_listed_and_each_goes_to_its_passage(view: Page) -> None:
    places = [str(option.get_attribute("id")) for option in view.get_by_role("option").all()]
    for place in places:
        view.locator(f'[id="{place}"]').click()
        if view.locator(".sentence.partner").count() > 1:
            break
    partners = view.locator(".sentence.partner")
    cards = dock(view).get_by_role("button", name=re.compile("^bring"))
    expect(cards).to_have_count(partners.count())
    for card in cards.all():
        card.click()
        beside = view.locator(".sentence.beside")
        expect(beside).to_be_in_viewport()
        assert abs(height(beside) - height(view.locator(".sentence.picked"))) <= LEVEL


def test_n_and_p_step_through_what_is_only_here_or_partly_shared(view: Page) -> None:
    flagged = view.locator(".sentence.not_found, .sentence.partly, .sentence.differs, .sentence.differing")
    many = flagged.count()
    assert many
    sentence(view, "A 1").click()
    seen = []
    for _ in range(many):
        view.keyboard.press("n")
        seen.append(picked(view))
    assert len(set(seen)) == many, "each once"
    classes = str(view.locator(".sentence.picked").get_attribute("class"))
    assert "not_found" in classes or "partly" in classes or "differs" in classes or "differing" in classes
    expect(dock(view)).to_contain_text(re.compile(f"of {many} that are only here(,| or) partly shared"))
    view.keyboard.press("p")
    assert picked(view) == seen[-2]
    dock(view).get_by_role("button", name=re.compile("^next sentence only here")).click()
    assert picked(view) == seen[-1]


def test_a_sentence_without_a_partner_leads_to_the_nearest_passage(view: Page) -> None:
    place = str(view.locator(".sentence.not_found").first.get_attribute("id"))
    view.locator(f'[id="{place}"]').click()
    expect(view.locator(".sentence.partner")).to_have_count(0)
    other = "B" if place.startswith("A") else "A"
    expect(dock(view)).to_contain_text(f"not found in {other}; nearest passage:")
    dock(view).get_by_role("button", name=re.compile(f"nearest passage, {other} ")).click()
    beside = view.locator(".sentence.beside")
    expect(beside).to_be_in_viewport()
    assert abs(height(beside) - height(view.locator(".sentence.picked"))) <= LEVEL


def test_arrow_keys_move_and_escape_clears(view: Page) -> None:
    sentence(view, "A 2").click()
    for key, place in (("ArrowDown", "A 3"), ("j", "A 4"), ("k", "A 3"), ("ArrowUp", "A 2"), ("ArrowRight", "B 2")):
        view.keyboard.press(key)
        assert picked(view) == place
    view.keyboard.press("ArrowLeft")
    assert picked(view).startswith("A")
    expect(view.locator(".sentence.picked")).to_be_focused()
    view.keyboard.press("Escape")
    assert picked(view) == ""
    expect(dock(view)).to_contain_text("Nothing picked")


def test_the_view_can_be_reached_and_used_by_keyboard_alone(view: Page) -> None:
    view.get_by_role("button", name="scroll together").focus()
    view.keyboard.press("Tab")
    while not view.evaluate("document.activeElement.shadowRoot?.activeElement?.matches('.sentence') ?? false"):
        view.keyboard.press("Tab")
    view.keyboard.press("Enter")
    assert picked(view) == "A 1"


def test_keys_outside_the_view_do_nothing(view: Page) -> None:
    view.locator("h1").first.click()
    for key in ("n", "j", "p"):
        view.keyboard.press(key)
    assert picked(view) == ""


def test_hover_marks_the_partners_lightly(view: Page) -> None:
    sentence(view, "A 2").hover()
    expect(sentence(view, "B 2")).to_have_class(re.compile("hinted"))
    assert picked(view) == ""
    view.locator("h1").first.hover()
    expect(view.locator(".hinted")).to_have_count(0)


def scrolled(view: Page, column: int) -> None:
    """Wait until a column has left its top, and those that go along have followed."""
    view.locator(".scroller").nth(column).evaluate(
        "node => new Promise((done) => (node.scrollTop ? done() : node.addEventListener('scroll', () => done(), { once: true })))"
    )
    framed(view)


def test_columns_scroll_alone_until_the_switch_is_on(view: Page) -> None:
    view.locator(".scroller").first.hover()
    view.mouse.wheel(0, 120)
    scrolled(view, 0)
    first, other = tops(view)
    assert (first > 0, other) == (True, 0)
    toggle = view.get_by_role("button", name="scroll together")
    toggle.click()
    expect(toggle).to_have_attribute("aria-pressed", "true")
    view.locator(".scroller").first.hover()
    view.mouse.wheel(0, 150)
    scrolled(view, 1)
    assert tops(view)[1] > 0


def test_a_press_on_the_bar_goes_there(view: Page) -> None:
    bar = view.locator(".bar").first
    assert bar.locator(".part").count() == 13
    box = bar.bounding_box()
    assert box
    before = height(sentence(view, "A 1"))
    view.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.5)
    framed(view)
    assert height(sentence(view, "A 1")) < before


def test_another_strictness_keeps_the_pick_and_decides_again(view: Page) -> None:
    sentence(view, "A 2").click()
    lines = view.locator("p", has_text="facts stand elsewhere")
    view.get_by_role("radio", name="more, less sure").or_(view.get_by_role("button", name="more, less sure")).first.click()
    expect(lines).to_be_visible()
    assert picked(view) == "A 2"
    expect(dock(view)).to_contain_text("A 2")
    view.get_by_role("radio", name="balanced").or_(view.get_by_role("button", name="balanced")).first.click()
    expect(lines).to_contain_text("more, less sure")


def test_the_view_follows_the_theme_while_it_is_open_and_keeps_the_pick(view: Page) -> None:
    sentence(view, "A 2").click()
    light = view.locator(".reading").evaluate("node => getComputedStyle(node).color")
    view.emulate_media(color_scheme="dark")
    expect(view.locator(".reading.ss-dark")).to_have_count(1)
    assert view.locator(".reading").evaluate("node => getComputedStyle(node).color") != light
    assert picked(view) == "A 2"
    view.emulate_media(color_scheme="light")
    expect(view.locator(".reading.ss-light")).to_have_count(1)


def test_a_fact_leads_to_its_sentence(view: Page) -> None:
    turn_to(view, "Facts")
    way = view.get_by_role("button", name=re.compile(r"^Side by side at A \d+$"))
    place = str(way.text_content()).removeprefix("Side by side at ")
    way.click()
    expect(view.locator(".sentence.picked")).to_be_visible()
    assert picked(view) == place
    expect(dock(view)).to_contain_text(place)


def test_every_control_has_a_name_and_the_dock_speaks(view: Page) -> None:
    sentence(view, "A 2").click()
    for button in view.get_by_role("button").all():
        name = button.get_attribute("aria-label") or button.text_content() or ""
        assert name.strip(), button.evaluate("node => node.outerHTML")
    spoken = view.locator("[aria-live=polite].ss-vh")
    expect(spoken).to_contain_text(re.compile(r"^A 2, .*Partners: B 2, .*the same"))
    assert view.locator(".sentence[tabindex='0']").count() == 2, "one stop in each column"
