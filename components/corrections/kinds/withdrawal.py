"""An earlier correction that no longer holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Self

from ...story import Correction
from .base import CorrectionWords, StoryEdit, register_kind

LONG: Final = 9
"""Digits of a number that no log reaches."""


@register_kind("withdraw")
@dataclass(frozen=True, slots=True)
class Withdrawal(StoryEdit[int, set[int]]):
    """The correction with this number, from 1, no longer holds. It is looked up by its own place in the log, from 0."""

    number: int

    @classmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return the correction in words."""
        return f"Correction {correction.value} withdrawn"

    @classmethod
    def resolve(cls, correction: Correction, context: int) -> Self | None:
        """Find the correction among those made before this one."""
        number = withdrawn_number(correction)
        return cls(number) if 0 < number <= context else None

    def apply(self, target: set[int]) -> set[int]:
        """Put this place among those of corrections that no longer hold, and return them."""
        target.add(self.number - 1)
        return target


def withdraw(number: int) -> Correction:
    """Make the correction that the one with this number, from 1, no longer holds."""
    return Correction("withdraw", value=str(number))


def withdrawn_number(correction: Correction) -> int:
    """Return the number, from 1, of the correction that a withdrawal withdraws; 0 for anything else."""
    value = correction.value or ""
    return int(value) if correction.kind == Withdrawal.kind and value.isdecimal() and len(value) < LONG else 0
