"""Which pairs of details are shown: a switch for notes, and a control for one kind, with how many of how many there are."""

from __future__ import annotations

from typing import Final

import streamlit as st

from ....report import describe_notes
from ....report.verdicts import KINDS
from ....story import Comparison, Difference
from ... import widgets
from ...html import render_note
from ...session import report_model

ALL: Final = "all"
KIND_KEY: Final = "differences-kind"
NOTES_KEY: Final = "differences-notes"


def filter_controls(comparison: Comparison) -> tuple[Difference, ...]:
    """Draw both controls. Returns the pairs they let through: what differs, in order of its numbers, then notes."""
    notes_text = describe_notes(report_model(comparison))
    if notes_text:
        st.toggle(f"Show {notes_text}", key=NOTES_KEY, help="Pairs of details that were compared and do not differ.")
    pairs = available(comparison, with_notes=bool(notes_text and st.session_state[NOTES_KEY]))
    differences = of_kind(pairs, _kind_control(pairs))
    if pairs:
        render_note(f"{len(differences)} of {len(pairs)} shown.", small=True, role="status")
    return differences


def available(comparison: Comparison, *, with_notes: bool) -> tuple[Difference, ...]:
    """Return all pairs of details that can be shown: what differs, and notes if they are wanted."""
    model = report_model(comparison)
    return (*(difference for _, difference in model.numbered_differences), *(model.notes if with_notes else ()))


def of_kind(pairs: tuple[Difference, ...], kind: str) -> tuple[Difference, ...]:
    """Return the pairs of one kind, or all of them."""
    return pairs if kind == ALL else tuple(pair for pair in pairs if pair.kind == kind)


def choices(pairs: tuple[Difference, ...]) -> dict[str, str]:
    """Return the kinds that there are, with what people see of each: {"number": "number: 3 of 12"}."""
    counted = {kind: sum(pair.kind == kind for pair in pairs) for kind in KINDS}
    labels: dict[str, str] = {kind: f"{KINDS[kind]}: {number} of {len(pairs)}" for kind, number in counted.items() if number}
    return {ALL: f"all {len(pairs)}", **labels}


def _kind_control(pairs: tuple[Difference, ...]) -> str:
    labels = choices(pairs)
    return widgets.choice(labels, "Show kinds", KIND_KEY) if len(labels) > 2 else ALL
