"""The token that opens a browser's own library, handed over to that browser as a cookie."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

YEAR: Final = 365 * 24 * 3600
"""Seconds that the browser keeps it."""
SCRIPT: Final = """// Keeps the token for this address alone, and tells of one that another tab kept first.
export default function ({ data, setTriggerValue }) {
  const start = `${data.name}=`;
  const held = () => document.cookie.split("; ").find((part) => part.startsWith(start))?.slice(start.length);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  if (!held()) document.cookie = `${start}${data.token}; Max-Age=${data.age}; Path=/; SameSite=Strict${secure}`;
  if (held() !== data.token) setTriggerValue("held", held() ?? "");
}
"""


def store_token(name: str, token: str) -> str | None:
    """Have the browser keep a token under this name. Returns the one that it had already, or "" if it keeps none at all."""
    result = _token_component()(
        key=f"token-{name}", data={"name": name, "token": token, "age": YEAR}, on_held_change=lambda: None
    )
    return None if result.held is None else str(result.held)


@cache
def _token_component() -> ComponentRenderer:
    return st.components.v2.component("samestory_token", js=SCRIPT)
