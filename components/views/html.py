"""How the app's own frame looks, and the one way that HTML gets onto a page: inside `.ss`, where report/ keeps its colours.

Whoever calls `render_html` has escaped every value: with `html.escape`, or by taking the HTML from report/.
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
    st.html(f"<style>{stylesheet()}{_own_styles()}</style>")


@cache
def _own_styles() -> str:
    return STYLE.read_text(encoding="utf-8")


def render_html(html: str, *, width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw HTML whose values are escaped already, in the colours of the reports."""
    st.html(f'<div class="ss">{html}</div>', width=width)


def render_note(sentence: str, *, small: bool = False, role: str = "", width: Literal["stretch", "content"] = "stretch") -> None:
    """Draw one quiet sentence, as wide as its place or as its words; the text is escaped here."""
    role_attribute = f' role="{role}"' if role else ""
    render_html(f'<p class="soft{" small" if small else ""}"{role_attribute}>{escape(sentence)}</p>', width=width)


def outlet_html(key: str, title: str) -> str:
    """Return a title in the colour of the article with this key, as escaped HTML."""
    return f'<span class="ss-{escape(key)}"><span class="ss-own">{escape(title)}</span></span>'


def headline_html(article: Article) -> str:
    """Return the headline of an article, or that it has none, as escaped HTML."""
    text = escape(article.headline) if article.headline else '<span class="soft">no headline found</span>'
    return f'<p class="headline">{text}</p>'
