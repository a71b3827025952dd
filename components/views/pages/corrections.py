"""The page Corrections: what was changed by hand; each can be withdrawn, the last undone and done again; the log as a file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Final

import streamlit as st

from ...corrections import withdraw, withdrawals
from ...report.corrections import LogRow, log_json
from ...report.exports import log_csv
from ...report.provenance import describe_checks
from ...story import Comparison
from .. import onboarding, page_header, pagination
from ..apply_corrections import correct
from ..downloads import file_stem
from ..html import render_html, render_note
from ..session import report_model

LIST_KEY: Final = "log"
AT_FIRST: Final = 30
"""Corrections listed before a reader asks for all."""
NONE: Final = (
    "Nothing was corrected yet. Links, facts and details are corrected beside them, in Side by side, Facts and Differences."
)


def page() -> None:
    """Draw the page."""
    comparison = page_header.draw_header()
    if comparison is None:
        return
    onboarding.page_line("Corrections")
    rows = report_model(comparison).log_rows
    st.header("Made by hand")
    render_note(f"{describe_checks(comparison)}.", role="status")
    if not rows:
        render_note(NONE)
        return
    stem = file_stem(comparison.title)
    with st.container(horizontal=True, key="log-files"):
        for ending, content in (("csv", log_csv), ("json", log_json)):
            name = f"{stem}-corrections.{ending}"
            make = partial(_as_bytes, content, comparison)
            st.download_button(f"Log ({ending.upper()})", make, name, key=f"log-{ending}", on_click="ignore")
    for row in pagination.first_rows(rows[::-1], AT_FIRST, LIST_KEY):
        with st.container(horizontal=True, vertical_alignment="top", key=f"correction-row-{row.number}"):
            render_html(_row_html(row))
            if row.standing in ("applied", "withdrawn"):
                _withdraw_button(comparison, row)
    pagination.show_all_button(len(rows), AT_FIRST, LIST_KEY)


def _as_bytes(make: Callable[[Comparison], str], comparison: Comparison) -> bytes:
    return make(comparison).encode()


def _row_html(row: LogRow) -> str:
    when = row.made.replace("T", " ").removesuffix("+00:00")
    heading = f'<p class="soft small">{row.number} · {escape(when)} UTC · {escape(row.standing)}</p>'
    return f"{heading}<p>{escape(row.what)}</p>"


def _withdraw_button(comparison: Comparison, row: LogRow) -> None:
    """Draw the button that withdraws an active correction, or that withdraws its withdrawal."""
    numbers = (row.number,) if row.standing == "applied" else withdrawals(comparison.corrections, row.number)
    name = "Withdraw" if row.standing == "applied" else "Let it hold again"
    corrections = tuple(withdraw(number) for number in numbers)
    st.button(name, key=f"withdraw-{row.number}", type="tertiary", on_click=correct, args=corrections)
