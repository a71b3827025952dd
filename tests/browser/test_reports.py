"""The HTML report in a real browser: it prints on A4 and on Letter, fits narrow windows, and runs and asks for nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from components.report import report_html
from components.report.selection import Selection
from components.story import Comparison, Presence
from tests.browser.conftest import RESULTS
from tests.report.factories import article, state, whole
from tests.report.factories_corrections import corrected
from tests.report.factories_details import every_kind

PAPERS = {"A4": (210, 297), "Letter": (216, 279)}
"""Millimetres."""
ALONE = re.compile(
    r"(Who states what|Side by side|Facts and their passages|Method|numbers are|in all 4|in some|only in|Fact \d+: .*voted$)"
)
"""A heading, or the line under one: nothing that may end a page."""
WORDS = "the council of the old harbour town voted late on a rainy Thursday evening to mend its long closed bridge before winter"


def long_story() -> Comparison:
    """Sixty facts in four articles of thirty sentences: enough for several pages."""
    from components.story import Fact

    made = {key: article(key, [f"Sentence {n} of {key} says that {WORDS}." for n in range(30)], outlet=key * 9) for key in "ABCD"}

    def presence(key: str, n: int) -> Presence:
        return state("stated", 0.97) if (n + ord(key)) % 3 else state("not_found", 0.05, n % 30)

    facts = []
    for n in range(60):
        known = {key: presence(key, n) for key in made}
        keys = [key for key, one in known.items() if one.counts_as_in]
        facts.append(Fact(f"f{n}", f"Fact {n}: {WORDS}", tuple(whole(made[key], n % 30) for key in keys), known))
    return Comparison(tuple(made.values()), (), tuple(facts), {"link_probability": 0.33}, "tiny", "abc", True)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a report as a file without a script; at the end nothing may have been asked for beyond the file."""
    pages: list[Page] = []
    asked: list[str] = []

    def open_report(comparison: Comparison, *, width: int = 1280, selection: Selection | None = None) -> Page:
        file = tmp_path / f"report{len(pages)}.html"
        wanted = selection or Selection(order="group")
        file.write_text(report_html(comparison, made="2026-11-22", selection=wanted), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        pages.append(page)
        return page

    yield open_report
    for page in pages:
        page.context.close()
    assert [url for url in asked if not re.fullmatch(r"file:.*/report\d+\.html", url)] == []


def sheets_of(pdf: Path) -> list[str]:
    """The text of each page of a PDF, laid out as it stands there."""
    return [page.extract_text(extraction_mode="layout") for page in PdfReader(pdf).pages]


@pytest.mark.parametrize("paper", PAPERS)
def test_it_prints_with_page_numbers_repeated_heads_and_no_heading_alone(
    opened: Callable[..., Page], tmp_path: Path, paper: str
) -> None:
    page = opened(long_story())
    target = tmp_path / f"{paper}.pdf"
    page.pdf(path=target, format=paper)
    sheets = sheets_of(target)
    assert 8 <= len(sheets) <= 24
    for n, sheet in enumerate(sheets, start=1):
        lines = [line.strip() for line in sheet.splitlines() if line.strip()]
        assert lines[-1] == f"{n} of {len(sheets)}"
        assert not ALONE.match(lines[-2]), lines[-2]
    table = [sheet for sheet in sheets if "not found" in sheet and "Fact " in sheet and "fact, in the words of" in sheet]
    assert len(table) > 1, "the head of the table stands on each of its pages"
    text = " ".join(" ".join(sheets).split())
    assert "file:" not in text
    assert "back to the table" not in text


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(opened: Callable[..., Page], tmp_path: Path, paper: str) -> None:
    page = opened(every_kind())
    target = tmp_path / "report.pdf"
    page.pdf(path=target, format=paper)
    text = re.sub(r"\W+", "", "".join(page.extract_text() for page in PdfReader(target).pages))
    for item in every_kind().articles:
        for sentence in item.sentences:
            assert re.sub(r"\W+", "", sentence.text) in text, sentence.text


def test_print_is_black_on_white_and_every_sign_has_a_shape(opened: Callable[..., Page]) -> None:
    page = opened(corrected())
    page.emulate_media(media="print", color_scheme="dark")
    paper = page.locator("body").evaluate("node => [getComputedStyle(node).backgroundColor, getComputedStyle(node).color]")
    assert paper == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    lines = {
        name: page.locator(f"main mark.ss-{name}").first.evaluate("node => getComputedStyle(node).borderBottomStyle")
        for name in ("differs", "only", "mention")
    }
    assert lines == {"differs": "double", "only": "dotted", "mention": "solid"}
    text = page.locator("main").inner_text()
    assert all(sign in text for sign in "●○?≠")


@pytest.mark.parametrize("width", [1280, 800, 400])
def test_it_fits_the_window(opened: Callable[..., Page], width: int) -> None:
    page = opened(long_story(), width=width)
    assert page.locator("html").bounding_box()
    RESULTS.mkdir(exist_ok=True)
    page.screenshot(path=RESULTS / f"report-{width}.png")
    context = page.context.browser
    assert context
    wide = context.new_page(viewport={"width": width, "height": 900})
    wide.goto(page.url)
    spare = wide.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    wide.close()
    assert spare <= 1, f"the report is {spare}px wider than a window of {width}"


def test_the_contents_and_the_rows_lead_where_they_say(opened: Callable[..., Page]) -> None:
    page = opened(replace(corrected(), notes=("A note.",)))
    page.get_by_role("link", name="Made by hand", exact=True).click()
    assert page.url.endswith("#hand")
    page.get_by_role("link", name="Cows watched.", exact=True).click()
    assert page.url.endswith("#fact-f2")
    card = page.locator("#fact-f2")
    assert card.bounding_box()
    card.get_by_role("link", name="back to the table").click()
    assert page.url.endswith("#coverage")


def test_a_part_says_that_it_is_one(opened: Callable[..., Page]) -> None:
    page = opened(every_kind(), selection=Selection("only in A"))
    assert "Shown: 2 of 6 facts, those only in A, the weightiest first." in page.locator("body").inner_text()
    assert page.locator("article.ss-fact").count() == 2
