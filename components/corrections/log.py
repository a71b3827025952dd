"""The log of corrections: made, taken back, made again; and which of them hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..story import Correction
from .kinds import Withdrawal, withdrawn_number


@dataclass(frozen=True, slots=True)
class Log:
    """Corrections in the order in which they were made, and those taken back, the last one last."""

    done: tuple[Correction, ...] = ()
    undone: tuple[Correction, ...] = ()

    def add(self, correction: Correction) -> Log:
        """Return the log with one more correction; what could be redone is cleared."""
        return Log((*self.done, correction))

    def undo(self) -> Log:
        """Return the log without its last correction, which can be redone; the same log if there is none."""
        return Log(self.done[:-1], (*self.undone, self.done[-1])) if self.done else self

    def redo(self) -> Log:
        """Return the log with the correction that was undone last; the same log if there is none."""
        return Log((*self.done, self.undone[-1]), self.undone[:-1]) if self.undone else self


def withdrawals(corrections: Sequence[Correction], number: int) -> tuple[int, ...]:
    """Return the numbers, from 1, of the active withdrawals of correction `number`."""
    withdrawn = _withdrawn(corrections)
    return tuple(
        i + 1
        for i, correction in enumerate(corrections)
        if i not in withdrawn and withdrawn_number(correction) == number and number <= i
    )


def _withdrawn(corrections: Sequence[Correction]) -> set[int]:
    """Return the indices of the corrections that were withdrawn."""
    withdrawn: set[int] = set()
    for i in range(len(corrections) - 1, -1, -1):  # a withdrawal may be withdrawn by a later one
        if i not in withdrawn and (withdrawal := Withdrawal.resolve(corrections[i], i)):
            withdrawal.apply(withdrawn)
    return withdrawn


def rename_articles(log: Log, names: Mapping[str, str]) -> Log:
    """Return the log with other digests of articles: where one text is there twice, taking one away renames the other."""

    def renamed(correction: Correction) -> Correction:
        anchors, others = (
            tuple(replace(anchor, article=names.get(anchor.article, anchor.article)) for anchor in passages)
            for passages in (correction.anchors, correction.others)
        )
        return replace(correction, anchors=anchors, others=others)

    return Log(tuple(map(renamed, log.done)), tuple(map(renamed, log.undone)))


def active(corrections: Sequence[Correction]) -> tuple[tuple[int, Correction], ...]:
    """Return the corrections that were not withdrawn, each with its index; withdrawals themselves are left out."""
    withdrawn = _withdrawn(corrections)
    return tuple(
        (i, correction) for i, correction in enumerate(corrections) if i not in withdrawn and correction.kind != Withdrawal.kind
    )
