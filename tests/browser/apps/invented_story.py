"""The app on a comparison made by hand, with details of every kind and verdict. Run by Streamlit in test_differences.py."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[3]))  # Streamlit puts only this folder there

from components.views.actions import PAGES, SESSION
from components.views.pages import differences, facts, overview, side_by_side
from tests.report.factories_details import every_kind
from tests.views.app_driver import decided

VIEWS = {"Overview": overview.page, "Side by side": side_by_side.page, "Differences": differences.page, "Facts": facts.page}

st.set_page_config(page_title="Samestory", layout="wide", initial_sidebar_state="collapsed")
if SESSION not in st.session_state:
    st.session_state[SESSION] = decided(every_kind())
pages = {
    title: st.Page(draw, title=title, url_path=title.lower().replace(" ", "-"), default=title == "Facts")
    for title, draw in VIEWS.items()
}
st.session_state[PAGES] = pages
st.navigation(list(pages.values()), position="top").run()
