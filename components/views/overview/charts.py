"""The charts of the page Overview, each with the table behind it and a sentence on what it cannot tell."""

from __future__ import annotations

from ...story import Comparison


def narrow(comparison: Comparison) -> None:
    """x."""


def wide(comparison: Comparison) -> None:
    """x."""
