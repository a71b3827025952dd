"""What a reader corrects in the reading view: each message that reaches Python, by mouse and keyboard; what stays meanwhile."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.browser_driver import PATIENCE, dock, open_page, open_sample, sentence, turn_to
from tests.browser.conftest import Visit
from tests.report.factories_details import A, B

SELECT = """([node, words]) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
        const at = text.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + words.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
    }
}"""


AT_ONCE = """(node, keys) => keys.map((key) => {
    const root = node.getRootNode();
    root.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
    return root.querySelector("[aria-live=polite]").textContent;
})"""
"""Presses keys before an answer can come in between. Returns what was spoken after each."""


@pytest.fixture
def page(browser: Browser, event_echo_url: str) -> Iterator[Page]:
    """Three columns, in a session of its own."""
    with closing(open_page(browser, event_echo_url, ready=".sentence")) as watch:
        expect(watch.page.locator("code").first).to_have_text("[]", timeout=PATIENCE)
        yield watch.page


def last_correction(page: Page, count: int = 1) -> dict[str, Any]:
    """The last of so many corrections that reached Python, without its number; the answer has been drawn."""
    page.wait_for_function(
        "count => JSON.parse(document.querySelector('code').textContent).length === count", arg=count, timeout=PATIENCE
    )
    expect(dock(page)).to_have_attribute("aria-busy", "false")
    messages = json.loads(str(page.locator("code").first.text_content()))
    assert [message.pop("n") for message in messages] == list(range(1, count + 1))
    assert len({message.pop("nonce") for message in messages}) == 1
    return dict(messages[-1])


def press(page: Page, name: str) -> None:
    """Press a button of the dock by keyboard, by the beginning of its name."""
    button = dock(page).get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first
    button.focus()
    page.keyboard.press("Enter")


def ends(one: str, other: str) -> list[dict[str, Any]]:
    """Two sentences, "A 2" and "B 3", whole."""
    return [{"key": key, "sentence": int(number) - 1, "span": None} for key, number in (one.split(), other.split())]


def drag(page: Page, place: str, words: str) -> None:
    """Select some words of a sentence with the mouse."""
    box = page.evaluate(SELECT, [sentence(page, place).locator(".text").element_handle(), words])
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 1, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, middle, steps=4)
    page.mouse.up()


@pytest.mark.parametrize(("button", "key", "verb"), [("Confirm link", "y", "confirm_link"), ("Reject link", "x", "reject_link")])
def test_a_link_is_confirmed_or_rejected_by_button_and_by_key(page: Page, button: str, key: str, verb: str) -> None:
    sentence(page, "A 3").click()
    press(page, f"{button} of A 3 and B 3")
    assert last_correction(page) == {"do": verb, "ends": ends("A 3", "B 3")}
    sentence(page, "B 4").click()
    page.keyboard.press(key)
    assert last_correction(page, 2) == {"do": verb, "ends": ends("B 4", "A 4")}


def test_what_a_person_decided_shows_at_once_and_can_be_taken_back(page: Page) -> None:
    sentence(page, "A 4").click()
    page.keyboard.press("y")
    last_correction(page)
    expect(dock(page)).to_contain_text("confirmed by hand; the machine: likely the same (0.90)")
    expect(dock(page).get_by_role("button", name=re.compile("^Confirm link"))).to_have_count(0)
    page.keyboard.press("x")
    last_correction(page, 2)
    expect(dock(page)).to_contain_text("link rejected by hand")
    expect(page.locator(".sentence.partner")).to_have_count(0)
    press(page, "Take back")
    assert last_correction(page, 3) == {"do": "confirm_link", "ends": ends("A 4", "B 4")}


def test_an_answer_leaves_everything_where_it_is(page: Page) -> None:
    page.get_by_role("button", name="scroll together").click()
    page.set_viewport_size({"width": 1280, "height": 640})
    sentence(page, "A 5").click()
    page.locator(".scroller").first.evaluate("node => { node.scrollTop = 31; }")
    kept = sentence(page, "A 5").element_handle()
    page.keyboard.press("f")
    press(page, "Reject link of A 5 and B 5")
    last_correction(page)
    assert kept is not None
    assert kept.evaluate("node => node.isConnected && node.matches('.picked')"), "the very same element"
    assert page.locator(".scroller").first.evaluate("node => node.scrollTop") == 31
    expect(page.get_by_role("button", name="scroll together")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".fact.chosen")).to_have_count(1)
    expect(sentence(page, "A 5")).to_be_focused()
    sentence(page, "A 3").click()
    press(page, "Holds: ≠4")
    last_correction(page, 2)
    expect(dock(page).get_by_role("button", name="Holds: ≠4")).to_be_focused()


def test_while_an_answer_is_awaited_reading_goes_on_and_nothing_is_sent_twice(page: Page) -> None:
    sentence(page, "A 3").click()
    spoken = sentence(page, "A 3").evaluate(AT_ONCE, ["y", "x", "ArrowDown"])
    assert spoken[:2] == ["Working the correction in."] * 2
    assert last_correction(page) == {"do": "confirm_link", "ends": ends("A 3", "B 3")}
    expect(sentence(page, "A 4")).to_have_class(re.compile("picked"))
    page.keyboard.press("x")
    assert last_correction(page, 2) == {"do": "reject_link", "ends": ends("A 4", "B 4")}, "the one before was not sent"


def test_two_sentences_are_linked_by_hand_by_keyboard(page: Page) -> None:
    sentence(page, "A 6").click()
    page.keyboard.press("l")
    expect(dock(page)).to_contain_text("Link A 6 by hand: choose the passage in another column")
    while not sentence(page, "B 4").evaluate("node => node === node.getRootNode().activeElement"):
        page.keyboard.press("ArrowUp")
    expect(sentence(page, "A 6")).to_have_class(re.compile("picked"))
    page.keyboard.press("Enter")
    assert last_correction(page) == {"do": "confirm_link", "ends": ends("A 6", "B 4")}
    expect(sentence(page, "A 6")).to_be_focused()


def test_escape_gives_a_link_by_hand_up_and_a_sentence_of_the_same_column_is_no_end(page: Page) -> None:
    sentence(page, "A 6").click()
    press(page, "Link by hand: A 6")
    sentence(page, "A 2").click()
    expect(page.locator("[aria-live=polite].ss-vh").first).to_have_text("Choose a sentence of another column.")
    page.keyboard.press("Escape")
    expect(dock(page)).not_to_contain_text("by hand: choose")
    expect(sentence(page, "A 6")).to_have_class(re.compile("picked"))
    sentence(page, "B 2").click()
    expect(sentence(page, "B 2")).to_have_class(re.compile("picked"))
    assert json.loads(str(page.locator("code").first.text_content())) == []


def test_the_selected_part_of_either_sentence_is_kept_and_selecting_picks_nothing(page: Page) -> None:
    sentence(page, "A 3").click()
    drag(page, "A 2", "passengers")
    expect(sentence(page, "A 3")).to_have_class(re.compile("picked"))
    drag(page, "A 3", "the tug")
    page.keyboard.press("l")
    expect(dock(page)).to_contain_text("Link A 3, the selected part, by hand")
    drag(page, "B 3", "arrived")
    message = last_correction(page)
    spans = [end["span"] for end in message["ends"]]
    assert [text[slice(*span)] for text, span in zip((A[2], B[2]), spans, strict=True)] == ["the tug", "arrived"]


def test_a_sentence_without_a_partner_is_linked_to_its_nearest_passage(page: Page) -> None:
    sentence(page, "A 4").click()
    press(page, "Link by hand: A 4 and C 3")
    assert last_correction(page) == {"do": "confirm_link", "ends": ends("A 4", "C 3")}


def test_the_state_of_a_fact_is_set_for_each_other_column(page: Page) -> None:
    sentence(page, "A 4").click()
    press(page, "Correct…")
    groups = dock(page).get_by_role("group")
    expect(groups).to_have_count(2)
    states = ["● stated", "◐ partly stated", "○ not found", "? no clear match", "≠ differs"]
    expect(groups.nth(1).get_by_role("button")).to_have_text(states)
    expect(groups.nth(1).get_by_role("button", pressed=True)).to_have_text("○ not found")
    press(page, "C: ◐ partly stated")
    assert last_correction(page) == {"do": "set_presence", "fact": "f3", "key": "C", "status": "partly"}
    expect(groups).to_have_count(2)  # still open


def test_a_fact_is_checked_relabelled_and_split_off(page: Page) -> None:
    sentence(page, "B 4").click()
    page.keyboard.press("f")
    page.keyboard.press("e")
    press(page, "Mark as checked")
    assert last_correction(page) == {"do": "check_fact", "fact": "f3"}
    expect(dock(page)).to_contain_text("✓ checked")
    press(page, "Split off")
    assert last_correction(page, 2) == {"do": "split_fact", "fact": "f3", "mentions": [["B", 3]]}
    press(page, "Relabel…")
    field = dock(page).get_by_role("textbox", name="Another label for this fact")
    expect(field).to_have_value("The company denied that the engine was old.")  # what the fact is called
    page.keyboard.type("rcnup: the engine's age")
    expect(sentence(page, "B 4")).to_have_class(re.compile("picked"))  # keys typed stay in the field
    page.keyboard.press("Enter")
    assert last_correction(page, 3) == {"do": "label_fact", "fact": "f3", "value": "rcnup: the engine's age"}


def test_escape_leaves_the_field_and_keeps_the_pick(page: Page) -> None:
    sentence(page, "A 6").click()
    press(page, "Correct…")
    expect(dock(page).get_by_role("button", name="Split off")).to_have_count(0)  # told in one sentence only
    press(page, "Relabel…")
    page.keyboard.press("Escape")
    expect(dock(page).get_by_role("textbox")).to_have_count(0)
    expect(sentence(page, "A 6")).to_have_class(re.compile("picked"))


def test_two_facts_are_merged_across_sentences(page: Page) -> None:
    sentence(page, "A 5").click()
    dock(page).get_by_role("button", name="Correct… from Varn").click()
    press(page, "Merge with…")
    expect(dock(page)).to_contain_text("Pick the sentence that states the same as “from Varn”")
    expect(dock(page)).to_contain_text("the fact to merge")
    sentence(page, "B 5").click()
    press(page, f"Merge with this: {B[4]}")
    assert last_correction(page) == {"do": "merge_facts", "facts": ["f6", "f4"]}
    expect(dock(page).get_by_role("button", name=re.compile("^Merge with this"))).to_have_count(0)


def test_a_detail_that_differs_holds_or_is_none(page: Page) -> None:
    sentence(page, "A 2").click()
    press(page, "Holds: ≠2")
    assert last_correction(page) == {"do": "check_difference", "difference": 1}
    press(page, "No difference: date: more specific")
    assert last_correction(page, 2) == {"do": "no_difference", "difference": 9}


def test_undo_and_redo_say_what_they_would_do_and_need_something_to(page: Page) -> None:
    undo, redo = (dock(page).get_by_role("button", name=re.compile(f"^{word}")) for word in ("Undo", "Redo"))
    expect(undo).to_be_disabled()
    sentence(page, "A 3").click()
    page.keyboard.press("u")
    page.keyboard.press("y")
    last_correction(page)
    expect(undo).to_have_accessible_name("Undo: correction 1")
    undo.click()
    assert last_correction(page, 2) == {"do": "undo"}
    sentence(page, "A 3").click()
    page.keyboard.press("Shift+U")
    assert last_correction(page, 3) == {"do": "redo"}
    expect(redo).to_be_enabled()


def test_in_the_app_everything_follows_a_correction_and_the_undo(visit: Visit) -> None:
    page = visit()
    open_sample(page)
    turn_to(page, "Side by side")
    page.locator(".sentence.body.stated").first.click()
    expect(page.locator(".sentence.partner").first).to_be_visible()
    partners, facts = page.locator(".sentence.partner").count(), page.get_by_text(re.compile(r"\d+ of \d+ facts checked")).first
    page.keyboard.press("x")
    expect(dock(page)).to_contain_text("link rejected by hand", timeout=PATIENCE)
    expect(page.locator(".sentence.partner")).to_have_count(partners - 1)
    expect(dock(page).get_by_role("button", name=re.compile("^Undo: No link: A "))).to_be_enabled()
    dock(page).get_by_role("button", name="Correct…").first.click()
    dock(page).get_by_role("button", name="Mark as checked").first.click()
    expect(dock(page)).to_contain_text("✓ checked", timeout=PATIENCE)
    expect(facts).not_to_contain_text(" 0 of ")
    page.locator(".sentence.picked").focus()
    page.keyboard.press("u")
    expect(facts).to_contain_text(" 0 of ", timeout=PATIENCE)
    expect(dock(page)).to_have_attribute("aria-busy", "false", timeout=PATIENCE)
    page.keyboard.press("u")
    expect(page.locator(".sentence.partner")).to_have_count(partners, timeout=PATIENCE)
