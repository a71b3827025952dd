"""How the app's own frame looks, and the one way that HTML gets onto a page: inside `.ss`, where report/ keeps its colours.

Whoever calls `put` has escaped every value: with `html.escape`, or by taking the HTML from report/.
"""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from typing import Final, Literal

import streamlit as st

from ..report import stylesheet
from ..story import Article

STYLE: Final = Path(__file__).with_name("style.css")
WORDMARK: Final = Path(__file__).with_name("wordmark.svg")


def apply_styles() -> None:
    """Put the styles on the page, once a run."""
    st.html(f"<style>{stylesheet()}{_own()}</style>")


@cache
def _own() -> str:
    return STYLE.read_text(encoding="utf-8")


def render_html(html: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    """HTML whose values are escaped, in the reader's colours."""
    st.html(f'<div class="ss">{html}</div>', width=width)


def render_note(sentence: str, *, small: bool = False, role: str = "", width: Literal["stretch", "content"] = "stretch") -> None:
    """One quiet sentence, as wide as its place or as its words; the text is escaped here."""
    spoken = f' role="{role}"' if role else ""
    render_html(f'<p class="soft{" small" if small else ""}"{spoken}>{escape(sentence)}</p>', width=width)


def outlet(key: str, title: str) -> str:
    """A title in the colour of the article with this key, as escaped HTML."""
    return f'<span class="ss-{escape(key)}"><span class="ss-own">{escape(title)}</span></span>'


def headline(article: Article) -> str:
    """The headline of an article, or that it has none, as escaped HTML."""
    told = escape(article.headline) if article.headline else '<span class="soft">no headline found</span>'
    return f'<p class="headline">{told}</p>'
