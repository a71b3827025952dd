"""The log of corrections: made, taken back, made again; and which of them hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..story import Correction

LONG: Final = 9
"""Digits of a number that no log reaches."""


@dataclass(frozen=True, slots=True)
class Log:
    """Corrections in the order in which they were made, and those taken back, the last one last."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def add(self, correction: Correction) -> Log:
        """With one more; what was taken back before cannot come again."""
        return Log((*self.done, correction))

    def undo(self) -> Log:
        """Without the last one, which can come again; the same if there is none."""
        return Log(self.done[:-1], (*self.undone, self.done[-1])) if self.done else self

    def redo(self) -> Log:
        """With the one again that was taken back last; the same if there is none."""
        return Log((*self.done, self.undone[-1]), self.undone[:-1]) if self.undone else self


def holding(corrections: Sequence[Correction]) -> tuple[tuple[int, Correction], ...]:
    """The corrections that were not withdrawn, with their places in `corrections`; a withdrawal itself is none of them."""
    gone: set[int] = set()
    for at in range(len(corrections) - 1, -1, -1):  # a withdrawal may be withdrawn by a later one
        if corrections[at].kind == "withdraw" and at not in gone:
            value = corrections[at].value or ""
            number = int(value) if value.isdecimal() and len(value) < LONG else 0
            gone |= {number - 1} if 0 < number <= at else set()
    kept = ((at, correction) for at, correction in enumerate(corrections) if at not in gone)
    return tuple((at, correction) for at, correction in kept if correction.kind != "withdraw")
