"""The page Articles: open a sample, drop files, paste text; see what was removed; edit the masthead; compare.

adding.py     files and pasted text on their way into the session
samples.py    the sample stories, one click from their Overview
comparing.py  the button, the progress bar, and what stands between the articles and a comparison
listed.py     one article in the list: what was read, and what was removed as furniture
masthead.py   its masthead, to edit
"""

from __future__ import annotations

import streamlit as st

from .. import guide, keeping, state
from ..caching import vector_cache
from ..style import apply, put, say
from . import adding, comparing, listed, samples


def page() -> None:
    """Draw the page: on a fresh start the samples come first, afterwards the articles."""
    apply()
    keeping.told()
    if state.session().entries:
        _story()
    else:
        _welcome()
    vector_cache()


def _story() -> None:
    comparing.bar()
    adding.told()
    listed.all_articles()
    st.header("Add more")
    adding.bring()
    with st.expander("Open a sample story instead", type="compact", key="samples-instead"):
        say("A sample takes the place of the articles above; they can be brought back.", small=True)
        samples.cards()


def _welcome() -> None:
    put('<h1 class="ss-title">How did several outlets tell the same story?</h1>')
    guide.welcome()
    adding.told()
    comparing.way_back()
    st.header("Open a sample story")
    samples.cards()
    st.header("Or bring your own articles")
    adding.bring()
