"""What a person changed, in words: each correction in one sentence, and the log of them all as rows, CSV and JSON."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..corrections import Anchors, active, withdrawn_number
from ..corrections import describe as describe_correction
from ..story import Anchor, Comparison, Correction
from . import wording
from .verdicts import KINDS

QUOTED: Final = 140
"""Letters of the words quoted in a sentence of the log; the CSV and the JSON have all of them."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One correction as people read it: its number from 1, what was done, when, and whether it holds."""

    number: int
    what: str
    made: str
    standing: str

    def to_dict(self) -> dict[str, Any]:
        """As plain JSON values, without what the correction itself has."""
        return {"number": self.number, "told": self.what, "standing": self.standing}


@dataclass(frozen=True, slots=True)
class _Words:
    """How what corrections are about is called in words: the passages of anchors with their places, articles, details."""

    comparison: Comparison
    anchors: Anchors

    def quoted(self, anchors: Sequence[Anchor]) -> str:
        """Return the words of the first passage."""
        return f"“{wording.shorten(' '.join(anchors[0].text.split()), QUOTED)}”" if anchors else "“”"

    def quotes(self, anchors: Sequence[Anchor]) -> str:
        """Return passages in a row; a claim may stand in several stretches."""
        return wording.format_list(self._quote(anchor) for anchor in anchors if anchor.text)

    def _quote(self, anchor: Anchor) -> str:
        """Return a passage: "A 3 “…”"; only its words where the article is no longer there or does not have them."""
        quoted = self.quoted([anchor])
        passage = self.anchors.find_passage(anchor)
        if passage is None:
            key = self.anchors.article_key(anchor)
            return f"{key} {quoted}" if key else quoted
        sentences = self.comparison.article(passage.key).sentences
        number = next((wording.sentence_number(s.index) for s in sentences if s.start <= passage.start < s.end), None)
        return f"{passage.key} {number} {quoted}" if number else f"{passage.key} {quoted}"

    def outlet(self, anchors: Sequence[Anchor]) -> str:
        """Return the article that the first anchor names: "A · Herald"."""
        key = self.anchors.article_key(anchors[0]) if anchors else None
        return self.comparison.article(key).title if key else "an article that is no longer here"

    def difference(self, kind: str | None) -> str:
        """Return the name of a kind of difference."""
        return next((name for known, name in KINDS.items() if known == kind), kind or "details")


def describe(correction: Correction, comparison: Comparison) -> str:
    """Return one correction in a sentence of words: "Link confirmed: A 3 “…” and B 6 “…”"."""
    return describe_correction(correction, _Words(comparison, Anchors(comparison.articles)))


def log_rows(comparison: Comparison) -> tuple[LogRow, ...]:
    """Return the log of corrections, first to last."""
    words = _Words(comparison, Anchors(comparison.articles))
    active_indices = {place for place, _ in active(comparison.corrections)}
    return tuple(
        LogRow(
            place + 1, describe_correction(correction, words), correction.made or "", _standing(correction, place, active_indices)
        )
        for place, correction in enumerate(comparison.corrections)
    )


def log_json(comparison: Comparison) -> str:
    """Return the log as JSON: each correction as in `samestory/1`, with its number, its sentence and whether it holds."""
    from ..story.wire import CorrectionJson

    rows = [
        {**row.to_dict(), **CorrectionJson.of(correction).to_dict()}
        for row, correction in zip(log_rows(comparison), comparison.corrections, strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _standing(correction: Correction, place: int, active_indices: Collection[int]) -> str:
    """Say whether a correction holds. A withdrawal was withdrawn itself where what it takes back holds again."""
    if correction.kind == "withdraw":
        return "withdrawn" if withdrawn_number(correction) - 1 in active_indices else "done"
    if place not in active_indices:
        return "withdrawn"
    return "applied" if correction.applied else "not applied: its words were not found"
