"""The masthead of one article, to edit: what stands in the boxes when they are kept is what every page says from then on."""

from __future__ import annotations

import streamlit as st

from ....corrections import set_masthead
from ....intake import edit
from ....story import Article
from ...apply_corrections import correct
from ...html import render_note

FIELDS = {
    "outlet": "Outlet",
    "headline": "Headline",
    "published": "Date (2026-01-09, or --01-09 without the year)",
    "agency": "Agency, if the copy is an agency's",
    "dateline": "Dateline",
    "byline": "Byline",
}
HELP = {"headline": "What the pages call the article; its text stays as it is."}


def form(entry_id: int, article: Article, digest: str) -> None:
    """Six boxes and a button. A date that cannot be read is said, and nothing is changed."""
    now = values(article)
    with st.form(f"masthead-form-{entry_id}", border=False):
        places = st.columns(2)
        for number, (name, told) in enumerate(FIELDS.items()):
            with places[number % 2]:
                st.text_input(told, value=now[name], key=f"{name}-{entry_id}", help=HELP.get(name))
        kept = st.form_submit_button("Keep these")
    if kept:
        _keep(article, digest, {name: str(st.session_state[f"{name}-{entry_id}"]).strip() for name in FIELDS})


def values(article: Article) -> dict[str, str]:
    """What the boxes show for an article."""
    return {
        "outlet": article.outlet or "",
        "headline": article.headline or "",
        "published": article.published or "",
        "agency": article.agency or "",
        "dateline": article.masthead.dateline or "",
        "byline": article.masthead.byline or "",
    }


def _keep(article: Article, digest: str, wanted: dict[str, str]) -> None:
    before = values(article)
    changes = {name: value or None for name, value in wanted.items() if value != before[name]}
    if not changes:
        return
    try:
        edit(article, **changes)
    except ValueError as error:
        render_note(str(error), role="alert")
        return
    correct(*(set_masthead(digest, name, value) for name, value in changes.items()))
    st.rerun()
