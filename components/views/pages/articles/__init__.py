"""The page Articles: open a sample, drop files, paste text; see what was removed; edit the masthead; compare.

upload.py          files and pasted text on their way into the session
samples.py         the sample stories, one click from their Overview
run_comparison.py  the button, the progress bar, and what stands between the articles and a comparison
article_list.py    one article in the list: what was read, and what was removed as furniture
masthead_form.py   its masthead, to edit
"""

from __future__ import annotations

import streamlit as st

from ... import actions, onboarding, persistence
from ...cache_panel import vector_cache
from ...html import apply_styles, render_html, render_note
from . import article_list, run_comparison, samples, upload


def page() -> None:
    """Draw the page: on a fresh start the samples come first, afterwards the articles."""
    apply_styles()
    persistence.describe()
    if actions.session().entries:
        _story()
    else:
        _welcome()
    vector_cache()


def _story() -> None:
    run_comparison.bar()
    upload.show_messages()
    article_list.all_articles()
    st.header("Add more")
    upload.bring()
    with st.expander("Open a sample story instead", type="compact", key="samples-instead"):
        render_note("A sample takes the place of the articles above; they can be brought back.", small=True)
        samples.cards()


def _welcome() -> None:
    render_html('<h1 class="ss-title">How did several outlets tell the same story?</h1>')
    onboarding.welcome()
    upload.show_messages()
    run_comparison.way_back()
    st.header("Open a sample story")
    samples.cards()
    st.header("Or bring your own articles")
    upload.bring()
