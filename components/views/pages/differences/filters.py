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
KIND: Final = "differences-kind"
NOTES: Final = "differences-notes"


def controls(comparison: Comparison) -> tuple[Difference, ...]:
    """Draw both controls. Returns what they let through: what differs in order of its numbers, then notes."""
    told = describe_notes(report_model(comparison))
    if told:
        st.toggle(f"Show {told}", key=NOTES, help="Pairs of details that were compared and do not differ.")
    pairs = available(comparison, with_notes=bool(told and st.session_state[NOTES]))
    shown = of_kind(pairs, _kind(pairs))
    if pairs:
        render_note(f"{len(shown)} of {len(pairs)} shown.", small=True, role="status")
    return shown


def available(comparison: Comparison, *, with_notes: bool) -> tuple[Difference, ...]:
    """All pairs of details that can be shown: what differs, and notes if they are wanted."""
    model = report_model(comparison)
    return (*(difference for _, difference in model.numbered), *(model.notes if with_notes else ()))


def of_kind(pairs: tuple[Difference, ...], kind: str) -> tuple[Difference, ...]:
    """The pairs of one kind, or all of them."""
    return pairs if kind == ALL else tuple(pair for pair in pairs if pair.kind == kind)


def choices(pairs: tuple[Difference, ...]) -> dict[str, str]:
    """The kinds that there are, and what people see of each: {"number": "number: 3 of 12"}."""
    counted = {kind: sum(pair.kind == kind for pair in pairs) for kind in KINDS}
    told: dict[str, str] = {kind: f"{KINDS[kind]}: {number} of {len(pairs)}" for kind, number in counted.items() if number}
    return {ALL: f"all {len(pairs)}", **told}


def _kind(pairs: tuple[Difference, ...]) -> str:
    told = choices(pairs)
    return widgets.one_of(told, "Show kinds", KIND) if len(told) > 2 else ALL
