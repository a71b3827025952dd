"""The page Corrections: what was changed by hand; each can be withdrawn, the last undone and done again; the log as a file."""

from __future__ import annotations

from html import escape

import streamlit as st

from ..corrections import withdraw
from ..coverage import counts
from ..report.corrections import LogRow, log_json, log_rows
from ..report.tables import log_csv
from ..report.words import checked, plural
from ..story import Comparison
from . import frame, guide
from .corrections import correct
from .overview.downloads import file_stem
from .style import put, say

NONE = "Nothing was corrected yet. Links, facts and details are corrected beside them, in Side by side, Facts and Differences."


def page() -> None:
    """Draw the page."""
    comparison = frame.begin()
    if comparison is None:
        return
    guide.answers("Corrections")
    rows = log_rows(comparison)
    st.header("Made by hand")
    say(f"{plural(len(rows), 'correction')}; {checked(counts(comparison))}.", role="status")
    if not rows:
        say(NONE)
        return
    stem = file_stem(comparison.title)
    with st.container(horizontal=True, key="log-files"):
        for ending, content in (("csv", log_csv(comparison)), ("json", log_json(comparison))):
            name = f"{stem}-corrections.{ending}"
            st.download_button(f"Log ({ending.upper()})", content.encode(), name, key=f"log-{ending}", on_click="ignore")
    for row in reversed(rows):
        with st.container(horizontal=True, vertical_alignment="top", key=f"correction-row-{row.number}"):
            put(_row(row))
            if row.standing in ("applied", "withdrawn"):
                _way(comparison, row)


def _row(row: LogRow) -> str:
    when = row.made.replace("T", " ").removesuffix("+00:00")
    said = f'<p class="soft small">{row.number} · {escape(when)} UTC · {escape(row.standing)}</p>'
    return f"{said}<p>{escape(row.what)}</p>"


def _way(comparison: Comparison, row: LogRow) -> None:
    """What holds can be withdrawn; what was withdrawn holds again once its withdrawal is."""
    number = row.number
    if row.standing == "withdrawn":
        said = enumerate(comparison.corrections, start=1)
        number = max((n for n, c in said if c.kind == "withdraw" and c.value == str(number)), default=number)
    name = "Withdraw" if row.standing == "applied" else "Let it hold again"
    st.button(name, key=f"withdraw-{row.number}", type="tertiary", on_click=correct, args=(withdraw(number),))
