"""Two articles that tell the same four facts, the second in the opposite order."""

from __future__ import annotations

from components.story import Comparison, Fact
from tests.report.factories import article, state, whole

NAMES = ["One", "Two", "Three", "Four"]


def turned() -> Comparison:
    """The first fact of A is the last of B, and so on; only the sentences' lengths keep the distances apart."""
    told = [f"{name} is told here." for name in NAMES]
    a = article("A", told, outlet="Herald", headline=False)
    b = article("B", [*reversed(told)], outlet="Wire", headline=False)
    facts = tuple(
        Fact(f"f{n}", text, (whole(a, n), whole(b, 3 - n)), {"A": state("stated", 1.0), "B": state("stated", 0.9)})
        for n, text in enumerate(told)
    )
    return Comparison((a, b), (), facts, {}, "tiny", "abc", True)
