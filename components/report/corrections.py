"""What a person changed, in words: each correction in one sentence, and the log of them all as rows, CSV and JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..corrections.anchors import Anchors
from ..corrections.log import active, withdrawn_number
from ..story import Anchor, Comparison, Correction, CorrectionKind
from . import wording
from .verdicts import KINDS

QUOTED: Final = 140
"""Letters of the words quoted in a sentence of the log; the CSV and the JSON have all of them."""
STATES: Final[Mapping[str, str]] = {
    "stated": "is stated in",
    "partly": "is partly stated in",
    "not_found": "is not found in",
    "unclear": "has no clear match in",
}


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
    """What the sentences are made of: the words and places of anchors, and the names of articles."""

    comparison: Comparison
    anchors: Anchors

    def quote(self, anchor: Anchor) -> str:
        """A passage: "A 3 “…”"; only its words where the article is no longer there or does not have them."""
        quoted = _quoted(anchor)
        found = self.anchors.find(anchor)
        if found is None:
            key = self.anchors.key(anchor)
            return f"{key} {quoted}" if key else quoted
        sentences = self.comparison.article(found.key).sentences
        number = next((wording.sentence_number(s.index) for s in sentences if s.start <= found.start < s.end), None)
        return f"{found.key} {number} {quoted}" if number else f"{found.key} {quoted}"

    def quotes(self, anchors: Sequence[Anchor]) -> str:
        """Passages in a row; a claim may stand in several stretches."""
        return wording.format_list(self.quote(anchor) for anchor in anchors if anchor.text)

    def outlet(self, anchors: Sequence[Anchor]) -> str:
        """The article that the first anchor names: "A · Herald"."""
        key = self.anchors.key(anchors[0]) if anchors else None
        return self.comparison.article(key).title if key else "an article that is no longer here"


def describe(correction: Correction, comparison: Comparison) -> str:
    """One correction in a sentence of words: "Link confirmed: A 3 “…” and B 6 “…”"."""
    return TOLD[correction.kind](correction, _Words(comparison, Anchors(comparison.articles)))


def log_rows(comparison: Comparison) -> tuple[LogRow, ...]:
    """The log of corrections, first to last."""
    using = _Words(comparison, Anchors(comparison.articles))
    holds = {at for at, _ in active(comparison.corrections)}
    return tuple(
        LogRow(at + 1, TOLD[one.kind](one, using), one.made or "", _standing(one, at, holds))
        for at, one in enumerate(comparison.corrections)
    )


def log_json(comparison: Comparison) -> str:
    """The log as JSON: each correction as in `samestory/1`, with its number, its sentence and whether it holds."""
    from ..story.wire import CorrectionJson

    rows = [
        {**row.to_dict(), **CorrectionJson.of(correction).to_dict()}
        for row, correction in zip(log_rows(comparison), comparison.corrections, strict=True)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _quoted(anchor: Anchor) -> str:
    return f"“{wording.shorten(' '.join(anchor.text.split()), QUOTED)}”"


def _standing(correction: Correction, at: int, holds: Collection[int]) -> str:
    """Whether a correction holds. A withdrawal was withdrawn itself where what it takes back holds again."""
    if correction.kind == "withdraw":
        return "withdrawn" if withdrawn_number(correction) - 1 in holds else "done"
    if at not in holds:
        return "withdrawn"
    return "applied" if correction.applied else "not applied: its words were not found"


def _difference(correction: Correction) -> str:
    return next((word for kind, word in KINDS.items() if kind == correction.field), correction.field or "details")


def _presence(correction: Correction, using: _Words) -> str:
    state = STATES.get(correction.value or "", f"is {correction.value} in")
    return f"State set: {using.quotes(correction.anchors)} {state} {using.outlet(correction.others)}"


def _masthead(correction: Correction, using: _Words) -> str:
    field, outlet = (correction.field or "masthead").capitalize(), using.outlet(correction.anchors)
    return f"{field} of {outlet} set to “{correction.value}”" if correction.value else f"{field} of {outlet} emptied"


def _furniture(said: str) -> Callable[[Correction, _Words], str]:
    def sentence(correction: Correction, using: _Words) -> str:
        rule = f" (rule: {correction.value})" if correction.value else ""
        text = _quoted(correction.anchors[0]) if correction.anchors else "“”"
        return f"{said} {using.outlet(correction.anchors)}: {text}{rule}"

    return sentence


TOLD: Final[Mapping[CorrectionKind, Callable[[Correction, _Words], str]]] = {
    "confirm_link": lambda c, w: f"Link confirmed: {w.quotes(c.anchors)}",
    "reject_link": lambda c, w: f"No link: {w.quotes(c.anchors)}",
    "merge_facts": lambda c, w: f"Facts joined into one: {w.quotes((*c.anchors, *c.others))}",
    "split_fact": lambda c, w: f"Fact split: {w.quotes(c.anchors)} set apart from {w.quotes(c.others)}",
    "label_fact": lambda c, w: f"Fact at {w.quotes(c.anchors)} named “{c.value}”",
    "check_fact": lambda c, w: f"Fact checked: {w.quotes(c.anchors)}",
    "set_presence": _presence,
    "check_difference": lambda c, w: f"Difference checked ({_difference(c)}): {w.quotes(c.anchors)}",
    "no_difference": lambda c, w: f"No difference ({_difference(c)}): {w.quotes(c.anchors)}",
    "restore": _furniture("Restored in"),
    "remove": _furniture("Removed from"),
    "masthead": _masthead,
    "withdraw": lambda c, w: f"Correction {c.value} withdrawn",
}
"""The sentence of each kind of correction."""
