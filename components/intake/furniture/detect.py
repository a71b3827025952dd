"""All furniture rules over one text, in order: what a line says, what it is called, where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...story import Removed
from ..lines import Line, logical_lines
from .captions import caption_rule
from .credits import is_credit_line, trailing_credit_start
from .headings import heading_rule
from .headlines import label_doubled_headlines, pick_headline
from .position_rules import (
    Labels,
    label_breadcrumbs,
    label_bylines,
    label_clocks,
    label_lists,
    label_logo,
    label_menu_above,
    label_menu_below,
)
from .text_rules import text_rule


def find_furniture(raw: str, form_removed: Sequence[Removed] = ()) -> tuple[Removed, ...]:
    """Return the stretches of `raw` that are furniture, in order, each with the rule that takes it.

    Args:
        raw: all visible text of a page.
        form_removed: the stretches that the file's own form gave away; they stay as they are.
    """
    lines = lines_outside(logical_lines(raw), form_removed)
    labels: Labels = [line_rule(line.text) for line in lines]
    label_clocks(lines, labels)
    label_lists(lines, labels)
    label_breadcrumbs(lines, labels)
    label_logo(lines, labels)
    headline = pick_headline(lines, labels)
    label_doubled_headlines(lines, labels, headline)
    label_menu_above(lines, labels, headline)
    label_bylines(lines, labels, headline)
    label_menu_below(lines, labels)
    return _join_stretches(raw, lines, labels, form_removed)


def line_rule(text: str) -> str | None:
    """Return the rule that takes a line by itself, wherever it stands, or None."""
    if is_credit_line(text):
        return "credit line"
    return caption_rule(text) or heading_rule(text) or text_rule(text)


def lines_outside(lines: Iterable[Line], removed: Sequence[Removed]) -> list[Line]:
    """Return the lines that no removed stretch touches."""
    stretches = sorted(removed, key=lambda stretch: stretch.start)
    outside = []
    i = 0
    for line in lines:
        while i < len(stretches) and stretches[i].end <= line.start:
            i += 1
        if i == len(stretches) or stretches[i].start >= line.end:
            outside.append(line)
    return outside


def _join_stretches(raw: str, lines: Sequence[Line], labels: Labels, form_removed: Sequence[Removed]) -> tuple[Removed, ...]:
    """Return all removed stretches in order: neighbouring lines of one rule as one, trailing credits as part of their line."""
    spans: list[tuple[int, int, str]] = []
    previous_label: str | None = None
    borders = {stretch.end for stretch in form_removed}
    for line, label in zip(lines, labels, strict=True):
        if label is None:
            credit_start = trailing_credit_start(raw[line.start : line.end])
            if credit_start is not None:
                spans.append((line.start + credit_start, line.end, "credit line"))
        elif label == previous_label and not any(spans[-1][1] <= border <= line.start for border in borders):
            spans[-1] = (spans[-1][0], line.end, label)
        else:
            spans.append((line.start, line.end, label))
        previous_label = label
    removed = [Removed(start, end, raw[start:end], rule) for start, end, rule in spans]
    return tuple(sorted([*form_removed, *removed], key=lambda stretch: (stretch.start, stretch.end)))
