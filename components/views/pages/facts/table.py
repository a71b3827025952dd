"""The table of facts: one row a fact with the state of it in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.wording import numbers, shorten
from ....story import LABELS, SYMBOLS, Comparison, Fact

if TYPE_CHECKING:
    import pandas as pd


def frame_of(comparison: Comparison, facts: list[Fact], *, longest: int | None = None) -> pd.DataFrame:
    """One row a fact: its label (at most `longest` letters), where it is stated, and its state in each article."""
    import pandas as pd

    rows = [
        (shorten(fact.label, longest), where(comparison, fact), *(cell(fact, key) for key in comparison.keys)) for fact in facts
    ]
    return pd.DataFrame(rows, columns=["fact", "where", *(article.title for article in comparison.articles)])


def where(comparison: Comparison, fact: Fact) -> str:
    """The group of a fact in words."""
    if len(comparison.articles) == 1:
        return "only article"
    if fact.group == "only":
        return f"only in {fact.only_in}"
    names = {"all": "in both" if len(comparison.articles) == 2 else "in all", "some": "in some"}
    return names.get(fact.group, "unclear")


def cell(fact: Fact, key: str) -> str:
    """`● stated 2·3`: sign, label, and the sentences that state it."""
    status = fact.presence[key].status
    found = numbers(mention.sentence for mention in fact.mentions_in(key))
    return f"{SYMBOLS[status]} {LABELS[status]}" + (f" {found}" if found else "")
