"""Two quotations set against each other, word by word: the words in common, and the places where they part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ...story import Span
from .extract import QuoteWord, spelled

_TELLING, _MINOR, _SUBSTITUTE, _GAP = 2.0, 1.0, -0.6, -0.35
"""Worth of a telling word in common, of any other word in common, of one word for another, of a word on one side only."""
DROPPED: Final = 3
"""Words before a sentence inside a quotation that the other quotation may go without ("Oh," "And so")."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words of one quotation (from, to) that stand in the place of words of the other; one of the two may be empty."""

    left: Span
    right: Span

    @property
    def least(self) -> int:
        """How many words it has on its shorter side."""
        return min(self.left[1] - self.left[0], self.right[1] - self.right[0])

    @property
    def most(self) -> int:
        """How many words it has on its longer side."""
        return max(self.left[1] - self.left[0], self.right[1] - self.right[0])


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two quotations aligned: the words in common, in order, and where they part: between those words (`inner`), at their edges.

    An edge is there only if both quotations go on in the same sentence: else one just begins later or ends earlier. `cover`: the
    words in common as a share of the shorter quotation.
    """

    matches: tuple[tuple[int, int], ...]
    telling: int
    inner: tuple[Change, ...]
    edges: tuple[Change, ...]
    cover: float

    @property
    def changes(self) -> tuple[Change, ...]:
        """All places where they part, in order."""
        return tuple(sorted((*self.inner, *self.edges), key=lambda change: (change.left, change.right)))

    @property
    def likeness(self) -> float:
        """The words in common, as a share of those and the ones that differ."""
        parted = sum(change.most for change in self.inner) + sum(2 * change.least for change in self.edges)
        return len(self.matches) / (len(self.matches) + parted)


def align(left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> Alignment | None:
    """The best local alignment (Smith and Waterman 1981) of two quotations, or None if they have no telling word in common."""
    if not {spelled(w.form) for w in left if w.telling} & {spelled(w.form) for w in right if w.telling}:
        return None
    matches = _in_common(left, right)
    between = [Change((a + 1, c), (b + 1, d)) for (a, b), (c, d) in pairwise(matches) if (c, d) != (a + 1, b + 1)]
    between += [Change((a, a + 1), (b, b + 1)) for a, b in matches if _contracts(left, right, a, b)]
    between = [change for change in between if not _excused(change, left, right)]
    return Alignment(
        tuple(matches),
        sum(left[a].telling for a, _ in matches),
        tuple(between),
        tuple(edge for edge in _edges(matches, left, right) if not _excused(edge, left, right)),
        len(matches) / min(len(left), len(right)),
    )


def _in_common(left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> list[tuple[int, int]]:
    """The same pairs of words whichever quotation is given first."""
    forms, others = ([spelled(word.form) for word in found] for found in (left, right))
    if others < forms:
        return [(a, b) for b, a in _matches(others, forms, [word.telling for word in right])]
    return _matches(forms, others, [word.telling for word in left])


def _contracts(left: Sequence[QuoteWord], right: Sequence[QuoteWord], a: int, b: int) -> bool:
    """Whether one quotation contracts the word before with this one, and the other writes both out."""
    one, other = left[a], right[b]
    if one.contracted == other.contracted or not a or not b:
        return False
    written = (one, left[a - 1]) if one.contracted else (other, right[b - 1])
    return written[0].start == written[1].start


def _edges(matches: Sequence[tuple[int, int]], left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> list[Change]:
    (first, first_right), (last, last_right) = matches[0], matches[-1]
    before = Change((_since(left, first), first), (_since(right, first_right), first_right))
    after = Change((last + 1, _until(left, last)), (last_right + 1, _until(right, last_right)))
    out = [edge for edge in (before, after) if edge.least]
    # a sentence that begins inside one quotation begins with other words in the other one
    if first and first_right and not before.least and 0 < before.most <= DROPPED:
        out.append(before)
    return out


def _since(found: Sequence[QuoteWord], at: int) -> int:
    """Where the sentence of a word begins."""
    while at and not found[at].anew:
        at -= 1
    return at


def _until(found: Sequence[QuoteWord], at: int) -> int:
    """Where the sentence of a word ends."""
    at += 1
    while at < len(found) and not found[at].anew:
        at += 1
    return at


def _excused(change: Change, left: Sequence[QuoteWord], right: Sequence[QuoteWord]) -> bool:
    """Whether an editor marked what was done to the words, or the words are the same but for their spelling."""
    for (start, end), found in ((change.left, left), (change.right, right)):
        if any(word.cut for word in found[start : end + 1]):
            return True
    one, other = left[slice(*change.left)], right[slice(*change.right)]
    contracted = any(word.contracted for word in (*one, *other))
    return not contracted and spelled("".join(w.form for w in one)) == spelled("".join(w.form for w in other))


def _matches(left: Sequence[str], right: Sequence[str], telling: Sequence[bool]) -> list[tuple[int, int]]:
    scores = [[0.0] * (len(right) + 1)]
    best, at = 0.0, (0, 0)
    for i, one in enumerate(left):
        above, row = scores[-1], [0.0]
        worth = _TELLING if telling[i] else _MINOR
        for j, other in enumerate(right):
            score = max(0.0, above[j] + (worth if one == other else _SUBSTITUTE), above[j + 1] + _GAP, row[j] + _GAP)
            row.append(score)
            if score > best:
                best, at = score, (i + 1, j + 1)
        scores.append(row)
    return _traced(scores, left, right, telling, at)


def _traced(
    scores: list[list[float]], left: Sequence[str], right: Sequence[str], telling: Sequence[bool], at: tuple[int, int]
) -> list[tuple[int, int]]:
    i, j = at
    out: list[tuple[int, int]] = []
    while i and j and scores[i][j] > 0:
        same = left[i - 1] == right[j - 1]
        worth = _SUBSTITUTE if not same else _TELLING if telling[i - 1] else _MINOR
        if scores[i][j] == scores[i - 1][j - 1] + worth:
            if same:
                out.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif scores[i][j] == scores[i - 1][j] + _GAP:
            i -= 1
        else:
            j -= 1
    return out[::-1]
