"""Follow links in HTML on a page of this app: to a sentence in Side by side (#at-A-3), to a fact on Facts (#fact-...)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

from ..story import Comparison
from . import actions
from .pages.side_by_side import open_at

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

PREFIX: Final = "at"
"""What the address of a sentence begins with: `#at-A-3` is sentence 3 of article A, as people count."""


def follow(comparison: Comparison, *, inside: str) -> None:
    """Turn to the place that a link inside the container with the key `inside` names, when one is clicked."""
    click = _listener()(key=f"links-{inside}", data={"inside": f".st-key-{inside}"}, on_place_change=lambda: None)
    if click.place is not None:
        turn_to(comparison, click.place)


def turn_to(comparison: Comparison, place: object) -> None:
    """Turn to a place as a link names it: "at-A-3" (as people count), "fact-..."; what is no place of this story does nothing."""
    fact_ids = {f"fact-{fact.id}": fact.id for fact in comparison.facts}
    if place in fact_ids:
        actions.choose_fact(fact_ids[str(place)])
        actions.go_to("Facts")
    sentence = re.fullmatch(rf"{PREFIX}-([A-Z])-(\d{{1,4}})", str(place or ""))
    if sentence and sentence[1] in comparison.keys and 0 < int(sentence[2]) <= len(comparison.article(sentence[1]).sentences):
        open_at(comparison, sentence[1], int(sentence[2]) - 1)


@cache
def _listener() -> ComponentRenderer:
    """Return the component that listens: it shows nothing, and sends the place of a link that is clicked, also by Enter."""
    script = Path(__file__).with_name("link_listener.js").read_text(encoding="utf-8")
    return st.components.v2.component("samestory_links", js=script)
