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
    """Draw six boxes and a button. Where a date cannot be read, a note says so and nothing changes."""
    current_values = values(article)
    with st.form(f"masthead-form-{entry_id}", border=False):
        columns = st.columns(2)
        for number, (name, label) in enumerate(FIELDS.items()):
            with columns[number % 2]:
                st.text_input(label, value=current_values[name], key=f"{name}-{entry_id}", help=HELP.get(name))
        submitted = st.form_submit_button("Keep these")
    if submitted:
        _apply(article, digest, {name: str(st.session_state[f"{name}-{entry_id}"]).strip() for name in FIELDS})


def values(article: Article) -> dict[str, str]:
    """Return what the boxes show for an article."""
    return {
        "outlet": article.outlet or "",
        "headline": article.headline or "",
        "published": article.published or "",
        "agency": article.agency or "",
        "dateline": article.masthead.dateline or "",
        "byline": article.masthead.byline or "",
    }


def _apply(article: Article, digest: str, entered: dict[str, str]) -> None:
    before = values(article)
    changes = {name: value or None for name, value in entered.items() if value != before[name]}
    if not changes:
        return
    try:
        edit(article, **changes)
    except ValueError as error:
        render_note(str(error), role="alert")
        return
    correct(*(set_masthead(digest, name, value) for name, value in changes.items()))
    st.rerun()
