"""The reading view alone, on a comparison made by hand; the page writes down each correction it gets. Run by Streamlit."""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import streamlit as st

sys.path.insert(0, str(Path(__file__).parents[3]))  # Streamlit puts only this folder there

from components.story import Comparison, SentenceRef
from components.views.html import apply_styles
from components.views.reading import payload, show
from tests.report.factories_details import every_kind


def corrected(comparison: Comparison, message: Mapping[str, Any]) -> Comparison:
    """What little of a correction the tests of the view look for."""
    if message["do"] in ("confirm_link", "reject_link"):
        one, other = (SentenceRef(end["key"], end["sentence"]) for end in message["ends"])
        pair = {one, other}
        links = [link for link in comparison.links if {*link.endpoints} != pair]
        held = [replace(link, by_hand=True) for link in comparison.links if link not in links]
        if message["do"] == "reject_link":
            return replace(comparison, links=tuple(links), rejected=(*comparison.rejected, (one, other)))
        rejected = tuple(ends for ends in comparison.rejected if {*ends} != pair)
        return replace(comparison, links=(*links, *held), rejected=rejected)
    if message["do"] == "check_fact":
        facts = tuple(replace(fact, checked=fact.checked or fact.id == message["fact"]) for fact in comparison.facts)
        return replace(comparison, facts=facts)
    return comparison


def take(message: Mapping[str, Any]) -> None:
    """Write a correction down, and apply it as far as the tests need."""
    st.session_state.messages.append(dict(message))
    st.session_state.comparison = corrected(st.session_state.comparison, message)


st.set_page_config(page_title="Samestory", layout="wide")
st.session_state.setdefault("messages", [])
st.session_state.setdefault("comparison", every_kind())
apply_styles()
st.title("The reading view")
keys = st.query_params.get("keys", "ABC")
drawn = payload(st.session_state.comparison, tuple(keys))
done = len(st.session_state.messages)
show({**drawn, "undo": f"correction {done}" if done else "", "redo": "correction 1" if done else ""}, on_correction=take)
st.code(json.dumps(st.session_state.messages), language=None)
