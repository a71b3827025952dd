"""All rules over one text, in order: what a line says, what it is made of, where it stands; neighbours become one stretch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...story import Removed
from ..lines import Line, logical_lines
from .captions import caption_rule
from .credits import credit_tail, is_credit
from .headlines import label_doubles, pick_headline
from .position_rules import Labels, label_clocks, label_crumbs, label_head, label_lists, label_logo, label_tail, position_rule
from .text_rules import text_rule


def find_furniture(raw: str, given: Sequence[Removed] = ()) -> tuple[Removed, ...]:
    """The stretches of `raw` that are furniture, in order; `given` are those that the file's own form told apart."""
    lines = outside(logical_lines(raw), given)
    labels: Labels = [line_rule(line.text) for line in lines]
    label_clocks(lines, labels)
    label_lists(lines, labels)
    label_crumbs(lines, labels)
    label_logo(lines, labels)
    headline = pick_headline(lines, labels)
    label_doubles(lines, labels, headline)
    label_head(lines, labels, headline)
    label_tail(lines, labels)
    return _stretches(raw, lines, labels, given)


def line_rule(text: str) -> str | None:
    """The rule that takes a line by itself, wherever it stands, or None."""
    if is_credit(text):
        return "credit line"
    return caption_rule(text) or position_rule(text) or text_rule(text)


def outside(lines: Iterable[Line], removed: Sequence[Removed]) -> list[Line]:
    """The lines that no removed stretch touches."""
    ordered = sorted(removed, key=lambda stretch: stretch.start)
    kept = []
    number = 0
    for line in lines:
        while number < len(ordered) and ordered[number].end <= line.start:
            number += 1
        if number == len(ordered) or ordered[number].start >= line.end:
            kept.append(line)
    return kept


def _stretches(raw: str, lines: Sequence[Line], labels: Labels, given: Sequence[Removed]) -> tuple[Removed, ...]:
    """Neighbouring lines of one rule as one stretch; credits at the end of a paragraph as a part of their line."""
    spans: list[tuple[int, int, str]] = []
    before: str | None = None
    borders = {stretch.end for stretch in given}
    for line, label in zip(lines, labels, strict=True):
        if label is None:
            tail = _tail(raw, line)
            if tail is not None:
                spans.append((tail, line.end, "credit line"))
        elif label == before and not any(spans[-1][1] <= border <= line.start for border in borders):
            spans[-1] = (spans[-1][0], line.end, label)
        else:
            spans.append((line.start, line.end, label))
        before = label
    found = [Removed(start, end, raw[start:end], rule) for start, end, rule in spans]
    return tuple(sorted([*given, *found], key=lambda stretch: (stretch.start, stretch.end)))


def _tail(raw: str, line: Line) -> int | None:
    opening = credit_tail(raw[line.start : line.end])
    return None if opening is None else line.start + opening
