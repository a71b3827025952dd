"""What every kind of correction has in common, and the register of kinds by their tag."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Final, Generic, Protocol, Self, TypeVar

from ...story import Anchor, Comparison, Correction

Context = TypeVar("Context")
"""What a correction is looked up in: the passages of a story, its articles, the place in the log."""
Target = TypeVar("Target")
"""What a correction changes."""
Choice = Mapping[str, Any]
"""What a person picked in the reading view, as plain JSON values; `do` is the tag of a kind."""


class CorrectionWords(Protocol):
    """How the passages, articles and details that corrections are about are called in words."""

    def quoted(self, anchors: Sequence[Anchor]) -> str:
        """Return the words of the first passage in quotation marks."""

    def quotes(self, anchors: Sequence[Anchor]) -> str:
        """Return passages in a row, each with its article and sentence."""

    def outlet(self, anchors: Sequence[Anchor]) -> str:
        """Return the name of the article that the first anchor stands in."""

    def difference(self, kind: str | None) -> str:
        """Return the name of a kind of difference."""


class StoryEdit(ABC, Generic[Context, Target]):
    """One kind of correction; an instance is one correction of it in the terms of a story."""

    kind: ClassVar[str]
    """Its tag, as in `Correction.kind`."""

    @classmethod
    @abstractmethod
    def describe(cls, correction: Correction, words: CorrectionWords) -> str:
        """Return a correction of this kind in one sentence of words."""

    @classmethod
    @abstractmethod
    def resolve(cls, correction: Correction, context: Context) -> Self | None:
        """Find what a correction is about; None if it is no longer there, so that nothing comes of it."""

    @abstractmethod
    def apply(self, target: Target) -> Target:
        """Return the target with the change that the person made."""

    @classmethod
    def from_choice(cls, comparison: Comparison, choice: Choice) -> Correction:
        """Make the correction from what a person picked in the reading view. Raises KeyError if it is not made there."""
        raise KeyError(cls.kind)


EDITS: Final[dict[str, type[StoryEdit[Any, Any]]]] = {}
"""The class of each kind, by its tag."""
Edit = TypeVar("Edit", bound=StoryEdit[Any, Any])


def register_kind(kind: str) -> Callable[[type[Edit]], type[Edit]]:
    """Return a decorator that registers a class as a kind of correction, under this tag."""

    def register(cls: type[Edit]) -> type[Edit]:
        cls.kind = kind
        EDITS[kind] = cls
        return cls

    return register


def describe(correction: Correction, words: CorrectionWords) -> str:
    """Return any correction in one sentence of words."""
    return EDITS[correction.kind].describe(correction, words)


def correction_from_choice(comparison: Comparison, choice: Choice) -> Correction:
    """Make the correction that a person asked for in the reading view.

    Raises KeyError, IndexError or TypeError for what is not there, ValueError, with cause and remedy, for what cannot be.
    """
    return EDITS[choice["do"]].from_choice(comparison, choice)
