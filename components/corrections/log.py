"""The log of corrections: made, taken back, made again; and which of them hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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


def withdrawn_number(correction: Correction) -> int:
    """The number, from 1, of the correction that a withdrawal withdraws; 0 for anything else."""
    value = correction.value or ""
    return int(value) if correction.kind == "withdraw" and value.isdecimal() and len(value) < LONG else 0


def withdrawals(corrections: Sequence[Correction], number: int) -> tuple[int, ...]:
    """The numbers, from 1, of the withdrawals by which correction `number` no longer holds; none if it does."""
    gone = _gone(corrections)
    return tuple(
        at + 1 for at, said in enumerate(corrections) if at not in gone and withdrawn_number(said) == number and number <= at
    )


def _gone(corrections: Sequence[Correction]) -> set[int]:
    """The places of corrections that no longer hold."""
    gone: set[int] = set()
    for at in range(len(corrections) - 1, -1, -1):  # a withdrawal may be withdrawn by a later one
        number = withdrawn_number(corrections[at])
        if at not in gone and 0 < number <= at:
            gone.add(number - 1)
    return gone


def rename_articles(log: Log, names: Mapping[str, str]) -> Log:
    """The log with other digests of articles: where one text is there twice, what is taken away changes the name of the other."""

    def anew(correction: Correction) -> Correction:
        anchors, others = (
            tuple(replace(anchor, article=names.get(anchor.article, anchor.article)) for anchor in passages)
            for passages in (correction.anchors, correction.others)
        )
        return replace(correction, anchors=anchors, others=others)

    return Log(tuple(map(anew, log.done)), tuple(map(anew, log.undone)))


def active(corrections: Sequence[Correction]) -> tuple[tuple[int, Correction], ...]:
    """The corrections that were not withdrawn, with their places in `corrections`; a withdrawal itself is none of them."""
    gone = _gone(corrections)
    kept = ((at, correction) for at, correction in enumerate(corrections) if at not in gone)
    return tuple((at, correction) for at, correction in kept if correction.kind != "withdraw")
