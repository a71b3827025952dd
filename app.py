"""The frame of the dashboard: page config, navigation, run. Start it with `streamlit run app.py`."""

import streamlit as st

from components.views import persistence, url_state
from components.views.actions import PAGES
from components.views.encoder import preload
from components.views.html import WORDMARK
from components.views.pages import articles, corrections, differences, facts, method, overview, search, side_by_side, stories

VIEWS = {
    "Articles": articles.page,
    "Overview": overview.page,
    "Side by side": side_by_side.page,
    "Differences": differences.page,
    "Facts": facts.page,
    "Search": search.page,
    "Corrections": corrections.page,
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
    url_state.open_from_url()
    url_state.write_to_url()
    page.run()
    url_state.write_to_url()
    persistence.give_token()
    preload()


main()
