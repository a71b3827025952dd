"""The token that opens a browser's own library, handed over to that browser as a cookie."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

YEAR: Final = 365 * 24 * 3600
"""Seconds that the browser keeps it."""
SCRIPT: Final = """// Keeps the token for this address alone; nothing else is read or written.
export default function ({ data }) {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.name}=${data.token}; Max-Age=${data.age}; Path=/; SameSite=Strict${secure}`;
}
"""


def hand_over(name: str, token: str) -> None:
    """Have the browser keep a token under this name."""
    _keeper()(key=f"token-{name}", data={"name": name, "token": token, "age": YEAR})


@cache
def _keeper() -> ComponentRenderer:
    return st.components.v2.component("samestory_token", js=SCRIPT)
