"""The comparison as files to keep: a report that opens anywhere, a Word document, tables, JSON. Made when a button is pressed."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Final
from unicodedata import normalize

import streamlit as st

from ..report import report_docx, report_html, report_json, report_tables
from ..report.selection import EVERYTHING, WHOLE, Selection, describe_extent
from ..story import Comparison

EXTENT_KEY: Final = "keep-here"
"""Whether the files hold what the page shows; the other choice is everything."""


def download_buttons(comparison: Comparison, selection: Selection | None = None) -> None:
    """Draw a button a kind of file; where the page shows only some facts, also a choice between those and all."""
    st.header("Keep it")
    chosen = _choose_extent(comparison, selection or Selection())
    stem = file_stem(comparison.title) + selection_suffix(comparison, chosen)
    with st.container(horizontal=True, key="downloads"):
        for name, make, ending, mime in FILES:
            st.download_button(
                name, partial(make, comparison, chosen), f"{stem}.{ending}", mime, key=f"keep-{ending}", on_click="ignore"
            )


def as_json(comparison: Comparison, selection: Selection = EVERYTHING) -> bytes:
    """Return the facts of a selection in the schema `samestory/1`, dated today."""
    return report_json(comparison, made=_today(), selection=selection).encode("utf-8", "backslashreplace")


def as_html(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """Return the HTML report, dated today."""
    return report_html(comparison, made=_today(), selection=selection).encode("utf-8", "backslashreplace")


def as_word(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """Return the report as a Word document, dated today."""
    return report_docx(comparison, made=_today(), selection=selection)


def as_tables(comparison: Comparison, selection: Selection = EVERYTHING) -> bytes:
    """Return a zip with one CSV file a table, dated today."""
    return report_tables(comparison, made=_today(), selection=selection)


def file_stem(title: str) -> str:
    """Return a file name for a title: plain letters, digits and hyphens, at most 60; `samestory` if nothing is left of it."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "samestory"


def selection_suffix(comparison: Comparison, selection: Selection) -> str:
    """Return what a file name says of a selection: `-9-of-127-facts`, or nothing where all facts are in it."""
    description = describe_extent(comparison, selection)
    return f"-{file_stem(description)}" if description else ""


def _choose_extent(comparison: Comparison, selection: Selection) -> Selection:
    """Draw the choice between the selection and all facts, where they differ; return what was chosen."""
    description = describe_extent(comparison, selection)
    if not description:
        return selection
    names = {True: f"{description}, as on this page", False: "everything"}
    as_shown = st.segmented_control(
        "What to keep", options=list(names), format_func=names.__getitem__, default=True, key=EXTENT_KEY, required=True
    )
    return selection if as_shown else Selection(order=selection.order)


def _today() -> str:
    return date.today().isoformat()


FILES: Final = (
    ("HTML report", as_html, "html", "text/html"),
    ("Word", as_word, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Tables (CSV)", as_tables, "zip", "application/zip"),
    ("JSON", as_json, "json", "application/json"),
)
"""What the button says, what makes the bytes, the file's ending, its type."""
