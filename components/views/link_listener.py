"""Links in HTML on a page of this app, followed: to a sentence in Side by side (#at-A-3), to a fact on Facts (#fact-...)."""

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
    heard = _listener()(key=f"heard-{inside}", data={"inside": f".st-key-{inside}"}, on_place_change=lambda: None)
    if heard.place is not None:
        turn_to(comparison, heard.place)


def turn_to(comparison: Comparison, place: object) -> None:
    """Turn to a place as a link names it: "at-A-3" (as people count), "fact-..."; what is no place of this story does nothing."""
    known = {f"fact-{fact.id}": fact.id for fact in comparison.facts}
    if place in known:
        actions.choose_fact(known[str(place)])
        actions.go_to("Facts")
    spot = re.fullmatch(r"at-([A-Z])-(\d{1,4})", str(place or ""))
    if spot and spot[1] in comparison.keys and 0 < int(spot[2]) <= len(comparison.article(spot[1]).sentences):
        open_at(comparison, spot[1], int(spot[2]) - 1)


@cache
def _listener() -> ComponentRenderer:
    """Shows nothing: it hears a click (or Enter) on a link and tells where it leads."""
    script = Path(__file__).with_name("link_listener.js").read_text(encoding="utf-8")
    return st.components.v2.component("samestory_heard", js=script)
