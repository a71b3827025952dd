"""What a visitor does in these tests, in words: open, upload, compare, turn to a page, pick a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Locator, Page, WebSocket, expect

PATIENCE = 150_000
"""Milliseconds for what loads the model for the first time on a busy machine."""
expect.set_options(timeout=30_000)  # five seconds, which it is otherwise, are short on a busy machine
DEEP = re.compile(r"/[a-z-]+/_stcore/")


@dataclass
class Watch:
    """A page with everything it asked for and complained about; `sent_frames` are what it sent to the server of the app."""

    page: Page
    strangers: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    sent_frames: list[str | bytes] = field(default_factory=list)

    def listen(self, line: WebSocket) -> None:
        """Follow a line to a server."""
        if not is_local(line.url):
            self.strangers.append(line.url)
        line.on("framesent", lambda frame: self.sent_frames.append(frame))  # noqa: PLW0108 - the driver takes no built-in

    def on_console(self, message: ConsoleMessage) -> None:
        """Keep an error. Opened at a page's own address, Streamlit first asks below it for its endpoints, and gets 404."""
        if message.type == "error" and not DEEP.search(message.location.get("url", "")):
            self.complaints.append(message.text)

    def close_dialog(self, dialog: Dialog) -> None:
        """A dialog means that markup of a text came alive."""
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def close(self) -> None:
        """Close the page; fail if a request left the machine, a script failed, or markup of a text came alive."""
        self.page.context.close()
        assert not self.strangers, f"requests that left the machine: {self.strangers}"
        assert not self.complaints, f"complaints in the browser: {self.complaints}"


def is_local(address: str) -> bool:
    """Whether a request stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme in ("blob", "data") or parts.hostname in ("localhost", "127.0.0.1", "::1")


def open_page(
    browser: Browser,
    address: str,
    *,
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    ready: str = "input[type=file]",
) -> Watch:
    """The app's first page in a browser session of its own, watched; it is open when `ready` is on it."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce", base_url=address
    )
    watch = Watch(context.new_page())
    watch.page.on("request", lambda request: None if is_local(request.url) else watch.strangers.append(request.url))
    watch.page.on("websocket", watch.listen)
    watch.page.on("console", watch.on_console)
    watch.page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    watch.page.on("dialog", watch.close_dialog)
    watch.page.goto("/")
    expect(watch.page.locator(ready).first).to_be_attached(timeout=PATIENCE)
    settled(watch.page)
    return watch


def settled(page: Page) -> None:
    """Wait until the app has drawn all of what it was asked for. That it was heard must show before: see `wait_for`."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)
    expect(page.locator("[data-testid=stSkeleton], [data-stale=true]")).to_have_count(0, timeout=PATIENCE)
    framed(page)


def framed(page: Page) -> None:
    """Wait until the browser has laid out and shown what scripts did."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def resize(page: Page, width: int) -> None:
    """Give the window another width, and wait until the page follows."""
    page.set_viewport_size({"width": width, "height": 900})
    settled(page)


def fits(page: Page, picture: Path | None = None) -> None:
    """Wait until nothing runs over the edge of the window (a chart follows its size later than text); then take the picture."""
    page.wait_for_function(
        "() => { const { scrollWidth, clientWidth } = document.querySelector('[data-testid=stMain]');"
        " return scrollWidth - clientWidth <= 1; }"
    )
    if picture:
        picture.parent.mkdir(exist_ok=True)
        page.screenshot(path=picture, animations="disabled")


def upload(page: Page, files: Sequence[Path]) -> None:
    """Drop files on the page Articles and wait until each is read."""
    page.locator("input[type=file]").first.set_input_files(list(files))
    expect(page.get_by_role("button", name="Compare", exact=True)).to_be_visible(timeout=PATIENCE)


def compare(page: Page) -> None:
    """Press the button and wait for the Overview."""
    page.get_by_role("button", name="Compare", exact=True).click()
    wait_for(page, "Overview")
    expect(page.locator("h1", has_text=" ")).to_be_visible(timeout=PATIENCE)


def compare_files(page: Page, files: Sequence[Path]) -> None:
    """Upload and compare."""
    upload(page, files)
    compare(page)


def open_sample(page: Page, number: int = 0) -> None:
    """Open a sample story with one click, and wait for its Overview. The cards come one by one: the last is waited for."""
    expect(page.get_by_role("button", name="Open and compare")).to_have_count(3, timeout=PATIENCE)
    page.get_by_role("button", name="Open and compare").nth(number).click()
    wait_for(page, "Overview")


def wait_for(page: Page, title: str) -> None:
    """Wait until all of the page with this title is there. The app sets its address (whatever story it names) as it draws."""
    path = "" if title == "Articles" else title.lower().replace(" ", "-")
    page.wait_for_url(re.compile(rf"^[^?#]*/{path}(\?.*)?$"), timeout=PATIENCE)
    settled(page)


def follow(page: Page, title: str) -> None:
    """Follow the navigation to a page; in a narrow window the last pages are in a menu."""
    link, menu = page.get_by_role("link", name=title, exact=True), page.get_by_test_id("stTopNavSection")
    expect(link.or_(menu).first).to_be_visible(timeout=PATIENCE)
    if link.count():
        link.click()
    else:
        menu.click()
        page.get_by_role("menuitem", name=title, exact=True).click()
    wait_for(page, title)


def turn_to(page: Page, title: str) -> None:
    """Follow the navigation to a page of a story that was compared."""
    follow(page, title)
    if title == "Side by side":
        expect(page.locator(".sentence").first).to_be_visible(timeout=PATIENCE)


def sentence(page: Page, place: str) -> Locator:
    """A sentence of the reading view: "A 4" is the fourth of article A, as people count."""
    key, number = place.split()
    return page.locator(f'[id="{key}:{int(number) - 1}"]')


def dock(page: Page) -> Locator:
    """What the reading view says about the picked sentence."""
    return page.get_by_role("region", name="The picked sentence and its partners")


def height(found: Locator) -> float:
    """Where something stands on the screen, in px from the top."""
    box = found.bounding_box()
    assert box is not None
    return box["y"]


def enter(page: Page, link: Locator, arrived: Locator) -> None:
    """Follow a link by keyboard until what it leads to is there; again where Enter came before the page listened."""
    for _ in range(10):
        if link.count():
            link.first.focus()
            page.keyboard.press("Enter")
        with suppress(AssertionError):
            expect(arrived).to_be_visible(timeout=PATIENCE // 25)
            return
    expect(arrived).to_be_visible()
