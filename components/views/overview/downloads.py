"""The comparison as files to keep: a report that opens anywhere, tables, JSON. Each is made when its button is pressed."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import date
from functools import partial
from typing import Final
from unicodedata import normalize

import streamlit as st

from ...report import csv_files, report_html
from ...story import Comparison


def offer(comparison: Comparison) -> None:
    """Three buttons."""
    stem = file_stem(comparison.title)
    st.subheader("Keep it")
    with st.container(horizontal=True, key="downloads"):
        for name, make, ending, mime in FILES:
            st.download_button(name, partial(make, comparison), f"{stem}.{ending}", mime, key=f"keep-{ending}", on_click="ignore")


def as_json(comparison: Comparison) -> bytes:
    """The comparison in the schema `samestory/1`."""
    return (json.dumps(comparison.to_dict(), ensure_ascii=False, indent=2) + "\n").encode()


def as_html(comparison: Comparison) -> bytes:
    """The report, dated today."""
    return report_html(comparison, made=date.today().isoformat()).encode()


def tables(comparison: Comparison) -> bytes:
    """A zip with one CSV file a table."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in csv_files(comparison).items():
            archive.writestr(name, content.encode())
    return packed.getvalue()


def file_stem(title: str) -> str:
    """A file name from a title: plain letters, digits and hyphens, at most 60; `samestory` if nothing is left of it."""
    plain = normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "samestory"


FILES: Final = (
    ("HTML report", as_html, "html", "text/html"),
    ("Tables (CSV)", tables, "zip", "application/zip"),
    ("JSON", as_json, "json", "application/json"),
)
"""What the button says, what makes the bytes, the file's ending, its type."""
