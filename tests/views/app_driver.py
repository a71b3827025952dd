"""What the tests of the pages share: an app on a fresh start, one page on a given story, and what a page shows."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import cast, get_args

from streamlit.testing.v1 import AppTest

from components.analysis import StoryAnalysis, analyze
from components.intake import read_text
from components.settings import Strictness
from components.story import Article, Comparison
from components.views.actions import SESSION, TEST_ENCODER_KEY, Entry, Session
from tests.fakes import TinyEncoder

APP = Path(__file__).parents[2] / "app.py"
HOSTILE = "[x](y) **b** <img src=x onerror=alert(1)> :red[x] $x$"

HERALD = """Ferry to Lunde stops after engine fire

LUNDE, Jan. 9 - The ferry to Lunde stopped at 7 a.m. on Friday after a fire in its engine room.

Nobody was hurt, the harbour police said. All 48 passengers were taken off by two fishing boats.

"We saw smoke and we turned back," Captain Ida Marsh said.

Fares will rise in May, the company announced last week.

Share this article
"""
WIRE = """Fire halts Lunde ferry, 48 passengers safe

Two fishing boats took all 48 passengers off the Lunde ferry on Friday after a fire in the engine room.

The ferry stopped at 7 a.m., the company said. Nobody was hurt, police said.

A tug from Varn will tow the ship to the yard on Monday.
"""
POST = """Stranded at sea: a morning on the Lunde ferry

Passengers sang while the Lunde ferry drifted for two hours on Friday, the school teacher Per Holm said.

The fire in the engine room was out after ten minutes. Nobody was hurt.
"""
TEXTS = {"Herald": HERALD, "Wire": WIRE, "Post": POST}


def fresh() -> AppTest:
    """The whole app as a visitor finds it, with the tiny encoder in its seam."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    app.session_state[TEST_ENCODER_KEY] = TinyEncoder()
    return app.run()


def articles_of(*outlets: str) -> list[Article]:
    """The ferry story as these outlets told it."""
    return [read_text(TEXTS[outlet], outlet=outlet) for outlet in outlets]


def opened(page: str, articles: list[Article], *, compared: bool = True, fact: str | None = None) -> AppTest:
    """One page (a module of views) on these articles, with a fact chosen on another page."""
    app = AppTest.from_string(f"from components.views.pages import {page}\n{page}.page()", default_timeout=60)
    tiny = TinyEncoder()
    app.session_state[TEST_ENCODER_KEY] = tiny
    session = Session(entries=[Entry(n, article) for n, article in enumerate(articles)], next_id=len(articles), chosen_fact=fact)
    if compared and articles:
        session.analysis = analyze(articles, encoder=tiny)
        session.compared_articles = session.compared_originals = tuple(articles)
    app.session_state[SESSION] = session
    return app.run()


def decided(comparison: Comparison) -> Session:
    """A session in which a comparison made by hand was decided. Nothing is analyzed again: only whether anything was counts."""
    session = Session(entries=[Entry(n, article) for n, article in enumerate(comparison.articles)])
    session.analysis, session.compared_articles = cast(StoryAnalysis, comparison), comparison.articles
    session.comparisons = dict.fromkeys(get_args(Strictness), comparison)
    return session


def html(app: AppTest) -> str:
    """Everything that was put on the page as HTML, without the styles."""
    return "\n".join(str(block.proto.body) for block in app.get("html") if not block.proto.body.startswith("<style>"))


def words(app: AppTest) -> str:
    """The same as people read it: tags away, entities read, white space folded."""
    unmarked = re.sub(r"</?mark[^>]*>", "", html(app))
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", unmarked)).split())


def session_of(app: AppTest) -> Session:
    """The visitor's session."""
    session = app.session_state[SESSION]
    assert isinstance(session, Session)
    return session


def paste(app: AppTest, text: str, outlet: str = "") -> AppTest:
    """Paste one text and add it."""
    app.text_input(key="paste-outlet").set_value(outlet)
    app.text_area(key="paste-text").set_value(text)
    return app.button(key="add-text").click().run()


def upload(app: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drop files into the box."""
    app.file_uploader[0].set_value([(name, data, "application/octet-stream") for name, data in files])
    return app.run()
