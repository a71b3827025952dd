"""The comparison as files to keep: a report that opens anywhere, a Word document, tables, JSON. Made when a button is pressed."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Final
from unicodedata import normalize

import streamlit as st

from ..report import report_docx, report_html, report_json, report_tables
from ..report.selection import WHOLE, Selection, extent
from ..story import Comparison

HERE: Final = "keep-here"
"""Whether what is kept is what the page shows; the other choice is everything."""


def offer(comparison: Comparison, selection: Selection | None = None) -> None:
    """A button a kind of file. Where the page shows some of the facts only, a choice between those and all of them."""
    st.header("Keep it")
    wanted = _wanted(comparison, selection or Selection())
    stem = file_stem(comparison.title) + part_of_name(comparison, wanted)
    with st.container(horizontal=True, key="downloads"):
        for name, make, ending, mime in FILES:
            st.download_button(
                name, partial(make, comparison, wanted), f"{stem}.{ending}", mime, key=f"keep-{ending}", on_click="ignore"
            )


def as_json(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """The facts of a selection in the schema `samestory/1`, dated today."""
    return report_json(comparison, made=_today(), selection=selection).encode("utf-8", "backslashreplace")


def as_html(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """The report, dated today."""
    return report_html(comparison, made=_today(), selection=selection).encode("utf-8", "backslashreplace")


def as_word(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """The report as a Word document, dated today."""
    return report_docx(comparison, made=_today(), selection=selection)


def tables(comparison: Comparison, selection: Selection = WHOLE) -> bytes:
    """A zip with one CSV file a table."""
    return report_tables(comparison, made=_today(), selection=selection)


def file_stem(title: str) -> str:
    """A file name from a title: plain letters, digits and hyphens, at most 60; `samestory` if nothing is left of it."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "samestory"


def part_of_name(comparison: Comparison, selection: Selection) -> str:
    """What a file name says of a selection: `-9-of-127-facts`, or nothing where all facts are in it."""
    told = extent(comparison, selection)
    return f"-{file_stem(told)}" if told else ""


def _wanted(comparison: Comparison, selection: Selection) -> Selection:
    """What the reader wants to keep: the selection, or all facts in its order."""
    told = extent(comparison, selection)
    if not told:
        return selection
    names = {True: f"{told}, as on this page", False: "everything"}
    here = st.segmented_control(
        "What to keep", options=list(names), format_func=names.__getitem__, default=True, key=HERE, required=True
    )
    return selection if here else Selection(order=selection.order)


def _today() -> str:
    return date.today().isoformat()


FILES: Final = (
    ("HTML report", as_html, "html", "text/html"),
    ("Word", as_word, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("Tables (CSV)", tables, "zip", "application/zip"),
    ("JSON", as_json, "json", "application/json"),
)
"""What the button says, what makes the bytes, the file's ending, its type."""
