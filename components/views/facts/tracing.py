"""A statement typed by the reader: which articles state it, where, and how surely."""

from __future__ import annotations

from html import escape

import streamlit as st

from ...compare import trace_in
from ...report.words import number, stated
from ...settings import Settings
from ...story import SYMBOLS, Comparison, InputError, Presence
from .. import state
from ..side_by_side import open_at
from ..style import outlet, put, say

BOX = "trace-statement"


def box(comparison: Comparison) -> None:
    """The box, and below it what was found in each article."""
    st.subheader("Trace a statement")
    st.text_input(
        "A statement, in your own words",
        key=BOX,
        placeholder="for example: The bridge will open in March",
        help="One sentence with one claim works best. It is looked for in every article, and stays on this machine.",
    )
    statement = str(st.session_state.get(BOX) or "").strip()
    understood = state.session().understood
    if not statement or understood is None:
        return
    try:
        with st.spinner("Looking for it in every article"):
            found = trace_in(understood.weighed, statement, settings=Settings.of(state.strictness()), encoder=state.encoder())
    except InputError as error:
        say(str(error), role="alert")
        return
    put('<dl class="traced">' + "".join(_one(comparison, key, presence) for key, presence in found.items()) + "</dl>")
    _ways(comparison, found)


def _one(comparison: Comparison, key: str, presence: Presence) -> str:
    article = comparison.article(key)
    nearest = presence.nearest
    told = f"{SYMBOLS[presence.status]} {stated(presence, calibrated=comparison.calibrated)}"
    passage = ""
    if nearest is not None:
        leads = "stands in" if presence.counts_as_in else "nearest passage:"
        passage = (
            f'<p class="soft small">{leads} sentence {number(nearest.sentence)}</p>'
            f"<blockquote>{escape(article.sentences[nearest.sentence].text)}</blockquote>"
        )
    return f"<div><dt>{outlet(key, article.title)}</dt><dd><p>{escape(told)}</p>{passage}</dd></div>"


def _ways(comparison: Comparison, found: dict[str, Presence]) -> None:
    """A button for each article with a passage, to see it among its neighbours."""
    places = [(key, presence.nearest.sentence) for key, presence in found.items() if presence.nearest]
    with st.container(horizontal=True):
        for key, sentence in places:
            if st.button(f"Side by side at {key} {number(sentence)}", key=f"trace-to-{key}"):
                open_at(comparison, key, sentence)
