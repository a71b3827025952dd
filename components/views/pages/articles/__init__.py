"""The page Articles: open a sample, drop files, paste text; see what was removed; edit the masthead; compare.

upload.py             files and pasted text on their way into the session
samples.py            the sample stories, one click from their Overview
run_comparison.py     the button, and what stands between the articles and a comparison
article_list.py       one article in the list: what was read, and what was removed as furniture
masthead_form.py      its masthead, to edit
second_reader_form.py the choice of a second reader
"""

from __future__ import annotations

import streamlit as st

from ... import actions, onboarding, persistence
from ...cache_panel import cache_controls
from ...html import apply_styles, render_html, render_note
from . import article_list, run_comparison, samples, second_reader_form, upload


def page() -> None:
    """Draw the page: on a fresh start the samples come first, afterwards the articles."""
    apply_styles()
    persistence.show_status()
    if actions.session().entries:
        _draw_story()
    else:
        _draw_welcome()
    cache_controls()


def _draw_story() -> None:
    run_comparison.compare_bar()
    second_reader_form.second_reader_form()
    upload.show_messages()
    article_list.all_articles()
    st.header("Add more")
    upload.upload_forms()
    with st.expander("Open a sample story instead", type="compact", key="samples-instead"):
        render_note("A sample takes the place of the articles above; they can be brought back.", small=True)
        samples.sample_cards()


def _draw_welcome() -> None:
    render_html('<h1 class="ss-title">How did several outlets tell the same story?</h1>')
    onboarding.welcome()
    upload.show_messages()
    run_comparison.restore_button()
    st.header("Open a sample story")
    samples.sample_cards()
    st.header("Or bring your own articles")
    upload.upload_forms()
