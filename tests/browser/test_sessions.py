"""Ten people at once: each compares five articles of their own, at the same moment, and sees nobody else's story."""

from __future__ import annotations

import re
from collections.abc import Sequence

from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.browser_driver import PATIENCE, Watch, open_page, turn_to, wait_for

NAMES = (
    ("Velmora", "Askeldsen", "Firmalight"),
    ("Tarnwyck", "Brodovik", "Ganderlow"),
    ("Oskrella", "Calderoy", "Hartsmere"),
    ("Pellondra", "Dunmarrow", "Ivelstone"),
    ("Quistenby", "Estravan", "Jorvanda"),
    ("Rusholden", "Fennimoor", "Kestwater"),
    ("Skarnvale", "Gollancey", "Lundaric"),
    ("Thrumster", "Hollenbach", "Mirefield"),
    ("Ulverdane", "Ingestrom", "Nettlecombe"),
    ("Wexmouth", "Jarrowby", "Orlandine"),
)
"""A town, a person and a ship of each session: no story has another's."""
ARTICLES = (
    "Ferry stops at {town}\n\nThe ferry {ship} stopped at {town} on Friday after a fire. Nobody was hurt.\n\n"
    "All {count} passengers were taken off by fishing boats, {person} said.\n",
    "Fire on the {ship}\n\nA fire in the engine room stopped the {ship} near {town} on Friday.\n\n"
    "The {count} passengers are safe. A tug will tow the ship to the yard on Monday.\n",
    "{count} safe after fire\n\nFishing boats took {count} passengers off the {ship}. The fire was out after ten minutes.\n\n"
    '"We saw smoke and we turned back," Captain {person} said.\n',
    "{town} waits for its ferry\n\nNo ferry will leave {town} before Tuesday. Fares will rise in May, the company announced.\n\n"
    "The {ship} caught fire on Friday; nobody was hurt.\n",
    "Captain of the {ship} praised\n\nThe mayor of {town} thanked Captain {person} and the fishing crews.\n\n"
    "The {ship} will be towed to the yard on Monday, she said.\n",
)
EVERYTHING = """() => {
  const inside = (root) => [...root.querySelectorAll("*")].filter((node) => node.shadowRoot)
    .map((node) => node.shadowRoot.textContent + inside(node.shadowRoot)).join(" ");
  return document.body.textContent + inside(document);
}"""
"""The text of a page, folded or not, with that of the components in it."""


def files(number: int) -> list[FilePayload]:
    """The articles of a session."""
    town, person, ship = NAMES[number]
    texts = [text.format(town=town, person=person, ship=ship, count=41 + number) for text in ARTICLES]
    return [{"name": f"{ship}-{at}.txt", "mimeType": "text/plain", "buffer": text.encode()} for at, text in enumerate(texts)]


def drop_all(pages: Sequence[Page]) -> None:
    """Every session drops its articles; wait until each of them is read."""
    for number, page in enumerate(pages):
        page.locator("input[type=file]").first.set_input_files(files(number))
    for page in pages:
        expect(page.get_by_role("heading", name="5 articles of one story")).to_be_visible(timeout=PATIENCE)
        expect(page).to_have_url(re.compile("story="), timeout=PATIENCE)


def compare_all(pages: Sequence[Page]) -> None:
    """Every session presses Compare before the first has its answer; wait until each stands on its finished Overview."""
    for page in pages:
        page.get_by_role("button", name="Compare", exact=True).click(no_wait_after=True)
    for page in pages:
        wait_for(page, "Overview")
        expect(page.get_by_role("heading", name="Keep it")).to_be_visible(timeout=PATIENCE)


def check(page: Page, number: int, *, wanted: str = "") -> None:
    """The page has the session's own names and none of the others'; `wanted` stands on it."""
    text = page.evaluate(EVERYTHING)
    assert wanted in text
    assert any(name in text for name in NAMES[number]), f"session {number} does not see its story"
    others = [name for at, names in enumerate(NAMES) if at != number for name in names]
    assert not [name for name in others if name in text], f"session {number} sees another's story"


def test_ten_at_once_each_see_their_own_story_and_no_word_of_anothers(open_to_all: str, browser: Browser) -> None:
    watches: list[Watch] = [open_page(browser, open_to_all) for _ in NAMES]
    pages = [watch.page for watch in watches]
    drop_all(pages)
    compare_all(pages)
    for number, page in enumerate(pages):
        check(page, number)
        turn_to(page, "Side by side")
        check(page, number, wanted="The ferry {2} stopped at {0} on Friday".format(*NAMES[number]))
        turn_to(page, "Stories")
        expect(page.get_by_role("button", name="Save as a file")).to_have_count(1, timeout=PATIENCE)
        check(page, number)
    for watch in watches:
        watch.close()
