"""The table of facts: one row a fact with the state of it in each article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.second_reader import opinions_in_short
from ....report.wording import PAIR, describe_telling, sentence_numbers, shorten
from ....story import LABELS, SYMBOLS, Comparison, Fact

if TYPE_CHECKING:
    import pandas as pd

SECOND: Final = "second reader"
"""The column of a second reader."""


def fact_frame(comparison: Comparison, facts: list[Fact], *, longest: int | None = None) -> pd.DataFrame:
    """Return one row a fact: its label (at most `longest` letters), where it is stated, its state in each article.

    Last comes what a second reader says, where one was asked.
    """
    import pandas as pd

    second = comparison.second_reader is not None
    rows = [
        (
            shorten(fact.label, longest),
            group_name(comparison, fact),
            *(status_text(fact, key) for key in comparison.keys),
            *([opinions_in_short(fact)] if second else []),
        )
        for fact in facts
    ]
    titles = [article.title for article in comparison.articles]
    return pd.DataFrame(rows, columns=["fact", "where", *titles, *([SECOND] if second else [])])


def group_name(comparison: Comparison, fact: Fact) -> str:
    """Return the group of a fact in words; how many articles state it where only some do."""
    if len(comparison.articles) == 1:
        return "only article"
    if fact.group == "some":
        return describe_telling(fact, brief=True)
    if fact.group == "probably_only":
        return f"probably only in {fact.probably_only_in}"
    if fact.group == "only":
        return f"only in {fact.only_in}"
    return "unclear" if fact.group == "unclear" else "in both" if len(comparison.articles) == PAIR else "in all"


def status_text(fact: Fact, key: str) -> str:
    """Return symbol, label, and the sentences that state the fact: `● stated 2·3`."""
    status = fact.presence[key].status
    sentences = sentence_numbers(mention.sentence for mention in fact.mentions_in(key))
    return f"{SYMBOLS[status]} {LABELS[status]}" + (f" {sentences}" if sentences else "")
