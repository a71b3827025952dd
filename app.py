"""The frame of the dashboard: page config, navigation, run. Start it with `streamlit run app.py`."""

import streamlit as st

from components.views import (
    address,
    articles,
    differences,
    facts,
    history,
    keeping,
    method,
    overview,
    search,
    side_by_side,
    stories,
)
from components.views.encoding import warm
from components.views.state import PAGES
from components.views.style import WORDMARK

VIEWS = {
    "Articles": articles.page,
    "Overview": overview.page,
    "Side by side": side_by_side.page,
    "Differences": differences.page,
    "Facts": facts.page,
    "Search": search.page,
    "Corrections": history.page,
    "Stories": stories.page,
    "Method": method.page,
}


def main() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title="Samestory", layout="wide", initial_sidebar_state="collapsed")
    st.logo(WORDMARK.read_text(encoding="utf-8"), size="large")
    pages = {
        title: st.Page(draw, title=title, url_path=title.lower().replace(" ", "-"), default=title == "Articles")
        for title, draw in VIEWS.items()
    }
    st.session_state[PAGES] = pages
    page = st.navigation(list(pages.values()), position="top")
    address.arrive()
    address.write()
    page.run()
    address.write()
    keeping.remember()
    warm()


main()
